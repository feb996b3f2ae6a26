"""An aligned pair of texts, and how well the surroundings of two cues correspond."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.compare.conflicts.reading import Text
from tui.compare.lazy import lazy
from tui.compare.model import ConflictKind, Span

# Content words on either side of a cue that must correspond for the cue to count.
WINDOW = 5
# How far, in tokens, from the other cue a corresponding word may lie.
DRIFT = 8

# What a corresponding neighbour so many tokens before or after two cues counts, and the edge of both texts.
_BEFORE = (1, 0.5), (2, 0.35), (3, 0.2)
_AFTER = (0, 0.5), (1, 0.35), (2, 0.2)
_EDGE = 0.35

Run = tuple[int, int]
Meet = Callable[[int, int], bool]
Side = Literal["a", "b"]


@dataclass(frozen=True)
class Pair:
    """Two texts with the pairs of corresponding tokens. Not slotted: derived values are cached on it."""

    a: Text
    b: Text
    pairing: Sequence[tuple[int, int]]
    overlap: float = 1.0

    @lazy
    def to_b(self) -> dict[int, int]:
        """From tokens of `a` to corresponding tokens of `b`."""
        return dict(self.pairing)

    @lazy
    def to_a(self) -> dict[int, int]:
        """From tokens of `b` to corresponding tokens of `a`."""
        return {j: i for i, j in self.pairing}

    @lazy
    def covered(self) -> tuple[float, float]:
        """The share of content words of each text that correspond to a word of the other."""
        return (
            len(self.to_b.keys() & self.a.contents) / max(1, len(self.a.content)),
            len(self.to_a.keys() & self.b.contents) / max(1, len(self.b.content)),
        )

    @lazy
    def likeness(self) -> float:
        """How much the two have in common: mostly of the shorter text, a little of the longer."""
        return 0.7 * max(self.covered) + 0.3 * min(self.covered)

    @lazy
    def closeness(self) -> float:
        """The share of the longer text that corresponds."""
        return min(self.covered)

    @lazy
    def agreed(self) -> float:
        """The share of figures, dates and names that the other text has too; half where there are none."""
        counted = [
            any(k in mapping for k in range(*run))
            for text, mapping in ((self.a, self.to_b), (self.b, self.to_a))
            for run in _facts(text)
        ]
        return sum(counted) / len(counted) if counted else 0.5

    @lazy
    def strangers(self) -> int:
        """How many names of each text the other lacks, the smaller number of the two."""
        return min(
            sum(not any(k in mapping for k in range(m.first, m.last)) for m in text.mentions)
            for text, mapping in ((self.a, self.to_b), (self.b, self.to_a))
        )

    def support(self, run_a: Run, run_b: Run) -> tuple[float, float]:
        """How well the words around two cues correspond, for each side, from 0 to 1."""
        return (
            _support(self.a, run_a, self.to_b, run_b),
            _support(self.b, run_b, self.to_a, run_a),
        )

    def slot(self, run_a: Run, run_b: Run) -> float:
        """How exactly two cues stand at the same place: 1 where the neighbours on both sides correspond."""
        to_b = self.to_b
        sizes = len(self.a.tokens), len(self.b.tokens)
        return slot_of(lambda i, j: to_b.get(i, -99) == j, run_a, run_b, sizes)


def slot_of(meet: Meet, run_a: Run, run_b: Run, sizes: tuple[int, int]) -> float:
    """`Pair.slot` of texts of so many tokens, where `meet` tells whether two tokens correspond."""
    left = next((w for d, w in _BEFORE if meet(run_a[0] - d, run_b[0] - d)), 0.0)
    if run_a[0] == 0 and run_b[0] == 0:
        left = _EDGE
    right = next((w for d, w in _AFTER if meet(run_a[1] + d, run_b[1] + d)), 0.0)
    if (run_a[1], run_b[1]) == sizes:
        right = _EDGE
    return left + right


def _facts(text: Text) -> list[Run]:
    runs = [(quantity.first, quantity.last) for quantity in text.quantities]
    runs += [(moment.first, moment.last) for moment in text.moments]
    return runs + [(mention.first, mention.last) for mention in text.mentions]


def _support(text: Text, run: Run, to_other: dict[int, int], other: Run) -> float:
    near = [at for at in range(run[0] - 1, -1, -1) if not text.tokens[at].stop][:WINDOW]
    near += [at for at in range(run[1], len(text.tokens)) if not text.tokens[at].stop][:WINDOW]
    if not near:
        return 0.4
    low, high = other[0] - DRIFT, other[1] + DRIFT
    return sum(low <= to_other.get(at, -99) < high for at in near) / len(near)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A difference a family has found, before it is weighed.

    `cue` names what it rests on (the weights know it), `weight` (0 to 1) is how much such a difference
    matters to an editor, `sure` (0 to 1) how surely the two things compared are one thing, `rivals` how
    many other differences of its kind the pair has. The runs are tokens, `a` and `b` code points.
    A `reason` left empty is put together for those that are shown: what stands in each text, of which `thing`.
    `mild` keeps it out of the tier `conflict`; a `rating` above 0 is its confidence, where no weights are.
    """

    kind: ConflictKind
    cue: str
    weight: float
    run_a: Run
    run_b: Run
    a: Span
    b: Span
    reason: str
    values: tuple[str, str]
    sure: float = 1.0
    rivals: int = 0
    mild: bool = False
    downgrade: str = ""
    rating: float = 0.0
    thing: str = ""


def span(text: Text, run: Run) -> Span:
    """The code points of a run of tokens; an empty span before the token of an empty run."""
    if run[0] >= run[1]:
        at = text.tokens[run[0]].start if run[0] < len(text.tokens) else len(text.text)
        return at, at
    return text.tokens[run[0]].start, text.tokens[run[1] - 1].end


def words(text: Text, where: Span) -> str:
    """What stands at a span, on one line."""
    return " ".join(text.text[where[0] : where[1]].split())
