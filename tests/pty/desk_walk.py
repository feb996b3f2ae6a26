"""The real desk walked through all its views on both drivers, the screens compared cell by cell."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from time import perf_counter

from tests.pty.emulator import Emulator
from tests.pty.terminal import Terminal
from tests.pty.walk import SIZES, Walkers
from tests.surroundings import surroundings
from tui.desk.keyboard.actions import ACTIONS
from tui.desk.keyboard.keys import split_keys

LEFT_OUT = {"q", "ctrl+z", "X", ":", "ctrl+c", "escape"}
"""What ends or suspends the desk, writes files, or names such things; and Esc, which waits for what may follow it."""
NAMES = {" ": "space", "shift+tab": "\x1b[Z"}
PATIENCE = 20.0
_TIME = re.compile(r"\d\d:\d\d")


def desk_keys() -> list[str]:
    """The keys of the whole table as a terminal is given them, and some that mean nothing."""
    presses = {press for action in ACTIONS for keys in action.keys for press in split_keys(keys)}
    wanted = sorted((presses | set("1234xyz")) - LEFT_OUT)
    return [NAMES.get(press, press.replace("ctrl+", "ctrl-")) for press in wanted]


class DeskWalkers(Walkers):
    """The desk on the stock driver and on its own, each with a store and a home to itself."""

    def __init__(self, root: Path, folder: Path, sources: Sequence[Path]) -> None:
        super().__init__(root, ())
        self.both = [
            Terminal(
                [sys.executable, "-m", "tui", "open", *sources],
                size=self.size,
                environment=self._environment(folder / driver, driver),
                emulator=Emulator(*self.size),
            )
            for driver in ("stock", "quiet")
        ]

    @staticmethod
    def _environment(home: Path, driver: str) -> Mapping[str, str]:
        home.mkdir()
        return surroundings(home, COPYDESK_DRIVER=driver, EDITOR="true")

    def assert_same_soon(self) -> None:
        """Wait until both show the same; a row that tells the time of day is not compared."""
        until = perf_counter() + PATIENCE
        while True:
            self.settle(0.1)
            ones, others = ([list(row) for row in terminal.emulator.seen()] for terminal in self.both)
            texts = [terminal.screen for terminal in self.both]
            for number, (one, other) in enumerate(zip(*texts, strict=True)):
                if _TIME.search(one) and _TIME.search(other):
                    ones[number] = others[number] = []
            if ones == others:
                return
            if perf_counter() > until:
                self.assert_same()


def walk_desk(walkers: DeskWalkers, keys: int, seed: int) -> None:
    """Press random keys in bursts, now and then resizing, and compare after each burst."""
    random = Random(seed)
    choices = desk_keys()
    while walkers.sent < keys:
        walkers.press(random.choices(choices, k=random.randint(1, 8)))
        if random.random() < 0.15:
            walkers.settle(0.05)
            walkers.resize(*random.choice(SIZES))
        walkers.assert_same_soon()
        assert all(terminal.status is None for terminal in walkers.both)
