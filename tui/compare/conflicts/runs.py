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


def splits(same: Mapping[Cell, float], held: Collection[Cell]) -> Iterator[Split]:
    """Two neighbouring passages against the one that both correspond to, at least one of them held against it.

    `same` is the probability for each passage pair that an editor would call it the same, `held` the pairs that
    are compared word by word.
    """
    best: dict[tuple[str, int], float] = {}
    for (i, j), score in same.items():
        best["a", i] = max(best.get(("a", i), 0.0), score)
        best["b", j] = max(best.get(("b", j), 0.0), score)
    for i, j in sorted(held):
        for near in (i - 1, i + 1):
            if _is_half(same, held, (near, j), (i, j), best.get(("a", near), 1.0)):
                yield Split((min(i, near), max(i, near)), (j, j))
        for near in (j - 1, j + 1):
            if _is_half(same, held, (i, near), (i, j), best.get(("b", near), 1.0)):
                yield Split((i, i), (min(j, near), max(j, near)))


def _is_half(same: Mapping[Cell, float], held: Collection[Cell], half: Cell, cell: Cell, best: float) -> bool:
    """Whether a neighbouring pair belongs to the one that is held; of two that are, each split is told once."""
    return same.get(half, 0.0) >= max(LEAST_HALF, NEAR_BEST * best) and not (half in held and half < cell)
