"""Pasting articles into the story that is open."""

from tui.desk.handlers.view import Handler, View


def ask_paste(view: View, text: str | None = None) -> None:
    """Open the paste prompt, on what was pasted already."""
    # Imported when it is wanted: it needs what reads articles, which the worker does otherwise.
    from tui.desk.handlers.joining import ask

    if not view.claiming.writable:
        view.say("not pasted: store is read-only", error=True)
        return
    ask(view, text)


def _paste(view: View, count: int | None) -> None:
    ask_paste(view)


HANDLERS: dict[str, Handler] = {"article.paste": _paste}
