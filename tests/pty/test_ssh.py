"""The desk through a real sshd over a slow line, and inside tmux there: a held key leaves little behind."""

from pathlib import Path

import pytest

from tests.pty.programs import Place, is_installed
from tests.pty.ssh import SSHD, Line, look, sshd

pytestmark = [
    pytest.mark.system,
    pytest.mark.long,
    pytest.mark.skipif(SSHD is None or not is_installed("ssh"), reason="needs sshd and ssh"),
]
SLOW = Line(rate=12_000.0, latency=0.1)


@pytest.mark.parametrize("tmux", [False, True], ids=["bare", "tmux"])
def test_sixty_keys_in_two_seconds_are_on_the_screen_within_one_more(root: Path, tmp_path: Path, tmux: bool) -> None:
    if tmux and not is_installed("tmux"):
        pytest.skip("needs tmux")
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o700)
    with sshd(folder) as port:
        seen = look(Place(root, tmp_path), folder, port, SLOW, tmux)
    assert seen.lag_cursor <= 1.0
    assert seen.lag_scroll <= 1.0
    assert seen.key <= 2 * SLOW.latency + 0.5
