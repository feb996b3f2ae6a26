"""The fewest bytes that turn what a terminal shows into what it should show. Pure: grids in, text out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import ne

from tui.desk.driver.cells import Cell, Grid, Row, empty_grid
from tui.desk.driver.clusters import SIMPLE, is_certain, widest
from tui.desk.driver.pen import Pen, Sheet, move
from tui.desk.driver.scroll import Scroll, best_scroll
from tui.desk.driver.styles import PLAIN, Style, change_for, style

_BLANK: Cell = (" ", PLAIN)
_WORTH_JOINING = 16
_ERASE_BYTES = 5
_FEW_ROWS = 4
_SHORT = 2
_NEAR = 8
_STYLE_BYTES, _RETURN_BYTES = 6, 8


def paint(old: Grid | None, new: Grid, pen: Pen, background_erase: bool = False) -> tuple[str, Pen]:
    """Give the shortest text known that makes a terminal showing `old` show `new`, and the pen after it.

    `old` is None where nothing is known of the screen: everything is then drawn from nothing.
    `background_erase` says that the terminal clears cells with the background colour set (terminfo "bce").
    The text is empty where nothing, the cursor included, differs.
    """
    if old is None or (old.width, old.height) != (new.width, new.height):
        return _from_nothing(new, pen, background_erase)
    candidates = []
    scroll = best_scroll(old, new)
    if scroll is not None:
        candidates.append(_update_after(scroll, old, new, pen, background_erase))
    if not candidates or _cost(candidates[0]) > _least_cost(old, new):
        candidates.append(_update(old, new, pen, background_erase))
        if _mostly_cleared(old, new):
            candidates.append(_from_nothing(new, pen, background_erase))
    return min(candidates, key=_cost)


def _least_cost(old: Grid, new: Grid) -> int:
    """Give the bytes that writing the differing cells costs at least: one each, but blanks may be erased."""
    return sum(
        a is not b and a != b and b[0] != " "
        for before, after in zip(old.rows, new.rows, strict=True)
        if before != after
        for a, b in zip(before, after, strict=True)
    )


def _cost(candidate: tuple[str, Pen]) -> int:
    """The bytes on the wire."""
    return len(candidate[0].encode())


def _mostly_cleared(old: Grid, new: Grid) -> bool:
    """Whether more cells differ than a cleared screen would need written."""
    pairs = [(a, b) for a, b in zip(old.rows, new.rows, strict=True) if a != b]
    if len(pairs) < _FEW_ROWS:
        return False
    differing = sum(sum(map(ne, before, after)) for before, after in pairs)
    return sum(len(row) - row.count(_BLANK) for row in new.rows) < differing


def _from_nothing(new: Grid, pen: Pen, background_erase: bool) -> tuple[str, Pen]:
    """Clear the screen, scroll region and style included, and draw every cell that is not clear then."""
    ground = _BLANK
    if background_erase:
        counted = Counter(cell for row in new.rows for cell in row if cell[0] == " " and cell[1].flat)
        ground = counted.most_common(1)[0][0] if counted else _BLANK
    sheet = Sheet(Pen(None, style(link=pen.look.link)), new.width)
    sheet.style(PLAIN)
    sheet.command("\x1b[m\x1b[r")
    sheet.style(ground[1])
    sheet.command("\x1b[H\x1b[2J", (0, 0))
    return _painted(sheet, empty_grid(new.width, new.height, ground), new, background_erase)


def _update(old: Grid, new: Grid, pen: Pen, background_erase: bool) -> tuple[str, Pen]:
    """Write the cells that differ."""
    if old.rows == new.rows and old.cursor == new.cursor and pen.place == new.cursor:
        return "", pen
    return _painted(Sheet(pen, new.width), old, new, background_erase)


def _update_after(scroll: Scroll, old: Grid, new: Grid, pen: Pen, background_erase: bool) -> tuple[str, Pen]:
    """Scroll, then write the cells that still differ.

    Lines are deleted or inserted at the top of a scroll region: every terminal since the VT102 can do that.
    """
    sheet = Sheet(pen, new.width)
    sheet.style(PLAIN)
    whole = scroll.top == 0 and scroll.bottom == new.height - 1
    if not whole:
        sheet.command(f"\x1b[{scroll.top + 1};{scroll.bottom + 1}r")
    sheet.move(0, scroll.top)
    count = abs(scroll.distance) if abs(scroll.distance) > 1 else ""
    sheet.command(f"\x1b[{count}{'M' if scroll.distance > 0 else 'L'}")
    if not whole:
        sheet.command("\x1b[r")
    return _painted(sheet, scroll.applied(old), new, background_erase)


def _painted(sheet: Sheet, old: Grid, new: Grid, background_erase: bool) -> tuple[str, Pen]:
    """Write the rows that differ and put the cursor in its place."""
    strokes = [
        stroke
        for number, (before, after) in enumerate(zip(old.rows, new.rows, strict=True))
        if before != after
        for stroke in _strokes(number, before, after, background_erase)
    ]
    orders = [strokes]
    ordered = list(_in_order(strokes, new))
    if ordered != strokes:
        orders.append(ordered)
    drawn = [_drawn(sheet.fork(), order, new, background_erase) for order in orders]
    return min(drawn, key=_cost)


def _drawn(sheet: Sheet, strokes: list[_Stroke], new: Grid, background_erase: bool) -> tuple[str, Pen]:
    """Write strokes in the order given, then put the cursor in its place."""
    for stroke in strokes:
        row = new.rows[stroke.row]
        if stroke.erases:
            sheet.move(stroke.start, stroke.row)
            sheet.style_blank(row[stroke.start][1])
            sheet.erase_to_end()
        else:
            _write(sheet, stroke.row, row, stroke.start, stroke.stop, background_erase)
    sheet.move(*new.cursor)
    return sheet.text, sheet.pen


@dataclass(frozen=True, slots=True)
class _Stroke:
    """Cells `start:stop` of a row to write, or to clear to the row's end."""

    row: int
    start: int
    stop: int
    erases: bool = False


def _strokes(number: int, before: Row, after: Row, background_erase: bool) -> Iterator[_Stroke]:
    """Give what to write in one row: the cells that differ, its blank end by erasing."""
    changed = _to_write(before, after)
    end = len(after)
    last = after[-1]
    if _erasable(last, background_erase):
        while end and after[end - 1] == last:
            end -= 1
    tail = [column for column in changed if column >= end]
    if tail and len(after) - tail[0] <= len("\x1b[K"):
        tail = []
    body = changed[: len(changed) - len(tail)]
    for start, stop in _runs(number, body, after):
        yield _Stroke(number, start, stop)
    if tail:
        yield _Stroke(number, tail[0], len(after), erases=True)


def _in_order(strokes: list[_Stroke], new: Grid) -> Iterator[_Stroke]:
    """Give strokes row by row, but columns of short ones, as marks and bars are, from top to bottom."""
    short = {(stroke.row, stroke.start): stroke for stroke in strokes if _is_short(stroke, new)}
    done: set[_Stroke] = set()
    for first in strokes:
        column: list[_Stroke] = []
        following: _Stroke | None = first
        while following is not None and following not in done:
            done.add(following)
            column.append(following)
            following = _below(following, short)
        yield from _by_style(column, new)


def _by_style(column: list[_Stroke], new: Grid) -> list[_Stroke]:
    """Go down a column once for each style where that costs less than changing styles on the way."""
    looks: list[Style] = []
    for stroke in column:
        cluster, look = new.rows[stroke.row][stroke.start]
        looks.append(looks[-1] if looks and cluster == " " and look.flat else look)
    switches = sum(map(ne, looks, looks[1:]))
    passes = {look: number for number, look in reversed(list(enumerate(looks)))}
    if switches * _STYLE_BYTES <= (len(passes) - 1) * (_STYLE_BYTES + _RETURN_BYTES):
        return column
    order = sorted(range(len(column)), key=lambda index: passes[looks[index]])
    return [column[index] for index in order]


def _below(stroke: _Stroke, short: dict[tuple[int, int], _Stroke]) -> _Stroke | None:
    """Give the next short stroke of the column a short stroke is in, unless it is far down."""
    if (stroke.row, stroke.start) not in short:
        return None
    rows = range(stroke.row + 1, stroke.row + 1 + _NEAR)
    return next((short[row, stroke.start] for row in rows if (row, stroke.start) in short), None)


def _is_short(stroke: _Stroke, new: Grid) -> bool:
    """Whether a stroke is a cell or two that may be written before what stands left of it."""
    if stroke.erases or stroke.stop - stroke.start > _SHORT:
        return False
    cells = new.rows[stroke.row][stroke.start : stroke.stop]
    return all(len(cluster) == 1 and SIMPLE.fullmatch(cluster) for cluster, _ in cells)


def _erasable(cell: Cell, background_erase: bool) -> bool:
    """Whether the terminal can make this cell by erasing."""
    cluster, look = cell
    return cluster == " " and (look.erasable or (background_erase and look.flat))


def _to_write(before: Row, after: Row) -> list[int]:
    """Give the columns to write: those that differ, as whole clusters, and where uncertain ones may spill."""
    differing = [column for column, differs in enumerate(map(ne, before, after)) if differs]
    if all(len(after[column][0]) == 1 and after[column][0].isascii() for column in differing):
        return differing
    columns = set(differing)
    for column in differing:
        while not after[column][0] and column:
            column -= 1
            columns.add(column)
    pending = sorted(columns)
    for column in range(pending[0], len(after)):
        if column in columns and after[column][0]:
            spill = _width(after, column)
            if not is_certain(after[column][0]):
                spill = max(spill, widest(after[column][0]))
            columns.update(range(column, min(column + spill, len(after))))
        elif column in columns:
            columns.update(range(column, column + 1))
    return sorted(columns)


def _width(row: Row, column: int) -> int:
    """Give the width in cells of the cluster at a column."""
    end = column + 1
    while end < len(row) and not row[end][0]:
        end += 1
    return end - column


def _runs(number: int, columns: list[int], row: Row) -> Iterator[tuple[int, int]]:
    """Join columns into runs, bridging gaps that are cheaper to write again than to jump over."""
    start = stop = -1
    for column in columns:
        if stop == column or (stop >= 0 and _cheaper_to_write(row, stop, column, number)):
            stop = column + 1
            continue
        if stop >= 0:
            yield start, stop
        start, stop = column, column + 1
    if stop >= 0:
        yield start, stop


def _cheaper_to_write(row: Row, start: int, stop: int, number: int) -> bool:
    """Whether writing the unchanged cells `start:stop` costs no more than a jump over them."""
    if stop - start > _WORTH_JOINING or not row[start][0]:
        return False
    before = look = row[start - 1][1]
    written = 0
    for cluster, wanted in row[start:stop]:
        if cluster and not is_certain(cluster):
            return False
        change = change_for(cluster, look, wanted) if cluster else ""
        written += len(change) + len(cluster.encode())
        look = wanted if change else look
    cluster, wanted = row[stop]
    written += len(change_for(cluster, look, wanted))
    jumped = len(move((start, number), stop, number)) + len(change_for(cluster, before, wanted))
    return written <= jumped


def _write(sheet: Sheet, number: int, row: Row, start: int, stop: int, background_erase: bool) -> None:
    """Write the cells `start:stop` of a row; long blanks are erased, uncertain clusters placed one by one."""
    for begin, end, is_plain in _stretches(row, start, stop):
        if is_plain:
            _write_plain(sheet, number, row, begin, end, background_erase)
            continue
        for column in range(begin, end):
            if row[column][0]:
                sheet.move(column, number)
                sheet.uncertain(row[column], _width(row, column))


def _write_plain(sheet: Sheet, number: int, row: Row, start: int, stop: int, background_erase: bool) -> None:
    """Write cells of certain width."""
    for begin, end, erased in _blanks(row, start, stop, background_erase):
        sheet.move(begin, number)
        if erased:
            sheet.style_blank(row[begin][1])
            sheet.erase(end - begin)
        else:
            sheet.cells(row[begin:end])


def _stretches(row: Row, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
    """Split `start:stop` into stretches of certain and of uncertain clusters: (start, stop, certain)."""
    text = "".join([cell[0] for cell in row[start:stop]])
    if len(text) == stop - start and SIMPLE.fullmatch(text):
        yield start, stop, True
        return
    for certain, group in groupby(range(start, stop), key=lambda column: _is_plain(row, column)):
        places = list(group)
        yield places[0], places[-1] + 1, certain


def _is_plain(row: Row, column: int) -> bool:
    """Whether the cluster that covers a column has the same width on every terminal."""
    while not row[column][0] and column:
        column -= 1
    return is_certain(row[column][0])


def _blanks(row: Row, start: int, stop: int, background_erase: bool) -> Iterator[tuple[int, int, bool]]:
    """Split `start:stop` into stretches to write and blank stretches long enough to erase."""
    begin = column = start
    while column < stop:
        end = column + 1
        cell = row[column]
        if cell[0] == " ":
            while end < stop and row[end] == cell:
                end += 1
            jump = _ERASE_BYTES if end < stop else 0
            if end - column > _ERASE_BYTES + jump and _erasable(cell, background_erase):
                if begin < column:
                    yield begin, column, False
                yield column, end, True
                begin = end
        column = end
    if begin < stop:
        yield begin, stop, False
