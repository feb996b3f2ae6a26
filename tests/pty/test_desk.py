"""The real desk on a real terminal: what an editor at the keyboard meets."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings, write_story
from tui.claims import Store

Start = Callable[..., Terminal]
LOOK = re.compile(rb"\x1b\[([0-9;]*)m")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_story(tmp_path / "ferry")


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start `copydesk` on a terminal of 80 by 24, with a store and a home of its own."""

    def run(*words: str | Path, environment: dict[str, str | None] | None = None, **settings: object) -> Terminal:
        variables = {**surroundings(tmp_path), **(environment or {})}
        command = [sys.executable, "-m", "tui", *map(str, words)]
        return Terminal(command, environment=variables, **{"size": (80, 24), **settings})  # type: ignore[arg-type]

    return run


def test_an_editor_opens_jumps_to_a_conflict_tags_it_and_leaves(start: Start, story: Path, tmp_path: Path) -> None:
    with start(story) as terminal:
        terminal.wait_for("! 1")
        terminal.type_keys(["]", "c"])
        terminal.wait_for("! conflict  number  1:3 and 2:3")
        terminal.type_keys(["t", "c"])
        terminal.wait_for("1:3 tagged conflict, saved")
        with Store(tmp_path / "claims.db", read_only=True) as store:
            assert [claim.tags for claim in store.claims()] == [("conflict",)]
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert terminal.status == 0
        assert not terminal.emulator.alternate
    with start(story) as terminal:
        terminal.wait_for("◆")


def test_the_last_story_is_resumed(start: Start, story: Path) -> None:
    with start(story) as terminal:
        terminal.wait_for("! 1")
        terminal.type_keys(["q"])
        terminal.wait_exit()
    with start() as terminal:
        terminal.wait_for("Ferry aground")


def test_standard_input_is_read_and_the_keyboard_is_the_terminal(start: Start, story: Path) -> None:
    piped = f"cat {story / 'a.txt'} | {sys.executable} -m tui - {story / 'b.txt'}"
    with (
        start(story) as like,
        Terminal(["bash", "-c", piped], size=(80, 24), environment=like._environment) as terminal,
    ):
        terminal.wait_for("OUTLET")
        terminal.type_keys(["escape"])
        terminal.wait_for("! 1")
        terminal.type_keys(["j", "?"])
        terminal.wait_for("HELP")
        terminal.type_keys(["q", "q"])
        terminal.wait_exit()
        assert terminal.status == 0


def test_what_could_not_be_opened_is_said_and_the_rest_opens(start: Start, story: Path) -> None:
    with start(story, story / "missing.txt") as terminal:
        terminal.wait_for("Ferry aground")
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert terminal.status == 1
        assert b"missing.txt: no such file" in terminal.received


def test_nothing_to_read_never_opens_the_desk(start: Start, tmp_path: Path) -> None:
    with start(tmp_path / "missing.txt") as terminal:
        terminal.wait_exit()
        assert terminal.status == 1
        assert b"\x1b[?1049h" not in terminal.received
        assert b"Traceback" not in terminal.received


def test_no_control_byte_of_an_article_reaches_the_terminal(start: Start, tmp_path: Path) -> None:
    hostile = "Quiet title\n\nBefore \x1b]52;c;QUJD\x07 \x9b31m \u202eafter [bold]x[/bold]. " + "y" * 100_000 + "\n"
    name = tmp_path / "na\x1bme [red].txt"
    name.write_text(hostile, encoding="utf-8")
    with start(name) as terminal:
        terminal.wait_for("Quiet title")
        terminal.type_keys(["j", "j", "o", "t", "n", "G", "?"])
        terminal.settle()
        assert b"\x1b]52" not in terminal.received
        assert b"\xe2\x80\xae" not in terminal.received
        assert b"\xc2\x9b" not in terminal.received


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12)])
def test_no_colour_still_shows_marks_and_cursor(start: Start, story: Path, size: tuple[int, int]) -> None:
    with start(story, environment={"NO_COLOR": "1"}, size=size) as terminal:
        terminal.wait_for("! 1")
        terminal.type_keys(["]", "c"])
        terminal.wait_for("▌!")
        terminal.settle()
        looks = {int(code or 0) for look in LOOK.findall(bytes(terminal.received)) for code in look.split(b";")}
        assert looks <= {*range(30), 39, 49}


def test_the_sample_story_opens_by_its_name(start: Start) -> None:
    with start("sample", "harbour-fire") as terminal:
        terminal.wait_for("1/")
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert terminal.status == 0


def test_a_folder_without_permission_is_one_line(start: Start, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text("A title\n\nA sentence of an article.")
    closed.chmod(0)
    try:
        with start(closed) as terminal:
            if os.geteuid() == 0:
                terminal.wait_for("A sentence")
            else:
                terminal.wait_exit()
                assert terminal.status == 1
    finally:
        closed.chmod(0o700)
