"""The programs the budgets are measured on, each on a terminal of its own: the desk, and what editors use today."""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from tests.pty.emulator import Emulator
from tests.pty.story import write_story
from tests.pty.terminal import Terminal

COMPARED = re.compile(r"! \d+  \? \d+")


@dataclass(frozen=True)
class Place:
    """Where a story lies and where the desk keeps its things."""

    root: Path
    folder: Path
    articles: int = 8

    @property
    def story(self) -> Path:
        """The folder of articles, sixty passages each, written when first asked for."""
        story = self.folder / "story"
        return story if story.is_dir() else write_story(story, self.articles)


def desk(
    place: Place,
    *options: str,
    size: tuple[int, int] = (120, 40),
    driver: str | None = None,
    answers: bool = True,
    rate: float | None = None,
    latency: float = 0.0,
    ignore_hangup: bool = False,
) -> Terminal:
    """The desk on the story, on this project's driver or on another; its store is new."""
    store = tempfile.mkdtemp(dir=place.folder, prefix="store-")
    environment = {
        "PYTHONPATH": str(place.root),
        "HOME": str(place.folder),
        "COPYDESK_STORE": f"{store}/claims.db",
        "COPYDESK_DRIVER": driver,
    }
    return Terminal(
        [sys.executable, "-m", "tui", "open", place.story, *options],
        size=size,
        environment=environment,
        answers=answers,
        rate=rate,
        latency=latency,
        ignore_hangup=ignore_hangup,
    )


def less(place: Place, size: tuple[int, int] = (120, 40), rate: float | None = None) -> Terminal:
    """less on the first article, wide lines folded."""
    return _other(["less", place.story / "1.txt"], size, rate)


def vim(place: Place, size: tuple[int, int] = (120, 40), rate: float | None = None) -> Terminal:
    """vim comparing the first two articles side by side, lines wrapped and scrolled together."""
    articles = [place.story / "1.txt", place.story / "2.txt"]
    return _other(["vim", "--clean", "-d", "-c", "windo set wrap", *articles], size, rate)


def _other(command: list[str | Path], size: tuple[int, int], rate: float | None) -> Terminal:
    return Terminal(command, size=size, rate=rate, emulator=Emulator(*size, strict=False))


def is_installed(program: str) -> bool:
    """Whether a program of the system is there."""
    return which(program) is not None


def is_compared(terminal: Terminal) -> bool:
    """Whether the status line counts the findings."""
    return COMPARED.search(terminal.screen[-1]) is not None


def open_panes(terminal: Terminal, linked: bool = False, drawer: bool = False) -> None:
    """Wait until all is compared; set the lock and the drawer."""
    terminal.wait_until(lambda: is_compared(terminal), "never compared", limit=60)
    terminal.settle(0.5, limit=60)
    if not drawer:
        for _ in range(3):
            if any(line.startswith("──") for line in terminal.screen):
                terminal.press("o", 0.2)
    if not linked and not any("free" in line for line in terminal.screen[-1:]):
        terminal.press("L", 0.2)
    terminal.press("j", 0.2)
