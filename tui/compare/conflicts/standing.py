"""How well a candidate stands: what the confidence in it depends on.

Words that tell a figure or a date are left out of account wherever the two texts are held against each other: they are
what is looked for, and two headlines that differ in three figures may well be of one thing.
"""

from dataclasses import dataclass
from functools import cached_property

from tui.compare.conflicts.cues.names import Mention, one_place
from tui.compare.conflicts.lexicon import classes_of
from tui.compare.conflicts.pair import DRIFT, WINDOW, Candidate, Pair, Run
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

FEATURES = (
    "support_low", "support_mean", "slot", "row", "sure", "rivals", "likeness", "closeness", "named", "figures",
    "strangers", "place", "event", "short", "unlike_length",
)  # fmt: skip
# Tokens of content up to which a text counts as short: a headline.
SHORT = 8
# Content words beside two cues from which they stand in the very same row of words.
ROW = 4
UNKNOWN = 0.5
_NAMED = frozenset({"place", "name", "attribution"})
_COMPASS = {short: short for short in ("n", "e", "s", "w", "ne", "nw", "se", "sw")} | {
    f"{name}{ending}": "".join(side[0] for side in ("north", "south", "east", "west") if side in name)
    for name in ("north", "east", "south", "west", "northeast", "northwest", "southeast", "southwest")
    for ending in ("", "ern")
}


@dataclass(frozen=True)
class Standing:
    """A pair, and what holds of all candidates in it. Not slotted: that is cached on it."""

    pair: Pair

    @cached_property
    def whole(self) -> tuple[float, ...]:
        """Likeness and closeness, names and figures agreed, strangers, place, event, and the sizes."""
        pair = self.pair
        covered = sorted((_covered(pair.a, pair.to_b), _covered(pair.b, pair.to_a)))
        sizes = sorted((len(pair.a.content), len(pair.b.content)))
        return (
            0.7 * covered[1] + 0.3 * covered[0], covered[0], _named(pair), _figures(pair),
            min(pair.strangers, 3) / 3, _places(pair), _events(pair), float(sizes[0] <= SHORT),
            1 - sizes[0] / max(1, sizes[1]),
        )  # fmt: skip

    @property
    def apart(self) -> bool:
        """Whether the two tell of places or of calamities that are not one."""
        return not (self.whole[5] and self.whole[6])

    @property
    def strange(self) -> bool:
        """Whether each names what the other does not, and no place or calamity is the same."""
        return bool(self.pair.strangers) and max(self.whole[5:7]) < 1

    @property
    def likeness(self) -> float:
        """How much the two have in common, figures aside."""
        return self.whole[0]

    def features(self, candidate: Candidate) -> tuple[float, ...]:
        """What the confidence in a candidate depends on, in the order of `FEATURES`; each about 0 to 1."""
        pair, run_a, run_b = self.pair, candidate.run_a, candidate.run_b
        low, high = sorted((support(pair.a, run_a, pair.to_b, run_b), support(pair.b, run_b, pair.to_a, run_a)))
        whole = self.whole
        if candidate.kind in _NAMED:
            # What is looked for tells nothing of the rest: no place is the same where the place is what differs.
            whole = (*whole[:2], UNKNOWN, whole[3], max(0.0, whole[4] - 1 / 3), UNKNOWN, *whole[6:])
        return (
            low, (low + high) / 2, pair.slot(run_a, run_b), row(pair, run_a, run_b) / ROW, candidate.sure,
            min(candidate.rivals, 4) / 4, *whole,
        )  # fmt: skip


def figures(text: Text) -> list[Run]:
    """Where a text tells figures and dates."""
    return [(q.first, q.last) for q in text.quantities] + [(moment.first, moment.last) for moment in text.moments]


@noted
def told(text: Text) -> frozenset[int]:
    """The tokens that tell a figure or a date."""
    return frozenset(at for run in figures(text) for at in range(*run))


@noted
def plain(text: Text) -> tuple[int, ...]:
    """The content words that tell neither."""
    telling = told(text)
    return tuple(at for at in text.content if at not in telling)


def _covered(text: Text, mapping: dict[int, int]) -> float:
    rest = plain(text)
    return sum(at in mapping for at in rest) / len(rest) if rest else UNKNOWN


def support(text: Text, run: Run, to_other: dict[int, int], other: Run) -> float:
    """The share of the plain words around a cue that correspond to words around the other."""
    rest = plain(text)
    near = [at for at in reversed(rest) if at < run[0]][:WINDOW] + [at for at in rest if at >= run[1]][:WINDOW]
    if not near:
        return 0.4
    low, high = other[0] - DRIFT, other[1] + DRIFT
    return sum(low <= to_other.get(at, -99) < high for at in near) / len(near)


def row(pair: Pair, run_a: Run, run_b: Run) -> int:
    """How many content words beside two cues correspond one by one, without a gap; at most `ROW`."""
    found = 0
    for step, i, j in ((-1, run_a[0] - 1, run_b[0] - 1), (1, run_a[1], run_b[1])):
        while found < ROW and pair.to_b.get(i) == j:
            found += not pair.a.tokens[i].stop
            i, j = i + step, j + step
    return min(found, ROW)


def _named(pair: Pair) -> float:
    """The share of names that the other text has too."""
    counted = [
        any(k in mapping for k in range(m.first, m.last))
        for text, mapping in ((pair.a, pair.to_b), (pair.b, pair.to_a))
        for m in text.mentions
    ]
    return sum(counted) / len(counted) if counted else UNKNOWN


def _figures(pair: Pair) -> float:
    """The share of figures and dates that the other text has too."""
    counted = [
        any(k in mapping for k in range(*run))
        for text, mapping in ((pair.a, pair.to_b), (pair.b, pair.to_a))
        for run in figures(text)
    ]
    return sum(counted) / len(counted) if counted else UNKNOWN


def _places(pair: Pair) -> float:
    """1 where the two name one place, 0 where each names places the other does not lie in."""
    ours, theirs = ([m for m in text.mentions if m.place] for text in (pair.a, pair.b))
    if not ours or not theirs:
        return UNKNOWN
    same = [(x, y) for x in ours for y in theirs if x.name == y.name or one_place(x, y)]
    return float(any(not _other_part(pair, x, y) for x, y in same))


def _other_part(pair: Pair, one: Mention, other: Mention) -> bool:
    """Whether two names of one place stand for parts of it that lie apart: "SW China" and "E China"."""
    ours, theirs = (
        _COMPASS.get(text.tokens[m.first - 1].norm, "") if m.first else ""
        for text, m in ((pair.a, one), (pair.b, other))
    )
    return bool(ours) and bool(theirs) and not set(ours) & set(theirs)


def _events(pair: Pair) -> float:
    """1 where the two tell of one kind of calamity, 0 where each tells of another."""
    ours, theirs = calamities(pair.a), calamities(pair.b)
    if not ours or not theirs:
        return UNKNOWN
    return float(not ours.isdisjoint(theirs))


@noted
def calamities(text: Text) -> frozenset[str]:
    """The kinds of calamity a text tells of."""
    return classes_of("calamity", text.lemmas)
