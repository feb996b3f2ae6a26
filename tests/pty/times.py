"""Times of the desk beside a bare Textual hello's, one after the other in one run: only their ratios mean anything.

    python -m tests.pty.times [--runs 7]

*First paint* is counted from the fork of the process to the moment the terminal shows words of the first article
(of the hello: its greeting), *first key* to the moment the cursor of the desk has moved after a key typed at first
paint. CPU seconds are those of all threads of the desk's process, user and system, so far; the process that reads
and compares is counted in wall time alone. *Exit* is from the key to the end of the process. Medians are shown, with
the least and the most.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.ratios import Ratio
from tests.pty.programs import Place, desk, is_compared
from tests.pty.terminal import Terminal

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self): yield Static("hello there")
Hello().run(mouse=False)
"""


@dataclass
class Times:
    """Seconds of one program, a value a run: wall and CPU to first paint and first key, wall to the exit."""

    paint: list[float] = field(default_factory=list)
    paint_cpu: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    key_cpu: list[float] = field(default_factory=list)
    exit: list[float] = field(default_factory=list)


def hello(root: Path) -> Terminal:
    """The smallest Textual app."""
    return Terminal([sys.executable, "-c", HELLO], environment={"PYTHONPATH": str(root)})


def measure_hello(root: Path, times: Times) -> None:
    """Start it once and end it."""
    with hello(root) as terminal:
        begun = perf_counter()
        terminal.wait_for("hello there")
        times.paint.append(perf_counter() - begun)
        times.paint_cpu.append(terminal.cpu)
        terminal.settle(0.3)
        terminal.send("\x11")
        times.exit.append(terminal.wait_exit())


def measure_desk(place: Place, times: Times) -> None:
    """Open the desk once, press a key at first paint, and leave when it has compared."""
    with desk(place, "--panes", "2") as terminal:
        begun = perf_counter()
        terminal.wait_for("account 1")
        times.paint.append(perf_counter() - begun)
        times.paint_cpu.append(terminal.cpu)
        before = _cursor(terminal)
        terminal.send("jj")
        terminal.wait_until(lambda: _cursor(terminal) > before, "the cursor never moved")
        times.key.append(perf_counter() - begun)
        times.key_cpu.append(terminal.cpu)
        terminal.wait_until(lambda: is_compared(terminal), "never compared", limit=60)
        terminal.settle(0.3, limit=60)
        terminal.send("q")
        times.exit.append(terminal.wait_exit())


def _cursor(terminal: Terminal) -> int:
    return next((number for number, line in enumerate(terminal.screen) if line.startswith("▌")), -1)


def interleaved(place: Place, runs: int) -> tuple[Times, Times]:
    """The desk's times and the hello's, taken in turn; both compiled, as pip leaves them."""
    compile_dir(place.root / "tui", quiet=2)
    mine, theirs = Times(), Times()
    for _ in range(runs):
        measure_hello(place.root, theirs)
        measure_desk(place, mine)
    return mine, theirs


def ratio(mine: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the one over that of the other."""
    return median(mine) / median(theirs)


def compared(mine: Times, theirs: Times) -> list[tuple[str, list[float], list[float]]]:
    """Name, the seconds of the desk, those of the hello."""
    return [
        ("first paint", mine.paint, theirs.paint),
        ("first paint, CPU", mine.paint_cpu, theirs.paint_cpu),
        ("first key answered", mine.key, theirs.paint),
        ("first key answered, CPU", mine.key_cpu, theirs.paint_cpu),
        ("exit", mine.exit, theirs.exit),
    ]


def rows(mine: Times, theirs: Times) -> Iterator[tuple[str, str, str, str]]:
    """Name, the desk, the hello, and the ratio, milliseconds but for the last."""
    for name, one, other in compared(mine, theirs):
        yield name, spread(one), spread(other), f"{ratio(one, other):.2f}"


def ratios(runs: int = 7) -> Iterator[Ratio]:
    """The rows of the table, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(__file__).resolve().parents[2], Path(folder))
        _ = place.story
        for name, one, other in compared(*interleaved(place, runs)):
            yield Ratio(name, 1000 * median(one), "bare Textual hello", 1000 * median(other))


def spread(seconds: Sequence[float]) -> str:
    """The median and the range in milliseconds."""
    return f"{median(seconds) * 1000:.0f} ({min(seconds) * 1000:.0f}-{max(seconds) * 1000:.0f})"


def print_table(place: Place, runs: int) -> None:
    """Measure and print, as Markdown."""
    _ = place.story
    print("| ms | desk | bare Textual hello | ratio |\n|---|---|---|---|")
    for row in rows(*interleaved(place, runs)):
        print(f"| {' | '.join(row)} |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        print_table(Place(Path(__file__).resolve().parents[2], Path(folder)), runs)


if __name__ == "__main__":
    main()
