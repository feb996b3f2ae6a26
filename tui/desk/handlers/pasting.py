"""Pasting articles into the story that is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]


def ask_paste(desk: "PanesScreen", text: str | None = None) -> None:
    """Open the paste prompt, on what was pasted already."""
    # Imported when it is wanted: it needs what reads articles, which the worker does otherwise.
    from tui.desk.joining import ask

    if not desk.claiming.writable:
        desk.say("not pasted: store is read-only", error=True)
        return
    ask(desk, text)


def _paste(desk: "PanesScreen", count: int | None) -> None:
    ask_paste(desk)


HANDLERS: dict[str, Handler] = {"article.paste": _paste}
