"""Whether two passages give figures that agree: as many of the same, as long, as far, as much, as late.

Words and digits, units of one dimension and rounded figures are held against each other as what they amount to:
"ten miles" and "16 kilometres", "a quarter past three" and "03:15", "some 120 residents" and "the 118 residents".
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from tui.compare.conflicts.cues.calendar import Moment
from tui.compare.conflicts.cues.measures import HOURS, MEASURES
from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.reading import Text
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.profiles import Profile

# Quantities that agree differ by no more than a tenth: nobody measures the damage twice alike.
_SLACK = 1.1
# Without "a.m." or "p.m." a clock tells half a day.
_HALF_DAY = 720
_OF_A_KIND = frozenset({"money", "percent", "age", "duration", "measure", "score"})


class Figure(NamedTuple):
    """What is counted or measured, by any of `of`, and the least and the most that it can be."""

    of: frozenset[str]
    low: float
    high: float


def agreements(profiles: Sequence[Profile], left: Indexes, right: Indexes) -> Floats:
    """For each pair of `profiles` 1 where they give a figure that agrees, else 0."""
    found = np.zeros(len(left), dtype=np.float32)
    used = np.zeros(len(profiles), dtype=np.bool_)
    used[left] = used[right] = True
    read = {index: figures(profiles[index].text) for index in np.flatnonzero(used).tolist() if _counts(profiles[index])}
    some = np.zeros(len(profiles), dtype=np.bool_)
    some[[index for index, known in read.items() if known]] = True
    chosen = np.flatnonzero(some[left] & some[right])
    pairs = zip(left[chosen].tolist(), right[chosen].tolist(), strict=True)
    found[chosen] = [agree(read[i], read[j]) for i, j in pairs]
    return found


def agree(a: Iterable[Figure], b: Sequence[Figure]) -> bool:
    """Whether a figure of the one agrees with one of the other."""
    return any(one.low <= two.high and two.low <= one.high and not one.of.isdisjoint(two.of) for one in a for two in b)


@lru_cache(maxsize=1 << 15)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text: quantities, clock times and days of the year."""
    read = Text(text)
    points = (_point(moment) for moment in read.moments)
    found = [*(_figure(quantity) for quantity in read.quantities), *(point for point in points if point)]
    return tuple(figure for figure in found if figure.of)


def _counts(profile: Profile) -> bool:
    """Whether a passage has figures, written in digits or in words."""
    return bool(profile.numbers) or any(token.norm[0].isdigit() for token in profile.tokens)


def _figure(quantity: Quantity) -> Figure:
    factor, unit = 1.0, quantity.unit
    if quantity.kind == "measure" and unit in MEASURES:
        unit, factor = MEASURES[unit]
    elif quantity.kind == "duration" and unit in HOURS:
        unit, factor = "hour", HOURS[unit]
    if quantity.kind in _OF_A_KIND:
        of = frozenset({f"{quantity.kind} {unit}"})
        return Figure(of, quantity.low * factor / _SLACK**0.5, quantity.high * factor * _SLACK**0.5)
    nouns = frozenset(f"{quantity.kind} {noun}" for noun in quantity.nouns)
    return Figure(nouns | {quantity.role} if quantity.role else nouns, quantity.low, quantity.high)


def _point(moment: Moment) -> Figure | None:
    if moment.clock is not None:
        return Figure(frozenset({"clock"}), moment.clock % _HALF_DAY, moment.clock % _HALF_DAY)
    if moment.month is not None and moment.day is not None:
        return Figure(frozenset({f"month {moment.month}"}), moment.day, moment.day)
    return None
