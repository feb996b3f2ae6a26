"""Prints one table of all ratios: `.venv/bin/python -m tests.bench [starting] [overlap] [growth] …`.

Every row is measured beside its yardstick in the same run; only the last column means anything on another machine.
The modules beside this one print more about each part.
"""

import importlib
import sys
from collections.abc import Mapping

from tests.bench.ratios import Ratio

PARTS: Mapping[str, str] = {
    "starting": "tests.bench.starting",
    "overlap": "tests.bench.overlap",
    "growth": "tests.bench.growth",
    "reading": "tests.bench.story_reading",
    "views": "tests.bench.views",
    "store": "tests.bench.claims_store",
    "desk": "tests.pty.times",
}


def row(ratio: Ratio) -> str:
    """A row of the table, as Markdown."""
    cost, base = f"{ratio.cost:,.2f} {ratio.unit}", f"{ratio.base:,.2f} {ratio.unit}"
    return f"| {ratio.what} | {cost} | {ratio.yardstick} | {base} | {ratio.times:.2f} |"


def main() -> None:
    """The parts that are asked for, all of them otherwise."""
    asked = sys.argv[1:] or list(PARTS)
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        raise SystemExit(f"no part {unknown[0]}: there are {', '.join(PARTS)}")
    print("| what | cost | yardstick | its cost | ratio |\n|---|---|---|---|---|", flush=True)
    for name in asked:
        for ratio in importlib.import_module(PARTS[name]).ratios():
            print(row(ratio), flush=True)


if __name__ == "__main__":
    main()
