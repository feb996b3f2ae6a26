"""Whatever ends the app, the terminal is as it was found and the process is gone."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal

APP = Path(__file__).with_name("panes_app.py")


@pytest.fixture
def start(root: Path) -> Callable[..., Terminal]:
    """Start the app on a terminal."""

    def run(*options: str, ignore_hangup: bool = False) -> Terminal:
        environment = {"PYTHONPATH": str(root)}
        return Terminal([sys.executable, APP, *options], environment=environment, ignore_hangup=ignore_hangup)

    return run


def ready(terminal: Terminal) -> list[object]:
    """Wait for the first screen; give the line's modes of before, as a new pty has them."""
    terminal.wait_for("0 keys")
    terminal.settle()
    return terminal.modes_at_start


def assert_restored(terminal: Terminal, modes: list[object]) -> None:
    """The main screen is back with its cursor, wrapping on, no mode left set."""
    assert not terminal.emulator.alternate
    assert terminal.emulator.modes == {"7", "25"}
    assert terminal.modes == modes


def test_quitting_restores_the_terminal(start: Callable[..., Terminal]) -> None:
    with start() as terminal:
        modes = ready(terminal)
        terminal.send("q")
        terminal.wait_exit()
        assert terminal.status == 0
        assert_restored(terminal, modes)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_restores_the_terminal_and_ends_the_process(
    start: Callable[..., Terminal], number: signal.Signals
) -> None:
    with start("--signals") as terminal:
        modes = ready(terminal)
        os.kill(terminal.pid, number)
        terminal.wait_exit()
        assert terminal.status == 128 + number
        assert_restored(terminal, modes)


def test_a_busy_app_is_ended_all_the_same(start: Callable[..., Terminal]) -> None:
    with start("--signals") as terminal:
        modes = ready(terminal)
        terminal.send("s")
        terminal.wait_for("busy")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.wait_exit()
        assert terminal.status == 128 + signal.SIGTERM
        assert_restored(terminal, modes)


@pytest.mark.parametrize("ignored", [False, True], ids=["hangup", "hangup ignored"])
def test_a_vanished_line_ends_the_process(start: Callable[..., Terminal], ignored: bool) -> None:
    with start("--signals", ignore_hangup=ignored) as terminal:
        ready(terminal)
        spent = terminal.cpu
        terminal.hang_up()
        terminal.wait_exit()
        assert terminal.status == 128 + signal.SIGHUP
        assert spent < 5


def test_a_line_that_takes_nothing_more_does_not_hold_the_process(start: Callable[..., Terminal]) -> None:
    with start("--signals") as terminal:
        ready(terminal)
        terminal.stall()
        terminal.send("t" * 40)
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.wait_exit()
        assert terminal.status == 128 + signal.SIGTERM


def test_ctrl_z_gives_the_terminal_back_and_fg_draws_everything_again(start: Callable[..., Terminal]) -> None:
    with start("--wide") as terminal:
        modes = ready(terminal)
        terminal.press("space")
        before = terminal.emulator.seen()
        for _ in range(2):
            terminal.send(b"\x1a")
            terminal.wait_until(lambda: terminal.stopped, "never stopped")
            terminal.settle()
            assert_restored(terminal, modes)
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.wait_for("1 keys")
            terminal.settle()
            assert terminal.emulator.seen() == before
        terminal.press("j")
        assert "2 keys" in terminal.screen[-1]


def test_continuing_after_a_stop_from_outside_draws_everything_again(start: Callable[..., Terminal]) -> None:
    with start() as terminal:
        ready(terminal)
        # A key that is answered: by then the app listens to signals as well.
        terminal.press("j")
        before = terminal.emulator.seen()
        os.kill(terminal.pid, signal.SIGSTOP)
        terminal.wait_until(lambda: terminal.stopped, "never stopped")
        terminal.emulator.feed("\x1b[5;5Hthe shell said something\x1b[41m")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_until(lambda: terminal.emulator.seen() == before, "never drawn again")
        terminal.press("j")
        assert "2 keys" in terminal.screen[-1]
        terminal.send("q")
        terminal.wait_exit()
        assert terminal.status == 0
