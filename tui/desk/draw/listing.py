"""What all list views are drawn with: rows around the cursor, columns, hints, and the status row."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rich.cells import cell_len

from tui.desk.draw.drawer import rule
from tui.desk.draw.status import Notice
from tui.desk.keyboard.actions import actions_in
from tui.desk.keyboard.keys import key_for, show_keys
from tui.desk.lines import Line, Span, fit, shorten, width_of
from tui.desk.reading.geometry import DRAWER_ROWS
from tui.desk.views.rows import ListPlace, Row

Item = TypeVar("Item")
BAR = "▌"
HINTS_FROM = 20


def details_rows(height: int, drawer: str) -> int:
    """The rows of the drawer of a list view, without its title and the hints below it."""
    if drawer == "off":
        return 0
    return max(DRAWER_ROWS, height // 2 if drawer == "half" else height // 3)


def draw_rows(
    rows: Sequence[Row[Item]], place: ListPlace, room: int, width: int, draw_item: Callable[[Item], Sequence[Span]]
) -> list[Line]:
    """The rows that fit `room`, from the first one to be shown; the bar marks the one under the cursor."""
    lines: list[Line] = []
    for number in range(place.top, min(place.top + room, len(rows))):
        row = rows[number]
        if row.item is None:
            lines.append(rule((Span(row.heading, "title"),), width))
        else:
            bar = Span(BAR, "cursor") if number == place.cursor else Span(" ")
            lines.append(fit((bar, *draw_item(row.item)), width))
    return [*lines, *[fit((), width)] * (room - len(lines))]


def cell(text: str, width: int, role: str = "", *, right: bool = False) -> Line:
    """A cell of a table: the text shortened to `width` less a blank, padded on one side or the other."""
    text = shorten(text, max(0, width - 1))
    blanks = " " * max(0, width - cell_len(text))
    return (Span(blanks), Span(text, role)) if right else (Span(text, role), Span(blanks))


def two_sided(left: Sequence[Span], right: Sequence[Span], width: int) -> Line:
    """A line with something at either end; the left gives way."""
    return fit((*fit(left, max(0, width - width_of(right) - 1)), Span(" "), *right), width)


def hints(view: str, width: int) -> Line:
    """The keys of a view that act on what is under the cursor, as many as fit."""
    line: list[Span] = [Span(" ")]
    for action in actions_in(view):
        if not action.short or action.id == f"view.{view}":
            continue
        hint = (Span(show_keys(action.keys[0]), "key"), Span(f" {action.short}   ", "dim"))
        if width_of((*line, *hint)) > width + 2:
            break
        line += hint
    return fit(line, width)


def list_status(name: str, state: Sequence[Span], notice: Notice, editor: str, width: int) -> Line:
    """The status row of a list view: a message if there is one, else what there is to say of its state."""
    left: list[Span] = [Span(f" {name}", "title"), *notice.warning]
    right = [Span(f"{shorten(editor, 12)}  ", "dim"), Span(f"{key_for('help')} help ")]
    if notice.pending:
        right = [Span(f"{notice.pending}_ ", "strong")]
    room = width - width_of(right) - 1
    if notice.message and cell_len(notice.message) > room - width_of(left) - 2:
        right, room = [], width - 1
    if notice.message:
        left.append(notice.said(room - width_of(left) - 2))
    else:
        left += [Span("  "), *state]
    return two_sided(left, right, width)
