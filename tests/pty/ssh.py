"""An sshd on loopback behind a slow line, and what the desk is like through it, bare and inside tmux.

    python -m tests.pty.ssh [--rate 12000] [--latency 0.2]

The line is a small proxy: bytes go down to the terminal at a rate, and every way takes its latency. It takes from the
server no faster than it sends, so that the queue builds up where it does on a real line, before it. Keys, lag and
first paint are seen from the terminal's side of ssh.
"""

from __future__ import annotations

import argparse
import os
import pwd
import socket
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from time import monotonic, perf_counter, sleep

from tests.pty.emulator import Emulator
from tests.pty.programs import COMPARED, Place
from tests.pty.terminal import NeverShown, Terminal

SSHD = which("sshd") or next(filter(os.path.exists, ["/usr/sbin/sshd", "/usr/local/sbin/sshd"]), None)
_PIECE = 512
_BUFFER = 4096


@dataclass(frozen=True)
class Line:
    """Bytes a second down to the terminal (None: at once), and the seconds each way takes."""

    rate: float | None
    latency: float


class SlowProxy:
    """Carries connections to a port over a line; `sent` counts the bytes that came down."""

    def __init__(self, port: int, line: Line) -> None:
        self._to, self._line = port, line
        self.sent = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._server.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._server.accept()
                far = socket.socket()
                # Small buffers: what has not been carried yet must stay with the server, as behind a slow line.
                far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
                near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                far.connect(("127.0.0.1", self._to))
                far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._carry, args=(far, near, self._line.rate), daemon=True).start()
                threading.Thread(target=self._carry, args=(near, far, None), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, rate: float | None) -> None:
        """Take pieces at the rate of the line and hand each on when its latency has passed."""
        under_way: deque[tuple[float, bytes]] = deque()
        there = threading.Condition()
        threading.Thread(target=self._deliver, args=(under_way, there, target), daemon=True).start()
        data = b"first"
        while data:
            try:
                data = source.recv(_PIECE)
            except OSError:
                data = b""
            if rate:
                self.sent += len(data)
                sleep(len(data) / rate)
            with there:
                under_way.append((monotonic() + self._line.latency, data))
                there.notify()

    def _deliver(
        self, under_way: deque[tuple[float, bytes]], there: threading.Condition, target: socket.socket
    ) -> None:
        with suppress(OSError):
            while True:
                with there:
                    there.wait_for(lambda: bool(under_way))
                    due, data = under_way.popleft()
                sleep(max(0.0, due - monotonic()))
                if not data:
                    target.shutdown(socket.SHUT_WR)
                    return
                target.sendall(data)


@contextmanager
def sshd(folder: Path) -> Iterator[int]:
    """A server of one's own with keys of its own; gives its port."""
    for name in ("host", "key"):
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(words, check=True, stdin=subprocess.DEVNULL)
    (folder / "authorized").write_bytes((folder / "key.pub").read_bytes())
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    options = {
        "Port": port, "ListenAddress": "127.0.0.1", "HostKey": folder / "host", "PidFile": "none",
        "AuthorizedKeysFile": folder / "authorized", "StrictModes": "no", "UsePAM": "no", "PermitRootLogin": "yes",
        "AcceptEnv": "COPYDESK_* PYTHONPATH LC_ALL", "PasswordAuthentication": "no",
    }  # fmt: skip
    (folder / "config").write_text("".join(f"{name} {value}\n" for name, value in options.items()))
    log = folder / "log"
    server = subprocess.Popen([str(SSHD), "-D", "-f", str(folder / "config"), "-E", str(log)], start_new_session=True)
    try:
        _wait_for_port(port, server, log)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for_port(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = perf_counter() + 10
    while perf_counter() < end and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
    raise NeverShown(f"sshd never listened: {log.read_text() if log.exists() else ''}")


def over_ssh(place: Place, folder: Path, port: int, command: str, size: tuple[int, int] = (120, 40)) -> Terminal:
    """A command on the far side of an ssh to the port, on a terminal of its own."""
    words: list[str | Path] = ["ssh", "-tt", "-F", "none", "-p", str(port), "-i", folder / "key"]
    words += ["-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR"]
    words += ["-o", "UserKnownHostsFile=/dev/null"]
    user = pwd.getpwuid(os.getuid()).pw_name
    emulator = Emulator(*size, strict=False)
    return Terminal([*words, f"{user}@127.0.0.1", command], size=size, emulator=emulator)


def desk_command(place: Place, tmux: bool) -> str:
    """The line of shell that opens the desk, in a tmux server of its own or not."""
    store = tempfile.mkdtemp(dir=place.folder, prefix="store-")
    settings = f"PYTHONPATH={place.root} HOME={place.folder} COPYDESK_STORE={store}/claims.db LC_ALL=C.UTF-8"
    opened = f"env {settings} {sys.executable} -m tui open {place.story} --panes 2"
    return f"tmux -f /dev/null -S {store}/socket new-session '{opened}'" if tmux else opened


@dataclass(frozen=True)
class Seen:
    """Seconds to the first words, from a single key to its answer, and from the last of 60 keys to the last byte."""

    paint: float
    key: float
    lag_cursor: float
    lag_scroll: float
    bytes_cursor: int
    bytes_scroll: int


def look(place: Place, folder: Path, port: int, line: Line, tmux: bool) -> Seen:
    """Open the desk over the line, press keys, and leave."""
    proxy = SlowProxy(port, line)
    with over_ssh(place, folder, proxy.port, desk_command(place, tmux)) as terminal:
        begun = perf_counter()
        terminal.wait_for("account 1", limit=60)
        paint = perf_counter() - begun
        terminal.wait_until(lambda: any(map(COMPARED.search, terminal.screen[-2:])), "never compared", limit=120)
        terminal.settle(2.0, limit=60)
        for key in "ooL":
            terminal.press(key, 1.5)
        key_seconds = terminal.press("j", 1.5).seconds
        lags = [lag(terminal, key) for key in ("j", "ctrl-e")]
        terminal.send("q")
        terminal.wait_exit(20)
    proxy.close()
    (lag_cursor, bytes_cursor), (lag_scroll, bytes_scroll) = lags
    return Seen(paint, key_seconds, lag_cursor, lag_scroll, bytes_cursor, bytes_scroll)


def lag(terminal: Terminal, key: str) -> tuple[float, int]:
    """Hold a key for two seconds: how long after its end the last byte came, and all the bytes."""
    so_far = len(terminal.received)
    terminal.repeat(key, count=60, per_second=30)
    pressed = perf_counter()
    count, last = terminal.settle(1.5, limit=120)
    return (max(last - pressed, 0.0) if count else 0.0), len(terminal.received) - so_far


def main() -> None:
    """Print what was seen, bare and inside tmux."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=12_000.0)
    parser.add_argument("--latency", type=float, default=0.2, help="seconds each round takes, half of them a way")
    options = parser.parse_args()
    line = Line(options.rate, options.latency / 2)
    print("| over ssh | first paint s | one key s | lag 60 x j s | lag 60 x ctrl-e s | bytes j | bytes ctrl-e |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        place = Place(Path(__file__).resolve().parents[2], Path(name))
        keys = Path(tempfile.mkdtemp(dir=name))
        with sshd(keys) as port:
            for tmux in (False, True):
                seen = look(place, keys, port, line, tmux)
                numbers = f"{seen.paint:.2f} | {seen.key:.2f} | {seen.lag_cursor:.2f} | {seen.lag_scroll:.2f}"
                print(f"| {'tmux' if tmux else 'bare'} | {numbers} | {seen.bytes_cursor} | {seen.bytes_scroll} |")


if __name__ == "__main__":
    main()
