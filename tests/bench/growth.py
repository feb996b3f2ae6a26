"""How the time and the memory of comparing grow with the number of passages.

    .venv/bin/python -m tests.bench.growth

Heaps of stories of ten articles of forty passages, each twice the last, each in a process of its own: processor
seconds, the same over those of a fixed piece of work done right before and after (what a shared machine slows down,
it slows down in both), the ratio to the heap before, and the peak of resident memory.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.heaps import heap
from tests.bench.ratios import Ratio, fixed_work
from tui.compare.engine import compare_story
from tui.compare.model import Thresholds

_PASSAGES = 40
_SIZES = (1_250, 2_500, 5_000, 10_000, 20_000)


def measured(passages: int) -> str:
    """Processor seconds, those over the fixed work, and mebibytes, of one heap."""
    story = heap(round(passages / _PASSAGES), _PASSAGES)
    before = fixed_work()
    start = time.process_time()
    found = compare_story(story, Thresholds())
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{took} {2 * took / (before + fixed_work())} {peak} {len(found.links)}"


def apart(size: int) -> tuple[float, float, float, float]:
    """`measured` in a process of its own, and the number of links."""
    command = [sys.executable, "-m", "tests.bench.growth", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    took, over, peak, links = map(float, done.stdout.split())
    return took, over, peak, links


def ratios() -> Iterator[Ratio]:
    """Each heap but the largest two over the one half as large, in units of the fixed work beside each."""
    last = apart(_SIZES[0])[1]
    for size in _SIZES[1:-2]:
        over = apart(size)[1]
        yield Ratio(f"comparing {size:,} passages", over, "half as many", last, "x fixed work")
        last = over


def main() -> None:
    """The table, or one row of it in a process of its own."""
    if len(sys.argv) > 1:
        print(measured(int(sys.argv[1])))
        return
    print("passages  links    CPU s  x before  over fixed work  x before  MiB")
    last: tuple[float, float] | None = None
    for size in _SIZES:
        took, over, peak, links = apart(size)
        ratios = (f"{took / last[0]:.2f}", f"{over / last[1]:.2f}") if last else ("", "")
        print(f"{size:8d} {links:6.0f} {took:8.2f} {ratios[0]:>9} {over:16.1f} {ratios[1]:>9} {peak:4.0f}", flush=True)
        last = took, over


if __name__ == "__main__":
    main()
