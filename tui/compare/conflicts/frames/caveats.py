"""Caveats that one article gives with a claim and another, in the same words, leaves out."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from rapidfuzz.distance import LCSseq

from tui.compare.conflicts.frames.model import Reading
from tui.compare.conflicts.model import FrameFinding
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted
from tui.compare.model import Evidence, Finding, Span

_CAVEAT = re.compile(
    r"(?:(?:un|not (?:been )?)able to|could not|cannot|can't|couldn['’]t|did not|has not|have not|not)"
    r" (?:be |been |immediately |independently |yet )*(?:verif|confirm|corroborat|authenticat)\w*"
    r"|unverified|uncorroborated",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"\b(?:claims?|reports?|allegations?|accounts?|statements?|this|that|it|these|those)\b")
_SHARED_RUN = 5
_CONFIDENCE, _WEIGHT = 0.65, 0.5


def dropped_caveats(readings: Sequence[Reading]) -> Iterator[FrameFinding]:
    """A claim told in the same words by two articles, where one adds that it is not verified."""
    for (x, careful), (y, plain) in permutations(enumerate(readings), 2):
        for passage, caveat in _caveats(careful):
            claims = [careful.texts[at] for at in (passage - 1, passage - 2) if at >= 0]
            hit = next((found for claim in claims if (found := _same_claim(claim, plain))), None)
            if hit is None:
                continue
            there, claim = hit
            if not any(_CAVEAT.search(text.text) for text in plain.texts[there : there + 3]):
                yield _finding((x, passage, caveat), (y, there, claim), careful)


@noted
def _caveats(reading: Reading) -> tuple[tuple[int, Span], ...]:
    found = []
    for passage in reading.spoken[1:]:
        text = reading.texts[passage].text
        match = _CAVEAT.search(text)
        if match and _CLAIM.search(text):
            found.append((passage, match.span()))
    return tuple(found)


def _same_claim(claim: Text, reading: Reading) -> tuple[int, Span] | None:
    """The passage of an article that shares a run of words with a claim, and that run."""
    ours = [token.norm for token in claim.tokens]
    for passage in reading.spoken:
        text = reading.texts[passage]
        theirs = [token.norm for token in text.tokens]
        for block in LCSseq.opcodes(ours, theirs):
            first, last = block.dest_start, block.dest_end
            if block.tag == "equal" and last - first >= _SHARED_RUN and _said(text, first, last):
                return passage, (text.tokens[first].start, text.tokens[last - 1].end)
    return None


def _said(text: Text, first: int, last: int) -> bool:
    return sum(not token.stop for token in text.tokens[first:last]) >= 3


def _finding(careful: tuple[int, int, Span], plain: tuple[int, int, Span], reading: Reading) -> FrameFinding:
    (x, i, caveat), (y, j, claim) = careful, plain
    told = reading.texts[i].text[caveat[0] : caveat[1]]
    reason = f"one article adds “{told}”, the other gives the claim without it"
    swap = x > y
    spans = Evidence(claim, caveat) if swap else Evidence(caveat, claim)
    values = ("", told) if swap else (told, "")
    finding = Finding("caveat", "check", _CONFIDENCE, _CONFIDENCE * _WEIGHT, reason, (spans,), values)
    return FrameFinding((y, j), (x, i), finding) if swap else FrameFinding((x, i), (y, j), finding)
