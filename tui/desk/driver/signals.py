"""Leaving in good order when told to, or when the line has gone: terminal restored, process ended, nothing spinning.

What the editor did is in the store before the screen says so; nothing is left to save here.
"""

from __future__ import annotations

import os
import select
import signal
import termios
import threading
from types import FrameType
from typing import TYPE_CHECKING, Any

from tui.desk.driver.restore import give_back

if TYPE_CHECKING:
    from textual.app import App

GRACE = 1.0
"""Seconds the app has to leave by itself before the process is ended."""


def install(app: App[Any]) -> None:
    """Make `app` leave on SIGTERM, on SIGHUP and when its terminal vanishes, even where SIGHUP is ignored.

    Call once from the main thread while the app runs (`on_mount`). The exit status is 128 plus the signal's
    number, that of SIGHUP for a vanished terminal.
    """
    leave = _Leave(app)
    signal.signal(signal.SIGTERM, leave.on_signal)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, leave.on_signal)
    driver = app._driver
    descriptor = getattr(driver, "fileno", None)
    if isinstance(descriptor, int):
        threading.Thread(target=leave.watch, args=(descriptor,), daemon=True, name="copydesk-line").start()


class _Leave:
    """One way out of one app."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._driver = app._driver
        self._modes: list[Any] | None = getattr(app._driver, "attrs_before", None)
        self._started = threading.Event()

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """Leave because of a signal."""
        self.begin(128 + number)

    def watch(self, descriptor: int) -> None:
        """Wait, without ever waking, until the line has gone; then leave."""
        poll = select.poll()
        poll.register(descriptor, 0)
        poll.poll()
        self.begin(128 + signal.SIGHUP)

    def begin(self, status: int) -> None:
        """Ask the app to exit, once, and see to it that the process ends."""
        if self._started.is_set():
            return
        self._started.set()
        threading.Thread(target=self._end, args=(status,), daemon=True, name="copydesk-leave").start()
        loop = self._driver._loop if self._driver is not None else None
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._exit, status)

    def _exit(self, status: int) -> None:
        """Let the app leave by itself."""
        self._app.exit(return_code=status)

    def _end(self, status: int) -> None:
        """End the process if the app has not left in time; the terminal gets what it can still take."""
        threading.Event().wait(GRACE)
        writer = threading.Thread(target=self._restore, daemon=True)
        writer.start()
        writer.join(GRACE / 4)
        os._exit(status)

    def _restore(self) -> None:
        """Give the terminal back as it was found."""
        descriptor = getattr(self._driver, "fileno", 0)
        try:
            give_back(descriptor, 2, self._modes)
        except (OSError, termios.error):
            return
