import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tui.claims import Store
from tui.claims.check import check

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


@pytest.mark.long
def test_what_was_acknowledged_survives_two_hundred_kills(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acknowledged = crash_loop(path, 200, seed=3)
    with capsys.disabled():
        print(f"\n200 kills, {acknowledged} acknowledged actions, all there, check finds nothing")
