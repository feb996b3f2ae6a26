"""How soon the first result of `compare` and `pairs` is there, beside a bare interpreter and numpy.

    .venv/bin/python -m tests.bench.starting

Processor milliseconds of a whole process, the median and the least of some runs taken in turn; of compiled code, as
an installation has it.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path
from statistics import median

import tui
from tests.bench.ratios import Ratio
from tui.resources import sample

_RUNS = 9
_BARE = "python -c pass"
_PAIR = {"id": 1, "a": "Ten people died in the fire at the harbour.", "b": "Twelve people died in the harbour fire."}


def milliseconds(command: list[str], store: Path) -> float:
    """Processor time of one process; `store` is its file of claims."""
    environment = {**os.environ, "COPYDESK_STORE": str(store)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def taken() -> dict[str, list[float]]:
    """The processor milliseconds of each command, a value a run."""
    python = sys.executable
    compile_dir(Path(tui.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder) / "pair.jsonl"
        pairs.write_text(json.dumps(_PAIR) + "\n", encoding="utf-8")
        commands = {
            _BARE: [python, "-c", "pass"],
            "python -c 'import numpy'": [python, "-c", "import numpy"],
            "copydesk --version": [python, "-m", "tui", "--version"],
            "copydesk --help": [python, "-m", "tui", "--help"],
            "copydesk config path": [python, "-m", "tui", "config", "path"],
            "copydesk claims list": [python, "-m", "tui", "claims", "list"],
            "copydesk pairs, one pair": [python, "-m", "tui", "pairs", str(pairs)],
            "copydesk compare, two articles": [python, "-m", "tui", "compare", str(sample("glasshouse-vote"))],
        }
        found: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(_RUNS):
            for name, command in commands.items():
                found[name].append(milliseconds(command, Path(folder) / "claims.db"))
    return found


def ratios() -> Iterator[Ratio]:
    """Each command over a bare interpreter."""
    found = taken()
    bare = median(found.pop(_BARE))
    for name, times in found.items():
        yield Ratio(name, median(times), _BARE, bare)


def main() -> None:
    """One line a command."""
    found = taken()
    bare = median(found[_BARE])
    for name, times in found.items():
        print(f"{name:32}{median(times):6.0f} ms, least{min(times):6.0f} ms{median(times) / bare:7.1f} x")


if __name__ == "__main__":
    main()
