"""What the driver takes for granted of Textual, so that an upgrade that changes it is noticed before it is used."""

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

import textual
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tui.desk.driver import KNOWN_TEXTUAL
from tui.desk.driver.quiet import SYNC_END, SYNC_START, QuietDriver
from tui.desk.driver.writer import ENTER_SCREEN, LEAVE_SCREEN

OVERRIDDEN = {"start_application_mode", "write", "process_message", "run_input_thread", "disable_input", "close"}
OVERRIDDEN |= {"_sigcont_application"}


def written(method: Callable[..., Any]) -> list[str]:
    """The literals a method of Textual's hands to `write`, in order."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(method)))
    calls = [
        call.args[0]
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "write"
    ]
    return [each.value for each in calls if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def names_used(method: Callable[..., Any]) -> set[str]:
    """The attributes of `self` a method uses."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(method)))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    }


def test_the_installed_textual_is_one_the_driver_was_compared_on() -> None:
    assert textual.__version__.startswith(KNOWN_TEXTUAL)


def test_nothing_is_overridden_that_textual_does_not_have() -> None:
    own = {name for name, value in vars(QuietDriver).items() if inspect.isfunction(value)}
    theirs = {name for name in own if hasattr(LinuxDriver, name)}
    assert theirs - {"__init__"} == OVERRIDDEN
    for name in OVERRIDDEN - {"start_application_mode", "_sigcont_application"}:
        assert list(inspect.signature(getattr(QuietDriver, name)).parameters) == list(
            inspect.signature(getattr(LinuxDriver, name)).parameters
        )


def test_the_alternate_screen_is_entered_and_left_by_the_writes_the_driver_looks_for() -> None:
    assert written(LinuxDriver.start_application_mode).count(ENTER_SCREEN) == 1
    assert written(LinuxDriver.stop_application_mode).count(LEAVE_SCREEN) == 1


def test_the_thread_that_reads_keys_runs_the_method_that_is_overridden() -> None:
    assert "_run_input_thread" in names_used(LinuxDriver.start_application_mode)
    assert "run_input_thread" in names_used(LinuxDriver._run_input_thread)
    assert {"_key_thread", "exit_event"} <= names_used(LinuxDriver.disable_input)
    assert {"attrs_before", "fileno", "disable_input"} <= names_used(LinuxDriver.stop_application_mode)


def test_frames_are_written_between_the_marks_of_mode_2026_and_nowhere_else() -> None:
    source = inspect.getsource(App._begin_update) + inspect.getsource(App._end_update)
    assert "SYNC_START" in source or "2026h" in source
    assert "SYNC_END" in source or "2026l" in source
    from textual._ansi_sequences import SYNC_END as THEIR_END
    from textual._ansi_sequences import SYNC_START as THEIR_START

    assert (THEIR_START, THEIR_END) == (SYNC_START, SYNC_END)


def test_the_parser_of_keys_takes_characters_and_the_passing_of_time() -> None:
    parser = XTermParser()
    (report,) = parser.feed("\x1b[3;7R")
    assert isinstance(report, events.CursorPosition)
    assert (report.x, report.y) == (6, 2)
    assert list(parser.feed("\x1b")) == []
    assert list(parser.tick()) == []
    assert 0 < constants.ESCAPE_DELAY < 1


def test_drivers_are_made_from_an_app_and_hand_messages_on() -> None:
    assert {"app", "debug", "mouse", "size"} <= set(inspect.signature(Driver.__init__).parameters)
    assert {"_app", "_loop"} <= names_used(Driver.send_message)
