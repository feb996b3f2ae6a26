"""What is shown while the sources are read, when that takes longer than a moment."""

from collections.abc import Sequence

from textual.message import Message

from tui.desk.actions import Action
from tui.desk.keys import Command
from tui.desk.lines import Line, Span, fit
from tui.desk.opening import Opening
from tui.desk.screens.base import CanvasScreen

LOOK_SECONDS = 0.1
_LEAVE = Action("leave", ("q", "escape", "ctrl+c"), "leave", "")


class Opened(Message):
    """All sources have been read."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening


class OpeningScreen(CanvasScreen):
    """A line that counts the articles read so far."""

    def __init__(self, opening: Opening) -> None:
        super().__init__((_LEAVE,))
        self.opening = opening

    def on_mount(self) -> None:
        """Look now and then whether all is read."""
        self._timer = self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        if self.opening.wait(0):
            self._timer.stop()
            self.app.post_message(Opened(self.opening))
        else:
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """How many articles are read, and how to leave."""
        line = fit((Span(f" reading: {self.opening.count} articles so far   q leaves"),), width)
        return [*[fit((), width)] * (height - 1), line]

    def perform(self, command: Command) -> None:
        """Give up."""
        self.opening.stop()
        self.app.exit(1)
