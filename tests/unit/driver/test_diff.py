"""The differences, sent to a terminal, leave it showing what the whole frames would have."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pty.emulator import Emulator
from tests.unit.driver.frames import CERTAIN, HEIGHT, STRAY, UNCERTAIN, WIDTH, frames, scrolls
from tui.desk.driver.cells import Artist, Grid, empty_grid
from tui.desk.driver.clusters import is_certain
from tui.desk.driver.diff import paint
from tui.desk.driver.pen import Pen

EVERYTHING = CERTAIN + UNCERTAIN + STRAY


def grids(written: list[str]) -> list[Grid]:
    """The grids after each of some frames."""
    artist, grid, drawn = Artist(), empty_grid(WIDTH, HEIGHT), []
    for frame in written:
        grid = artist.draw(grid, frame)
        drawn.append(grid)
    return drawn


def play(drawn: list[Grid], emulator: Emulator, background_erase: bool) -> list[int]:
    """Paint grids one after the other onto a terminal of unknown content; give the bytes of each."""
    shown, pen, costs = None, Pen(), []
    for grid in drawn:
        text, pen = paint(shown, grid, pen, background_erase)
        emulator.feed(text)
        shown = grid
        costs.append(len(text.encode()))
    return costs


def soiled() -> Emulator:
    """A terminal that shows something nobody remembers."""
    emulator = Emulator(WIDTH, HEIGHT)
    emulator.feed("\x1b[3;1H\x1b[41mleft over\x1b[4m 漢字")
    return emulator


@given(st.lists(frames(EVERYTHING), min_size=1, max_size=6), st.booleans())
@settings(max_examples=150)
def test_the_differences_draw_what_the_frames_draw(written: list[str], background_erase: bool) -> None:
    whole = Emulator(WIDTH, HEIGHT)
    parts = soiled()
    drawn = grids(written)
    for frame in written:
        whole.feed(frame)
    play(drawn, parts, background_erase)
    assert parts.seen() == whole.seen()
    assert (parts.column, parts.row) == drawn[-1].cursor


@given(scrolls(CERTAIN + UNCERTAIN), st.booleans())
@settings(max_examples=100)
def test_scrolled_text_is_drawn_exactly(written: list[str], background_erase: bool) -> None:
    whole, parts = Emulator(WIDTH, HEIGHT), soiled()
    for frame in written:
        whole.feed(frame)
    play(grids(written), parts, background_erase)
    assert parts.seen() == whole.seen()


@given(st.lists(frames(CERTAIN + UNCERTAIN), min_size=1, max_size=6))
@settings(max_examples=100)
def test_a_terminal_with_other_widths_is_wrong_only_inside_the_clusters_it_disagrees_on(
    written: list[str],
) -> None:
    drawn = grids(written)
    modern, legacy = soiled(), Emulator(WIDTH, HEIGHT, widths="legacy")
    play(drawn, modern, False)
    play(drawn, legacy, False)
    for row, cells in enumerate(drawn[-1].rows):
        certain = True
        for column, (cluster, _) in enumerate(cells):
            certain = is_certain(cluster) if cluster else certain
            if certain:
                assert legacy.cells[row][column].seen() == modern.cells[row][column].seen()


@given(st.lists(frames(EVERYTHING), min_size=2, max_size=6), st.booleans())
@settings(max_examples=60)
def test_differences_never_cost_more_than_drawing_from_nothing(written: list[str], background_erase: bool) -> None:
    shown, pen = None, Pen()
    for grid in grids(written):
        text, after = paint(shown, grid, pen, background_erase)
        fresh, _ = paint(None, grid, pen, background_erase)
        assert len(text.encode()) <= len(fresh.encode())
        shown, pen = grid, after


@given(st.lists(frames([*CERTAIN, "\u0301"]), min_size=1, max_size=6), st.booleans())
@settings(max_examples=60)
def test_differences_never_cost_more_than_the_frames_did(written: list[str], background_erase: bool) -> None:
    shown: Grid | None = empty_grid(WIDTH, HEIGHT)
    pen, painted, whole = Pen(), 0, 0
    for grid, frame in zip(grids(written), written, strict=True):
        text, pen = paint(shown, grid, pen, background_erase)
        painted, whole = painted + len(text.encode()), whole + len(frame.encode())
        assert painted <= whole
        shown = grid


@given(frames(EVERYTHING))
def test_nothing_is_sent_when_nothing_changed(frame: str) -> None:
    (grid,) = grids([frame])
    _, pen = paint(None, grid, Pen())
    assert paint(grid, grid, pen) == ("", pen)


def test_a_moved_cursor_alone_costs_one_move() -> None:
    before, after = grids(["\x1b[1;1Habc\x1b[2;2H", "\x1b[1;1Habc\x1b[5;7H"])
    assert paint(before, after, Pen((1, 1)))[0] == "\x1b[5;7H"


def test_a_line_of_scrolling_costs_a_scroll_and_the_new_line() -> None:
    lines = [f"line {number} of a text" for number in range(20)]
    windows = [
        "\n".join(f"\x1b[{row + 1};1H{lines[row + offset]:<{WIDTH}}" for row in range(HEIGHT)) + "\x1b[1;1H"
        for offset in (0, 1)
    ]
    before, after = grids(windows)
    text, _ = paint(before, after, Pen((0, 0)))
    assert text == f"\x1b[M\x1b[{HEIGHT}Hline {HEIGHT} of a text\x1b[H"


def test_blank_ends_of_coloured_rows_are_erased_only_where_the_terminal_paints_them() -> None:
    before, after = grids([f"\x1b[1;1H{'x' * WIDTH}\x1b[1;1H", f"\x1b[1;1H\x1b[44m{' ' * WIDTH}\x1b[0m\x1b[1;1H"])
    assert paint(before, after, Pen((0, 0)), background_erase=True)[0] == "\x1b[44m\x1b[K"
    assert paint(before, after, Pen((0, 0)), background_erase=False)[0] == "\x1b[44m" + " " * WIDTH + "\x1b[H"
