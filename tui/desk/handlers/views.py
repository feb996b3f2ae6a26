"""The drawer, the lock, the help, other views, and leaving."""

from tui.desk.handlers import commanding, exporting
from tui.desk.handlers.aligning import let_go
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.actions import DIFF, MATRIX, VIEWS
from tui.desk.keyboard.keys import key_for
from tui.desk.reading.geometry import NEXT_DRAWER
from tui.desk.reading.linking import settle
from tui.desk.reading.state import set_drawer
from tui.desk.views.rows import ListPlace


def _cycle_drawer(view: View, count: int | None) -> None:
    set_drawer(view.reading, NEXT_DRAWER[view.reading.drawer])
    settle(view.reading)


def _toggle_lock(view: View, count: int | None) -> None:
    view.reading.locked = not view.reading.locked
    settle(view.reading)
    view.say("the other panes follow the cursor" if view.reading.locked else "the other panes stay where they are")


def _help(view: View, count: int | None) -> None:
    view.shell.open_help(view.view)


def _open(view: str) -> Handler:
    def handle(screen: View, count: int | None) -> None:
        screen.shell.open_view(view)

    return handle


def _by_time(view: View, count: int | None) -> None:
    place = view.desk.list_places.setdefault(MATRIX, ListPlace())
    place.sorting, place.cursor, place.top = "time", 0, 0
    if view.view == MATRIX:
        view.claiming.announce()
    else:
        view.shell.open_view(MATRIX)


def _diff(view: View, count: int | None) -> None:
    """The diff of the article that the row of a list is about, else of the one with the cursor."""
    view.desk.list_places[DIFF] = ListPlace(column=view.subject)
    if view.view != DIFF:
        view.shell.open_view(DIFF)


def _redraw(view: View, count: int | None) -> None:
    view.shell.draw_anew()


def _next_theme(view: View, count: int | None) -> None:
    name = view.shell.change_theme()
    view.say(f"theme {name}; set under [desk] to keep it")


def _suspend(view: View, count: int | None) -> None:
    view.shell.action_suspend_process()


def _cancel(view: View, count: int | None) -> None:
    waiting = view.desk.deciding.pinning is not None
    let_go(view)
    if not view.desk.cancel() and not waiting:
        view.say(f"{key_for('quit')} leaves")


def _quit(view: View, count: int | None) -> None:
    view.leave()


def _compare_again(view: View, count: int | None) -> None:
    view.desk.articles.read_again()
    view.say("reading the articles again")


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
    "compare.again": _compare_again,
}
"""What is done alike in the panes and in the lists."""

HANDLERS: dict[str, Handler] = {
    **SHARED,
    "drawer.cycle": _cycle_drawer,
    "lock.toggle": _toggle_lock,
    "cancel": _cancel,
    "quit": _quit,
}
