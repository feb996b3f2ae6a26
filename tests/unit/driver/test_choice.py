"""Which driver the desk runs on."""

import subprocess
import sys

import pytest
import textual

from tui.desk.driver import choose_driver
from tui.desk.driver.capabilities import Capabilities
from tui.desk.driver.quiet import QuietDriver


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COPYDESK_DRIVER", raising=False)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)


def test_the_quiet_driver_is_chosen_on_the_textual_it_was_tried_on() -> None:
    assert choose_driver() is QuietDriver


def test_one_setting_falls_back_to_stock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_DRIVER", "stock")
    assert choose_driver() is None


def test_a_web_driver_is_left_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert choose_driver() is None


def test_another_textual_falls_back_to_stock_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textual, "__version__", "9.0.0")
    assert choose_driver() is None
    monkeypatch.setenv("COPYDESK_DRIVER", "quiet")
    assert choose_driver() is QuietDriver


def capabilities(terminal: str) -> Capabilities:
    """What is read of a terminal in a process of its own: curses reads one entry in each."""
    told = f"from tui.desk.driver.capabilities import read_capabilities as read; c = read({terminal!r})"
    command = [sys.executable, "-c", f"{told}; print(int(c.background_erase), int(c.colour))"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    erase, colour = map(int, done.stdout.split())
    return Capabilities(bool(erase), bool(colour))


def test_an_unknown_terminal_is_not_trusted_with_background_erase() -> None:
    assert not capabilities("no-such-terminal").background_erase
    assert capabilities("no-such-terminal").colour


def test_a_dumb_terminal_has_no_colour() -> None:
    assert not capabilities("dumb").colour
