"""Where the terminal writes next and in what style, and the fewest bytes that change either."""

from __future__ import annotations

from dataclasses import dataclass

from tui.desk.driver.cells import Cell, Row
from tui.desk.driver.styles import PLAIN, Style, blank, transition

_MOST_TABS = 3


@dataclass(frozen=True, slots=True)
class Pen:
    """The terminal's cursor (column, row from 0; None where it is not known) and the style it has set."""

    place: tuple[int, int] | None = None
    look: Style = PLAIN


def move(place: tuple[int, int] | None, column: int, row: int, at_edge: bool = False) -> str:
    """Give the shortest move of the cursor to a cell; `at_edge` says that the last column was just written."""
    absolute = f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H" if row else "\x1b[H"
    if place is None:
        return absolute
    relative = _down(row - place[1], at_edge) + _across(place[0], column)
    return relative if len(relative) < len(absolute) else absolute


def _down(rows: int, at_edge: bool) -> str:
    """Give the move by some rows in the same column.

    A vertical tab moves down like a line feed, but no tty turns it into a carriage return and a line feed. A
    terminal that waits to wrap may still wait after it, so it is not used at the edge.
    """
    if 0 < rows <= _MOST_TABS and not at_edge:
        return "\v" * rows
    return f"\x1b[{_count(rows)}{'B' if rows > 0 else 'A'}" if rows else ""


def _across(before: int, after: int) -> str:
    """Give the shortest move within a row."""
    columns = after - before
    if not columns:
        return ""
    step = f"\x1b[{_count(columns)}{'C' if columns > 0 else 'D'}"
    others = ["\r"] if not after else ["\b" * -columns] if columns < 0 else []
    return min([step, *others], key=len)


def _count(steps: int) -> str:
    """Give a count as a parameter: one is the default and left out."""
    return str(abs(steps)) if abs(steps) > 1 else ""


class Sheet:
    """The bytes of one update as they are written, and the pen as they leave it."""

    def __init__(self, pen: Pen, width: int) -> None:
        self.place = pen.place
        self.look = pen.look
        self._width = width
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._parts)

    @property
    def pen(self) -> Pen:
        """The pen after all that was written."""
        return Pen(self.place, self.look)

    def fork(self) -> Sheet:
        """Give a second sheet that goes on from here."""
        other = Sheet(self.pen, self._width)
        other._parts = self._parts.copy()
        return other

    def command(self, sequence: str, place: tuple[int, int] | None = None) -> None:
        """Add a control sequence that leaves the cursor at `place`."""
        self._parts.append(sequence)
        self.place = place

    def move(self, column: int, row: int) -> None:
        """Put the cursor on a cell."""
        place = self.place
        at_edge = place is not None and place[0] == self._width
        if place is not None and at_edge:
            # At the right edge only the column of the edge itself is sure to be reached by going up or down.
            place = (column, place[1]) if column == self._width - 1 and place[1] != row else None
        self._parts.append(move(place, column, row, at_edge))
        self.place = (column, row)

    def style(self, look: Style) -> None:
        """Set the style of what is written next."""
        if look is not self.look:
            self._parts.append(transition(self.look, look))
            self.look = look

    def style_blank(self, look: Style) -> None:
        """Set a style in which blanks show as they do in `look`."""
        if blank(self.look) is not look:
            self.style(look)

    def cells(self, cells: Row) -> None:
        """Write cells of certain width from the cursor on."""
        parts, look = self._parts, self.look
        for cluster, wanted in cells:
            if wanted is not look:
                if not cluster:
                    continue
                if cluster != " " or blank(look) is not wanted:
                    parts.append(transition(look, wanted))
                    look = wanted
            parts.append(cluster)
        self.look = look
        self._advance(len(cells))

    def uncertain(self, cell: Cell, width: int) -> None:
        """Write a cluster that terminals disagree on over cleared cells; the cursor is lost after it."""
        cluster, look = cell
        self.style(look)
        if width > 1 and self.place is not None:
            self._parts.append(" " * width + move(None, *self.place))
        self._parts.append(cluster)
        self.place = None

    def erase(self, count: int) -> None:
        """Clear `count` cells from the cursor on with the style set; the cursor stays."""
        self._parts.append(f"\x1b[{count}X")

    def erase_to_end(self) -> None:
        """Clear the row from the cursor on with the style set; the cursor stays."""
        self._parts.append("\x1b[K")

    def _advance(self, count: int) -> None:
        """Move the known place on; beyond the last column it is kept as the width."""
        if self.place is not None:
            self.place = (min(self.place[0] + count, self._width), self.place[1])
