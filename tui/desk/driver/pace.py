"""How much may be on its way to the terminal: a window kept by the delay of its answers."""

from __future__ import annotations

from collections import deque

LEAST_WINDOW = 1024
MOST_WINDOW = 1 << 16
_FIRST_WINDOW = 3072
_MARK_EVERY = 256
_CALM, _CONGESTED = 0.05, 0.12
_PATIENCE = 3.0


class Pace:
    """Decides when the next frame may go, so that a slow line never has many frames queued in it.

    Now and then a cursor position report is asked for after a frame; the time it takes tells how long the
    queue is. The window shrinks when answers are late against the quickest seen and grows when they are not
    (after RFC 6817, LEDBAT). Times are seconds of one monotonic clock. A terminal that never answers is not
    waited for; one that stops answering is not asked again until it has answered all it owes.
    """

    def __init__(self) -> None:
        self.answers = False
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

    def sent(self, count: int) -> None:
        """Note that `count` bytes went out."""
        self._unmarked += count

    def mark_due(self) -> bool:
        """Whether a report should be asked for now."""
        return self.answers and self._unmarked >= _MARK_EVERY

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
        if sum(count for _, count in self._marks) < self._window:
            return 0.0
        left = _PATIENCE - (now - self._marks[0][0])
        if left > 0:
            return left
        self._owed += len(self._marks)
        self._marks.clear()
        self.answers = False
        return 0.0
