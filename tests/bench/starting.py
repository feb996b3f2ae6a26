"""How soon the first result of `compare` and `pairs` is there, beside a bare interpreter and numpy.

    .venv/bin/python -m tests.bench.starting

Processor milliseconds of a whole process, the least of some runs taken in turn.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tui.resources import sample

_RUNS = 9
_PAIR = {"id": 1, "a": "Ten people died in the fire at the harbour.", "b": "Twelve people died in the harbour fire."}


def milliseconds(command: list[str]) -> float:
    """Processor time of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """One line a command."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder) / "pair.jsonl"
        pairs.write_text(json.dumps(_PAIR) + "\n", encoding="utf-8")
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "python -c 'import numpy'": [python, "-c", "import numpy"],
            "copydesk --version": [python, "-m", "tui", "--version"],
            "copydesk pairs, one pair": [python, "-m", "tui", "pairs", str(pairs)],
            "copydesk compare, two articles": [python, "-m", "tui", "compare", str(sample("glasshouse-vote"))],
        }
        least = dict.fromkeys(commands, float("inf"))
        for _ in range(_RUNS):
            for name, command in commands.items():
                least[name] = min(least[name], milliseconds(command))
    bare = least["python -c pass"]
    for name, took in least.items():
        print(f"{name:32}{took:6.0f} ms{took / bare:7.1f} x")


if __name__ == "__main__":
    main()
