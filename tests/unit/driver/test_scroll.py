"""The scroll found is the one that moved the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.driver.cells import Artist, Grid, empty_grid
from tui.desk.driver.scroll import Scroll, best_scroll

WIDTH, HEIGHT = 60, 20
LINES = [f"line {number} " + chr(97 + number % 26) * (10 + number % 40) for number in range(80)]


def page(offset: int, header: str = "a header", status: str = "the status") -> Grid:
    """Text from a line on, between a header and a status line."""
    shown = [header, *LINES[offset : offset + HEIGHT - 2], status]
    rows = "".join(f"\x1b[{row};1H{line:<{WIDTH}}" for row, line in enumerate(shown, 1))
    return Artist().draw(empty_grid(WIDTH, HEIGHT), rows)


@given(st.integers(0, 40), st.integers(-8, 8).filter(bool))
def test_a_page_between_header_and_status_is_found_to_scroll(offset: int, distance: int) -> None:
    before, after = page(offset + 8), page(offset + 8 + distance, status=f"now {offset}")
    scroll = best_scroll(before, after)
    assert scroll is not None
    assert scroll.distance == distance
    left = [row for row, other in zip(scroll.applied(before).rows, after.rows, strict=True) if row != other]
    assert len(left) <= abs(distance) + 1


@pytest.mark.parametrize("after", [page(30), page(0, status="other")])
def test_pages_that_share_nothing_or_all_are_not_scrolled(after: Grid) -> None:
    assert best_scroll(page(0), after) is None


def test_rows_laid_bare_are_empty_and_the_others_stay() -> None:
    before = page(0)
    down = Scroll(1, 5, -2).applied(before)
    assert down.rows[0] == before.rows[0]
    assert down.rows[1] == down.rows[2] == empty_grid(WIDTH, 1).rows[0]
    assert down.rows[3:6] == before.rows[1:4]
    assert down.rows[6:] == before.rows[6:]
