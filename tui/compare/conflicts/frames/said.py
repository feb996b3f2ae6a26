"""Frames of quotation: which words, and whose they are."""

from collections.abc import Iterator

from tui.compare.conflicts.cues.speech import Quote, is_saying
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.lexicon import lemma
from tui.compare.conflicts.reading import Text

_PRONOUNS = frozenset({"he", "she", "him", "his", "her"})
_PRONOUN_REACH = 10
_LEAST_WORDS = 3
# So few quoted words after "a" or "an" are what many may call a thing: an “act of piracy”.
_LABEL = 4


def quotations(reading: Reading) -> Iterator[Frame]:
    """Quoted words with their speaker, where the article tells who it is."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for quote in (quote for quote in text.quotes if not quote.cut):
            if quote.last - quote.first < _LEAST_WORDS or _is_title(text, quote) or _is_label(text, quote):
                continue
            speaker, direct = speaker_of(reading, passage, quote)
            if speaker:
                words = " ".join(token.norm for token in text.tokens[quote.first : quote.last])
                yield Frame(
                    "quote", "quote", words, frozenset([speaker]), passage, (quote.start, quote.end),
                    "" if direct else "by pronoun",
                )  # fmt: skip


def _is_title(text: Text, quote: Quote) -> bool:
    """A name or title in quotation marks: all its longer words are capitalised."""
    long = [t for t in text.tokens[quote.first : quote.last] if not t.stop]
    return all(t.text[0].isupper() for t in long)


def _is_label(text: Text, quote: Quote) -> bool:
    """Whether quoted words name what something is, as more than one speaker may."""
    led = quote.first > 0 and text.tokens[quote.first - 1].norm in {"a", "an"}
    return led and quote.last - quote.first <= _LABEL


def speaker_of(reading: Reading, passage: int, quote: Quote) -> tuple[str, bool]:
    """The surname of the speaker of a quotation, and whether the sentence itself names him; "" if unknown."""
    text = reading.texts[passage]
    outside = [s for s in text.sayings if not quote.first <= s.verb < quote.last]
    pronoun = _pronoun(text, quote)
    speaker, direct = "", True
    if outside:
        nearest = min(outside, key=lambda s: _distance(s.verb, quote))
        if pronoun is None or _distance(nearest.verb, quote) <= _distance(pronoun, quote):
            speaker = nearest.speaker.words[-1]
    if not speaker and pronoun is not None:
        speaker, direct = _last_person(reading, passage), False
    return (speaker if speaker in reading.people else ""), direct


def _distance(at: int, quote: Quote) -> int:
    return quote.first - at if at < quote.first else at - quote.last + 1


def _pronoun(text: Text, quote: Quote) -> int | None:
    """A "he" or "she" that speaks: shortly before the quotation, or with a reporting verb after it."""
    at = quote.last
    following = [token.norm for token in text.tokens[at : at + 2]]
    if len(following) == 2 and set(following) & _PRONOUNS and any(is_saying(lemma(word)) for word in following):
        return at
    for before in range(quote.first - 1, max(-1, quote.first - _PRONOUN_REACH), -1):
        if any(m.first <= before < m.last and not m.place for m in text.mentions):
            return None
        if text.tokens[before].norm in _PRONOUNS:
            return before
    return None


def _last_person(reading: Reading, passage: int) -> str:
    """The first person named in the nearest passage before that names one."""
    for back in range(passage - 1, max(-1, passage - 4), -1):
        found = [m.words[-1] for m in reading.texts[back].mentions if m.words[-1] in reading.people]
        if found:
            return found[0]
    return ""
