"""The screen as a grid of cells, and the drawing of one of Textual's frames into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from tui.desk.driver.clusters import SIMPLE, clusters
from tui.desk.driver.styles import PLAIN, Style, apply_sgr, blank, with_link, without_colour

Cell = tuple[str, Style]
"""A cluster and its style; the second and later cells of a wide cluster hold an empty string."""

Row = tuple[Cell, ...]

_TOKEN = re.compile(
    r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|(\n)|([^\x1b\n]+)|\x1b\]8;([^\x1b\x07]*)(?:\x1b\\|\x07)"
)
_MOVE, _SGR, _NEWLINE, _TEXT, _LINK = 2, 3, 4, 5, 6
_MOST_STYLES = 4096


class FrameError(ValueError):
    """A frame holds something that Textual is not known to write."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What a terminal of `width` columns shows, row by row, and its cursor's (column, row) from 0."""

    rows: tuple[Row, ...]
    width: int
    cursor: tuple[int, int] = (0, 0)

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)


def empty_grid(width: int, height: int, cell: Cell = (" ", PLAIN)) -> Grid:
    """Give a grid of one repeated cell, by default that of a cleared terminal."""
    return Grid(((cell,) * width,) * height, width)


def resized(grid: Grid, width: int, height: int) -> Grid:
    """Crop or extend a grid with empty cells at the right and the bottom."""
    if (grid.width, grid.height) == (width, height):
        return grid
    fill = empty_grid(width, height).rows
    kept = (_cut(row, width) + added[len(row) :] for row, added in zip(grid.rows, fill, strict=False))
    rows = (*kept, *fill[grid.height :])
    column, row = grid.cursor
    return Grid(rows, width, (min(column, max(width - 1, 0)), min(row, max(height - 1, 0))))


def _cut(row: Row, width: int) -> Row:
    """Crop a row; half a wide cluster at the cut becomes blank."""
    if width >= len(row):
        return row
    cells = list(row)
    _break_clusters(cells, width, width)
    return tuple(cells[:width])


def is_frame(data: str) -> bool:
    """Whether a write of Textual's is a frame: it begins with a cursor position."""
    return re.match(r"\x1b\[\d+;\d+H", data) is not None


class Artist:
    """Draws frames into grids; keeps the cells it made so that equal ones are the same object."""

    def __init__(self, colour: bool = True) -> None:
        self._colour = colour
        self._cells: dict[Style, _Cells] = {}

    def draw(self, grid: Grid, frame: str) -> Grid:
        """Give the grid after the terminal has received `frame`.

        Raises FrameError if the frame is not made of cursor positions, styles, links and text alone.
        """
        rows: dict[int, list[Cell]] = {}
        column = row = position = 0
        look = PLAIN
        for token in _TOKEN.finditer(frame):
            if token.start() != position:
                break
            position = token.end()
            kind = token.lastindex
            if kind == _TEXT:
                if row < grid.height:
                    cells = rows.get(row)
                    if cells is None:
                        cells = rows[row] = list(grid.rows[row])
                    column = self._write(cells, column, token[_TEXT], look)
            elif kind == _SGR:
                look = _styled(look, token[_SGR])
            elif kind == _MOVE:
                row, column = max(int(token[1]), 1) - 1, max(int(token[2]), 1) - 1
            elif kind == _NEWLINE:
                row, column = row + 1, 0
            else:
                look = with_link(look, token[_LINK])
        if position != len(frame):
            raise FrameError(f"unknown sequence in a frame: {frame[position : position + 20]!r}")
        drawn = list(grid.rows)
        for number, cells in rows.items():
            drawn[number] = tuple(cells)
        cursor = (min(column, max(grid.width - 1, 0)), min(row, max(grid.height - 1, 0)))
        return replace(grid, rows=tuple(drawn), cursor=cursor)

    def _write(self, cells: list[Cell], column: int, text: str, look: Style) -> int:
        """Write text into the cells of a row from `column`; give the column after it."""
        width = len(cells)
        made = self._made(look)
        written: Sequence[Cell]
        if SIMPLE.fullmatch(text):
            written = [made[character] for character in text]
        else:
            text, column = _join_before(cells, column, text)
            written = list(_cells_of(text, made))
        end = column + len(written)
        if column < width:
            _break_clusters(cells, column, min(end, width))
            cells[column:end] = written
            if end > width:
                _break_clusters(cells, width, width)
                del cells[width:]
        return end

    def _made(self, look: Style) -> _Cells:
        """Give the cells made so far in this style."""
        found = self._cells.get(look)
        if found is None:
            if len(self._cells) >= _MOST_STYLES:
                self._cells.clear()
            found = self._cells[look] = _Cells(look if self._colour else without_colour(look))
        return found


class _Cells(dict[str, Cell]):
    """The cells of one style, each made when first asked for."""

    def __init__(self, look: Style) -> None:
        self._look = look

    def __missing__(self, cluster: str) -> Cell:
        cell = (cluster, blank(self._look) if cluster == " " else self._look)
        if len(self) < _MOST_STYLES:
            self[cluster] = cell
        return cell


def _styled(look: Style, parameters: str) -> Style:
    """Apply SGR parameters, the reset at once."""
    if parameters == "0" and not look.link:
        return PLAIN
    try:
        return apply_sgr(look, parameters)
    except ValueError as error:
        raise FrameError(str(error)) from error


def _cells_of(text: str, made: _Cells) -> Iterable[Cell]:
    """Give the cells of text that is not all simple."""
    for cluster, width in clusters(text):
        if width:
            yield made[cluster]
            yield from repeat(made[""], width - 1)


def _join_before(cells: list[Cell], column: int, text: str) -> tuple[str, int]:
    """Hand marks that begin a text to the cluster before them, as a terminal does."""
    pieces = clusters(text)
    if not pieces or pieces[0][1]:
        return text, column
    mark = pieces[0][0]
    lead = min(column, len(cells)) - 1
    while lead > 0 and not cells[lead][0]:
        lead -= 1
    if lead >= 0 and column:
        cluster, look = cells[lead]
        cells[lead] = (cluster + mark, look)
    return "".join(cluster for cluster, _ in pieces[1:]), column


def _break_clusters(cells: list[Cell], start: int, end: int) -> None:
    """Blank what is left of wide clusters that a write to `start:end` cuts in two."""
    if start < len(cells) and not cells[start][0]:
        lead = start - 1
        while lead >= 0:
            cluster, look = cells[lead]
            cells[lead] = (" ", blank(look))
            if cluster:
                break
            lead -= 1
    while end < len(cells) and not cells[end][0]:
        cells[end] = (" ", blank(cells[end][1]))
        end += 1
