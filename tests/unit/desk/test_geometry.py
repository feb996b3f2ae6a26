"""How the screen is shared out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.reading.geometry import NARROWEST, Geometry, widened


def test_eighty_by_twenty_four_has_seventeen_rows_of_text() -> None:
    assert Geometry(80, 24, articles=5).text_rows == 17


@pytest.mark.parametrize(("width", "panes"), [(40, 1), (72, 1), (73, 2), (80, 2), (120, 3), (200, 5)])
def test_as_many_panes_as_fit_at_thirty_six_columns(width: int, panes: int) -> None:
    assert Geometry(width, 24, articles=12).panes == panes


def test_never_more_panes_than_articles() -> None:
    assert Geometry(200, 50, articles=1).panes == 1


def test_the_number_of_panes_can_be_fixed() -> None:
    assert Geometry(120, 40, articles=8, fixed=2).panes == 2
    assert Geometry(40, 12, articles=8, fixed=8).panes == 3


@pytest.mark.parametrize("width", range(40, 260, 7))
def test_panes_and_rules_fill_the_width(width: int) -> None:
    geometry = Geometry(width, 24, articles=12)
    assert sum(geometry.pane_widths) + geometry.panes - 1 == width


def test_below_forty_by_twelve_there_is_no_desk() -> None:
    assert Geometry(39, 24, articles=2).too_small
    assert Geometry(80, 11, articles=2).too_small
    assert not Geometry(40, 12, articles=2).too_small


def test_the_drawer_gives_its_rows_back() -> None:
    assert Geometry(80, 24, articles=2, drawer="off").text_rows == 22
    assert Geometry(80, 24, articles=2, drawer="half").text_rows == 10


@given(st.lists(st.integers(20, 90), min_size=2, max_size=6), st.data())
def test_widened_panes_fill_the_same_width_and_none_gets_too_narrow(widths: list[int], data: st.DataObject) -> None:
    extra = data.draw(st.lists(st.integers(-200, 200), min_size=len(widths), max_size=len(widths)))
    shared = widened(widths, extra)
    assert sum(shared) == sum(widths)
    assert min(shared) >= min(NARROWEST, *widths)


@given(st.lists(st.integers(20, 90), min_size=1, max_size=6))
def test_panes_that_nobody_widened_are_as_they_were(widths: list[int]) -> None:
    assert widened(widths, [0] * len(widths)) == tuple(widths)
