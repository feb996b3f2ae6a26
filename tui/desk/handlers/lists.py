"""Moving the cursor in a list, and opening what is under it."""

from collections.abc import Callable

from tui.desk.handlers import undoing, views
from tui.desk.handlers.view import ListView
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.prompts.typing import offered
from tui.desk.reading.geometry import NEXT_DRAWER
from tui.desk.views.rows import go_to_item, item_rows, move, turn

Handler = Callable[[ListView, int | None], None]


def _by(sign: int) -> Handler:
    def handle(view: ListView, count: int | None) -> None:
        move(view.rows, view.place, sign * (count or 1))

    return handle


def _page(share: float, sign: int) -> Handler:
    def handle(view: ListView, count: int | None) -> None:
        turn(view.rows, view.place, sign * max(1, int(view.room * share)) * (count or 1))

    return handle


def _first(view: ListView, count: int | None) -> None:
    go_to_item(view.rows, view.place, (count or 1) - 1)


def _last(view: ListView, count: int | None) -> None:
    go_to_item(view.rows, view.place, (count or len(item_rows(view.rows))) - 1)


def _open(view: ListView, count: int | None) -> None:
    item = view.item
    if item is not None:
        view.open_item(item)


def _cycle_drawer(view: ListView, count: int | None) -> None:
    view.place.drawer = NEXT_DRAWER[view.place.drawer]


def _filter(view: ListView, count: int | None) -> None:
    wanted = view.place.wanted
    view.ask(TextPrompt(" FILTER ", "list only what has these words", "", view.filter_by, offered(wanted)))


def _cancel(view: ListView, count: int | None) -> None:
    view.keys.clear()


def _quit(view: ListView, count: int | None) -> None:
    view.leave()


HANDLERS: dict[str, Handler] = {
    "list.next": _by(1),
    "list.previous": _by(-1),
    "list.first": _first,
    "list.last": _last,
    "list.page.down": _page(1, 1),
    "list.page.up": _page(1, -1),
    "list.half.down": _page(0.5, 1),
    "list.half.up": _page(0.5, -1),
    "list.open": _open,
    "list.filter": _filter,
    "drawer.cycle": _cycle_drawer,
    **undoing.HANDLERS,
    **views.SHARED,
    "cancel": _cancel,
    "quit": _quit,
}
