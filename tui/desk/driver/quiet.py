"""The desk's terminal driver: Textual's own, but what Textual writes reaches the terminal as differences."""

from __future__ import annotations

import signal
import termios
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.desk.driver.capabilities import read_capabilities
from tui.desk.driver.cells import Artist, FrameError, Grid, empty_grid, is_frame, resized
from tui.desk.driver.first import PROBE, FirstScreen
from tui.desk.driver.keyboard import Keyboard
from tui.desk.driver.pace import blind_rate
from tui.desk.driver.probe import WidthMeasured, is_wide
from tui.desk.driver.writer import ENTER_SCREEN, ScreenWriter

if TYPE_CHECKING:
    from textual.app import App

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_ANSWERS_WITHIN = 0.25


class QuietDriver(LinuxDriver):
    """Keeps the cells the terminal shows and sends what differs from the next frame.

    The seam is `write`: whatever begins with a cursor position is a frame and is drawn into a grid;
    everything else passes. A frame that cannot be read turns the driver into the stock one for good:
    `stock` says so.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.stock = False
        capabilities = read_capabilities()
        self._background_erase = capabilities.background_erase
        self._artist = Artist(colour=capabilities.colour and not getattr(app, "no_color", False))
        self._grid: Grid | None = None
        self._synchronized = False
        self._writer: ScreenWriter | None = None
        self._probing = False
        self._modes: list[Any] | None = None
        self._keyboard: Keyboard | None = None
        self._first: FirstScreen | None = getattr(app, "first_screen", None)

    def start_application_mode(self) -> None:
        """Take the terminal over; what it showed of the desk before is drawn again."""
        first = self._first
        if first is not None:
            self._writer, self._grid, self._probing = first.writer, first.grid, True
        elif self._writer is None:
            descriptor = self._file.fileno() if self._file is not None else 2
            self._writer = ScreenWriter(descriptor, background_erase=self._background_erase, rate=blind_rate())
            self._writer.start()
        # A new one each time: the reading before a suspension has ended.
        self._keyboard = Keyboard(self.fileno, XTermParser(self._debug), constants.ESCAPE_DELAY)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._follow_resizes()
        # Another thread may be given the signal: only the loop's own handler wakes it then.
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)
        self._modes = termios.tcgetattr(self.fileno) if self.input_tty else None
        if first is not None:
            self._take_over(first)
        elif self._grid is not None:
            self.repaint()
        elif self.input_tty:
            self._probing = True
            self._writer.raw(PROBE)
            self._writer.asked()

    def _take_over(self, first: FirstScreen) -> None:
        """Go on with a terminal that shows a first screen already."""
        self._first = None
        self.attrs_before = first.modes
        first.hand_on()

    def write(self, data: str) -> None:
        """Send raw control sequences as they are, frames as differences."""
        writer = self._writer
        if writer is None:
            return
        if self.stock:
            writer.raw(data)
        elif data == ENTER_SCREEN and self._first is not None:
            return
        elif data in (SYNC_START, SYNC_END):
            self._synchronized = True
        elif not is_frame(data):
            writer.raw(data)
        else:
            self._draw(writer, data)

    def repaint(self) -> None:
        """Draw the whole screen from nothing."""
        if self._writer is None or self._grid is None:
            return
        if self.stock:
            self._writer.raw("\x1b[m\x1b[r\x1b[H\x1b[2J")
            self._app.refresh(layout=True)
            return
        self._writer.forget()
        self._writer.frame(self._grid, self._synchronized)

    def process_message(self, message: Message) -> None:
        """Take the cursor position reports that were asked for here; the rest goes to the app."""
        if isinstance(message, events.CursorPosition) and self._writer is not None and self._writer.answered():
            if self._probing:
                self._probing = False
                self._measured(is_wide(message.x))
            return
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read keys until told to stop; a line that breaks is no error but the end."""
        if self._keyboard is not None and not self._keyboard.read(self.process_message):
            self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + signal.SIGHUP))

    def disable_input(self) -> None:
        """Stop reading, after outstanding reports have come: the shell must not get them."""
        if self._writer is not None and self._key_thread is not None and self._key_thread.is_alive():
            self._writer.settle(_ANSWERS_WITHIN)
        keyboard, self._keyboard = self._keyboard, None
        if keyboard is not None:
            keyboard.stop()
        super().disable_input()
        if keyboard is not None:
            keyboard.close()

    def close(self) -> None:
        """Write what is left and let the terminal go."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.stop()
        super().close()

    def _sigcont_application(self, *_: object) -> None:
        """Come back after ctrl-z; after a stop from outside nothing was put away, so only set all up again."""
        if self._must_signal_resume or not self._auto_restart or self._writer is None:
            super()._sigcont_application(*_)
            return
        if self._modes is not None:
            # A hangup sends SIGCONT too: then there is no line left to set up.
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._modes)
        self._loop.call_soon_threadsafe(self.repaint)

    def _draw(self, writer: ScreenWriter, data: str) -> None:
        """Draw a frame into the grid and queue it."""
        width, height = self._app.size
        before = empty_grid(width, height) if self._grid is None else resized(self._grid, width, height)
        try:
            self._grid = self._artist.draw(before, data)
        except FrameError:
            self.stock = True
            writer.raw(data)
            return
        writer.frame(self._grid, self._synchronized)

    def _measured(self, wide: bool) -> None:
        """Tell the app what the terminal makes of ambiguous glyphs; wide ones are left to stock drawing."""
        if wide:
            self.stock = True
            self._app.call_later(self.repaint)
        self.send_message(WidthMeasured(wide))

    def _follow_resizes(self) -> None:
        """Forget the screen at every change of its size, even one that changes back before a frame comes."""
        before = signal.getsignal(signal.SIGWINCH)

        def resize(number: int, frame: FrameType | None) -> None:
            self._loop.call_soon_threadsafe(self._screen_changed)
            if callable(before):
                before(number, frame)

        signal.signal(signal.SIGWINCH, resize)

    def _screen_changed(self) -> None:
        """Draw all again after the terminal's size changed: it may have cut or wrapped what it showed."""
        if self._writer is not None and not self.stock:
            self._writer.forget()
            if self._grid is not None and self._get_terminal_size() == (self._grid.width, self._grid.height):
                self._writer.frame(self._grid, self._synchronized)
