"""Frames of votes: "she won, 134 to 63", wherever an article tells how one ended."""

from collections.abc import Iterator

from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.frames.tolls import of_another_year

# Fewer on the stronger side are a match, whose result another match may have nearly.
_VOTES = 20
# Two tallies of one ballot differ by less than this share on either side.
_NEAR = 0.12
_SURE, _OPEN = 0.82, 0.62


def tallies(reading: Reading) -> Iterator[Frame]:
    """The votes told by both sides; `actors` are those named in the sentence and the one before it."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        if of_another_year(text, reading):
            continue
        for quantity in text.quantities:
            if quantity.kind == "score" and max(_sides(quantity)) >= _VOTES:
                span = quantity.start, quantity.end
                yield Frame("tally", "vote", str(quantity.first), reading.around(passage), passage, span)


def votes(both: Both) -> Verdict | None:
    """Two tallies that are nearly the same, where neither article has the other's too."""
    one, other = _told(both.one, both.reading_a), _told(both.other, both.reading_b)
    if one == other or not both.shared or not all(_near(x, y) for x, y in zip(one, other, strict=True)):
        return None
    if other in _all(both.reading_a) or one in _all(both.reading_b):
        return None
    score, doubt = (_SURE, "") if sum(one) == sum(other) else (_OPEN, "may be two ballots: the sums differ")
    return "number", score, 0.8, f"{both.mine} in one, {both.theirs} in the other, for what may be one vote", doubt


def _sides(quantity: Quantity) -> tuple[float, float]:
    """The larger and the smaller number of a tally, which is kept as one."""
    more, fewer = sorted(divmod(quantity.low, 1e5), reverse=True)
    return more, fewer


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(one, other)


def _told(frame: Frame, reading: Reading) -> tuple[float, float]:
    quantities = reading.texts[frame.passage].quantities
    return next(_sides(q) for q in quantities if str(q.first) == frame.value)


def _all(reading: Reading) -> set[tuple[float, float]]:
    return {_sides(q) for text in reading.texts for q in text.quantities if q.kind == "score"}
