"""What says that a figure is one below nought: a minus at it, "minus", "negative", "below zero"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.compare.text.tokens import Token

# A sign stands at the figure, and apart from what stands before it.
_MINUS = re.compile(r"(?:^|[\s(\[“\"])([-−][$€£¥]?)$")
_WORDS = frozenset(["minus", "negative"])
_BELOW = re.compile(
    r"\s*(?:degrees? )?(?:(?:celsius|centigrade|fahrenheit|[cf]\b) )?(?:below (?:zero|freezing|nought)|of frost)\b",
    re.I,
)
# A dash that is closed again opens an insertion: "1,200 jobs -3% of its staff- on Monday".
_CLOSED = re.compile(r"[^.;:?!]{0,60}\w[-−–](?:\s|$)")
_SHARES = frozenset(["percent", "pct", "percentage"])
_JOINTS = frozenset(["to", "and", "or"])
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Below(NamedTuple):
    """Where a figure below nought begins, as a token and in code points, and what a range of it ends with, if one."""

    first: int
    start: int
    other: float | None


def below_nought(
    text: str, tokens: Sequence[Token], gaps: Sequence[str], first: int, span: tuple[int, int]
) -> Below | None:
    """How the figure with token `first` first, that takes up `span`, is told to be below nought; None if it is not."""
    sign = _minus(text, tokens, gaps, first, span[1])
    if sign is not None:
        return Below(first, tokens[first].start - len(sign), _other_end(tokens, gaps, first))
    before = [token.norm for token in tokens[max(0, first - 3) : first]]
    if before[-1:] and before[-1] in _WORDS and not gaps[first].strip("$€£¥ "):
        return Below(first - 1, tokens[first - 1].start, _other_end(tokens, gaps, first - 1))
    if _BELOW.match(text, span[1]) or (len(before) == 3 and before[0] == "negative" and before[2] == "of"):
        return Below(first, span[0], None)
    return None


def _minus(text: str, tokens: Sequence[Token], gaps: Sequence[str], first: int, end: int) -> str | None:
    """The sign before a figure, with that of its currency; none where the dash only parts words."""
    found = _MINUS.search(gaps[first])
    if found is None or _CLOSED.match(text, end):
        return None
    if first and (tokens[first - 1].norm[0].isdigit() or tokens[first - 1].norm in _SHARES or "%" in gaps[first]):
        return None
    return found.group(1)


def _other_end(tokens: Sequence[Token], gaps: Sequence[str], first: int) -> float | None:
    """The figure that a range begins with: "-5 to -3 degrees"."""
    if first < 2 or tokens[first - 1].norm not in _JOINTS or not _NUMBER.fullmatch(tokens[first - 2].norm):
        return None
    value = float(tokens[first - 2].norm)
    minus = _MINUS.search(gaps[first - 2]) or (first > 2 and tokens[first - 3].norm in _WORDS)
    return -value if minus else value
