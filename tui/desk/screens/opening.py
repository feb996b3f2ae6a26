"""What is shown while the sources are read, when that takes longer than a moment."""

from collections.abc import Sequence

from tui.desk.keyboard.actions import Action
from tui.desk.keyboard.keys import Command
from tui.desk.lines import Line, Span, fit
from tui.desk.process.jobs import Answer, Progress
from tui.desk.screens.base import CanvasScreen

_LEAVE = Action("leave", ("q", "escape", "ctrl+c"), "leave", "")


class OpeningScreen(CanvasScreen):
    """A line that counts the articles read so far."""

    def __init__(self) -> None:
        super().__init__((_LEAVE,))
        self._count = 0

    def take(self, answer: Answer) -> None:
        """Show how far the worker is."""
        if isinstance(answer, Progress) and self.is_current:
            self._count = answer.done
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """How many articles are read, and how to leave."""
        line = fit((Span(f" reading: {self._count} articles so far   q leaves"),), width)
        return [*[fit((), width)] * (height - 1), line]

    def perform(self, command: Command) -> None:
        """Give up."""
        self.app.exit(1)
