"""Moving the cursor and scrolling."""

from collections.abc import Callable
from typing import Literal

from tui.desk.handlers.view import Handler, View
from tui.desk.reading import moving
from tui.desk.reading.folding import open_at
from tui.desk.reading.state import Reading


def _by(step: Callable[[Reading, int], None], sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        step(view.reading, sign * (count or 1))

    return handle


def _page(share: float, sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        rows = max(1, int(view.reading.geometry.text_rows * share))
        moving.page(view.reading, sign * rows * (count or 1))

    return handle


def _first(view: View, count: int | None) -> None:
    _go_to(view.reading, 0 if count is None else count - 1, asked=count is not None)


def _last(view: View, count: int | None) -> None:
    last = len(view.reading.story.articles[view.reading.focus].passages) - 1
    _go_to(view.reading, last if count is None else count - 1, asked=count is not None)


def _go_to(reading: Reading, passage: int, *, asked: bool) -> None:
    """Go to a passage; one that was asked for by its number is not left folded."""
    if asked:
        open_at(reading, (reading.focus, passage))
    moving.go_to_passage(reading, passage)


def _pane(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        reading = view.reading
        beside = reading.shown.index(reading.focus) + sign
        on_screen = 0 <= beside < len(reading.shown)
        around = reading.order[(reading.position(reading.focus) + sign) % len(reading.order)]
        moving.go_to_article(reading, reading.shown[beside] if on_screen else around)

    return handle


def _article(view: View, count: int | None) -> None:
    number = count or 1
    if number > len(view.reading.panes):
        view.say(f"there is no article {number}, only {len(view.reading.panes)}")
        return
    moving.go_to_article(view.reading, number - 1)


def _place(where: Literal["top", "middle", "bottom"]) -> Handler:
    def handle(view: View, count: int | None) -> None:
        moving.place_cursor(view.reading, where)

    return handle


HANDLERS: dict[str, Handler] = {
    "passage.next": _by(moving.move_passages, 1),
    "passage.previous": _by(moving.move_passages, -1),
    "paragraph.next": _by(moving.move_paragraphs, 1),
    "paragraph.previous": _by(moving.move_paragraphs, -1),
    "passage.first": _first,
    "passage.last": _last,
    "pane.right": _pane(1),
    "pane.left": _pane(-1),
    "article.go": _article,
    "page.down": _page(1, 1),
    "page.up": _page(1, -1),
    "halfpage.down": _page(0.5, 1),
    "halfpage.up": _page(0.5, -1),
    "scroll.down": _by(moving.scroll, 1),
    "scroll.up": _by(moving.scroll, -1),
    "place.top": _place("top"),
    "place.middle": _place("middle"),
    "place.bottom": _place("bottom"),
}
