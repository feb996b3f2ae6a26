"""Whether two passages give figures that agree: as many of the same, as long, as far, as much, as late.

Words and digits, units of one dimension and rounded figures are held against each other as what they amount to:
"ten miles" and "16 kilometres", "a quarter past three" and "03:15", "some 120 residents" and "the 118 residents".
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf, sqrt
from typing import NamedTuple

import numpy as np

from tui.compare.conflicts.cues.calendar import Moment
from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.reading import Text
from tui.compare.model import Span
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.background import background
from tui.compare.text.profiles import Profile

# Quantities that agree differ by no more than a tenth: nobody measures the damage twice alike.
_SLACK = 1.1
# Two exact figures of one thing differ by so much at most, rounded ones by so much.
_EXACT, _ROUGH = 1.02, 1.12
# Two counts of one rare thing may be told so far apart: "two boats" sank first, then "three".
_ALIKE = 1.5
# In how many background sentences the word for a rare thing stands at most.
_RARE = 60
# Without "a.m." or "p.m." a clock tells half a day.
_HALF_DAY = 720
# Counts from this on, and other figures but these, come seldom by chance.
_MANY = 10
_PLAIN = frozenset({0.0, 1.0, 50.0, 100.0})
_OF_A_KIND = frozenset({"money", "percent", "age", "duration", "measure"})


class Figure(NamedTuple):
    """What is counted or measured, by any of `of`, and the least and the most that it can be.

    One that `tells` is of few other things: two texts that give it mean the same. `span` is where it is written.
    """

    of: frozenset[str]
    low: float
    high: float
    tells: bool
    span: Span


def agreements(profiles: Sequence[Profile], left: Indexes, right: Indexes) -> Floats:
    """For each pair of `profiles` 1 where they give a figure that agrees, else 0."""
    found = np.zeros(len(left), dtype=np.float32)
    used = np.zeros(len(profiles), dtype=np.bool_)
    used[left] = used[right] = True
    chosen = ((index, profiles[index]) for index in np.flatnonzero(used).tolist())
    read = {index: figures(profile.text, profile.language) for index, profile in chosen if counts(profile)}
    some = np.zeros(len(profiles), dtype=np.bool_)
    some[[index for index, known in read.items() if known]] = True
    both = np.flatnonzero(some[left] & some[right])
    pairs = zip(left[both].tolist(), right[both].tolist(), strict=True)
    found[both] = [agree(read[i], read[j]) for i, j in pairs]
    return found


def near(a: Figure, b: Figure) -> bool:
    """Whether two figures that agree are about as large: "at least 12" says little of 5,000."""
    exact = all(one.high <= one.low * _SLACK * (1 + 1e-9) for one in (a, b))
    return apart(a, b) <= (_EXACT if exact else _ROUGH)


def apart(a: Figure, b: Figure) -> float:
    """How many times the lesser of two figures the greater one is: 1 where they are equal."""
    least, most = sorted((_middle(a), _middle(b)))
    if most == least:
        return 1.0
    return most / least if least > 0 else inf


def alike(a: Figure, b: Figure) -> bool:
    """Whether two counts are nearly the same, or exactly, and none is as vague as "dozens"."""
    if any(one.low <= 0 or one.low * _ROUGH * _ROUGH < one.high < inf for one in (a, b)):
        return False
    return apart(a, b) <= _ALIKE


def is_rare_count(of: str) -> bool:
    """Whether few news sentences have the word for what is counted."""
    kind, _, noun = of.partition(" ")
    return kind == "count" and background().stems.get(noun, 0) <= _RARE


def _middle(figure: Figure) -> float:
    """What is meant, about: of "at least 12" it is 12."""
    low, high = figure.low, figure.high
    if low > 0 and high < inf:
        return sqrt(low * high)
    return low if high == inf else high


def agree(a: Iterable[Figure], b: Sequence[Figure]) -> bool:
    """Whether a figure of the one agrees with one of the other."""
    return any(one.low <= two.high and two.low <= one.high and not one.of.isdisjoint(two.of) for one in a for two in b)


@lru_cache(maxsize=1 << 15)
def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures of a text: quantities, clock times and days of the year."""
    read = Text(text, language)
    points = (_point(moment) for moment in read.moments)
    found = [*(_figure(quantity) for quantity in read.quantities), *(point for point in points if point)]
    return tuple(figure for figure in found if figure.of)


def counts(profile: Profile) -> bool:
    """Whether a passage has figures, written in digits or in words."""
    return bool(profile.numbers) or any(token.norm[0].isdigit() for token in profile.tokens)


def _figure(quantity: Quantity) -> Figure:
    span = quantity.start, quantity.end
    if quantity.kind in _OF_A_KIND:
        # Times are in hours and measures in the unit of their dimension, whatever unit is written.
        of = frozenset({quantity.kind if quantity.kind == "duration" else f"{quantity.kind} {quantity.unit}"})
        return Figure(of, quantity.low / _SLACK**0.5, quantity.high * _SLACK**0.5, _tells(quantity), span)
    if quantity.kind == "score":
        # No measure: 2–1 and 2–2 are two results.
        return Figure(frozenset({"score"}), quantity.low, quantity.high, _tells(quantity), span)
    nouns = frozenset(f"{quantity.kind} {noun}" for noun in quantity.nouns)
    of = nouns | {quantity.role} if quantity.role else nouns
    return Figure(of, quantity.low, quantity.high, _tells(quantity), span)


def _tells(quantity: Quantity) -> bool:
    """Whether few other things come in that number: no age, no rank, no "one day", no "half", no "millions"."""
    if quantity.bound == "vague" or quantity.part or quantity.kind in {"age", "ordinal"}:
        return False
    if quantity.kind == "count":
        return quantity.value >= _MANY
    return quantity.value not in _PLAIN


def _point(moment: Moment) -> Figure | None:
    span = moment.start, moment.end
    if moment.clock is not None:
        return Figure(frozenset({"clock"}), moment.clock % _HALF_DAY, moment.clock % _HALF_DAY, True, span)
    if moment.month is not None and moment.day is not None:
        return Figure(frozenset({f"month {moment.month}"}), moment.day, moment.day, False, span)
    return None
