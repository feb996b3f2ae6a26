"""Exports from the desk: `X` and the letter of a format."""

from collections.abc import Sequence
from pathlib import Path

from tui.desk.handlers.view import Handler, View

ROOM = 44
"""The letters of a path that fit the status row of the panes at 80 columns."""
KINDS = ("handover", "markdown", "json", "csv", "web")


def _export(kind: str) -> Handler:
    def handle(view: View, count: int | None) -> None:
        from tui.desk.exporting import export
        from tui.reports.errors import ReportError

        store = view.claiming.store
        try:
            comparison = view.reading.index.comparison
            paths = export(kind, store, view.reading.story, comparison, view.desk.judging.verdicts)
        except ReportError as error:
            view.say(str(error), error=True)
        except OSError as error:
            view.say(f"not written: {error.strerror or error}", error=True)
        else:
            view.say(f"written: {told(paths)}")

    return handle


def told(paths: Sequence[Path]) -> str:
    """The files by name, with their folder where that is not the working one; the middle of it may be left out."""
    names = ", ".join(path.name for path in paths)
    folder = paths[0].parent
    if folder == Path.cwd():
        return names
    where = str(folder.absolute())
    room = max(8, ROOM - len(names) - 1)
    half = (room - 1) // 2
    shown = where if len(where) <= room else f"{where[:half]}…{where[-half:]}"
    return f"{shown}/{names}"


HANDLERS: dict[str, Handler] = {f"export.{kind}": _export(kind) for kind in KINDS}
