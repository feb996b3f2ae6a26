"""A program on a pty, seen and driven from the terminal's side. Every wait has a limit; none is a fixed sleep."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import TracebackType

from tests.pty.emulator import Emulator

KEYS = {
    "down": "\x1b[B", "up": "\x1b[A", "right": "\x1b[C", "left": "\x1b[D", "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~", "home": "\x1b[H", "end": "\x1b[F", "enter": "\r", "escape": "\x1b", "tab": "\t",
    "space": " ", "backspace": "\x7f",
}  # fmt: skip
_ANSWER_WITHIN = 0.5


class NeverShown(AssertionError):
    """What a test waited for did not come."""


@dataclass(frozen=True)
class Cost:
    """What one key cost: bytes, seconds until the last of them, CPU seconds of all the program's threads."""

    bytes: int
    seconds: float
    cpu: float


def key_bytes(key: str) -> bytes:
    """The bytes a terminal sends for a named key ("down", "ctrl-e") or for literal text."""
    if re.fullmatch(r"ctrl-[a-z]", key):
        return bytes([ord(key[-1]) - 96])
    return KEYS.get(key, key).encode()


class Terminal:
    """Runs `command` on a pty of its own and keeps the screen it draws.

    `answers`: reply to queries as a modern terminal does. `rate`: bytes a second the line carries. `latency`:
    the seconds an answer or a key takes to the program. `ignore_hangup`: start the program as nohup does.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str | None] | None = None,
        answers: bool = True,
        rate: float | None = None,
        latency: float = 0.0,
        ignore_hangup: bool = False,
        emulator: Emulator | None = None,
    ) -> None:
        self.command = [str(part) for part in command]
        self.size = size
        self.emulator = emulator or Emulator(*size)
        self.received = bytearray()
        self.rate, self.latency = rate, latency
        self.ended = False
        self._answers, self._ignore_hangup = answers, ignore_hangup
        self._environment = _environment(environment or {})
        self._decode = getincrementaldecoder("utf-8")().decode
        self._status: int | None = None
        self._credit, self._credit_at = 0.0, 0.0
        self._stalled = False
        self._upstream: deque[tuple[float, bytes]] = deque()
        self._descriptor = -1

    def __enter__(self) -> Terminal:
        self.started = self._credit_at = perf_counter()
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            self._become_program()
        self.modes_at_start = self.modes
        os.set_blocking(self._descriptor, False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._status = os.waitpid(self.pid, 0)[1]
        self.hang_up()

    def _become_program(self) -> None:
        try:
            _set_size(0, self.size)
            if self._ignore_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            os.execvpe(self.command[0], self.command, self._environment)
        finally:
            os._exit(127)

    @property
    def screen(self) -> list[str]:
        """The rows of the screen as text."""
        return self.emulator.lines

    @property
    def status(self) -> int | None:
        """Exit status (negative: the signal that ended it), or None while it runs."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = status
        return None if self._status is None else os.waitstatus_to_exitcode(self._status)

    @property
    def stopped(self) -> bool:
        """Whether the process is stopped, as ctrl-z does."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    @property
    def cpu(self) -> float:
        """CPU seconds of all its threads so far."""
        total = 0
        for thread in Path(f"/proc/{self.pid}/task").glob("*"):
            try:
                total += int((thread / "schedstat").read_text().split()[0])
            except OSError:
                continue
        return total / 1e9

    @property
    def modes(self) -> list[object]:
        """The line's termios attributes."""
        return list(termios.tcgetattr(self._descriptor))

    def send(self, text: str | bytes) -> None:
        """Type text, or send the bytes of an answer."""
        data = text.encode() if isinstance(text, str) else text
        self._upstream.append((perf_counter() + self.latency, data))
        self._deliver()

    def type_keys(self, keys: Sequence[str]) -> None:
        """Press keys faster than the program can draw."""
        self.send(b"".join(map(key_bytes, keys)))

    def press(self, key: str, quiet: float = 0.1) -> Cost:
        """Press a key and read until the program, once it has answered, is quiet for `quiet` seconds.

        A key to which nothing is written is given half a second.
        """
        cpu, start = self.cpu, perf_counter()
        self.send(key_bytes(key))
        count, last = self.settle(max(quiet, _ANSWER_WITHIN), until_first=True)
        more, later = self.settle(quiet) if count else (0, last)
        count, last = count + more, later if more else last
        return Cost(count, max(last - start, 0.0), self.cpu - cpu)

    def repeat(self, key: str, count: int, per_second: float) -> None:
        """Hold a key down: `count` presses at a steady rate, reading meanwhile."""
        start = perf_counter()
        for number in range(1, count + 1):
            self.send(key_bytes(key))
            while (left := start + number / per_second - perf_counter()) > 0:
                self.read(left)

    def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal's window."""
        self.size = (width, height)
        self.emulator.resize(width, height)
        _set_size(self._descriptor, self.size)

    def stall(self) -> None:
        """Read nothing more, as a line that hangs without breaking."""
        self._stalled = True

    def hang_up(self) -> None:
        """Close the terminal's side of the line."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def wait_for(self, text: str, limit: float = 20.0) -> None:
        """Read until some row of the screen holds `text`."""
        self.wait_until(lambda: any(text in line for line in self.screen), f"{text!r} never shown", limit)

    def wait_until(self, condition: Callable[[], bool], otherwise: str, limit: float = 20.0) -> None:
        """Read until `condition` holds."""
        end = perf_counter() + limit
        while not condition():
            if perf_counter() > end or (self.ended and not condition()):
                raise NeverShown(f"{otherwise} within {limit:g} s; the screen:\n" + "\n".join(self.screen))
            self.read(0.02)

    def wait_exit(self, limit: float = 10.0) -> float:
        """Read until the process is gone; give the seconds that took."""
        start = perf_counter()
        while self.status is None:
            if perf_counter() - start > limit:
                raise NeverShown(f"still running after {limit:g} s")
            if self._descriptor >= 0 and not self.ended:
                self.read(0.005)
            else:
                select.select([], [], [], 0.005)
        while self._descriptor >= 0 and self.read(0.0):
            continue
        return perf_counter() - start

    def watch(self, seconds: float) -> None:
        """Show what comes for so long."""
        end = perf_counter() + seconds
        while (left := end - perf_counter()) > 0 and not self.ended:
            self.read(left)

    def settle(self, quiet: float = 0.15, limit: float = 30.0, until_first: bool = False) -> tuple[int, float]:
        """Read until nothing came for `quiet` seconds: the bytes read, and when the last of them came.

        `until_first` ends the reading with the first bytes.
        """
        start = last = alive = perf_counter()
        count = 0
        while perf_counter() - alive < quiet and not self.ended:
            if perf_counter() - start > limit:
                raise NeverShown(f"never quiet within {limit:g} s")
            data = self.read(min(quiet, 0.02))
            count += len(data)
            if data:
                last = alive = perf_counter()
                if until_first:
                    break
            elif self._upstream or (self.rate and not self.ended and self._readable(0)):
                alive = perf_counter()
        return count, last

    def read(self, timeout: float) -> bytes:
        """Read once, at most as much as the line has carried; b'' on timeout or end."""
        self._deliver()
        if self.ended or not self._readable(self._patience(timeout)):
            return b""
        want = self._allowance(timeout)
        if not want:
            return b""
        try:
            data = os.read(self._descriptor, want)
        except OSError as error:
            if error.errno not in (errno.EIO, errno.EAGAIN):
                raise
            self.ended = error.errno == errno.EIO
            return b""
        self.ended = not data
        self._credit -= len(data)
        self.received += data
        self.emulator.feed(self._decode(data))
        if self._answers:
            while self.emulator.replies:
                self.send(self.emulator.replies.pop(0))
        return data

    def _readable(self, timeout: float) -> bool:
        watched = [] if self._stalled else [self._descriptor]
        return bool(select.select(watched, [], [], max(timeout, 0))[0])

    def _patience(self, timeout: float) -> float:
        """Do not sleep past the time the next key or answer is due upstream."""
        if not self._upstream:
            return timeout
        return max(min(timeout, self._upstream[0][0] - perf_counter()), 0)

    def _allowance(self, timeout: float) -> int:
        if not self.rate:
            return 65536
        now = perf_counter()
        self._credit = min(self.rate * 0.1, self._credit + (now - self._credit_at) * self.rate)
        self._credit_at = now
        if self._credit < 1:
            select.select([], [], [], self._patience(min(timeout, (1 - self._credit) / self.rate)))
            return 0
        return int(self._credit)

    def _deliver(self) -> None:
        while self._upstream and self._upstream[0][0] <= perf_counter():
            os.write(self._descriptor, self._upstream.popleft()[1])


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """A plain terminal's environment; None takes a variable away."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX", "STY", "COLUMNS", "LINES")
    }
    kept.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", TEXTUAL_ANIMATIONS="none")
    for name, value in changes.items():
        if value is None:
            kept.pop(name, None)
        else:
            kept[name] = value
    return kept


def _set_size(descriptor: int, size: tuple[int, int]) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
