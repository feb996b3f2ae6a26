"""At most how well a difference between two texts can stand, told before their words are aligned.

Which words two texts can have in common bounds most of what the confidence in a difference depends on
(`standing.FEATURES`): how much corresponds, how many names each has for itself, how exactly two cues can stand at one
place. What cannot be told is taken to be as favourable as can be.
"""

import math
from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter, mul
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.compare.conflicts.pair import DRIFT, WINDOW, Run, slot_of
from tui.compare.conflicts.ranking import weights
from tui.compare.conflicts.sheets import PLACES, Sheet, Words
from tui.compare.conflicts.standing import FEATURES, ROW, SHORT, UNKNOWN
from tui.compare.lazy import lazy

if TYPE_CHECKING:
    from tui.compare.text.partners import Partners

_TOLD = ("likeness", "closeness", "named", "figures", "strangers", "place", "event", "short", "unlike_length")
_NAMED, _STRANGERS, _PLACE = (_TOLD.index(name) for name in ("named", "strangers", "place"))
_UNKNOWN = (UNKNOWN, UNKNOWN)
# The support of a cue that no plain word stands beside, as `standing` counts it.
_BARE = 0.4
_APART = ("support_low", "support_mean", "slot", "row", "rivals")
_MOST_STRANGERS = 3
_MOST_RIVALS = 4
# What sums of such numbers may be off by.
_MARGIN = 1e-9

Values = tuple[float, ...]


class Cover(NamedTuple):
    """At most how much of two texts corresponds: the shares of content words of each that do.

    `reach_a` and `reach_b` hold every word that a word of the first and of the second text may be paired with,
    `partners` those of any word; None where that is not known.
    """

    a: float
    b: float
    reach_a: Words | None = None
    reach_b: Words | None = None
    partners: "Partners | None" = None

    @property
    def closeness(self) -> float:
        """At most the share of the longer text that corresponds."""
        return min(self.a, self.b)

    @property
    def likeness(self) -> float:
        """At most how much the two have in common, as `Pair.likeness` counts it."""
        less, more = (self.a, self.b) if self.a < self.b else (self.b, self.a)
        return 0.7 * more + 0.3 * less


class _Cue(NamedTuple):
    """A cue's weights, so that the highest log odds above the bar are a sum.

    `fixed` is what two texts do not tell at its best; `pick` takes from the least and the most that each told feature
    can be those that count highest, `own` are their weights. `best` is all but likeness and closeness at its best.
    `low` and `mean` are the weights of support, which is in `fixed` with what is best of it.
    """

    fixed: float
    best: float
    likeness: float
    closeness: float
    slot: float
    row: float
    rivals: float
    low: float
    mean: float
    sure: float
    own: Values
    pick: Any

    def lost(self, one: float, other: float) -> float:
        """How far the support falls short of the best where that of the two sides is at most `one` and `other`."""
        return _supported(self.low, self.mean, 1.0, 1.0) - _supported(self.low, self.mean, one, other)


class Outlook:
    """Two texts before their words are aligned."""

    def __init__(self, a: Sheet, b: Sheet, cover: Cover) -> None:
        """`cover` says what of them can correspond."""
        self.a, self.b, self.cover = a, b, cover

    def near_enough(self, cue: str) -> bool:
        """Whether the two have enough in common for a candidate of this cue, if all else is as good as can be."""
        own, (low, high) = _cue(cue), self._plain
        return own.best + own.likeness * (0.7 * high + 0.3 * low) + own.closeness * low >= -_MARGIN

    def reaches(
        self, cue: str, *, naming: bool = False, rivals: int = 0, sure: float = 1.0, at: "Place | None" = None
    ) -> bool:
        """Whether a candidate of this cue could be rated at the lowest bar.

        `rivals` are at least as many as it has, `sure` and what `at` says of its place at most what it has. A
        candidate is `naming` where names or places are what differs.
        """
        if not self.near_enough(cue):
            return False
        own = _cue(cue)
        held = own.rivals * min(rivals, _MOST_RIVALS) / _MOST_RIVALS if own.rivals < 0 else own.rivals
        told = self._weighed.get((cue, naming))
        if told is None:
            told = sum(map(mul, own.own, own.pick(self._naming if naming else self._told)))
            self._weighed[cue, naming] = told
        best = own.fixed + held + told
        if at is None:
            return best + own.slot + own.row >= -_MARGIN
        best += own.slot * at.slot + own.row * at.row - max(0.0, own.sure) * (1 - sure)
        return best >= -_MARGIN and best - own.lost(*self._support(at)) >= -_MARGIN

    def reaches_at(self, cue: str, run_a: Run, run_b: Run) -> bool:
        """Whether a candidate of this cue could be, where the two cues stand at these places."""
        return self.reaches(cue) and self.reaches(cue, at=place(self.a, self.b, self.cover.partners, run_a, run_b))

    def _support(self, at: "Place") -> tuple[float, float]:
        """At most the support of two cues on each side."""
        partners = self.cover.partners
        if partners is None:
            return 1.0, 1.0
        return near(self.a, self.b, partners, at.a, at.b), near(self.b, self.a, partners, at.b, at.a)

    @lazy
    def _weighed(self) -> dict[tuple[str, bool], float]:
        """What the told features count at most, for each cue that was asked for, naming or not."""
        return {}

    @lazy
    def _plain(self) -> tuple[float, float]:
        """At most the shares of words that tell no figure and no date which correspond, the lower first."""
        one, other = _plain_cover(self.a, self.cover.a), _plain_cover(self.b, self.cover.b)
        return (one, other) if one < other else (other, one)

    @lazy
    def _told(self) -> Values:
        """The least of each told feature, then the most."""
        a, b = self.a, self.b
        low, high = self._plain
        alone_a, alone_b = self._lone
        total = len(a.names) + len(b.names)
        named = (0.0, 1 - (alone_a + alone_b) / total) if total else _UNKNOWN
        place = (0.0, 1.0) if a.holds & b.holds & PLACES else _UNKNOWN
        event = UNKNOWN
        if a.calamities and b.calamities:
            event = float(not a.calamities.isdisjoint(b.calamities))
        less, more = (a.size, b.size) if a.size < b.size else (b.size, a.size)
        short, unlike = float(less <= SHORT), 1 - less / max(1, more)
        strangers = min(alone_a, alone_b, _MOST_STRANGERS) / _MOST_STRANGERS
        most = min(len(a.names), len(b.names), _MOST_STRANGERS) / _MOST_STRANGERS
        figures = self._figures()
        return (
            0.0, 0.0, named[0], figures[0], strangers, place[0], event, short, unlike,
            0.7 * high + 0.3 * low, low, named[1], figures[1], most, place[1], event, short, unlike,
        )  # fmt: skip

    @lazy
    def _naming(self) -> Values:
        """The same for a candidate that is naming: what is looked for tells nothing of the rest."""
        told = list(self._told)
        for at in (0, len(_TOLD)):
            told[at + _NAMED] = told[at + _PLACE] = UNKNOWN
            told[at + _STRANGERS] = max(0.0, told[at + _STRANGERS] - 1 / _MOST_STRANGERS)
        return tuple(told)

    @lazy
    def _lone(self) -> tuple[int, int]:
        """At least how many names of each text the other lacks."""
        cover = self.cover
        if cover.reach_a is None or cover.reach_b is None:
            return 0, 0
        return sum(map(cover.reach_b.isdisjoint, self.a.names)), sum(map(cover.reach_a.isdisjoint, self.b.names))

    def _figures(self) -> tuple[float, float]:
        """The least and the most of the figures and dates that the other text may have too."""
        a, b, cover = self.a, self.b, self.cover
        total = len(a.figures) + len(b.figures)
        if not total:
            return _UNKNOWN
        if cover.reach_a is None or cover.reach_b is None:
            return 0.0, 1.0
        lone = sum(map(cover.reach_b.isdisjoint, a.figures)) + sum(map(cover.reach_a.isdisjoint, b.figures))
        return 0.0, 1 - lone / total


class Place(NamedTuple):
    """Two cues: where they stand in the first and the second text, and at most their slot and their row.

    See `Pair.slot` and `standing.row`.
    """

    a: Run
    b: Run
    slot: float
    row: float

    @property
    def turned(self) -> "Place":
        """The same, the second text first."""
        return Place(self.b, self.a, self.slot, self.row)


def place(a: Sheet, b: Sheet, partners: "Partners | None", run_a: Run, run_b: Run) -> Place:
    """What can be told of two cues."""
    if partners is None:
        return Place(run_a, run_b, 1.0, 1.0)
    norms_a, norms_b, of_word = a.norms, b.norms, partners.of_word
    size_a, size_b = len(norms_a), len(norms_b)

    def meet(i: int, j: int) -> bool:
        if not (0 <= i < size_a and 0 <= j < size_b):
            return False
        return norms_a[i] == norms_b[j] or norms_b[j] in of_word(norms_a[i])

    found = 0
    for step, i, j in ((-1, run_a[0] - 1, run_b[0] - 1), (1, run_a[1], run_b[1])):
        while found < ROW and meet(i, j):
            found += not (a.text.tokens[i].stop and b.text.tokens[j].stop)
            i, j = i + step, j + step
    return Place(run_a, run_b, slot_of(meet, run_a, run_b, (size_a, size_b)), min(found, ROW) / ROW)


def near(sheet: Sheet, other: Sheet, partners: "Partners", run: Run, there: Run) -> float:
    """At most the share of the plain words around a cue that correspond to words around the other's."""
    rest = sheet.rest
    before, after = bisect_left(rest, run[0]), bisect_left(rest, run[1])
    near = rest[max(0, before - WINDOW) : before] + rest[after : after + WINDOW]
    if not near:
        return _BARE
    around = set(other.norms[max(0, there[0] - DRIFT) : there[1] + DRIFT])
    of_word, norms = partners.of_word, sheet.norms
    return sum(not around.isdisjoint(of_word(norms[at])) for at in near) / len(near)


def _supported(low: float, mean: float, one: float, other: float) -> float:
    """What support counts at its best, where each side has at most so much; the best lies in a corner."""
    less, more = (one, other) if one < other else (other, one)
    return max(0.0, mean / 2 * more, (low + mean) * less, low * less + mean / 2 * (less + more))


@lru_cache(maxsize=64)
def _cue(cue: str) -> _Cue:
    model = weights()
    own = dict(zip(FEATURES, model.cues[cue][1:], strict=True))
    bar = math.log(model.check / (1 - model.check))
    low, mean = own["support_low"], own["support_mean"]
    best = _supported(low, mean, 1.0, 1.0)
    best += sum(max(0.0, weight) for name, weight in own.items() if name not in (*_TOLD, *_APART))
    told = tuple(own[name] for name in _TOLD)
    pick = itemgetter(*(at + len(_TOLD) * (weight > 0) for at, weight in enumerate(told)))
    fixed = model.cues[cue][0] + best - bar
    best = fixed + sum(max(0.0, own[name]) for name in ("slot", "row", "rivals", *_TOLD[2:]))
    likeness, closeness = max(0.0, own["likeness"]), max(0.0, own["closeness"])
    slot, row = max(0.0, own["slot"]), max(0.0, own["row"])
    return _Cue(fixed, best, likeness, closeness, slot, row, own["rivals"], low, mean, own["sure"], told, pick)


def _plain_cover(sheet: Sheet, cover: float) -> float:
    """At most the share of the words that tell no figure and no date which correspond, as `Standing` counts it."""
    return min(1.0, cover * sheet.size / sheet.plain) if sheet.plain else UNKNOWN
