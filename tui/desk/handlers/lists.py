"""Moving the cursor in a list, and opening what is under it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from tui.desk.handlers import claims, views
from tui.desk.prompting import TextPrompt
from tui.desk.reading.geometry import Drawer
from tui.desk.typing import offered
from tui.desk.views.rows import go_to_item, item_rows, move, turn

if TYPE_CHECKING:
    from tui.desk.screens.listing import ListScreen
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["ListScreen[Any]", int | None], None]

_NEXT_DRAWER: dict[Drawer, Drawer] = {"short": "half", "half": "off", "off": "short"}


def _by(sign: int) -> Handler:
    def handle(view: "ListScreen[Any]", count: int | None) -> None:
        move(view.rows, view.place, sign * (count or 1))

    return handle


def _page(share: float, sign: int) -> Handler:
    def handle(view: "ListScreen[Any]", count: int | None) -> None:
        turn(view.rows, view.place, sign * max(1, int(view.room * share)) * (count or 1))

    return handle


def _first(view: "ListScreen[Any]", count: int | None) -> None:
    go_to_item(view.rows, view.place, (count or 1) - 1)


def _last(view: "ListScreen[Any]", count: int | None) -> None:
    go_to_item(view.rows, view.place, (count or len(item_rows(view.rows))) - 1)


def _open(view: "ListScreen[Any]", count: int | None) -> None:
    item = view.item
    if item is not None:
        view.open_item(item)


def _cycle_drawer(view: "ListScreen[Any]", count: int | None) -> None:
    view.place.drawer = _NEXT_DRAWER[view.place.drawer]


def _filter(view: "ListScreen[Any]", count: int | None) -> None:
    wanted = view.place.wanted
    view.ask(TextPrompt(" FILTER ", "list only what has these words", "", view.filter_by, offered(wanted)))


def _as_in_panes(handler: "Callable[[PanesScreen, int | None], None]") -> Handler:
    """What these handlers ask of the panes, a list on the same story has as well."""

    def handle(view: "ListScreen[Any]", count: int | None) -> None:
        handler(cast("PanesScreen", view), count)

    return handle


def _cancel(view: "ListScreen[Any]", count: int | None) -> None:
    view.keys.clear()


def _quit(view: "ListScreen[Any]", count: int | None) -> None:
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
    "undo": _as_in_panes(claims.HANDLERS["undo"]),
    "redo": _as_in_panes(claims.HANDLERS["redo"]),
    **{name: _as_in_panes(handler) for name, handler in views.SHARED.items()},
    "cancel": _cancel,
    "quit": _quit,
}
