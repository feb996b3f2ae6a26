"""What all screens have in common: a canvas, a reader of keys, and a row in which text is typed."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from tui.desk.actions import Action
from tui.desk.canvas import Canvas
from tui.desk.keys import Command, KeyReader, normalise_key
from tui.desk.lines import Line, Span, fit


class CanvasScreen(Screen[None], inherit_bindings=False):
    """A screen that is drawn whole, as lines; subclasses say which lines, and what keys do."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__()
        self.canvas = Canvas()
        self.keys = KeyReader(actions)

    def compose(self) -> ComposeResult:
        """The canvas, and the row of input that is hidden until something is typed."""
        yield self.canvas
        yield TypedRow()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The lines of the screen, `height` of them, each `width` cells wide."""
        raise NotImplementedError

    def perform(self, command: Command) -> None:
        """Do what a key asked for."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw the present state; only rows that changed reach the terminal."""
        width, height = self.app.size
        if width and height:
            self.canvas.show(self.draw(width, height))

    def put_cursor(self, x: int, y: int) -> None:
        """Put the terminal's own cursor there, for screen readers and Braille displays."""
        self.app.cursor_position = Offset(x, y)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Read a key; text that is pasted never comes here, and text being typed goes on to its row."""
        if self.focused is not None and event.key not in ("escape", "ctrl+c", "tab", "ctrl+i", "down"):
            return
        event.stop()
        event.prevent_default()
        self.press(normalise_key(event.key, event.character))

    def press(self, key: str) -> None:
        """Take one key by its normalised name."""
        command = self.keys.feed(key)
        if command is not None:
            self.perform(command)
        self.redraw()


class TypedRow(Input):
    """The status row while text is typed into it."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._submit: Callable[[str], None] | None = None

    def open_with(self, label: str, text: str, submit: Callable[[str], None]) -> None:
        """Show `text` for editing behind a label; Enter hands it to `submit`."""
        self._submit = submit
        self.styles.margin = (0, 0, 0, cell_len(label))
        self.add_class("open")
        self.value = text
        self.cursor_position = len(text)
        self.focus()

    def shut(self) -> None:
        """Hide the row; what was typed is gone."""
        self._submit = None
        self.remove_class("open")
        self.screen.set_focus(None)

    def submit(self) -> None:
        """Hand over what was typed."""
        if self._submit is not None:
            self._submit(self.value)


def too_small(width: int, height: int) -> list[Line]:
    """What a screen without room for a desk says."""
    blank = fit((), width)
    return [fit((Span("too small: 40 by 12 at least"),), width), *[blank] * (height - 1)]
