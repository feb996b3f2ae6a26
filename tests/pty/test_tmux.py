"""Inside tmux the screen is the one a bare terminal shows."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from tests.pty.emulator import Emulator
from tests.pty.programs import COMPARED, Place, is_installed
from tests.pty.terminal import NeverShown, Terminal
from tests.pty.walk import panes_command

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(not is_installed("tmux"), reason="needs tmux"),
]
LINE = 12_000
"""Bytes a second of a slow line."""
KEYS = ["C-e", "C-e", "j", "Space", "j", "J", "b", "t", "C-e", "k", "t", "t", "C-l"]


class Tmux:
    """One session of a tmux server of its own."""

    def __init__(self, socket: Path) -> None:
        self._base = ["tmux", "-f", "/dev/null", "-S", str(socket)]

    def run(self, *words: str) -> str:
        """Run one tmux command."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run([*self._base, *words], capture_output=True, text=True, check=True, env=environment)
        return done.stdout

    def screen(self) -> list[str]:
        """The rows of the session's window."""
        return [line.rstrip() for line in self.run("capture-pane", "-p").splitlines()]

    def wait_for(self, rows: list[str], limit: float = 20.0) -> None:
        """Look until the screen is these rows."""
        end = perf_counter() + limit
        while (seen := self.screen()) != rows:
            if perf_counter() > end:
                raise NeverShown("\n".join(seen))


@pytest.fixture
def tmux(tmp_path: Path, root: Path) -> Iterator[Tmux]:
    session = Tmux(tmp_path / "socket")
    words = " ".join(map(str, panes_command("--cjk")))
    session.run("new-session", "-d", "-x", "120", "-y", "41", f"PYTHONPATH={root} TEXTUAL_ANIMATIONS=none {words}")
    session.run("set", "status", "off")
    session.run("resize-window", "-x", "120", "-y", "40")
    yield session
    session.run("kill-server")


def test_the_screen_in_tmux_is_the_bare_terminals(root: Path, tmux: Tmux) -> None:
    names = {"C-e": "ctrl-e", "C-l": "ctrl-l", "Space": "space"}
    with Terminal(panes_command("--cjk"), environment={"PYTHONPATH": str(root)}) as bare:
        bare.wait_for("0 keys")
        bare.settle()
        tmux.wait_for([line.rstrip() for line in bare.screen])
        for key in KEYS:
            bare.press(names.get(key, key))
            tmux.run("send-keys", key)
            tmux.wait_for([line.rstrip() for line in bare.screen])


def in_tmux(place: Place, rate: float, **variables: str) -> Terminal:
    """The desk in a tmux whose client sits at a line of some rate."""
    environment = {
        "PYTHONPATH": str(place.root),
        "HOME": str(place.folder),
        "COPYDESK_STORE": str(place.folder / "claims.db"),
        **variables,
    }
    opened = f"{sys.executable} -m tui open {place.story} --panes 2"
    words = ["tmux", "-f", "/dev/null", "-S", str(place.folder / "socket"), "new-session", opened]
    return Terminal(words, environment=environment, rate=rate, latency=0.2, emulator=Emulator(120, 40, strict=False))


def test_keys_held_down_over_ssh_leave_less_than_a_second_of_a_slow_line_behind(root: Path, tmp_path: Path) -> None:
    place = Place(root, tmp_path, articles=4)
    with in_tmux(place, rate=LINE, SSH_CONNECTION="192.0.2.1 50000 192.0.2.2 22") as terminal:
        terminal.wait_until(lambda: any(map(COMPARED.search, terminal.screen[-2:])), "never compared", limit=90)
        terminal.settle(1.0, limit=60)
        for setting in "ooL":
            terminal.press(setting, 0.6)
        for key in ("j", "ctrl-e"):
            terminal.repeat(key, count=60, per_second=30)
            late, _ = terminal.settle(0.6)
            assert late <= LINE, key
        terminal.send("q")
        terminal.wait_exit()
