"""The quiet driver on a real line: repainting, resizing, merging, measuring, falling back."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.emulator import Emulator
from tests.pty.terminal import Terminal
from tests.pty.walk import panes_command

Start = Callable[..., Terminal]


@pytest.fixture
def start(root: Path) -> Start:
    """Start the test app on a terminal."""

    def run(
        *options: str,
        driver: str | None = None,
        answers: bool = True,
        rate: float | None = None,
        emulator: Emulator | None = None,
    ) -> Terminal:
        environment = {"PYTHONPATH": str(root), "COPYDESK_DRIVER": driver}
        return Terminal(panes_command(*options), environment=environment, answers=answers, rate=rate, emulator=emulator)

    return run


def ready(terminal: Terminal) -> None:
    terminal.wait_for("0 keys")
    terminal.settle()


def test_the_first_paint_waits_for_no_answer(start: Start) -> None:
    with start(answers=False) as terminal:
        ready(terminal)
        assert b"\x1b[6n" in terminal.received
        terminal.press("j")
        assert "1 keys" in terminal.screen[-1]


def test_repainting_draws_over_whatever_got_onto_the_screen(start: Start) -> None:
    with start("--wide") as terminal:
        ready(terminal)
        before = terminal.emulator.seen()[:-1]
        terminal.emulator.feed("\x1b[2;9r\x1b[41m\x1b[5;5Ha message of somebody else 漢\x1b[3L\x1b[4m")
        assert terminal.emulator.seen()[:-1] != before
        terminal.press("ctrl-l")
        assert terminal.emulator.seen()[:-1] == before


def test_a_size_that_changes_and_changes_back_leaves_the_whole_screen_drawn(start: Start) -> None:
    with start("--wide") as terminal:
        ready(terminal)
        before = terminal.emulator.seen()
        for _ in range(5):
            terminal.resize(60, 20)
            terminal.resize(120, 40)
            terminal.wait_until(lambda: terminal.emulator.seen() == before, "the screen was never whole again")
            terminal.settle()


def test_updates_stand_between_synchronized_output_marks_where_the_terminal_knows_them(start: Start) -> None:
    for answers, count in ((True, 1), (False, 0)):
        with start(answers=answers) as terminal:
            ready(terminal)
            so_far = len(terminal.received)
            terminal.press("space")
            sent = bytes(terminal.received[so_far:])
            assert sent.count(b"\x1b[?2026h") == sent.count(b"\x1b[?2026l") == count


def test_a_slow_line_gets_fewer_frames_and_the_same_last_screen(start: Start) -> None:
    with start("--wide") as fast, start("--wide", rate=6000) as slow:
        for terminal in (fast, slow):
            ready(terminal)
            terminal.repeat("ctrl-e", count=40, per_second=40)
            terminal.wait_for("40 keys")
            terminal.settle()
        assert slow.emulator.seen() == fast.emulator.seen()
        assert len(slow.received) < len(fast.received)


def test_a_terminal_with_wide_ambiguous_glyphs_is_told_to_the_app_and_drawn_to_as_stock(start: Start) -> None:
    with start("--measure", emulator=Emulator(120, 40, ambiguous=2)) as terminal:
        terminal.wait_for("glyphs are wide")
        terminal.settle()
        assert terminal.press("j").bytes > 200


def test_narrow_glyphs_are_told_to_the_app_too(start: Start) -> None:
    with start("--measure") as terminal:
        terminal.wait_for("glyphs are narrow")


def test_a_frame_that_cannot_be_read_turns_to_stock_drawing_without_a_wrong_cell(start: Start) -> None:
    screens = []
    for driver in ("stock", None):
        with start("--wide", driver=driver) as terminal:
            ready(terminal)
            for key in ["ctrl-e", "j", "x", "j", "ctrl-e", "space"]:
                terminal.press(key)
            screens.append(terminal.emulator.seen()[1:])
            if driver is None:
                assert terminal.press("j").bytes > 200
    assert screens[0] == screens[1]


def test_the_clipboard_sequence_and_the_bell_go_out_once_and_in_order(start: Start) -> None:
    with start() as terminal:
        ready(terminal)
        terminal.press("y")
        assert [title for title in terminal.emulator.titles if title.startswith("52;")] == ["52;c;Y29waWVk"]
        terminal.press("B")
        assert terminal.emulator.bells == 1


@pytest.mark.parametrize("term", ["vt100", "dumb", "xterm-16color", "xterm-256color", "screen"])
def test_the_screen_is_the_same_text_on_terminals_of_few_means(root: Path, term: str) -> None:
    environment = {"PYTHONPATH": str(root), "TERM": term, "COLORTERM": None}
    with Terminal(panes_command("--theme", "textual-dark"), environment=environment) as terminal:
        ready(terminal)
        terminal.press("ctrl-e")
        assert terminal.screen[1].split()[0] == "001"
        looks = {cell.look for row in terminal.emulator.cells for cell in row}
        if term in ("vt100", "dumb"):
            assert not any(look.foreground or look.background for look in looks)


def test_an_idle_app_sends_nothing(start: Start) -> None:
    with start() as terminal:
        ready(terminal)
        assert terminal.settle(3.0)[0] == 0


def test_output_that_is_no_terminal_never_takes_the_driver_down(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    line = f"{sys.executable} {panes_command()[1]} 2>{out}"
    with Terminal(["sh", "-c", line], environment={"PYTHONPATH": str(root)}) as terminal:
        terminal.wait_until(lambda: out.exists() and b"0 keys" in out.read_bytes(), "nothing was written")
        terminal.send("q")
        terminal.wait_exit()
        assert terminal.status == 0
