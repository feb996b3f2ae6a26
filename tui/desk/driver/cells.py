"""The screen as a grid of cells, and the drawing of one of Textual's frames into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rich.cells import cell_len

from tui.desk.driver.clusters import SIMPLE, clusters
from tui.desk.driver.styles import PLAIN, Style, apply_sgr, blank, with_link, without_colour

Cell = tuple[str, Style]
"""A cluster and its style; the second and later cells of a wide cluster hold an empty string."""

Row = tuple[Cell, ...]

_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
_TOKEN = re.compile(r"\x1b\[([\d;]*)m|([^\x1b]+)|\x1b\]8;([^\x1b\x07]*)(?:\x1b\\|\x07)")
_SGR, _TEXT, _LINK = 1, 2, 3
_WIDENING = dict.fromkeys(map(ord, "\u200d\ufe0e\ufe0f"))
_MOST_STYLES = 4096
_MOST_RUNS = 8192


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
    return _MOVE.match(data) is not None


class Artist:
    """Draws frames into grids; keeps the cells it made so that equal ones are the same object."""

    def __init__(self, colour: bool = True) -> None:
        self._colour = colour
        self._cells: dict[Style, _Cells] = {}
        self._runs: dict[str, _Run] = {}

    def draw(self, grid: Grid, frame: str) -> Grid:
        """Give the grid after the terminal has received `frame`.

        Raises FrameError if the frame is not made of cursor positions, styles, links and text alone.
        """
        rows: dict[int, list[Cell]] = {}
        column = row = 0
        look = PLAIN
        parts = _MOVE.split(frame)
        if parts[0]:
            raise FrameError("a frame begins with a cursor position")
        for index in range(1, len(parts), 3):
            row, column = max(int(parts[index]), 1) - 1, max(int(parts[index + 1]), 1) - 1
            run = self._run(parts[index + 2], look)
            look = run.look
            if row < grid.height and (run.cells or run.mark):
                cells = rows.get(row)
                if cells is None:
                    cells = rows[row] = list(grid.rows[row])
                _write(cells, column, run)
            column += len(run.cells)
        drawn = list(grid.rows)
        for number, cells in rows.items():
            drawn[number] = tuple(cells)
        cursor = (min(column, max(grid.width - 1, 0)), min(row, max(grid.height - 1, 0)))
        return replace(grid, rows=tuple(drawn), cursor=cursor)

    def _run(self, text: str, look: Style) -> _Run:
        """Read what stands between two cursor positions; Textual repeats itself, so readings are kept."""
        if look is not PLAIN:
            return self._read(text, look)
        run = self._runs.get(text)
        if run is None:
            if len(self._runs) >= _MOST_RUNS:
                self._runs.clear()
            run = self._runs[text] = self._read(text, look)
        return run

    def _read(self, text: str, look: Style) -> _Run:
        """Turn styles, links and text into cells."""
        cells: list[Cell] = []
        mark = ""
        position = 0
        for token in _TOKEN.finditer(text):
            if token.start() != position:
                break
            position = token.end()
            if token.lastindex == _SGR:
                look = _styled(look, token[_SGR])
            elif token.lastindex == _LINK:
                look = with_link(look, token[_LINK])
            else:
                mark += self._extend(cells, token[_TEXT], self._made(look))
        if position != len(text):
            raise FrameError(f"unknown sequence in a frame: {text[position : position + 20]!r}")
        return _Run(tuple(cells), mark, look)

    def _extend(self, cells: list[Cell], text: str, made: _Cells) -> str:
        """Add text to cells; marks that have nothing to stand on are given back."""
        if SIMPLE.fullmatch(text):
            cells.extend([made[character] for character in text])
            return ""
        mark = ""
        for cluster, width in clusters(text):
            if width:
                cells.append(made[cluster])
                cells.extend([made[""]] * (width - 1))
            elif cells:
                _attach(cells, len(cells) - 1, cluster)
            else:
                mark += cluster
        return mark

    def _made(self, look: Style) -> _Cells:
        """Give the cells made so far in this style."""
        found = self._cells.get(look)
        if found is None:
            if len(self._cells) >= _MOST_STYLES:
                self._cells.clear()
            found = self._cells[look] = _Cells(look if self._colour else without_colour(look))
        return found


@dataclass(frozen=True, slots=True)
class _Run:
    """Cells in a row, marks that belong to whatever stands before them, and the style set after them."""

    cells: Row
    mark: str
    look: Style


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


def _write(cells: list[Cell], column: int, run: _Run) -> None:
    """Write a run into the cells of a row from `column`."""
    width = len(cells)
    if run.mark and column:
        _attach(cells, min(column, width) - 1, run.mark)
    end = column + len(run.cells)
    if column < width and run.cells:
        _break_clusters(cells, column, min(end, width))
        cells[column:end] = run.cells
        if end > width:
            _break_clusters(cells, width, width)
            del cells[width:]


def _attach(cells: list[Cell], column: int, mark: str) -> None:
    """Hand a mark to the cluster that covers a column, as a terminal does; it may not change its width."""
    while column and not cells[column][0]:
        column -= 1
    cluster, look = cells[column]
    joined = cluster + mark
    if cell_len(joined) != cell_len(cluster):
        joined = cluster + mark.translate(_WIDENING)
    cells[column] = (joined, look)


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
