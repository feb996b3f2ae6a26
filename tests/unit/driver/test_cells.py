"""Frames become cells the way a terminal would show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.unit.driver.frames import CERTAIN, STRAY, UNCERTAIN
from tui.desk.driver.cells import Artist, FrameError, Grid, empty_grid, is_frame, resized
from tui.desk.driver.clusters import clusters, is_certain, widest


def drawn(frame: str, width: int = 12, height: int = 3, colour: bool = True) -> Grid:
    return Artist(colour).draw(empty_grid(width, height), frame)


def text_of(grid: Grid) -> list[str]:
    return ["".join(cluster for cluster, _ in row) for row in grid.rows]


def test_text_lands_where_the_cursor_was_put() -> None:
    assert text_of(drawn("\x1b[2;3Hone\x1b[3;1Htwo\x1b[1;1H"))[1:] == ["  one       ", "two         "]


def test_a_frame_ends_with_the_place_of_the_cursor() -> None:
    assert drawn("\x1b[2;3Hone\x1b[3;5H").cursor == (4, 2)


def test_a_wide_character_fills_two_cells() -> None:
    assert [cluster for cluster, _ in drawn("\x1b[1;1H漢a").rows[0][:3]] == ["漢", "", "a"]


def test_half_a_wide_character_that_is_written_over_leaves_a_blank() -> None:
    grid = Artist().draw(drawn("\x1b[1;1H漢字"), "\x1b[1;2Hx")
    assert text_of(grid)[0].startswith(" x字")


def test_marks_of_a_new_segment_join_the_cluster_before_it() -> None:
    assert drawn("\x1b[1;1He\x1b[1m\u0301x\x1b[0m").rows[0][0][0] == "e\u0301"


def test_what_does_not_fit_the_row_is_left_out() -> None:
    assert text_of(drawn("\x1b[1;10Habcdef"))[0] == "         abc"
    assert text_of(drawn("\x1b[1;12H漢"))[0] == " " * 12
    assert text_of(drawn("\x1b[9;1Hbelow")) == [" " * 12] * 3


def test_control_characters_take_no_cell_and_never_reach_the_grid() -> None:
    assert text_of(drawn("\x1b[1;1Ha\tb\x07c\x9bd"))[0] == "abcd        "


def test_colours_are_dropped_for_a_terminal_without_them() -> None:
    look = drawn("\x1b[1;1H\x1b[1;31;44mx\x1b[0m", colour=False).rows[0][0][1]
    assert (look.attributes, look.foreground, look.background) == (("1",), "", "")


@pytest.mark.parametrize("frame", ["\x1b[1;1Ha\x1b[Kb", "\x1b[1;1H\x1b[99mx", "\x1b[1;1H\x1b", "\x1b[1;1H\x1b[38;7mx"])
def test_what_textual_is_not_known_to_write_is_refused(frame: str) -> None:
    with pytest.raises(FrameError):
        drawn(frame)


def test_only_what_begins_with_a_cursor_position_is_a_frame() -> None:
    assert is_frame("\x1b[12;1Htext")
    assert not any(map(is_frame, ("\x1b[?25l", "\x07", "\x1b]52;c;eA==\x07", "\x1b[?1049h")))


def test_resizing_keeps_what_fits() -> None:
    grid = resized(drawn("\x1b[1;1Habc漢\x1b[3;12H"), 4, 2)
    assert text_of(grid) == ["abc ", "    "]
    assert grid.cursor == (3, 1)
    assert text_of(resized(grid, 6, 3))[0] == "abc   "


@given(st.lists(st.sampled_from(CERTAIN + UNCERTAIN + STRAY), max_size=12).map("".join))
def test_clusters_are_as_wide_as_textual_lays_them_out(text: str) -> None:
    found = clusters(text)
    assert sum(width for _, width in found) == cell_len(text)
    assert "".join(cluster for cluster, _ in found) == text


@given(st.text(max_size=12))
def test_any_text_keeps_its_width(text: str) -> None:
    assert sum(width for _, width in clusters(text)) == cell_len(text)


@pytest.mark.parametrize("cluster", ["a", "é", "e\u0301", "漢", "한", "“", "─", "Ж", "ש"])
def test_terminals_agree_on_letters_and_han(cluster: str) -> None:
    assert is_certain(cluster)


@pytest.mark.parametrize("cluster", UNCERTAIN[:-1])
def test_terminals_disagree_on_emoji_and_joined_letters(cluster: str) -> None:
    first = clusters(cluster)[0][0]
    assert not is_certain(first)
    assert widest(first) >= cell_len(first)
