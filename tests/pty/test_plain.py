"""Reading in lines, as a screen reader hears it: on a terminal that cannot be drawn on, and in a pipe."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.surroundings import FERRY, surroundings, write_story
from tui.claims import Store
from tui.compare import compare
from tui.story import load

Read = Callable[..., list[str]]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_story(tmp_path / "ferry")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return surroundings(tmp_path, TERM="dumb")


@pytest.fixture
def read(story: Path, environment: dict[str, str]) -> Read:
    """Read the story with commands from a pipe; the lines written, none with a control character."""

    def run(*commands: str, sources: tuple[str | Path, ...] = (story,)) -> list[str]:
        words = [sys.executable, "-m", "tui", "open", "--plain", *map(str, sources)]
        variables = {**os.environ, **environment}
        typed = "".join(f"{command}\n" for command in commands)
        done = subprocess.run(words, input=typed, capture_output=True, text=True, env=variables, timeout=60)
        assert done.returncode == 0, done.stderr
        assert all(line.isprintable() for line in done.stdout.splitlines())
        return done.stdout.splitlines()

    return run


def test_a_pipe_of_commands_finds_a_conflict_tags_it_and_takes_it_back(read: Read, tmp_path: Path) -> None:
    lines = read("c", "t n", "s disputed", "a call the coastguard", "w", "u", "q")
    assert "1:3 of 3" in lines
    told = next(line for line in lines if line.startswith("conflict, number, with article 2 passage 3: "))
    assert "leven" in told
    assert "1:3 tagged number, saved" in lines
    assert any(line.startswith("Undone: note") for line in lines)
    with Store(tmp_path / "claims.db", read_only=True) as store:
        (claim,) = store.claims()
    assert (claim.tags, claim.verdict, claim.note) == (("number",), "disputed", "")


def test_reading_on_and_back_tells_marks_in_words_and_the_ends_of_an_article(read: Read) -> None:
    lines = read("", "n", "n", "p", "2", "n 9", "g 1:2", "e", "b", "g 9", "r")
    places = [line.split()[0] for line in lines if re.match(r"\d:\d of", line)]
    assert places == ["1:1", "1:2", "1:3", "1:2", "2:2", "2:3", "1:2", "2:2", "1:2", "1:2"]
    assert lines.count(FERRY) == 7
    assert any(line.startswith("copied, with article 2 passage") for line in lines)
    assert "that is the last passage of the article" in lines
    assert sum(line.startswith("article 2, Aurora on the rocks") for line in lines) == 2
    assert "there is no passage 9" in lines


def test_findings_are_listed_and_gone_to_and_judged(read: Read) -> None:
    lines = read("f", "f 1", "-", "f")
    listed = [line for line in lines if line.startswith("1. conflict, number, 1:3 and 2:3: ")]
    assert len(listed) == 3
    assert listed[-1].endswith(", judged apparent")


def test_words_are_searched_in_all_articles(read: Read) -> None:
    lines = read("/seventeen", "/", "/nowhere")
    assert lines.count("“seventeen”, 1 of 1") == 2
    assert "“nowhere” is in no article" in lines


def test_help_lists_every_command_and_an_unknown_one_is_told(read: Read) -> None:
    from tui.desk.plain.commands import COMMANDS

    lines = read("h", "hop")
    for command in COMMANDS:
        assert any(line.startswith(" or ".join(command.names)) for line in lines)
    assert "no command 'hop': h lists them" in lines


def test_hostile_text_stays_text(read: Read, tmp_path: Path) -> None:
    name = tmp_path / "na\x1bme.txt"
    name.write_text("Quiet title\n\nBefore \x1b]52;c;QUJD\x07 \x9b31m \u202eafter.\n", encoding="utf-8")
    assert any("after" in line for line in read("n", "t \x1b[31mred", "w", "n", sources=(name,)))


def test_a_dumb_terminal_is_read_on_without_being_asked_for_it(story: Path, environment: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "tui", story], environment=environment, size=(80, 24)) as terminal:
        terminal.wait_for("1:1 of 3")
        terminal.send("c\n")
        terminal.wait_for("conflict, number, with article 2 passage 3")
        terminal.send("q\n")
        terminal.wait_exit()
        assert terminal.status == 0
        assert b"reading in lines, as with --plain" in terminal.received
        assert b"\x1b" not in terminal.received


def test_the_end_of_input_leaves(story: Path, environment: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "tui", "open", "--plain", story], environment=environment) as terminal:
        terminal.wait_for("1:1 of 3")
        terminal.send("\x04")
        terminal.wait_exit()
        assert terminal.status == 0


def test_standard_input_may_be_an_article_and_the_keyboard_is_then_the_terminal(
    story: Path, environment: dict[str, str]
) -> None:
    piped = f"cat {story / 'a.txt'} | {sys.executable} -m tui open --plain - {story / 'b.txt'}"
    with Terminal(["bash", "-c", piped], environment=environment) as terminal:
        terminal.wait_for("1:1 of 3")
        terminal.send("2\n")
        terminal.wait_for("article 2, Aurora on the rocks")
        terminal.send("q\n")
        terminal.wait_exit()
        assert terminal.status == 0


def test_what_the_editor_broke_at_the_desk_holds_here_too(read: Read, story: Path, tmp_path: Path) -> None:
    assert "compared: 1 conflict, 0 that differ and are to be checked" in read("c", "q")
    opened = load([str(story)])
    finding = next(link for link in compare(opened).links if link.relation == "conflict")
    with Store(tmp_path / "claims.db", editor="mk") as store:
        store.break_link(opened, finding.id)
    assert "compared: 0 conflicts, 0 that differ and are to be checked" in read("c", "q")
