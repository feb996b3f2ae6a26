"""How much may be on its way to the terminal: a window kept by the delay of its answers, or a rate where it has none.

Inside tmux or screen the answers come from there, however long the line behind it is: then only a rate keeps a
slow line from filling up.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Mapping

LEAST_WINDOW = 1024
MOST_WINDOW = 1 << 16
_FIRST_WINDOW = 3072
_MARK_EVERY = 256
_CALM, _CONGESTED = 0.05, 0.12
_PATIENCE = 3.0
BURST = 2048
REMOTE_RATE, LOCAL_RATE = 7000.0, 100_000.0
"""Bytes a second into a multiplexer, which makes up to twice of them; the first where it is reached over SSH."""


def blind_rate(environment: Mapping[str, str] = os.environ) -> float | None:
    """The rate to keep where the terminal's answers do not tell how long the line is; None where they do.

    COPYDESK_LINE names another rate, in bytes a second, for any terminal.
    """
    wish = environment.get("COPYDESK_LINE", "")
    if wish.isdecimal() and int(wish) > 0:
        return float(wish)
    inside = environment.get("TMUX") or environment.get("STY")
    if not inside:
        return None
    remote = any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))
    return REMOTE_RATE if remote else LOCAL_RATE


class Pace:
    """Decides when the next frame may go, so that a slow line never has many frames queued in it.

    Now and then a cursor position report is asked for after a frame; the time it takes tells how long the
    queue is. The window shrinks when answers are late against the quickest seen and grows when they are not
    (after RFC 6817, LEDBAT). Times are seconds of one monotonic clock. A terminal that never answers is not
    waited for; one that stops answering is not asked again until it has answered all it owes.

    With a `rate`, in bytes a second, nothing is asked: what is sent beyond a burst is made up for by waiting.
    """

    def __init__(self, rate: float | None = None) -> None:
        self.answers = False
        self._rate = rate
        self._credit, self._credited = float(BURST), 0.0
        self._window = _FIRST_WINDOW
        self._quickest = float("inf")
        self._unmarked = 0
        self._marks: deque[tuple[float, int]] = deque()
        self._owed = 0

    @property
    def waiting(self) -> bool:
        """Whether an answer is outstanding."""
        return bool(self._marks)

    @property
    def owed(self) -> bool:
        """Whether answers once given up may still come."""
        return self._owed > 0

    def waited(self, now: float) -> float:
        """Seconds since the oldest report without an answer was asked for; 0 if there is none."""
        return now - self._marks[0][0] if self._marks else 0.0

    def sent(self, count: int, now: float) -> None:
        """Note that `count` bytes went out."""
        self._unmarked += count
        if self._rate:
            self._earn(self._rate, now)
            self._credit -= count

    def mark_due(self) -> bool:
        """Whether a report should be asked for now."""
        return self._rate is None and self.answers and self._unmarked >= _MARK_EVERY

    def marked(self, now: float) -> None:
        """Note that a report was asked for after all bytes sent so far."""
        self._marks.append((now, self._unmarked))
        self._unmarked = 0

    def answered(self, now: float) -> None:
        """Note the answer to the oldest report asked for."""
        if self._owed:
            self._owed -= 1
            self.answers = not self._owed
            return
        if not self._marks:
            return
        self.answers = True
        then, count = self._marks.popleft()
        took = now - then
        self._quickest = min(self._quickest, took)
        queued = took - self._quickest
        if queued > _CONGESTED:
            self._window = max(LEAST_WINDOW, self._window * 2 // 3)
        elif queued < _CALM:
            self._window = min(MOST_WINDOW, self._window + count)

    def delay(self, now: float) -> float:
        """Seconds to wait before the next frame unless an answer comes first; 0 when it may go at once."""
        if self._rate:
            self._earn(self._rate, now)
            return max(0.0, -self._credit / self._rate)
        if sum(count for _, count in self._marks) < self._window:
            return 0.0
        left = _PATIENCE - (now - self._marks[0][0])
        if left > 0:
            return left
        self._owed += len(self._marks)
        self._marks.clear()
        self.answers = False
        return 0.0

    def _earn(self, rate: float, now: float) -> None:
        """Take in what the line has carried since the last time."""
        self._credit = min(BURST, self._credit + max(0.0, now - self._credited) * rate)
        self._credited = now
