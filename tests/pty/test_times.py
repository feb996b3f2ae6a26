"""Times as ratios to a bare Textual hello in the same run: what the budgets ask, with room for a busy machine.

Processor time stands in for time where something else may run beside: `python -m tests.pty.times` shows both.
"""

from pathlib import Path
from statistics import median

import pytest

from tests.pty.programs import Place, desk, open_panes
from tests.pty.times import Times, interleaved, measure_hello, ratio

# Times fail on a busy machine without a fault: they are asked for, bytes and counts are held in every run.
pytestmark = pytest.mark.long
RUNS = 3
CURSOR_SHARE, SCROLL_SHARE = 6 / 150, 15 / 150
"""The budgets of 6 and 15 ms a key as shares of the 150 ms that a hello takes on the machine they were set for."""


@pytest.fixture(scope="module")
def place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(root, tmp_path_factory.mktemp("times"))


def test_the_first_screen_takes_no_more_than_a_bare_hello_and_leaving_less(place: Place) -> None:
    _ = place.story
    mine, theirs = interleaved(place, RUNS)
    assert ratio(mine.paint_cpu, theirs.paint_cpu) <= 1.25
    # The quickest of each: the hello waits for its own clock, which a busy machine does not slow down.
    assert min(mine.exit) <= 1.25 * min(theirs.exit)


def test_a_key_takes_its_share_of_processor_time(place: Place) -> None:
    theirs = Times()
    for _ in range(RUNS):
        measure_hello(place.root, theirs)
    unit = median(theirs.paint_cpu)
    with desk(place, "--panes", "2") as terminal:
        open_panes(terminal)
        cursor = median(terminal.press(key).cpu for key in ["j", "k"] * 6)
        scroll = median(terminal.press("ctrl-e").cpu for _ in range(10))
    assert cursor <= CURSOR_SHARE * unit
    assert scroll <= SCROLL_SHARE * unit
