"""On random walks the quiet driver's screen is the stock driver's, cell by cell."""

from pathlib import Path

import pytest

from tests.pty.pyte_screen import PyteScreen
from tests.pty.walk import Walkers, panes_command, walk


def test_screens_are_the_same_on_a_walk_over_wide_text_with_resizes_and_themes(root: Path) -> None:
    with Walkers(root, panes_command("--wide")) as walkers:
        walkers.wait_for_count()
        walk(walkers, keys=300, seed=6)


def test_screens_are_the_same_in_another_emulator(root: Path) -> None:
    with Walkers(root, panes_command("--cjk"), PyteScreen) as walkers:
        walkers.wait_for_count()
        walk(walkers, keys=120, seed=7, resizes=False)


@pytest.mark.long
@pytest.mark.parametrize(("options", "seed"), [((), 11), (("--wide",), 12), (("--wide", "--panes", "3"), 13)])
def test_screens_are_the_same_on_a_long_walk(root: Path, options: tuple[str, ...], seed: int) -> None:
    with Walkers(root, panes_command(*options)) as walkers:
        walkers.wait_for_count()
        walk(walkers, keys=7000, seed=seed)
