"""On random walks the quiet driver's screen is the stock driver's, cell by cell."""

from pathlib import Path

import pytest

from tests.pty.desk_walk import DeskWalkers, walk_desk
from tests.pty.pyte_screen import PyteScreen
from tests.pty.walk import Walkers, panes_command, walk


def test_screens_are_the_same_on_a_walk_over_wide_text_with_resizes_and_themes(root: Path) -> None:
    with Walkers(root, panes_command("--wide")) as walkers:
        walkers.wait_for_count()
        walk(walkers, keys=200, seed=6)


def test_screens_are_the_same_in_another_emulator(root: Path) -> None:
    with Walkers(root, panes_command("--cjk"), PyteScreen) as walkers:
        walkers.wait_for_count()
        walk(walkers, keys=80, seed=7, resizes=False)


@pytest.mark.long
@pytest.mark.parametrize(("options", "seed"), [((), 11), (("--wide",), 12), (("--wide", "--panes", "3"), 13)])
def test_screens_are_the_same_on_a_long_walk(root: Path, options: tuple[str, ...], seed: int) -> None:
    with Walkers(root, panes_command(*options)) as walkers:
        walkers.wait_for_count()
        walk(walkers, keys=7000, seed=seed)


@pytest.mark.parametrize(("keys", "seed"), [(60, 21), pytest.param(2500, 22, marks=pytest.mark.long)])
def test_the_desk_shows_the_same_on_both_drivers_in_all_its_views(
    root: Path, tmp_path: Path, keys: int, seed: int
) -> None:
    with DeskWalkers(root, tmp_path, [root / "seeds" / "harbour-fire"]) as walkers:
        for terminal in walkers.both:
            terminal.wait_for("! ")
        walk_desk(walkers, keys, seed)
