"""The first screen on a real terminal: keys typed at it are not lost, and whatever ends it gives the terminal back."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.emulator import Emulator
from tests.pty.terminal import Terminal
from tests.surroundings import surroundings

TEXT = "Ferry aground\n\nThe ferry Aurora ran aground near Skarn.\n\n" + "More was said later that day. " * 30 + "\n"
Start = Callable[..., Terminal]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT.replace("later", f"later in {name}"), encoding="utf-8")
    return folder


@pytest.fixture
def start(root: Path, tmp_path: Path, story: Path) -> Start:
    """Open the desk at a terminal; `broken` makes Textual's import fail, `untried` its version unknown."""

    def run(
        *,
        broken: bool = False,
        untried: bool = False,
        driver: str | None = None,
        ignore_hangup: bool = False,
        emulator: Emulator | None = None,
    ) -> Terminal:
        path = str(root)
        if broken:
            (tmp_path / "broken").mkdir()
            (tmp_path / "broken" / "textual.py").write_text("raise RuntimeError('broken')\n")
            path = f"{tmp_path / 'broken'}{os.pathsep}{root}"
        environment = {**surroundings(tmp_path, PYTHONPATH=path), "COPYDESK_DRIVER": driver}
        words = [sys.executable, "-m", "tui", str(story)]
        if untried:
            known = "import tui.desk.driver, tui.cli; tui.desk.driver.KNOWN_TEXTUAL = ('0.0.',)"
            words = [sys.executable, "-c", f"{known}; raise SystemExit(tui.cli.main([{str(story)!r}]))"]
        return Terminal(words, size=(80, 24), environment=environment, ignore_hangup=ignore_hangup, emulator=emulator)

    return run


def first_shown(terminal: Terminal) -> None:
    terminal.wait_for("Ferry aground")


def assert_restored(terminal: Terminal) -> None:
    assert not terminal.emulator.alternate
    assert terminal.emulator.modes == {"7", "25"}
    assert terminal.modes == terminal.modes_at_start


def test_keys_typed_at_the_first_screen_are_read_in_order_when_the_desk_is_there(start: Start) -> None:
    with start() as terminal:
        first_shown(terminal)
        so_far = len(terminal.received)
        terminal.type_keys(["j", "j", "?", "q", "k"])
        terminal.wait_for(" 2/32")
        assert b"jj?qk" not in bytes(terminal.received[so_far:])


def test_the_desk_goes_on_with_the_first_screen_without_drawing_it_again(start: Start) -> None:
    with start() as terminal:
        first_shown(terminal)
        terminal.settle(0.05)
        drawn = len(terminal.received)
        terminal.wait_for("! 0")
        assert len(terminal.received) - drawn < drawn
        assert bytes(terminal.received).count(b"\x1b[?1049h") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_first_screen_gives_the_terminal_back(start: Start, number: signal.Signals) -> None:
    with start() as terminal:
        first_shown(terminal)
        os.kill(terminal.pid, number)
        terminal.wait_exit()
        assert terminal.status == 128 + number
        assert_restored(terminal)


@pytest.mark.parametrize("ignored", [False, True], ids=["hangup", "hangup ignored"])
def test_a_line_that_vanishes_at_the_first_screen_ends_the_process(start: Start, ignored: bool) -> None:
    with start(ignore_hangup=ignored) as terminal:
        first_shown(terminal)
        terminal.hang_up()
        terminal.wait_exit()


def test_the_terminals_own_cursor_is_on_the_passage_being_read_from_the_first_screen_on(start: Start) -> None:
    with start() as terminal:
        first_shown(terminal)
        for keys in ([], ["j"], ["j", "j"], ["l"], ["j"]):
            terminal.type_keys(keys)
            terminal.settle(0.8)
            beside = [row for row, cells in enumerate(terminal.emulator.cells) if cells[_column(terminal)].text == "▌"]
            assert terminal.emulator.row == beside[0]
            assert terminal.emulator.column == _column(terminal)


def _column(terminal: Terminal) -> int:
    """Where the pane that is read begins: the one whose header has the arrow."""
    return terminal.screen[0].index("▸")


def test_a_desk_that_cannot_open_gives_the_terminal_back_and_says_so_in_a_sentence(start: Start) -> None:
    with start(broken=True) as terminal:
        first_shown(terminal)
        terminal.wait_exit()
        assert terminal.status == 1
        assert_restored(terminal)
        assert "copydesk: stopped by an error of its own" in "".join(terminal.screen)
        assert b"Traceback" not in terminal.received


def test_a_terminal_with_wide_ambiguous_glyphs_ends_up_with_ascii_marks_on_a_clean_screen(start: Start) -> None:
    with start(emulator=Emulator(80, 24, ambiguous=2)) as terminal:
        terminal.wait_for("? help")
        terminal.wait_until(lambda: not any("│" in line or "▌" in line for line in terminal.screen), "still wide")
        terminal.settle(0.5)
        terminal.press("j")
        assert any(line.startswith("|") or "|" in line for line in terminal.screen)
        assert [line.count("Ferry aground") for line in terminal.screen[:3]] == [2, 2, 0]


def test_with_stock_drawing_there_is_no_first_screen(start: Start) -> None:
    with start(driver="stock") as terminal:
        first_shown(terminal)
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert_restored(terminal)


def test_an_untried_textual_gets_the_terminal_as_it_was_found_and_gives_it_back_so(start: Start) -> None:
    with start(untried=True) as terminal:
        terminal.wait_for("! 0")
        terminal.type_keys(["j"])
        terminal.wait_for(" 2/32")
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert terminal.status == 0
        assert_restored(terminal)
