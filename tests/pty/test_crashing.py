"""However the desk is ended while its editor tags, what its screen said is in the store."""

from pathlib import Path

import pytest

from tests.pty.crashing import Crashing, End, drop_line, hang_up, kill


def end_often(root: Path, folder: Path, end: End, times: int) -> None:
    crashing = Crashing(root, folder, seed=times)
    for _ in range(times):
        crashing.round(end)
    assert crashing.lost() == []
    assert len(crashing.acknowledged) >= times // 2


@pytest.mark.parametrize(("end", "times"), [(kill, 10), (hang_up, 4), (drop_line, 4)])
def test_nothing_the_screen_acknowledged_is_lost(root: Path, tmp_path: Path, end: End, times: int) -> None:
    end_often(root, tmp_path, end, times)


@pytest.mark.long
@pytest.mark.parametrize(("end", "times"), [(kill, 200), (hang_up, 100), (drop_line, 100)])
def test_nothing_is_lost_in_hundreds_of_ends(root: Path, tmp_path: Path, end: End, times: int) -> None:
    end_often(root, tmp_path, end, times)
