"""A sentence of one article split in two by the other: which two passages to read as one."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

Cell = tuple[int, int]

# The weaker half is at least this likely the same, and nearer to this passage than to most others.
LEAST_HALF = 0.1
NEAR_BEST = 0.5


class Split(NamedTuple):
    """Passages `a[0]` to `a[1]` of one article against `b[0]` to `b[1]` of the other, inclusive; one side is single."""

    a: tuple[int, int]
    b: tuple[int, int]


Bests = tuple[dict[int, float], dict[int, float]]


def splits(same: Mapping[Cell, float], held: Collection[Cell], best: Bests | None = None) -> Iterator[Split]:
    """Two neighbouring passages against the one that both correspond to, at least one of them held against it.

    `same` is the probability for each passage pair that an editor would call it the same, `held` the pairs that
    are compared word by word, `best` are the `bests` where they are known.
    """
    best_a, best_b = best or bests(same)
    for i, j in sorted(held):
        for near in (i - 1, i + 1):
            if (near, j) in same and _is_half(same, held, (near, j), (i, j), best_a[near]):
                yield Split((min(i, near), max(i, near)), (j, j))
        for near in (j - 1, j + 1):
            if (i, near) in same and _is_half(same, held, (i, near), (i, j), best_b[near]):
                yield Split((i, i), (min(j, near), max(j, near)))


def bests(same: Mapping[Cell, float]) -> Bests:
    """The highest score of each passage of the first and of the second article."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in same.items():
        if score > best_a.get(i, -1.0):
            best_a[i] = score
        if score > best_b.get(j, -1.0):
            best_b[j] = score
    return best_a, best_b


def _is_half(same: Mapping[Cell, float], held: Collection[Cell], half: Cell, cell: Cell, best: float) -> bool:
    """Whether a neighbouring pair belongs to the one that is held; of two that are, each split is told once."""
    return same[half] >= max(LEAST_HALF, NEAR_BEST * best) and not (half in held and half < cell)
