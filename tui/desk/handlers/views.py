"""The drawer, the lock, the help, other views, and leaving."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.desk.actions import DIFF, MATRIX, VIEWS
from tui.desk.handlers import commanding, exporting
from tui.desk.handlers.panes_of import panes_of
from tui.desk.reading.geometry import Drawer
from tui.desk.reading.linking import settle
from tui.desk.reading.state import set_drawer
from tui.desk.screens.help import HelpScreen
from tui.desk.views.rows import ListPlace

if TYPE_CHECKING:
    from tui.desk.app import DeskApp
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]

_NEXT_DRAWER: dict[Drawer, Drawer] = {"short": "half", "half": "off", "off": "short"}


def _cycle_drawer(desk: "PanesScreen", count: int | None) -> None:
    set_drawer(desk.reading, _NEXT_DRAWER[desk.reading.drawer])
    settle(desk.reading)


def _toggle_lock(desk: "PanesScreen", count: int | None) -> None:
    desk.reading.locked = not desk.reading.locked
    settle(desk.reading)
    desk.say("the other panes follow the cursor" if desk.reading.locked else "the other panes stay where they are")


def _help(desk: "PanesScreen", count: int | None) -> None:
    desk.app.push_screen(HelpScreen(desk.view))


def _open(view: str) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        cast("DeskApp", desk.app).open_view(view)

    return handle


def _by_time(desk: "PanesScreen", count: int | None) -> None:
    panes = panes_of(desk)
    place = panes.list_places.setdefault(MATRIX, ListPlace())
    place.sorting, place.cursor, place.top = "time", 0, 0
    if getattr(desk.app.screen, "view", "") == MATRIX:
        panes.claiming.announce()
    else:
        cast("DeskApp", desk.app).open_view(MATRIX)


def _diff(desk: "PanesScreen", count: int | None) -> None:
    """The diff of the article that the row of a list is about, else of the one with the cursor."""
    panes = panes_of(desk)
    item = getattr(desk, "item", None)
    change, claim = getattr(item, "article", None), getattr(desk, "claim", None)
    place = panes.claiming.place(claim) if claim is not None else None
    number = getattr(change, "index", None)
    if number is None:
        number = place[0] if place is not None else panes.reading.focus
    panes.list_places[DIFF] = ListPlace(column=number)
    if getattr(desk, "view", "") == DIFF:
        return
    cast("DeskApp", desk.app).open_view(DIFF)


def _redraw(desk: "PanesScreen", count: int | None) -> None:
    desk.draw_anew()


def _next_theme(desk: "PanesScreen", count: int | None) -> None:
    name = cast("DeskApp", desk.app).change_theme()
    desk.say(f"theme {name}; set under [desk] to keep it")


def _suspend(desk: "PanesScreen", count: int | None) -> None:
    desk.app.action_suspend_process()


def _cancel(desk: "PanesScreen", count: int | None) -> None:
    desk.cancel()


def _quit(desk: "PanesScreen", count: int | None) -> None:
    desk.leave()


SHARED: dict[str, Handler] = {
    "help": _help,
    "redraw": _redraw,
    "theme.next": _next_theme,
    "suspend": _suspend,
    "command": commanding.ask,
    "matrix.time": _by_time,
    **exporting.HANDLERS,
    **{f"view.{view}": _open(view) for view in VIEWS},
    "view.diff": _diff,
}
"""What is done alike in the panes and in the lists."""


def _compare_again(desk: "PanesScreen", count: int | None) -> None:
    desk.articles.read_again()
    desk.say("reading the files again")


HANDLERS: dict[str, Handler] = {
    "compare.again": _compare_again,
    **SHARED,
    "drawer.cycle": _cycle_drawer,
    "lock.toggle": _toggle_lock,
    "cancel": _cancel,
    "quit": _quit,
}
