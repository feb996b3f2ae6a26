"""Copying quotes: what is selected, the passage under the cursor, or both wordings of a finding."""

from collections.abc import Callable

from tui.desk.copying import both_wordings, quote_with_source
from tui.desk.handlers.view import Handler, ListView, View
from tui.desk.keyboard.keys import key_for
from tui.desk.reading.state import Reading


def here(reading: Reading) -> str:
    """The quote that is selected, else the passage under the cursor, with its source."""
    if reading.selection is not None:
        number, start, end = reading.selection.article, reading.selection.start, reading.selection.end
    else:
        number, index = reading.place
        passage = reading.story.articles[number].passages[index]
        start, end = passage.start, passage.end
    return quote_with_source(reading.story.articles[number], number, start, end)


def copied(view: View, text: str) -> None:
    """Send text to the clipboard, and keep it for `:copy`."""
    view.desk.copied.append(text)
    view.say(view.shell.send_to_clipboard(text))


def _quote(view: View, count: int | None) -> None:
    copied(view, here(view.reading))


def _both(view: View, count: int | None) -> None:
    other = view.reading.counterpart
    if other is None:
        view.say(f"no counterpart here: {key_for('copy.quote')} copies the passage alone")
    else:
        copied(view, both_wordings(view.reading.story, other.link))


def _listed(both: bool) -> Callable[[ListView, int | None], None]:
    def handle(view: ListView, count: int | None) -> None:
        if view.item is None:
            view.say("nothing to copy")
            return
        link, story = view.item.link, view.reading.story
        side = quote_with_source(story.articles[link.a.article], link.a.article, link.a.start, link.a.end)
        copied(view, both_wordings(story, link) if both else side)

    return handle


HANDLERS: dict[str, Handler] = {"copy.quote": _quote, "copy.both": _both}
LIST_HANDLERS: dict[str, Callable[..., None]] = {"copy.quote": _listed(both=False), "copy.both": _listed(both=True)}
