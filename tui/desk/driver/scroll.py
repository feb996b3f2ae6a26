"""Which rows of the screen moved up or down together, found by comparing two grids."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import ne

from tui.desk.driver.cells import Cell, Grid, Row
from tui.desk.driver.styles import PLAIN

_BLANK: Cell = (" ", PLAIN)
_SLICE = 20
_LEAST_ROWS = 3
_MOST_PLACES = 4
_CANDIDATES = 3
_ENOUGH = 0.8
_MOVE_BYTES = 6


@dataclass(frozen=True, slots=True)
class Scroll:
    """Rows `top` to `bottom` (inclusive) move up by `distance`, down if it is negative."""

    top: int
    bottom: int
    distance: int

    def applied(self, grid: Grid) -> Grid:
        """Give the grid after the terminal scrolled: the rows laid bare are empty."""
        region = grid.rows[self.top : self.bottom + 1]
        bare = ((_BLANK,) * grid.width,) * abs(self.distance)
        moved = region[self.distance :] + bare if self.distance > 0 else bare + region[: self.distance]
        rows = (*grid.rows[: self.top], *moved, *grid.rows[self.bottom + 1 :])
        return Grid(rows, grid.width, grid.cursor)


def best_scroll(old: Grid, new: Grid) -> Scroll | None:
    """Give the scroll after which the least of `new` remains to be written, or None if none helps.

    Candidate distances come from a vote of equal pieces of rows; for each the region that saves most is found
    in one pass over the rows.
    """
    changed = [row for row in range(new.height) if old.rows[row] != new.rows[row]]
    if len(changed) < _LEAST_ROWS:
        return None
    unscrolled = [_row_cost(before, after) for before, after in zip(old.rows, new.rows, strict=True)]
    best, saved = None, 0
    for distance in _likely_distances(old, new, changed):
        gain, scroll = _best_region(old, new, distance, unscrolled)
        if gain > saved:
            best, saved = scroll, gain
        if saved > _ENOUGH * sum(unscrolled):
            break
    return best


def _row_cost(before: Row, after: Row) -> int:
    """Estimate the bytes that turn one row into another: the cells that differ, and getting there."""
    return 0 if before == after else sum(map(ne, before, after)) + _MOVE_BYTES


def _pieces(row: Row) -> list[tuple[int, str]]:
    """Cut the text of a row into pieces that tell rows apart: (place, text), blanks left out."""
    text = "".join([cell[0] or "\x00" for cell in row])
    cut = ((start, text[start : start + _SLICE]) for start in range(0, len(text), _SLICE))
    return [(start, piece) for start, piece in cut if not piece.isspace()]


def _likely_distances(old: Grid, new: Grid, changed: list[int]) -> list[int]:
    """Give the distances by which most pieces of changed rows moved."""
    places: dict[tuple[int, str], list[int]] = {}
    for row in range(changed[0], changed[-1] + 1):
        for piece in _pieces(old.rows[row]):
            places.setdefault(piece, []).append(row)
    votes: Counter[int] = Counter()
    for row in changed:
        for piece in _pieces(new.rows[row]):
            found = places.get(piece, ())
            if len(found) <= _MOST_PLACES:
                votes.update(place - row for place in found if place != row)
    return [distance for distance, count in votes.most_common(_CANDIDATES) if count >= _LEAST_ROWS]


def _best_region(old: Grid, new: Grid, distance: int, unscrolled: list[int]) -> tuple[int, Scroll | None]:
    """Give about the bytes saved by scrolling the best region by `distance`, and that scroll."""
    if distance < 0:
        mirrored, turned = _mirror(old), _mirror(new)
        gain, scroll = _best_region(mirrored, turned, -distance, unscrolled[::-1])
        if scroll is None:
            return 0, None
        last = new.height - 1
        return gain, Scroll(last - scroll.bottom, last - scroll.top, distance)
    moved, bared = [0], [0]
    for row, cost in enumerate(unscrolled):
        source = row + distance
        kept = _row_cost(old.rows[source], new.rows[row]) if source < old.height else new.width
        moved.append(moved[-1] + cost - kept)
        bared.append(bared[-1] + cost - sum(cell != _BLANK for cell in new.rows[row]))
    best, scroll, start = 0, None, 0
    for bottom in range(distance, new.height):
        candidate = bottom - distance
        if moved[candidate] < moved[start]:
            start = candidate
        split = candidate + 1
        gain = moved[split] - moved[start] + bared[bottom + 1] - bared[split]
        if gain > best:
            best, scroll = gain, Scroll(start, bottom, distance)
    return best, scroll


def _mirror(grid: Grid) -> Grid:
    """Turn a grid upside down."""
    return Grid(grid.rows[::-1], grid.width)
