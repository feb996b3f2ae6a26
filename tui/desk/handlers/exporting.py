"""Exports from the desk: `X` and the letter of a format."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]
KINDS = ("handover", "markdown", "json", "csv", "web")


def _export(kind: str) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        from tui.desk.exporting import export
        from tui.reports.errors import ReportError

        store = desk.claiming.store
        try:
            paths = export(kind, store, desk.reading.story, desk.reading.index.comparison)
        except ReportError as error:
            desk.say(str(error), error=True)
        except OSError as error:
            desk.say(f"not written: {error.strerror or error}", error=True)
        else:
            desk.say(f"written: {', '.join(path.name for path in paths)}")

    return handle


HANDLERS: dict[str, Handler] = {f"export.{kind}": _export(kind) for kind in KINDS}
