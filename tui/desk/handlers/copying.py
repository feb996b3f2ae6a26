"""Copying quotes: what is selected, the passage under the cursor, or both wordings of a finding."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.desk.copying import both_wordings, quote_with_source, send_to_terminal
from tui.desk.handlers.panes_of import panes_of

if TYPE_CHECKING:
    from tui.desk.screens.findings import FindingsScreen
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]


def here(desk: "PanesScreen") -> str:
    """The quote that is selected, else the passage under the cursor, with its source."""
    reading = desk.reading
    if reading.selection is not None:
        number, start, end = reading.selection.article, reading.selection.start, reading.selection.end
    else:
        number, index = reading.place
        passage = reading.story.articles[number].passages[index]
        start, end = passage.start, passage.end
    return quote_with_source(reading.story.articles[number], number, start, end)


def copied(desk: "PanesScreen", text: str) -> None:
    """Send text to the clipboard, and keep it for `:copy`."""
    panes_of(desk).copied.append(text)
    desk.say(send_to_terminal(desk.app, text))


def _quote(desk: "PanesScreen", count: int | None) -> None:
    copied(desk, here(desk))


def _both(desk: "PanesScreen", count: int | None) -> None:
    other = desk.reading.counterpart
    if other is None:
        desk.say("no counterpart here: y copies the passage alone")
    else:
        copied(desk, both_wordings(desk.reading.story, other.link))


def _listed(both: bool) -> Callable[["FindingsScreen", int | None], None]:
    def handle(view: "FindingsScreen", count: int | None) -> None:
        if view.item is None:
            view.say("nothing to copy")
            return
        link, story = view.item.link, view.reading.story
        side = quote_with_source(story.articles[link.a.article], link.a.article, link.a.start, link.a.end)
        copied(cast("PanesScreen", view), both_wordings(story, link) if both else side)

    return handle


HANDLERS: dict[str, Handler] = {"copy.quote": _quote, "copy.both": _both}
LIST_HANDLERS: dict[str, Callable[..., None]] = {"copy.quote": _listed(both=False), "copy.both": _listed(both=True)}
