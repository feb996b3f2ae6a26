"""Cut a paragraph into sentences: sentencex proposes the ends, and what real copy breaks is mended here."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from tui.story.abbreviations import ends_sentence, is_abbreviation

Span = tuple[int, int]

# Quotations and brackets up to this length stay whole; longer ones are cut at the sentences inside them.
_SHORT_QUOTATION = 80
_SHORT_BRACKET = 200
# No passage is longer: text without any full stop is cut at white space, or in the middle of a word.
MAX_SENTENCE = 2_000
# sentencex takes time in the square of the text where no white space follows full stops.
_CHUNK = 4_000
# What stands around a stretch tells whether a sentence ends at its edge.
_CONTEXT = 300
_OPENERS = {"“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "(": ")", "[": "]"}
_MASKED = str.maketrans(dict.fromkeys('“”„«»"()[]「」『』‘\n ', " "))
_EDGE_APOSTROPHE = re.compile(r"(?<![^\W_])['’]|['’](?![^\W_])")
_MARK = re.compile(r"[\"“”„«»「」『』()\[\]]")
_SPEECH = re.compile(
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|tweeted|replied|shouted|declared|wondered|continued"
    r"|recalled|exclaimed|insisted|responded|quipped|remarked|posted|demanded|yelled|chanted)\b"
)
_END = re.compile(r"\.['’”\"“»)\]]*\s+(?=[\"“‘'«„(\[]*[A-Z0-9])")
_FOOTNOTED = re.compile(r"[.!?](?:\[\d{1,3}\])+\s+(?=[“\"A-Z])")
_LOST_SPACE = re.compile(
    r"[a-z]{2}[.!?]['’”\"»)\]]*(?=[“\"‘]?(?!(?:Com|Org|Net|Gov|Edu|Co|Uk|Tv|Io|Me|Info)\b)[A-Z][a-z]+ [a-z])"
)
_INNER_CAPITAL = re.compile(r"[a-z]{1,2}[A-Z]")
_NUMBER_ALONE = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]\W*")


class _Segmenter(Protocol):
    def __call__(self, language: str, text: str) -> list[dict[str, int]]: ...


@cache
def _segmenter() -> _Segmenter:
    # Imported when first used: much of the program starts without it.
    return cast(_Segmenter, import_module("sentencex").get_sentence_boundaries)


def sentence_spans(text: str, start: int, end: int, language: str, *, damaged: bool = False) -> list[Span]:
    """The sentences of one paragraph `text[start:end]`: spans in `text`, in order, without outer white space.

    `damaged` says that capitals after abbreviations prove nothing (see `abbreviations.is_damaged`).
    """
    piece = text[start:end]
    cuts = _mended(piece, _proposed(piece, language), damaged)
    spans = []
    for first, last in zip([0, *cuts], [*cuts, len(piece)], strict=True):
        spans.extend(_bounded(text, start + first, start + last))
    return spans


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; empty, at `start`, where there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, start + left + len(piece.strip()))


def _proposed(piece: str, language: str) -> list[int]:
    masked = _EDGE_APOSTROPHE.sub(" ", piece.translate(_MASKED))
    cuts: set[int] = set()
    for start, end in _chunks(masked):
        base = max(0, start - _CONTEXT)
        window = masked[base : end + _CONTEXT]
        found = _segmenter()(language if language != "und" else "en", window)
        cuts.update(cut for each in found[:-1] if start < (cut := base + each["end_index"]) <= end)
        if masked[end - 1 : end] in tuple("。！？"):
            cuts.add(end)
    english = language in ("en", "und")
    cuts.update(match.end() for match in _END.finditer(piece) if _may_be_missed(piece, match, english))
    cuts.update(match.end() for match in _FOOTNOTED.finditer(piece))
    cuts.update(match.end() for match in _LOST_SPACE.finditer(piece))
    return sorted({_start_of_next(piece, cut) for cut in cuts})


def _chunks(masked: str) -> Iterator[Span]:
    """Stretches of at most `_CHUNK`, each begun at a word or after an ideographic full stop where there is one."""
    start = 0
    while len(masked) - start > _CHUNK:
        low, high = start + _CHUNK // 2, start + _CHUNK
        cut = max(masked.rfind(mark, low, high) for mark in (" ", "。", "！", "？"))
        end = cut + 1 if cut > 0 else high
        yield start, end
        start = end
    yield start, len(masked)


def _may_be_missed(piece: str, match: re.Match[str], english: bool) -> bool:
    """Whether sentencex takes the word before the dot for an abbreviation that never ends a sentence."""
    stop = match.start()
    before = piece[max(0, stop - 20) : stop + 1]
    if is_abbreviation(before):
        return True
    word = before.split()[-1].rstrip(".")
    return english and word.isalpha() and (word.islower() or word == "May") and not piece[match.end()].isdigit()


def _start_of_next(piece: str, cut: int) -> int:
    """Where the next sentence starts: closing marks go with the one before, opening marks with the one after."""
    while cut > 0 and (piece[cut - 1].isspace() or _opens(piece, cut - 1)):
        cut -= 1
    while cut < len(piece) and _closes(piece, cut):
        cut += 1
    while cut < len(piece) and piece[cut].isspace():
        cut += 1
    return cut


def _opens(piece: str, place: int) -> bool:
    return piece[place] in "“‘„«([\"'「『" and not _closes(piece, place)


def _closes(piece: str, place: int) -> bool:
    """Whether the mark at `place` closes what came before it rather than opening what follows."""
    mark = piece[place]
    if mark in "”»)]」』’":
        return True
    return mark in "\"'“" and place > 0 and not piece[place - 1].isspace() and piece[place - 1] != "("


def _mended(piece: str, proposed: list[int], damaged: bool) -> list[int]:
    kept: list[int] = []
    shielded = _short_quotations(piece)
    shield = 0
    for number, cut in enumerate(proposed):
        start = kept[-1] if kept else 0
        following = proposed[number + 1] if number + 1 < len(proposed) else len(piece)
        if cut <= start or cut >= len(piece):
            continue
        while shield < len(shielded) and shielded[shield][1] <= cut:
            shield += 1
        inside = shield < len(shielded) and shielded[shield][0] < cut
        if not inside and _is_end(piece, start, cut, following, damaged):
            kept.append(cut)
    return kept


def _is_end(piece: str, start: int, cut: int, following: int, damaged: bool) -> bool:
    before = piece[max(start, cut - 120) : cut].rstrip()
    after = piece[cut : min(following, cut + 300)].strip()
    if not piece[cut - 1].isspace() and not _parts_without_space(piece, cut):
        return False
    if not any(map(str.isalnum, before)) or not any(map(str.isalnum, after)):
        return False
    if cut - start < 12 and _NUMBER_ALONE.fullmatch(before):
        return False
    bare = after.lstrip("“\"‘'«„([")
    closed = before.rstrip("”\"’'“»)]")
    if _is_lower(bare) and closed[-1:] in tuple("?!…."):
        return _INNER_CAPITAL.match(bare) is not None
    if closed != before and closed[-1:] in tuple("?!") and _is_attribution(after):
        return False
    return not closed.endswith(".") or ends_sentence(closed, bare, damaged=damaged)


def _is_lower(text: str) -> bool:
    """Whether `text` goes on in lower case, in a script where sentences begin with a capital."""
    return text[:1].islower() and text[0] < "\u0590"


def _parts_without_space(piece: str, cut: int) -> bool:
    """Whether a sentence may end at `cut` though no white space follows it."""
    if piece[cut - 1] in "。！？；」』" or not piece[cut].isascii():
        return True
    return _LOST_SPACE.search(piece, max(0, cut - 6), cut + 40) is not None


def _is_attribution(after: str) -> bool:
    """Whether `after` says who spoke the quotation before it ("Trump asked.", "Mr. Beck said …")."""
    match = _SPEECH.search(after[:60])
    return match is not None and len(after[: match.start()].split()) <= 4 and after[:1] not in tuple("“\"‘'")


def _short_quotations(piece: str) -> list[Span]:
    """The quotations and brackets that are short enough to stay whole, in order, outermost first."""
    spans: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(piece):
        place, mark = match.start(), match.group()
        opens = mark in _OPENERS or (mark == '"' and not _closes(piece, place))
        if opened is not None and (mark == opened[1] or (mark == "“" and _closes(piece, place))):
            if place + 1 - opened[0] <= (_SHORT_BRACKET if mark in ")]" else _SHORT_QUOTATION):
                spans.append((opened[0], place + 1))
            opened = None
        elif opens and (opened is None or place - opened[0] > _SHORT_BRACKET):
            opened = (place, _OPENERS.get(mark, '"'))
    return spans


def _bounded(text: str, start: int, end: int) -> list[Span]:
    spans = []
    start, end = trimmed(text, start, end)
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        space = max(text.rfind(mark, start + MAX_SENTENCE // 2, limit) for mark in (" ", "\n", "\t"))
        middle = space if space > 0 else limit
        spans.append(trimmed(text, start, middle))
        start = middle
        while text[start].isspace():
            start += 1
    if end > start:
        spans.append((start, end))
    return spans
