"""What a key may cost on the wire, in bytes, on a story of four articles of sixty passages."""

from pathlib import Path

import pytest

from tests.pty.programs import Place, desk, is_compared, open_panes
from tests.pty.terminal import Terminal

SIZES = [pytest.param((120, 40), id="120x40"), pytest.param((80, 24), id="80x24")]
LINE = 12_000
"""Bytes a second of a slow line."""


@pytest.fixture(scope="module")
def place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(root, tmp_path_factory.mktemp("budgets"), articles=4)


def costs(terminal: Terminal, keys: list[str]) -> list[int]:
    """The bytes of each key."""
    return [terminal.press(key).bytes for key in keys]


@pytest.mark.parametrize("size", SIZES)
def test_start_up_and_keys_in_two_panes_stay_within_their_bytes(place: Place, size: tuple[int, int]) -> None:
    with desk(place, "--panes", "2", size=size) as terminal:
        terminal.wait_until(lambda: is_compared(terminal), "never compared", limit=60)
        terminal.settle(0.5, limit=60)
        assert len(terminal.received) <= 9000
        open_panes(terminal)
        assert max(costs(terminal, ["j", "k"] * 5)) <= 120
        assert max(costs(terminal, ["ctrl-e"] * 10 + ["ctrl-y"] * 5)) <= 600
        assert max(costs(terminal, ["space"] * 3 + ["b"] * 2)) <= 6500


def test_idling_for_five_seconds_sends_nothing(place: Place) -> None:
    with desk(place) as terminal:
        terminal.wait_until(lambda: is_compared(terminal), "never compared", limit=60)
        terminal.settle(1.0, limit=60)
        assert terminal.settle(5.0)[0] == 0


def test_linked_moves_never_send_more_than_stock_drawing_with_the_drawer_closed_or_open(place: Place) -> None:
    walks = [["j"] * 8, ["ctrl-e"] * 4, ["k"] * 4, ["space", "b", "space"]]
    sent = []
    for driver in ("stock", None):
        with desk(place, driver=driver) as terminal:
            open_panes(terminal, linked=True)
            closed = [sum(costs(terminal, keys)) for keys in walks]
            terminal.type_keys(["g", "g", "o"])
            terminal.wait_until(lambda: any(line.startswith("──") for line in terminal.screen), "no drawer")
            terminal.settle()
            sent.append([*closed, *(sum(costs(terminal, keys)) for keys in walks)])
    stock, quiet = sent
    assert all(mine <= theirs for mine, theirs in zip(quiet, stock, strict=True)), (quiet, stock)


def test_keys_that_come_faster_than_the_line_drains_leave_little_behind(place: Place) -> None:
    with desk(place, "--panes", "2", rate=LINE) as terminal:
        open_panes(terminal)
        for key in ("j", "ctrl-e"):
            terminal.repeat(key, count=60, per_second=30)
            late, _ = terminal.settle(0.4)
            assert late <= LINE, key


@pytest.mark.parametrize("ignored", [False, True], ids=["hangup", "hangup ignored"])
def test_the_desk_ends_when_its_line_has_gone(place: Place, ignored: bool) -> None:
    with desk(place, ignore_hangup=ignored) as terminal:
        terminal.wait_for("PANES")
        terminal.hang_up()
        terminal.wait_exit()
