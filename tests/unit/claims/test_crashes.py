import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.claims.tagging import tag
from tests.unit.claims.unprivileged import in_a_child, open_to_all
from tui.claims import Store
from tui.claims.check import check
from tui.story.model import Story

ROOT = Path(__file__).resolve().parents[3]


def kill_while_tagging(path: Path, chance: random.Random, end: signal.Signals = signal.SIGKILL) -> list[str]:
    """Run a process that tags, kill it at some moment, and return what it had acknowledged by then."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.claims.crash", str(path), "mk"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    assert child.stdout is not None
    seen = b"".join(child.stdout.readline() for _ in range(chance.randint(1, 15)))
    # Some microseconds more or less, so that the end comes at any moment of the next action.
    for _ in range(chance.randrange(30_000)):
        pass
    os.kill(child.pid, end)
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    return [line for line in (seen + rest).decode().splitlines() if line.count(" ") == 1 and len(line) > 40]


def verify(path: Path, acknowledged: list[str]) -> None:
    """Everything that was acknowledged is in the store, and the store is whole."""
    assert check(path).problems == ()
    with Store(path, read_only=True) as store:
        claims = {claim.id: claim for claim in store.claims(dropped=True)}
        for line in acknowledged:
            what, identifier = line.split()
            verbs = [event.verb for event in store.history(identifier)]
            assert "add" in verbs
            if what == "noted":
                assert "note" in verbs
            if what == "undone":
                assert verbs[-1] == "undo"
                assert claims[identifier].dropped or claims[identifier].note == ""


def crash_loop(path: Path, times: int, seed: int) -> int:
    chance = random.Random(seed)
    acknowledged: list[str] = []
    for _ in range(times):
        acknowledged += kill_while_tagging(path, chance)
    verify(path, acknowledged)
    assert len(acknowledged) >= times
    return len(acknowledged)


def test_what_was_acknowledged_survives_being_killed(path: Path) -> None:
    crash_loop(path, 6, seed=1)


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_what_was_acknowledged_survives_a_line_that_drops(path: Path, end: signal.Signals) -> None:
    verify(path, kill_while_tagging(path, random.Random(2), end))


def killed_in_the_middle_of_a_commit(path: Path, folder: Path) -> Path:
    """What is on disk when a writer dies with half of its pages written: the store, and its hot journal."""
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE claims SET note = 'half written'")
    folder.mkdir()
    for suffix in ("", "-journal"):
        shutil.copy(f"{path}{suffix}", folder / f"claims.db{suffix}")
    writer.execute("ROLLBACK")
    writer.close()
    return folder / "claims.db"


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_left_in_the_middle_of_a_commit_reads_as_before_it(
    path: Path, tmp_path: Path, store: Store, bridge: Story, read_only: bool
) -> None:
    for _ in range(12):
        tag(store, bridge, "3 March", note="n" * 3000)
    store.close()
    left = killed_in_the_middle_of_a_commit(path, tmp_path / "crashed")

    with Store(left, read_only=read_only) as again:
        assert {claim.note for claim in again.claims()} == {"n" * 3000}
    assert check(left).problems == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to be refused")
def test_it_reads_so_even_where_it_may_not_be_written(path: Path, tmp_path: Path, store: Store, bridge: Story) -> None:
    for _ in range(12):
        tag(store, bridge, "3 March", note="n" * 3000)
    store.close()
    left = killed_in_the_middle_of_a_commit(path, tmp_path / "crashed")
    for each in left.parent.iterdir():
        os.chmod(each, 0o644)
    open_to_all(left)

    sentence, counts = in_a_child(left, 1, user=65534)

    assert sentence.startswith("nothing was saved")
    assert counts == "12 12"


@pytest.mark.long
def test_what_was_acknowledged_survives_two_hundred_kills(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acknowledged = crash_loop(path, 200, seed=3)
    with capsys.disabled():
        print(f"\n200 kills, {acknowledged} acknowledged actions, all there, check finds nothing")
