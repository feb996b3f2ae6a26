"""The same words given to two speakers."""

from collections.abc import Sequence

from rapidfuzz.distance import JaroWinkler

from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.cues.speech import Saying, is_saying
from tui.compare.conflicts.families.names import FIRST_NAMES, alias
from tui.compare.conflicts.lexicon import is_common, lemma
from tui.compare.conflicts.pair import Candidate, Pair, words
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.subjects import two_people
from tui.compare.lazy import noted
from tui.compare.text.epithets import is_role

# Below this share of the longer text that corresponds, two statements are not the same.
LEAST_CLOSENESS = 0.5
# Surnames more alike than this are one name in two spellings, which is another finding.
_ALIKE = 0.85
# Words, and content words, of a remark that two people do not make in the same words; the confidence then.
_LEAST_WORDS, _LEAST_CONTENT, _SAID = 4, 2, 0.85
# Words of a person's full name.
_FULL = 2
_WHO = frozenset(["who", "whose"])


def attribution(pair: Pair) -> list[Candidate]:
    """Differing named speakers of what is otherwise the same statement."""
    ours, theirs = pair.a.sayings, pair.b.sayings
    if not ours or not theirs or pair.a.headline or pair.b.headline:
        return []
    same = word_for_word(pair.a, pair.b)
    if pair.closeness < LEAST_CLOSENESS and not same:
        return []
    if any(_shared(one.speaker, other.speaker) for one in ours for other in theirs):
        return []
    names_a = {word for m in pair.a.mentions for word in m.words}
    names_b = {word for m in pair.b.mentions for word in m.words}
    one, other = ours[0], theirs[0]
    if not (_person(pair.a, one) and _person(pair.b, other)):
        return []
    if JaroWinkler.normalized_similarity(one.speaker.words[-1], other.speaker.words[-1]) > _ALIKE:
        return []
    if names_b & set(one.speaker.words) or names_a & set(other.speaker.words):
        return []
    return [_candidate(pair, one, other, sure=same and _alone(ours) and _alone(theirs))]


def word_for_word(a: Text, b: Text) -> bool:
    """Whether two texts have a quotation in the same words, long enough that two people did not both say it."""
    return not remarks(a).isdisjoint(remarks(b))


@noted
def remarks(text: Text) -> frozenset[tuple[str, ...]]:
    """The words of each quotation that is no mere turn of speech; worked out once for each text."""
    found = [text.tokens[quote.first : quote.last] for quote in text.quotes if not quote.cut]
    return frozenset(
        tuple(token.norm for token in tokens)
        for tokens in found
        if len(tokens) >= _LEAST_WORDS and sum(not token.stop for token in tokens) >= _LEAST_CONTENT
    )


def _alone(sayings: Sequence[Saying]) -> bool:
    """Whether one alone speaks."""
    return all(saying.speaker == sayings[0].speaker for saying in sayings)


def _person(text: Text, saying: Saying) -> bool:
    """Whether a name looks like a person's: no acronym, nor the last word of an office or a company.

    A bank says and tells, but does not sigh: what does may have a common word for a surname.
    """
    speaker = saying.speaker
    if len(speaker.words) == _FULL and (
        speaker.words[0] in FIRST_NAMES or not is_saying(text.lemmas[saying.verb]) or _described(text, speaker)
    ):
        return True
    if text.text[speaker.start : speaker.end].isupper():
        return False
    return speaker.titled or (len(speaker.words) < 4 and not is_common(lemma(speaker.words[-1])))


def _described(text: Text, speaker: Mention) -> bool:
    """Whether what follows a name tells of a person: "Ada Crane, 44", "Ada Crane, who", "Ada Crane, the treasurer"."""
    at = speaker.last
    if at >= len(text.tokens) or text.gaps[at].strip() != ",":
        return False
    if text.tokens[at].norm in _WHO or text.tokens[at].text.isdecimal():
        return True
    while at < len(text.tokens) and (at == speaker.last or not text.gaps[at].strip()):
        if is_role(text.tokens[at].norm):
            return True
        at += 1
    return False


def _shared(one: Mention, other: Mention) -> bool:
    return bool(set(one.words) & set(other.words)) or alias(one, other) or alias(other, one)


def _candidate(pair: Pair, one: Saying, other: Saying, sure: bool) -> Candidate:
    mine, theirs = one.speaker, other.speaker
    here, there = (mine.start, mine.end), (theirs.start, theirs.end)
    texts = words(pair.a, here), words(pair.b, there)
    return Candidate(
        "attribution", "speaker", 0.9, (mine.first, mine.last), (theirs.first, theirs.last), here, there,
        f"the same statement given to {texts[0]} and to {texts[1]}", texts,
        (len(mine.words) + len(theirs.words)) / 4 if max(len(mine.words), len(theirs.words)) < 3 else 0.5,
        rating=_SAID if sure and two_people(mine, theirs) else 0.0,
    )  # fmt: skip
