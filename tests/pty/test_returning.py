"""Files that change under the desk, quotes that leave it, and coming back to it, on a real terminal."""

import base64
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings

Start = Callable[..., Terminal]


@pytest.fixture
def story(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(root / "seeds" / "harbour-fire", tmp_path / "harbour"))


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start `copydesk` on a terminal of 80 by 24, with a store and a home of its own."""

    def run(*words: str | Path, **variables: str) -> Terminal:
        environment = surroundings(tmp_path, **variables)
        return Terminal([sys.executable, "-m", "tui", *map(str, words)], environment=environment, size=(80, 24))

    return run


def test_a_change_on_disk_shows_by_itself_and_watching_sends_nothing(start: Start, story: Path) -> None:
    with start(story) as terminal:
        terminal.wait_for("! ")
        terminal.settle(1.0)
        before = len(terminal.received)
        terminal.watch(4.5)
        assert len(terminal.received) == before
        first = sorted(story.glob("1-*"))[0]
        first.write_text(first.read_text(encoding="utf-8") + "\nNinety-nine hoses were used.\n", encoding="utf-8")
        terminal.wait_for("changed on disk: 1; gd shows how")
        terminal.type_keys(["g", "d"])
        terminal.wait_for("Ninety-nine hoses were used.")


def test_a_new_file_in_the_folder_is_told_by_itself_and_r_opens_it(start: Start, story: Path) -> None:
    with start(story) as terminal:
        terminal.wait_for("! ")
        (story / "9-late.txt").write_text("Late news\n\nA tug left port.\n", encoding="utf-8")
        terminal.wait_for("1 new file: R adds it")
        terminal.type_keys(["R"])
        terminal.wait_for("1 article added")


def test_quotes_go_to_the_clipboard_and_to_standard_output(start: Start, story: Path) -> None:
    with start(story, TMUX="") as terminal:
        terminal.wait_for("! ")
        terminal.type_keys(["j", "y"])
        terminal.wait_for("sent to the terminal")
        sent = bytes(terminal.received).rpartition(b"\x1b]52;c;")[2].partition(b"\a")[0]
        assert "characters" in base64.b64decode(sent).decode()
        terminal.type_keys([":", *"copy -", "enter"])
        terminal.wait_for("go to standard output when you leave")
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert terminal.status == 0
        assert b"characters" in terminal.received


def test_copydesk_alone_opens_the_last_story_as_it_was_left(start: Start, story: Path) -> None:
    with start(story) as terminal:
        terminal.wait_for("! ")
        terminal.type_keys([":", *"3:8", "enter"])
        terminal.wait_for("▸3 ")
        terminal.type_keys(["|"])
        terminal.wait_for("one pane")
        terminal.type_keys([":", *"close 1", "enter"])
        terminal.wait_for("1 article closed, 3 articles now")
        terminal.type_keys(["q"])
        terminal.wait_exit()
    with start() as terminal:
        terminal.wait_for("▸2 ")
        terminal.wait_for("8/20")
        assert not any("│" in row for row in terminal.screen[:18])
        terminal.type_keys(["q"])
        terminal.wait_exit()


BACK = "copydesk: the story is kept; `{}` opens it where you left"


def test_leaving_says_once_how_to_come_back_and_that_brings_the_story(
    start: Start, story: Path, tmp_path: Path
) -> None:
    with start(story) as terminal:
        terminal.wait_for("! ")
        terminal.type_keys(["F"])
        terminal.wait_for(" FINDINGS")
        terminal.type_keys(["q"])
        terminal.wait_for(" PANES")
        assert b"where you left" not in terminal.received
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert bytes(terminal.received).count(BACK.format("copydesk").encode()) == 1
    other = tmp_path / "own claims.db"
    with start("--store", other, story) as terminal:
        terminal.wait_for("! ")
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert BACK.format(f"copydesk --store '{other}'").encode() in b"".join(bytes(terminal.received).splitlines())
    with start("--store", other) as terminal:
        terminal.wait_for("▸1 ")


def test_a_terminal_resized_while_the_desk_starts_shows_it_at_the_last_size(start: Start, story: Path) -> None:
    with start(story) as terminal:
        for width, height in ((60, 20), (133, 50), (100, 30)):
            terminal.resize(width, height)
            terminal.watch(0.15)
        terminal.wait_for("! ")
        terminal.wait_until(
            lambda: terminal.screen[-1].startswith(" PANES") and terminal.screen[-1].rstrip().endswith("? help"),
            "the status row on the last of thirty rows",
        )
        assert len(terminal.screen) == 30
        assert len(terminal.screen[-1].rstrip()) in (99, 100)
        assert "│" in terminal.screen[0]
