"""Linked passages grow together into runs: non-monotone, one to many, with a gap of at most one passage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Cell = tuple[int, int]
Cells = Mapping[Cell, float]

# A neighbour of a link joins it at this share of the bar for a link of its own.
GROWTH = 0.7
# Of the passages of a run at least this share, on each side, must themselves be linked inside it.
DENSITY = 0.6


@dataclass(frozen=True, slots=True)
class Run:
    """The passages `a0` to `a1` of one article against `b0` to `b1` of another, ends inclusive."""

    a0: int
    a1: int
    b0: int
    b1: int
    cells: tuple[tuple[int, int, float], ...]

    @property
    def overlap(self) -> float:
        """The overlap of the best pair inside."""
        return max(score for _, _, score in self.cells)


def merge(cells: Cells, bar: float, paragraphs_a: Sequence[int], paragraphs_b: Sequence[int]) -> list[Run]:
    """Runs of passages out of scored pairs, in order of the first article.

    A pair at or above `bar` seeds a run, its neighbours join from `GROWTH` times `bar`. Neighbours are at
    most one passage apart on both sides and in the same paragraph on at least one: what two articles have
    in common over several paragraphs is several links.
    """
    kept = _strongest(cells, bar)
    kept = _grown(kept, cells, bar * GROWTH)
    runs = []
    for group in _groups(sorted(kept), paragraphs_a, paragraphs_b):
        runs.extend(_validated({cell: cells[cell] for cell in group}, bar))
    return sorted(runs, key=lambda run: (run.a0, run.b0, run.a1, run.b1))


def _strongest(cells: Cells, bar: float) -> set[Cell]:
    """Pairs above the bar that are, for one of their two passages, near its best."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in cells.items():
        best_a[i] = max(best_a.get(i, 0.0), score)
        best_b[j] = max(best_b.get(j, 0.0), score)
    return {(i, j) for (i, j), score in cells.items() if score >= bar and score >= 0.8 * min(best_a[i], best_b[j])}


def _grown(seeds: set[Cell], cells: Cells, bar: float) -> set[Cell]:
    kept, fresh = set(seeds), list(seeds)
    while fresh:
        i, j = fresh.pop()
        for cell in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1), (i + 1, j + 1), (i - 1, j - 1)):
            if cell not in kept and cells.get(cell, 0.0) >= bar:
                kept.add(cell)
                fresh.append(cell)
    return kept


def _groups(cells: Sequence[Cell], paragraphs_a: Sequence[int], paragraphs_b: Sequence[int]) -> list[list[Cell]]:
    """Cells that hang together over gaps of at most one passage."""
    present = set(cells)
    groups = []
    while present:
        group, fresh = [], [min(present)]
        present.discard(fresh[0])
        while fresh:
            i, j = cell = fresh.pop()
            group.append(cell)
            near = [
                (k, m)
                for k in range(i - 2, i + 3)
                for m in range(j - 2, j + 3)
                if (k, m) in present and (paragraphs_a[i] == paragraphs_a[k] or paragraphs_b[j] == paragraphs_b[m])
            ]
            present.difference_update(near)
            fresh.extend(near)
        groups.append(sorted(group))
    return groups


def _validated(group: dict[Cell, float], bar: float) -> list[Run]:
    """The group as one run where it is dense enough, else without its weakest pair, and so on."""
    if not group or max(group.values()) < bar:
        return []
    rows, columns = {i for i, _ in group}, {j for _, j in group}
    height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if len(rows) >= DENSITY * height and len(columns) >= DENSITY * width:
        cells = tuple((i, j, score) for (i, j), score in sorted(group.items()))
        return [Run(min(rows), max(rows), min(columns), max(columns), cells)]
    weakest = min(group, key=lambda cell: (group[cell], cell))
    return _validated({cell: score for cell, score in group.items() if cell != weakest}, bar)
