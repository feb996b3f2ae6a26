"""Measure what a key costs: the desk beside its stock drawing, less and vim -d, as a Markdown table.

    python -m tests.pty.report [--size 120x40]

Bytes are exact. Times are medians of this machine and this hour; compare them within the table only. A second table
sets the desk's start and end beside those of a bare Textual hello, run in turn (`tests.pty.times`).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Protocol

from tests.pty.programs import Place, desk, is_installed, less, open_panes, vim
from tests.pty.terminal import Cost, Terminal
from tests.pty.times import print_table

LINE = 12_000.0
ROWS = [
    "cursor move, bytes", "cursor move, CPU ms", "ctrl-e, bytes", "ctrl-e, CPU ms", "page, bytes",
    "start-up, bytes", "idle 5 s, bytes", "lag after 60 x j at 30/s on 12 kB/s, s",
    "lag after 60 x ctrl-e at 30/s on 12 kB/s, s", "first paint, ms", "exit, ms",
]  # fmt: skip


def spread(values: Sequence[float], digits: int = 0) -> str:
    """The median and the range."""
    low, high = min(values), max(values)
    return f"{median(values):.{digits}f}" + (f" ({low:.{digits}f}-{high:.{digits}f})" if high > low else "")


def key_rows(costs: Sequence[Cost], name: str, cpu: bool = True) -> dict[str, str]:
    """The rows of one key."""
    rows = {f"{name}, bytes": spread([cost.bytes for cost in costs])}
    if cpu:
        rows[f"{name}, CPU ms"] = spread([cost.cpu * 1000 for cost in costs], 1)
    return rows


class Start(Protocol):
    """Starts a program on a line of some rate."""

    def __call__(self, *, rate: float | None = None) -> Terminal: ...


def measure(
    start: Start, prepare: Callable[[Terminal], None], quit_keys: str, scroll: str, page: str
) -> dict[str, str]:
    """All rows of one program."""
    rows: dict[str, str] = {}
    with start() as terminal:
        prepare(terminal)
        rows |= key_rows([terminal.press(key) for key in ["j", "k"] * 6], "cursor move")
        rows |= key_rows([terminal.press(scroll) for _ in range(12)], "ctrl-e")
        rows |= key_rows([terminal.press(page) for _ in range(4)], "page", cpu=False)
        rows["idle 5 s, bytes"] = str(terminal.settle(5.0)[0])
    for key in ("j", scroll):
        with start(rate=LINE) as terminal:
            prepare(terminal)
            terminal.repeat(key, count=60, per_second=30)
            pressed = perf_counter()
            name = "j" if key == "j" else "ctrl-e"
            rows[f"lag after 60 x {name} at 30/s on 12 kB/s, s"] = f"{max(terminal.settle(0.6)[1] - pressed, 0):.2f}"
    exits, paints, started = [], [], []
    for _ in range(5):
        with start() as terminal:
            begun = perf_counter()
            terminal.wait_for("account 1")
            paints.append((perf_counter() - begun) * 1000)
            terminal.settle(3.0, limit=60)
            started.append(len(terminal.received))
            terminal.send(quit_keys)
            exits.append(terminal.wait_exit() * 1000)
    rows["first paint, ms"], rows["exit, ms"] = spread(paints), spread(exits)
    rows["start-up, bytes"] = spread(started)
    return rows


def shown(terminal: Terminal) -> None:
    """Wait until a program shows the text."""
    terminal.wait_for("account 1")
    terminal.settle(0.5)


def linked(place: Place, size: tuple[int, int], driver: str | None, drawer: bool) -> str:
    """The bytes of moves that the other panes follow, in as many panes as fit."""
    with desk(place, size=size, driver=driver) as terminal:
        open_panes(terminal, linked=True, drawer=drawer)
        return spread([terminal.press("j", 0.2).bytes for _ in range(12)])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="120x40")
    width, _, height = parser.parse_args().size.partition("x")
    size = (int(width), int(height))
    root = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder:
        place = Place(root, Path(folder))
        columns: dict[str, dict[str, str]] = {}
        for name, driver in (("desk", None), ("stock drawing", "stock")):
            panes = partial(desk, place, "--panes", "2", size=size, driver=driver)
            columns[name] = measure(panes, open_panes, "q", "ctrl-e", "space")
            for drawer in (False, True):
                row = f"linked move, drawer {'open' if drawer else 'closed'}, bytes"
                columns[name][row] = linked(place, size, driver, drawer)
        if is_installed("less"):
            columns["less"] = measure(partial(less, place, size), shown, "q", "ctrl-e", "space")
        if is_installed("vim"):
            columns["vim -d"] = measure(partial(vim, place, size), shown, ":qa!\r", "ctrl-e", "\x06")
        print_table(place, runs=7)
    print(f"\n| {width}x{height} | " + " | ".join(columns) + " |\n|---" + "|---" * len(columns) + "|")
    for row in dict.fromkeys([*ROWS, *(row for column in columns.values() for row in column)]):
        print(f"| {row} | " + " | ".join(column.get(row, "-") for column in columns.values()) + " |")


if __name__ == "__main__":
    main()
