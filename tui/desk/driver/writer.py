"""The thread that keeps the terminal up to date: raw bytes in order, frames merged when the line is slow."""

from __future__ import annotations

import os
import re
import select
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic

from tui.desk.driver.cells import Grid
from tui.desk.driver.diff import paint
from tui.desk.driver.pace import Pace
from tui.desk.driver.pen import Pen
from tui.desk.driver.styles import PLAIN, transition

ENTER_SCREEN = "\x1b[?1049h"
LEAVE_SCREEN = "\x1b[?1049l"
POSITION_QUERY = "\x1b[6n"
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_WORTH_SYNC = 256
_ANSWERED_BY_NOW = 1.0
_NO_CELL_TOUCHED = re.compile(
    r"(?:\x07|\x1b\](?:[0-79]|[1-9]\d+);[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]+\$p|\x1b\[[<>=]\d*u"
    r"|\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1016|2004|2026|2048)[hl])+"
)


class ScreenWriter(threading.Thread):
    """Writes to one terminal in the background and knows what it shows.

    A frame that has not gone out when the next one comes is replaced by it; raw writes keep their order and
    their place between frames, unless they are known to touch no cell. `rate`: bytes a second that may be sent
    for long, where the terminal's answers do not tell. `on_gone` is called once, in this thread, when the line is
    gone.
    """

    def __init__(
        self,
        descriptor: int,
        *,
        background_erase: bool = False,
        rate: float | None = None,
        on_gone: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(daemon=True, name="copydesk-output")
        self._descriptor = descriptor
        self._background_erase = background_erase
        self._on_gone = on_gone
        self._ready = threading.Condition()
        self._queue: deque[str | Grid] = deque()
        self._stopping = self._gone = False
        self._pace = Pace(rate)
        self._synchronized = False
        self._shown: Grid | None = None
        self._pen = Pen()

    def raw(self, text: str) -> None:
        """Queue bytes to go out as they are."""
        with self._ready:
            if text.startswith(LEAVE_SCREEN):
                self._queue = deque(item for item in self._queue if isinstance(item, str))
            self._queue.append(text)
            self._ready.notify()

    def frame(self, grid: Grid, synchronized: bool = False) -> None:
        """Queue the newest state of the screen; `synchronized` brackets longer updates in mode 2026."""
        with self._ready:
            self._synchronized = synchronized
            for index in range(len(self._queue) - 1, -1, -1):
                item = self._queue[index]
                if isinstance(item, Grid):
                    del self._queue[index]
                    break
                if not _NO_CELL_TOUCHED.fullmatch(item):
                    break
            self._queue.append(grid)
            self._ready.notify()

    def forget(self) -> None:
        """Take nothing of what the terminal shows for granted: the next frame is drawn from nothing."""
        with self._ready:
            self._shown = None

    def asked(self) -> None:
        """Note that a cursor position report was asked for by a raw write just queued."""
        with self._ready:
            self._pace.marked(monotonic())

    def answered(self) -> bool:
        """Take a cursor position report; False if none was asked for."""
        with self._ready:
            expected = self._pace.waiting or self._pace.owed
            self._pace.answered(monotonic())
            self._ready.notify_all()
            return expected

    def settle(self, seconds: float) -> None:
        """Wait until no answer is outstanding, `seconds` at most: none may arrive once the desk has gone.

        A report asked for long ago is not waited for: this terminal does not answer.
        """
        with self._ready:
            if self._pace.waited(monotonic()) < _ANSWERED_BY_NOW:
                self._ready.wait_for(lambda: self._gone or not self._pace.waiting, seconds)

    def stop(self, seconds: float = 2.0) -> None:
        """Write what is queued and end; a line that takes longer than `seconds` is left behind."""
        with self._ready:
            self._stopping = True
            self._ready.notify()
        if self.is_alive():
            self.join(seconds)

    def run(self) -> None:
        """Write until stopped."""
        while (item := self._next()) is not None:
            try:
                self._send(item)
            except OSError:
                with self._ready:
                    self._gone = True
                    self._queue.clear()
                    self._ready.notify_all()
                if self._on_gone is not None:
                    self._on_gone()
                return

    def _next(self) -> str | Grid | None:
        """Wait for the next item; a frame waits, and may be replaced, while the line is full."""
        with self._ready:
            while True:
                if not self._queue:
                    if self._stopping:
                        return None
                    self._ready.wait()
                    continue
                delay = 0.0
                if isinstance(self._queue[0], Grid) and not self._stopping:
                    delay = self._pace.delay(monotonic())
                if not delay:
                    return self._queue.popleft()
                self._ready.wait(delay)

    def _send(self, item: str | Grid) -> None:
        """Write one item."""
        text = self._raw_text(item) if isinstance(item, str) else self._painted(item)
        if not text:
            return
        data = text.encode("utf-8", "replace")
        with self._ready:
            self._pace.sent(len(data), monotonic())
            if isinstance(item, Grid) and self._pace.mark_due():
                data += POSITION_QUERY.encode()
                self._pace.marked(monotonic())
        self._write(data)

    def _raw_text(self, text: str) -> str:
        """Give a raw write; what it may do to the screen is taken into account."""
        if _NO_CELL_TOUCHED.fullmatch(text):
            return text
        reset = transition(self._pen.look, PLAIN)
        with self._ready:
            self._shown = None
            self._pen = Pen()
        return reset + text

    def _painted(self, grid: Grid) -> str:
        """Give the update that makes the terminal show a grid."""
        with self._ready:
            shown, synchronized = self._shown, self._synchronized
            self._shown = grid
        text, self._pen = paint(shown, grid, self._pen, self._background_erase)
        if synchronized and len(text) >= _WORTH_SYNC:
            return f"{_SYNC_START}{text}{_SYNC_END}"
        return text

    def _write(self, data: bytes) -> None:
        """Write all bytes, waiting where the descriptor does not block."""
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                select.select([], [self._descriptor], [])
