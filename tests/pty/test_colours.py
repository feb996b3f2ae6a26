"""The bytes of colour that the desk sends, by theme and by what the terminal can do."""

import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.pty.emulator import Cell
from tests.pty.terminal import Terminal
from tests.surroundings import surroundings, write_story

LOOK = re.compile(rb"\x1b\[([0-9;]*)m")
Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Open the desk on a story with a conflict, at the terminal that the variables describe."""
    folder = write_story(tmp_path / "ferry")

    def run(*words: str, settings: str = "", **variables: str | None) -> Terminal:
        config = tmp_path / "config.toml"
        config.write_text(settings, encoding="utf-8")
        environment = {**surroundings(tmp_path, COPYDESK_CONFIG=str(config)), **variables}
        return Terminal([sys.executable, "-m", "tui", folder, *words], size=(80, 24), environment=environment)

    return run


def shown(terminal: Terminal) -> None:
    """Go to the conflict and wait until all is drawn."""
    terminal.wait_for("! 1")
    terminal.type_keys(["]", "c"])
    terminal.wait_for("▌!")
    terminal.settle()


def conflict_mark(terminal: Terminal) -> Cell:
    """The cell of the mark beside the cursor."""
    row = next(row for row in terminal.emulator.cells if row[0].text == "▌" and row[1].text == "!")
    return row[1]


def sent(terminal: Terminal) -> set[str]:
    """Every colour and attribute set, one code or one colour of its own each."""
    return {code for look in LOOK.findall(bytes(terminal.received)) for code in _codes(look.decode())}


def _codes(look: str) -> Iterator[str]:
    codes = look.split(";")
    while codes:
        count = {"5": 3, "2": 5}[codes[1]] if codes[0] in ("38", "48") else 1
        yield ";".join(codes[:count])
        codes = codes[count:]


def test_by_default_the_terminals_own_sixteen_colours_and_its_own_ground(start: Start) -> None:
    with start() as terminal:
        shown(terminal)
        mark = conflict_mark(terminal)
        assert (mark.look.foreground, mark.look.background) == ("31", "")
        assert "1" in mark.look.attributes
        colours = {code for code in sent(terminal) if code and code not in ("0", "1", "2", "3", "4", "7")}
        assert colours <= {*map(str, range(22, 30)), *map(str, range(30, 38)), "39", "49"}


@pytest.mark.parametrize(
    ("theme", "term", "depth", "colour", "ground"),
    [
        ("dark", "xterm-256color", "truecolor", "5;203", "5;234"),
        ("dark", "xterm", None, "91", "40"),
        ("light", "xterm-256color", None, "5;124", "5;231"),
        ("light", "xterm", None, "31", "107"),
        ("colour-blind", "xterm-256color", None, "5;166", ""),
        ("colour-blind", "xterm", None, "33", ""),
    ],
)
def test_a_theme_draws_a_conflict_in_its_colour_in_as_many_colours_as_there_are(
    start: Start, theme: str, term: str, depth: str | None, colour: str, ground: str
) -> None:
    with start("--theme", theme, TERM=term, COLORTERM=depth) as terminal:
        shown(terminal)
        mark = conflict_mark(terminal)
        assert (mark.look.foreground, mark.look.background) == (colour, ground)
        assert {cell.look.background for row in terminal.emulator.cells for cell in row} <= {ground}


def test_the_settings_name_a_theme_and_the_command_line_beats_them(start: Start) -> None:
    light = '[desk]\ntheme = "light"\n'
    with start(settings=light) as terminal:
        shown(terminal)
        assert conflict_mark(terminal).look.background == "5;231"
    with start("--theme", "dark", settings=light) as terminal:
        shown(terminal)
        assert conflict_mark(terminal).look.background == "5;234"


def test_an_unknown_theme_in_the_settings_is_told_and_the_desk_opens(start: Start) -> None:
    with start(settings='[desk]\ntheme = "mauve"\n') as terminal:
        terminal.wait_for("no theme 'mauve'")
        terminal.type_keys(["q"])
        terminal.wait_exit()
        assert terminal.status == 0


def test_an_unknown_theme_on_the_command_line_is_wrong_usage(start: Start) -> None:
    with start("--theme", "mauve") as terminal:
        terminal.wait_exit()
        assert terminal.status == 2
        assert b"choose among ansi, colour-blind, dark, light" in terminal.received


def test_a_key_goes_through_all_themes_and_the_whole_screen_follows(start: Start) -> None:
    with start() as terminal:
        shown(terminal)
        first = terminal.emulator.seen()[:-1]
        screens = [first]
        for name in ("colour-blind", "dark", "light", "ansi"):
            terminal.type_keys(["g", "c"])
            terminal.wait_for(f"theme {name}")
            terminal.settle()
            screens.append(terminal.emulator.seen()[:-1])
        assert screens[-1] == first
        assert all(one != other for one, other in pairwise(screens))
        assert len({str([[cell[0] for cell in row] for row in screen]) for screen in screens}) == 1


@pytest.mark.parametrize("theme", ["ansi", "dark", "light", "colour-blind"])
def test_without_colour_attributes_and_marks_are_left_of_every_theme(start: Start, theme: str) -> None:
    with start("--theme", theme, NO_COLOR="1") as terminal:
        shown(terminal)
        assert not conflict_mark(terminal).look.foreground
        assert "1" in conflict_mark(terminal).look.attributes
        assert sent(terminal) <= {"", *map(str, range(30)), "39", "49"}


def test_a_vt100_gets_attributes_and_marks_alone(start: Start) -> None:
    with start(TERM="vt100", COLORTERM=None) as terminal:
        shown(terminal)
        assert "1" in conflict_mark(terminal).look.attributes
        assert sent(terminal) <= {"", *map(str, range(30)), "39", "49"}
