import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import resources

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
HASH_SEEDS = ("1", "4", "5")
PRINT_ALL = """
import sys
from tui.cli import main
sys.exit(max(main(["compare", path, "--format", "json"]) or 0 for path in sys.argv[1:]))
"""


def printed(hash_seed: str, *paths: Path) -> bytes:
    """What `compare` prints of stories in a process whose sets are in the order that `hash_seed` gives."""
    words = [sys.executable, "-c", PRINT_ALL, *map(str, paths)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run(words, capture_output=True, env=environment, timeout=300, check=True).stdout


def test_the_sample_stories_compare_alike_in_every_process() -> None:
    paths = [resources.sample(name) for name in resources.samples()]
    first, *others = (printed(seed, *paths) for seed in HASH_SEEDS)

    assert first.count(b'"thresholds"') == len(paths)
    assert [other == first for other in others] == [True] * len(others)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles of ../shared/seeds are not here")
def test_real_articles_compare_alike_in_every_process() -> None:
    first, *others = (printed(seed, SEEDS) for seed in HASH_SEEDS)
    assert [other == first for other in others] == [True] * len(others)
