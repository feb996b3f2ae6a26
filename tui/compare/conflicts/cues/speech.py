"""Who says what: quoted words and the speakers a text names for what it reports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.conflicts.cues.names import TITLES, Mention
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.text.tokens import Token

# What opens a quotation, what closes one, and a straight mark, which its neighbours tell.
_MARK = re.compile(r"(?P<opens>“|``)|(?P<closes>”|'')|\"")
_DOUBLE_MARKS = '"', "“", "”", "``", "''"
_LEAST_QUOTED, _LONGEST_QUOTED = 3, 600
_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(]))[‘']([^‘’'\n]{3,300}(?:[’'][a-z]{1,2}[^‘’'\n]*)*)[’'](?=[\s.,;:!?)]|$)")
# Quotation marks of other languages as English ones, and those that open here and close there.
_MARKS = str.maketrans("«»「」『』", "“”“”“”")
_LOW_MARKS, _INWARD_MARKS = str.maketrans("„“", "“”"), str.maketrans("«»", "»«")
_SAY = frozenset(
    lemma(word)
    for word in listed(
        "say tell announce claim report state add confirm warn admit argue insist declare explain "
        "acknowledge note write tweet testify reply respond comment describe suggest estimate predict "
        "believe conclude allege assert maintain deny emphasize emphasise call"
    )
)
_NOUNS = frozenset(listed("call calls note notes report reports reporter reporters caller callers announcer"))
# What stands after these is who hears it.
_TOLD = frozenset(["told", "tells", "tell", "telling"])
# Past forms without "-ed" by which a tabloid has somebody speak; any word in "-ed" may stand there.
_SPOKE = frozenset(listed("spat wept swore shot sang began wrote cried snarled chose rang hit went"))
# What may follow such a verb before the name: "shot back", "stormed the union firebrand"; and how many words.
_LEADING_ON, _EPITHET = frozenset(["back", "on", "out", "the", "a", "an", "his", "her", "their"]), 5
# What a quotation ends with that somebody speaks, inside its marks or behind them.
_SPOKEN = frozenset(",?!—–…")
_LEADS = frozenset(":,")
# Tokens between a speaker and the verb, what is said of the speaker included.
_FARTHEST = 14
_BREAKING = frozenset('.;:"“”?!')
_PREPOSITIONS = frozenset(["for", "of", "by", "with", "to", "in", "at", "from", "against", "about", "on"])


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks: tokens `first` to `last` (exclusive), code points without the marks.

    `cut` where it began before the text or goes on after it: who says it may be told there.
    """

    first: int
    last: int
    start: int
    end: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A named speaker and the reporting verb at token `verb`."""

    speaker: Mention
    verb: int


def with_plain_marks(text: str) -> str:
    """A text with the quotation marks of any language as English ones, one code point for one."""
    if "„" in text:
        text = text.translate(_LOW_MARKS)
    if -1 < text.find("»") < text.find("«"):
        text = text.translate(_INWARD_MARKS)
    text = text.translate(_MARKS)
    return text if "“" in text else text.replace("”", '"')


def quotes(text: str, tokens: Sequence[Token]) -> tuple[Quote, ...]:
    """The quotations of a text in order: double marks, single ones only where there are no double.

    A quotation that began before the text, or goes on after it, is there from its start or to its end.
    """
    spans: list[tuple[int, int, bool]] = []
    if any(mark in text for mark in _DOUBLE_MARKS):
        spans = [span for span in _between_marks(text) if _LEAST_QUOTED <= span[1] - span[0] <= _LONGEST_QUOTED]
    if not spans and ("'" in text or "‘" in text):
        spans = [(*match.span(1), False) for match in _SINGLE.finditer(text)]
    found = []
    for start, end, cut in spans:
        inside = [at for at, token in enumerate(tokens) if start <= token.start and token.end <= end]
        if inside:
            found.append(Quote(inside[0], inside[-1] + 1, tokens[inside[0]].start, tokens[inside[-1]].end, cut))
    return tuple(found)


def _between_marks(text: str) -> list[tuple[int, int, bool]]:
    spans: list[tuple[int, int, bool]] = []
    since: int | None = None
    for mark in _MARK.finditer(text):
        if _opens(text, mark, since is not None):
            since = mark.end()
        elif since is not None:
            spans.append((since, mark.start(), False))
            since = None
        elif not spans and _ends_speech(text, mark):
            spans.append((0, mark.start(), True))
    return spans if since is None else [*spans, (since, len(text), True)]


def _opens(text: str, mark: re.Match[str], inside: bool) -> bool:
    """Whether a mark opens a quotation; a straight one with words on both sides or none ends what is open."""
    if mark["opens"] or mark["closes"]:
        return bool(mark["opens"])
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    touches_before, touches_after = before.strip() not in {"", "(", "[", "—", "–"}, bool(after.strip())
    return touches_after if touches_before != touches_after else not inside


def _ends_speech(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark that closes what nothing opened ends a quotation, and does not stand for inches or seconds."""
    before = text[: mark.start()][-1:]
    return bool(before.strip()) and not before.isdigit()


def sayings(
    tokens: Sequence[Token],
    gaps: Sequence[str],
    lemmas: Sequence[str],
    names: Sequence[Mention],
    quoted: Sequence[Quote] = (),
) -> tuple[Saying, ...]:
    """The named speakers of what a text reports, with their verbs; of quotations any verb that follows one."""
    found = [saying for quote in quoted if (saying := _voiced(tokens, gaps, lemmas, names, quote)) is not None]
    for at in [at for at, word in enumerate(lemmas) if word in _SAY or word == "accord"]:
        word = lemmas[at]
        if word == "accord" and at + 1 < len(tokens) and tokens[at + 1].norm == "to":
            speaker = next((n for n in names if at + 1 < n.first <= at + 5), None)
        elif word in _SAY and tokens[at].norm not in _NOUNS:
            speaker = _subject(tokens, gaps, names, at)
        else:
            continue
        if speaker is not None:
            found.append(Saying(speaker, at))
    return tuple(sorted(found, key=lambda saying: saying.verb)) if quoted else tuple(found)


def _voiced(
    tokens: Sequence[Token], gaps: Sequence[str], lemmas: Sequence[str], names: Sequence[Mention], quote: Quote
) -> Saying | None:
    """Who speaks a quotation by a verb that is none of reporting: "“…,” stormed union firebrand Moira Keane"."""
    named = next((n for n in names if _beside(tokens, gaps, quote, n) and not n.place), None)
    if named is not None and lemmas[named.last] not in _SAY and _speaks(tokens[named.last]):
        return Saying(named, named.last)
    verb = quote.last
    if verb >= len(tokens) or lemmas[verb] in _SAY or _SPOKEN.isdisjoint(gaps[verb]) or not _speaks(tokens[verb]):
        return None
    at = verb + 1
    while at < min(len(tokens), verb + 1 + _EPITHET) and gaps[at] in {" ", "-"} and tokens[at].text.islower():
        if tokens[at].stop and tokens[at].norm not in _LEADING_ON:
            return None
        at += 1
    while at < len(tokens) and tokens[at].norm in TITLES and gaps[at].strip() in {"", "."}:
        at += 1
    speaker = next((name for name in names if name.first == at and not name.place), None)
    if speaker is None or gaps[at].strip() not in {"", "."} or tokens[speaker.last - 1].text.endswith(("'s", "’s")):
        return None
    return Saying(speaker, verb)


def _speaks(word: Token) -> bool:
    """Whether a word may tell how somebody spoke."""
    return not word.stop and word.text.islower() and (word.norm.endswith("ed") or word.norm in _SPOKE)


def _beside(tokens: Sequence[Token], gaps: Sequence[str], quote: Quote, name: Mention) -> bool:
    """Whether a name stands before one word that leads to a quotation, or behind its comma, after an epithet or not."""
    if name.last + 1 >= len(gaps) or gaps[name.last].strip():
        return False
    if name.last + 1 == quote.first:
        return bool(_LEADS & set(gaps[quote.first]))
    between = range(quote.last, name.first)
    if not 0 <= name.first - quote.last < _EPITHET or "," not in gaps[quote.last]:
        return False
    if any(gaps[at + 1].strip() not in {"", "."} for at in between):
        return False
    return not any(tokens[at].stop and tokens[at].norm not in _LEADING_ON for at in between)


def _subject(tokens: Sequence[Token], gaps: Sequence[str], names: Sequence[Mention], verb: int) -> Mention | None:
    """The name just before the verb, or just after it where the verb stands first ("said Smith")."""
    before = [n for n in names if 0 <= verb - n.last <= _FARTHEST and not _breaks(gaps, n.last, verb)]
    if before:
        nearest = before[-1]
        if verb - nearest.last <= 1 and not nearest.place and not _is_object(tokens, nearest):
            return nearest
        apposed = [n for n in before if not n.place and gaps[n.last].startswith(",")]
        if apposed and gaps[verb].startswith(",") and not _is_object(tokens, apposed[0]):
            return apposed[0]
    if tokens[verb].norm in _TOLD:
        return None
    after = [n for n in names if verb < n.first <= verb + 5 and not n.place]
    if after and (gaps[verb][:1] in {",", "”", '"', "'"} or ',"' in gaps[verb] or after[0].first == verb + 1):
        return after[0]
    return None


def _breaks(gaps: Sequence[str], first: int, last: int) -> bool:
    return not _BREAKING.isdisjoint("".join(gaps[first : last + 1]))


def _is_object(tokens: Sequence[Token], name: Mention) -> bool:
    """Whether a preposition stands before a name, so that it is not what the verb speaks of."""
    first = name.first
    while first and tokens[first - 1].norm in TITLES:
        first -= 1
    before = [token.norm for token in tokens[max(0, first - 2) : first]]
    return bool(before) and (before[-1] in _PREPOSITIONS or (before[0] in _PREPOSITIONS and before[-1] == "the"))


def is_saying(word: str) -> bool:
    """Whether a lemma is that of a reporting verb."""
    return word in _SAY
