"""The terminal before Textual is there: taken over for a first screen, then handed on, or given back as it was."""

from __future__ import annotations

import os
import select
import termios
import tty
from contextlib import suppress
from time import monotonic
from typing import Any

from tui.desk.driver.capabilities import read_capabilities
from tui.desk.driver.cells import Artist, Grid, empty_grid
from tui.desk.driver.pace import blind_rate
from tui.desk.driver.restore import give_back
from tui.desk.driver.writer import ENTER_SCREEN, ScreenWriter

GLYPHS = "≈·─│▌…“”"
PROBE = f"\x1b[H{GLYPHS}\x1b[6n\x1b[H\x1b[K"
"""Goes out before the first frame, on the empty screen, and clears what it printed; nothing waits for it."""

_IN, _OUT = 0, 2
_ANSWERS_WITHIN = 0.25
_HIDE_CURSOR, _NO_WRAP = "\x1b[?25l", "\x1b[?7l"
_UNCOOKED_LOCAL = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_UNCOOKED_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR


class FirstScreen:
    """A screen drawn on the terminal with nothing but this project's driver.

    What is typed meanwhile stays with the terminal and is read later.
    """

    def __init__(self, width: int, height: int) -> None:
        capabilities = read_capabilities()
        colour = capabilities.colour and "NO_COLOR" not in os.environ
        self.grid: Grid = empty_grid(width, height)
        self.modes: list[Any] = termios.tcgetattr(_IN)
        self.writer = ScreenWriter(_OUT, background_erase=capabilities.background_erase, rate=blind_rate())
        self._artist = Artist(colour=colour)
        self._held = True

    def take(self) -> None:
        """Take the terminal over."""
        uncooked = termios.tcgetattr(_IN)
        uncooked[tty.LFLAG] &= ~_UNCOOKED_LOCAL
        uncooked[tty.IFLAG] &= ~_UNCOOKED_INPUT
        uncooked[tty.CC][termios.VMIN] = 1
        termios.tcsetattr(_IN, termios.TCSANOW, uncooked)
        self.writer.start()
        self.writer.raw(ENTER_SCREEN + _HIDE_CURSOR + _NO_WRAP)
        self.writer.raw(PROBE)
        self.writer.asked()

    def draw(self, frame: str) -> None:
        """Draw a frame: cursor positions, styles and text, as Textual writes it."""
        self.grid = self._artist.draw(self.grid, frame)
        self.writer.frame(self.grid)

    def hand_on(self) -> None:
        """Leave terminal and writer to the driver that goes on with them."""
        self._held = False

    def give_back(self) -> None:
        """Give the terminal back as it was, unless it has been handed on."""
        if self._held:
            self.writer.stop()
            _take_report(_ANSWERS_WITHIN)
            self.drop()

    def drop(self) -> None:
        """Give the terminal back without waiting for what is still to be written."""
        if self._held:
            self._held = False
            with suppress(OSError, termios.error):
                give_back(_IN, _OUT, self.modes)


def _take_report(seconds: float) -> None:
    """Take the terminal's answer to the probe out of what is typed: the shell must not get it."""
    until = monotonic() + seconds
    with suppress(OSError):
        while (left := until - monotonic()) > 0 and select.select([_IN], [], [], left)[0]:
            data = os.read(_IN, 1024)
            if not data or b"R" in data:
                return
