"""Two programs walked with the same random keys, one on each driver, and their screens compared cell by cell."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from tests.pty.emulator import Emulator
from tests.pty.terminal import Terminal

PANES_APP = Path(__file__).with_name("panes_app.py")
PANES_KEYS = ["j"] * 8 + ["k"] * 5 + ["ctrl-e"] * 6 + ["ctrl-y"] * 4 + ["space"] * 3 + ["b"] * 2 + ["J"] * 3
PANES_KEYS += ["down", "up", "g", "G", "t", "m", "m", "m", "ctrl-l", "B"]
OPENING = ("m",)
SIZES = [(120, 40), (80, 24), (100, 30), (40, 12), (133, 50), (61, 17)]


class Walkers:
    """The stock driver's terminal and the quiet one's, given the same keys and sizes."""

    def __init__(
        self, root: Path, command: Sequence[str | Path], make: Callable[[int, int], Emulator] = Emulator
    ) -> None:
        variables = {"PYTHONPATH": str(root)}
        self.size = (120, 40)
        self.both = [
            Terminal(
                command,
                size=self.size,
                environment={**variables, "COPYDESK_DRIVER": driver},
                emulator=make(*self.size),
            )
            for driver in ("stock", None)
        ]
        self.sent = 0
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        for terminal in self.both:
            self._stack.enter_context(terminal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def press(self, keys: Sequence[str]) -> None:
        """Send keys to both at once."""
        for terminal in self.both:
            terminal.type_keys(keys)
        self.sent += len(keys)

    def resize(self, width: int, height: int) -> None:
        """Resize both."""
        for terminal in self.both:
            terminal.resize(width, height)

    def settle(self, quiet: float = 0.05) -> None:
        """Read both until neither writes."""
        while sum([terminal.settle(quiet)[0] for terminal in self.both]):
            continue

    def wait_for_count(self) -> None:
        """Read both until each says that all keys were handled, and then until they are quiet."""
        for terminal in self.both:
            terminal.wait_for(f"{self.sent} keys")
        self.settle(0.03)

    def assert_same(self) -> None:
        """Compare every cell, the cursor and the modes."""
        stock, quiet = (terminal.emulator for terminal in self.both)
        if stock.seen() != quiet.seen():
            # On a busy machine a frame may still be on its way though the count was seen already.
            self.settle(0.5)
        if stock.seen() != quiet.seen():
            raise AssertionError(f"after {self.sent} keys at {quiet.width}x{quiet.height}: {_difference(stock, quiet)}")
        assert (stock.column, stock.row) == (quiet.column, quiet.row)
        assert stock.modes == quiet.modes
        assert stock.bells == quiet.bells


def _difference(stock: Emulator, quiet: Emulator) -> str:
    """The cells that differ, the first few written out."""
    pairs = [
        f"{column},{row} stock {one!r} quiet {other!r}"
        for row, (ones, others) in enumerate(zip(stock.seen(), quiet.seen(), strict=True))
        for column, (one, other) in enumerate(zip(ones, others, strict=True))
        if one != other
    ]
    return f"{len(pairs)} cells differ\n" + "\n".join(pairs[:8])


def walk(walkers: Walkers, keys: int, seed: int, resizes: bool = True, choices: Sequence[str] = PANES_KEYS) -> None:
    """Press `keys` random keys in bursts, now and then resizing, and compare after each burst."""
    random = Random(seed)
    while walkers.sent < keys:
        burst = random.choices(choices, k=min(random.randint(1, 12), keys - walkers.sent))
        # A screen takes no keys while it is being opened or closed, on either driver.
        alone = next((index for index, key in enumerate(burst) if key in OPENING), len(burst))
        walkers.press(burst[: max(alone, 1)])
        if not alone:
            walkers.wait_for_count()
            walkers.settle(0.2)
        if resizes and random.random() < 0.12:
            walkers.wait_for_count()
            walkers.resize(*random.choice(SIZES))
            walkers.settle(0.15)
        walkers.wait_for_count()
        walkers.assert_same()


def panes_command(*options: str) -> list[str | Path]:
    """The command that runs the test app."""
    return [sys.executable, PANES_APP, *options]
