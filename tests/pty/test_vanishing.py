"""A file that turns into something else while the desk is open: said in one line, and the text stays as it was."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings
from tests.unit.story.hostile_desk import raw_bytes

TEXT = "Fares rise\n\nThe council of the island agreed on 3 May that all fares rise.\n"


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def binary(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 20)


@pytest.mark.parametrize("change", [Path.unlink, pipe, loop, folder, binary], ids=lambda change: change.__name__)
def test_the_desk_goes_on_with_the_text_it_has(change: Callable[[Path], None], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    environment = surroundings(tmp_path)
    with Terminal([sys.executable, "-m", "tui", "open", file], size=(120, 24), environment=environment) as terminal:
        terminal.wait_for("? help")
        change(file)
        terminal.press("R")
        terminal.wait_for("a.txt: cannot be read now")
        assert any("all fares rise" in line for line in terminal.screen)
        terminal.press("q")
        terminal.wait_exit()

        assert terminal.status == 0


def test_what_it_turns_into_commands_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    environment = surroundings(tmp_path)
    with Terminal([sys.executable, "-m", "tui", "open", file], size=(120, 24), environment=environment) as terminal:
        terminal.wait_for("? help")
        file.write_text(f"{TEXT}\n\x1b]52;c;T1dORUQ=\x07\x9b31m Not so, said the mayor on 4 May.\u202e\n")
        terminal.press("R")
        terminal.wait_for("changed on disk: 1")
        terminal.type_keys(["g", "d"])
        terminal.wait_for("DIFF")
        terminal.type_keys(["q", "q"])
        terminal.wait_exit()

        assert raw_bytes(terminal.received.decode("utf-8")) == ()
