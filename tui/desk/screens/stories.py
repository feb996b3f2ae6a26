"""A folder of stories: pick the one to open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tui.desk.draw.drawer import rule
from tui.desk.keyboard.actions import Action
from tui.desk.keyboard.keys import Command
from tui.desk.lines import Line, Span, fit, shorten
from tui.desk.screens.base import CanvasScreen
from tui.desk.screens.scrolling import SCROLLING, scrolled
from tui.story import sanitise_line

_ACTIONS = (
    *SCROLLING,
    Action("open", ("enter", "l", "right"), "open this story", ""),
    Action("leave", ("q", "escape", "ctrl+c"), "leave", ""),
)


class StoriesScreen(CanvasScreen):
    """The stories of a folder, one a row."""

    def __init__(self, folders: Sequence[Path], choose: Callable[[Path], None]) -> None:
        super().__init__(_ACTIONS)
        self._folders = folders
        self._choose = choose
        self._cursor = 0

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The stories around the cursor, and a status row."""
        room = height - 2
        first = max(0, min(self._cursor - room // 2, len(self._folders) - room))
        rows = [fit(self._row(number, width), width) for number in range(first, min(first + room, len(self._folders)))]
        title = rule((Span(f"{len(self._folders)} stories", "title"),), width)
        warning = replace(self.notice, read_only=self.read_only).warning
        status = fit((Span(" STORIES", "title"), *warning, Span("  Enter opens, q leaves")), width)
        return [title, *rows, *[fit((), width)] * (room - len(rows)), status]

    def _row(self, number: int, width: int) -> Line:
        name = shorten(sanitise_line(self._folders[number].name), width - 4)
        here = number == self._cursor
        return (Span("▌ " if here else "  ", "cursor"), Span(name, "strong" if here else ""))

    def perform(self, command: Command) -> None:
        """Move, open, or leave."""
        if command.action == "open":
            self._choose(self._folders[self._cursor])
        elif command.action == "leave":
            self.app.exit(0)
        else:
            page = max(1, self.app.size.height - 3)
            self._cursor = scrolled(self._cursor, command, page, len(self._folders) - 1)
