"""Linked passages grow together into runs: non-monotone, one to many, with a gap of at most one passage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product

Cell = tuple[int, int]
Cells = Mapping[Cell, float]

# A neighbour of a link joins it from this score on; by itself it would have to be a link.
GROWTH = 0.4
# Of the passages of a run at least this share, on each side, must themselves be linked inside it.
DENSITY = 0.6
# A seed scores at least this share of the best pair of one of its passages.
NEAR_BEST = 0.55
# How far neighbours may be apart: one passage may stand between them.
REACH = 2
# From this score on such a passage belongs there; what shares nothing with the other side parts two runs.
BRIDGE = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """The passages `a0` to `a1` of one article against `b0` to `b1` of another, ends inclusive."""

    a0: int
    a1: int
    b0: int
    b1: int
    cells: tuple[tuple[int, int, float], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraph of each passage of two articles."""

    a: Sequence[int]
    b: Sequence[int]

    def together(self, one: Cell, two: Cell) -> bool:
        """Whether two pairs stand in the same paragraph on both sides."""
        return self.a[one[0]] == self.a[two[0]] and self.b[one[1]] == self.b[two[1]]

    def beside(self, one: Cell, two: Cell) -> bool:
        """Whether two pairs share a paragraph on one side and touch on the other."""
        shared = self.a[one[0]] == self.a[two[0]] or self.b[one[1]] == self.b[two[1]]
        return shared and abs(one[0] - two[0]) <= 1 and abs(one[1] - two[1]) <= 1


def merge(cells: Cells, seeds: Iterable[Cell], layout: Layout) -> list[Run]:
    """Runs of passages out of scored pairs, in order of the first article.

    Every run starts from one of `seeds`. Inside its two paragraphs it takes in neighbours from `GROWTH` on, at most
    one passage apart that has something of the other side itself; over the edge of a paragraph, on one side only, other
    seeds that touch it. What two articles have in common over several paragraphs is several links.
    """
    chosen = _strongest(cells, seeds)
    kept = _grown(chosen, cells, layout)
    runs = []
    for group in _groups(kept, chosen, cells, layout):
        runs.extend(_validated({cell: cells[cell] for cell in group}, chosen))
    return sorted(runs, key=_order)


def apart(run: Run, copied: Set[Cell], cells: Cells, seeds: Set[Cell], layout: Layout) -> list[Run]:
    """The run of `cells` without what joins its copied pairs, over the edge of a paragraph, with pairs that are not.

    Left out are pairs that share a passage with a copied one that they are now apart from, where their other passage
    has another pair.
    """
    runs = []
    for group in _groups({(i, j) for i, j, _ in run.cells}, seeds, cells, layout, copied):
        kept = _without(group, copied - set(group))
        for some in _groups(kept, seeds, cells, layout, copied):
            runs.extend(_validated({cell: cells[cell] for cell in some}, seeds))
    return sorted(runs, key=_order)


def _without(group: Sequence[Cell], copied: Set[Cell]) -> set[Cell]:
    """The pairs without those that share a passage with a copied one; one whose other passage has no other stays."""
    rows, columns = {i for i, _ in copied}, {j for _, j in copied}
    own = {(i, j) for i, j in group if i not in rows and j not in columns}
    own_rows, own_columns = {i for i, _ in own}, {j for _, j in own}
    return own | {
        (i, j)
        for i, j in group
        if (i in rows) != (j in columns) and (j not in own_columns if i in rows else i not in own_rows)
    }


def _order(run: Run) -> tuple[int, int, int, int]:
    return run.a0, run.b0, run.a1, run.b1


def _strongest(cells: Cells, seeds: Iterable[Cell]) -> set[Cell]:
    """The seeds that are, for one of their two passages, near its best."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in cells.items():
        if score > best_a.get(i, 0.0):
            best_a[i] = score
        if score > best_b.get(j, 0.0):
            best_b[j] = score
    return {(i, j) for i, j in seeds if cells[i, j] >= NEAR_BEST * min(best_a.get(i, 0.0), best_b.get(j, 0.0))}


def _near(cell: Cell, reach: int) -> Iterator[Cell]:
    i, j = cell
    return product(range(i - reach, i + reach + 1), range(j - reach, j + reach + 1))


def _grown(seeds: set[Cell], cells: Cells, layout: Layout) -> set[Cell]:
    kept, fresh = set(seeds), list(seeds)
    while fresh:
        grown = fresh.pop()
        # A passage is left between two only where the far one is a link by itself.
        for cell in _near(grown, 1):
            if cell not in kept and cells.get(cell, 0.0) >= GROWTH and layout.together(grown, cell):
                kept.add(cell)
                fresh.append(cell)
    return kept


def _groups(
    kept: Set[Cell], seeds: Set[Cell], cells: Cells, layout: Layout, copied: Set[Cell] = frozenset()
) -> list[list[Cell]]:
    """Kept cells that hang together."""
    present = set(kept)
    groups = []
    while present:
        group, fresh = [], [min(present)]
        present.discard(fresh[0])
        while fresh:
            held = fresh.pop()
            group.append(held)
            near = [
                cell
                for cell in _near(held, REACH)
                if cell in present
                and _bridged(held, cell, cells)
                and (
                    layout.together(held, cell)
                    or (
                        held in seeds
                        and cell in seeds
                        and layout.beside(held, cell)
                        and (held in copied) == (cell in copied)
                    )
                )
            ]
            present.difference_update(near)
            fresh.extend(near)
        groups.append(sorted(group))
    return groups


def _bridged(one: Cell, two: Cell, cells: Cells) -> bool:
    """Whether a passage that stands between two pairs, on either side, has something of the passages of the other."""
    (i, j), (k, m) = one, two
    rows, columns = range(min(i, k), max(i, k) + 1), range(min(j, m), max(j, m) + 1)
    return all(any(cells.get((row, column), 0.0) >= BRIDGE for column in columns) for row in rows[1:-1]) and all(
        any(cells.get((row, column), 0.0) >= BRIDGE for row in rows) for column in columns[1:-1]
    )


def _validated(group: dict[Cell, float], seeds: Set[Cell]) -> list[Run]:
    """The group as one run where it is dense enough, else without its weakest pair, and so on."""
    held = sorted(group, key=lambda cell: (group[cell], cell), reverse=True)
    while not seeds.isdisjoint(held):
        rows, columns = {i for i, _ in held}, {j for _, j in held}
        height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        if len(rows) >= DENSITY * height and len(columns) >= DENSITY * width:
            cells = tuple((i, j, group[i, j]) for i, j in sorted(held))
            return [Run(min(rows), max(rows), min(columns), max(columns), cells)]
        held.pop()
    return []
