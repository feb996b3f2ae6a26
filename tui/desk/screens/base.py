"""What all screens have in common: a canvas, a reader of keys, prompts, and messages in the status row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from tui.claims import StoreError
from tui.desk.canvas import Canvas
from tui.desk.draw.status import Notice
from tui.desk.keyboard.actions import Action
from tui.desk.keyboard.keys import Command, KeyReader, key_for, normalise_key
from tui.desk.lines import Line, Span, fit
from tui.desk.prompts.prompting import Prompt, TextPrompt
from tui.desk.shell import Shell


class CanvasScreen(Screen[None], inherit_bindings=False):
    """A screen that is drawn whole, as lines; subclasses say which lines, and what keys do."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__()
        self.canvas = Canvas()
        self.keys = KeyReader(actions)
        self.notice = Notice()
        self.prompt: Prompt | None = None

    def compose(self) -> ComposeResult:
        """The canvas is all there is; on a terminal with wide glyphs it is drawn in ASCII from the start."""
        self.canvas.ascii_only = bool(getattr(self.app, "ascii_only", False))
        yield self.canvas

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The lines of the screen, `height` of them, each `width` cells wide."""
        raise NotImplementedError

    def perform(self, command: Command) -> None:
        """Do what a key asked for."""
        raise NotImplementedError

    def read_key(self, key: str) -> Command | None:
        """The command a key completes, None while it completes none; a key that means nothing is told so."""
        return self.feed(self.keys, key)

    def feed(self, keys: KeyReader, key: str) -> Command | None:
        """Have a key read; one that means nothing here is told so in the status row."""
        command = keys.feed(key)
        if keys.unknown:
            self.say(f"no key {keys.unknown} here; {key_for('help')} shows the keys")
        return command

    def redraw(self) -> None:
        """Draw the present state; only rows that changed reach the terminal."""
        width, height = self.app.size
        if width and height:
            self.canvas.show(self.draw(width, height))

    @property
    def in_front(self) -> bool:
        """Whether this is the screen that is seen; for Textual the one right below it is current as well."""
        return self.app.screen is self

    def told(self, keys: KeyReader) -> Notice:
        """What the status row says: of a key that is half typed, what may follow."""
        message = self.notice.message or keys.following
        return replace(self.notice, message=message, pending=keys.pending, read_only=self.read_only)

    def put_cursor(self, x: int, y: int) -> None:
        """Put the terminal's own cursor there, for screen readers and Braille displays."""
        if self.in_front:
            self.app.cursor_position = Offset(x, y)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Read a key; one that was typed ahead of a change of screens goes to the screen that shows now."""
        event.stop()
        event.prevent_default()
        current = self.app.screen
        screen = current if isinstance(current, CanvasScreen) else self
        screen.press(normalise_key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes where text is typed, and is never read as keys."""
        event.stop()
        self.notice = replace(self.notice, message="", error=False)
        if self.prompt is not None:
            self.prompt.paste(event.text)
        else:
            self.take_paste(event.text)
        self.redraw()

    def take_paste(self, text: str) -> None:
        """Text was pasted where none was asked for."""
        self.say("what was pasted is left alone; in the panes it would be articles")

    def press(self, key: str) -> None:
        """Take one key by its normalised name: the answer to a prompt, or a command."""
        self.notice = replace(self.notice, message="", error=False)
        if self.prompt is not None:
            self._answer(self.prompt, key)
        elif (command := self.read_key(key)) is not None:
            self.attempt(lambda: self.perform(command))
        if self.is_current:
            self.redraw()

    def ask(self, prompt: Prompt) -> None:
        """Open a prompt in the drawer and the status row."""
        self.prompt = prompt

    def say(self, message: str, error: bool = False) -> None:
        """Put a message in the status row until the next key."""
        self.notice = replace(self.notice, message=message, error=error)

    @property
    def shell(self) -> Shell:
        """The app around the screen."""
        return cast(Shell, self.app)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self.shell.read_only

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something that may fail at the store; the reason then stands in the status row."""
        try:
            act()
        except StoreError as error:
            # The path and the remedy do not fit the status row; the desk says READ-ONLY all along.
            self.say("not saved: store is read-only" if self.read_only else str(error), error=True)

    def _answer(self, prompt: Prompt, key: str) -> None:
        if key in ("escape", "ctrl+c"):
            self.prompt = None
            if isinstance(prompt, TextPrompt) and prompt.leave is not None:
                self.attempt(prompt.leave)
        elif isinstance(prompt, TextPrompt):
            if key == "ctrl+x" and prompt.outside is not None:
                self.prompt = None
                outside, typed = prompt.outside, prompt.typed.text
                self.attempt(lambda: outside(typed))
            elif key == "enter":
                self.prompt = None
                self.attempt(lambda: prompt.answer(prompt.result()))
            else:
                prompt.press(key)
        elif prompt.takes(key):
            self.prompt = None
            self.attempt(lambda: prompt.answer(key))
        elif prompt.refuse(key):
            self.prompt = None


def too_small(width: int, height: int) -> list[Line]:
    """What a screen without room for a desk says."""
    blank = fit((), width)
    return [fit((Span("too small: 40 by 12 at least"),), width), *[blank] * (height - 1)]
