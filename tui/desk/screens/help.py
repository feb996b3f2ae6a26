"""The help of a view, over the whole screen."""

from collections.abc import Sequence

from tui.desk.actions import Action
from tui.desk.draw.help import help_lines
from tui.desk.keys import Command
from tui.desk.lines import Line, Span, fit, width_of
from tui.desk.screens.base import CanvasScreen

_ACTIONS = (
    Action("down", ("j", "down", "ctrl+e"), "a line down", "", motion=True),
    Action("up", ("k", "up", "ctrl+y"), "a line up", "", motion=True),
    Action("page.down", (" ", "pagedown", "ctrl+d"), "a page down", ""),
    Action("page.up", ("b", "pageup", "ctrl+u"), "a page up", ""),
    Action("top", ("g g", "home"), "to the top", ""),
    Action("bottom", ("G", "end"), "to the end", ""),
    Action("leave", ("q", "?", "escape", "enter", "backspace"), "leave the help", ""),
)


class HelpScreen(CanvasScreen):
    """Every key of a view and every mark, to be scrolled."""

    def __init__(self, view: str) -> None:
        super().__init__(_ACTIONS)
        self._view = view
        self._top = 0

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The part of the help that fits, and a status row."""
        lines = help_lines(self._view, width)
        room = height - 1
        self._top = max(0, min(self._top, len(lines) - room))
        shown = lines[self._top : self._top + room]
        more = "" if len(lines) <= room else f"  {self._top + 1} to {self._top + len(shown)} of {len(lines)}"
        left = (Span(f" HELP {self._view}", "title"), Span(more, "dim"))
        right = Span("j k scroll   q leave ")
        status = fit((*fit(left, width - width_of((right,))), right), width)
        return [*shown, *[fit((), width)] * (room - len(shown)), status]

    def perform(self, command: Command) -> None:
        """Scroll, or go back to where the help was asked for."""
        page = max(1, self.app.size.height - 2)
        count = command.count or 1
        steps = {
            "down": count,
            "up": -count,
            "page.down": page,
            "page.up": -page,
            "top": -9999,
            "bottom": 9999,
        }
        if command.action == "leave":
            self.app.pop_screen()
        else:
            self._top = max(0, self._top + steps.get(command.action, 0))
