"""How the time and the memory of comparing grow with the number of passages.

    .venv/bin/python -m tests.bench.growth

One story of fifty articles of forty passages, then heaps of stories of ten such articles, each heap twice the last. All
are compared twice, each time in a process of its own. In one process: processor seconds, the same over those of a fixed
piece of work done right before and after (what a shared machine slows down, it slows down in both), the ratio of either
to the heap before, and the peak of resident memory. Then as `copydesk compare` does it, by as many processes as it
takes here: seconds by the clock, processor seconds of all, and the most memory that all of them had at one of four
times a second (proportional set sizes: what several processes share counts once).
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.bench.heaps import heap
from tests.bench.ratios import Ratio, fixed_work
from tui.compare.engine import compare_story
from tui.compare.model import Thresholds
from tui.compare.threads import processors

_PASSAGES = 40
_STORY = 10
_SIZES = (1_250, 2_500, 5_000, 10_000, 20_000)
_ONE_STORY = 50
_EVERY = 0.25


class Cost(NamedTuple):
    """What a comparison took: seconds of processor and clock, those over the fixed work, mebibytes, links found."""

    processor: float
    clock: float
    over: float
    memory: float
    links: float


class Heap(NamedTuple):
    """How many passages, and how many articles tell one story."""

    passages: int
    per_story: int = _STORY


def measured(one: Heap, workers: int) -> str:
    """The cost of comparing a heap in this process and in forks of it, as words."""
    story = heap(round(one.passages / _PASSAGES), _PASSAGES, one.per_story)
    before = fixed_work()
    start, begun = _seconds(), time.monotonic()
    found = compare_story(story, Thresholds(), workers=workers)
    took, clock = _seconds() - start, time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{took} {clock} {2 * took / (before + fixed_work())} {peak} {len(found.links)}"


def _seconds() -> float:
    """Processor seconds of this process and of forks that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def apart(one: Heap, workers: int = 1) -> Cost:
    """`measured` in a process of its own; the memory of several workers is that of all processes."""
    command = [sys.executable, "-m", "tests.bench.growth", *map(str, (*one, workers))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as done:
        peak = 0.0
        while workers > 1 and done.poll() is None:
            peak = max(peak, sum(map(_share, _family(done.pid))))
            time.sleep(_EVERY)
        told, _ = done.communicate()
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command)
    cost = Cost(*map(float, told.split()))
    return cost._replace(memory=peak) if workers > 1 else cost


def _family(process: int) -> list[int]:
    """A process and its children."""
    with suppress(OSError):
        return [process, *map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    return []


def _share(process: int) -> float:
    """The proportional set size of a process in mebibytes; nothing once it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def ratios() -> Iterator[Ratio]:
    """Each heap but the largest two over the one half as large, in units of the fixed work beside each."""
    last = apart(Heap(_SIZES[0])).over
    for size in _SIZES[1:-2]:
        over = apart(Heap(size)).over
        yield Ratio(f"comparing {size:,} passages", over, "half as many", last, "x fixed work")
        last = over


def row(one: Heap, last: Cost | None) -> Cost:
    """Prints a row of the table beside the `last` one, and gives what it took in one process."""
    alone = apart(one)
    there = apart(one, workers) if (workers := processors()) > 1 else alone
    ratios = (f"{alone.processor / last.processor:.2f}", f"{alone.over / last.over:.2f}") if last else ("", "")
    print(
        f"{one.passages:8d} {one.per_story:9d} {alone.links:6.0f} {alone.processor:8.2f} {ratios[0]:>9} "
        f"{alone.over:11.1f} {ratios[1]:>9} {alone.memory:4.0f}  | "
        f"{there.clock:7.2f} {there.processor:8.2f} {there.memory:4.0f}",
        flush=True,
    )
    return alone


def main() -> None:
    """The table, or one cost of a row in a process of its own."""
    if len(sys.argv) > 1:
        passages, per_story, workers = map(int, sys.argv[1:])
        print(measured(Heap(passages, per_story), workers))
        return
    print(f"{'one process':>68}  | up to {processors()} processes")
    print("passages per story  links    CPU s  x before  over fixed  x before  MiB  | clock s    CPU s  MiB")
    row(Heap(_ONE_STORY * _PASSAGES, _ONE_STORY), None)
    last = None
    for size in _SIZES:
        last = row(Heap(size), last)


if __name__ == "__main__":
    main()
