"""Lists: the cursor stays on items, and in view, whatever is asked."""

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.views.rows import ListPlace, Row, filtered, go_to_item, item_rows, move, position, reveal, selected, turn

HEADING: Row[int] = Row(heading="h")
ROWS = st.lists(st.one_of(st.just(HEADING), st.integers().map(Row)), max_size=40)
MOVES = st.lists(st.tuples(st.sampled_from([move, go_to_item, turn]), st.integers(-50, 50)), max_size=12)


@given(ROWS, MOVES, st.integers(1, 20))
def test_the_cursor_is_on_an_item_in_view_whatever_is_asked(
    rows: list[Row[int]], moves: list[tuple[object, int]], room: int
) -> None:
    place = ListPlace()
    for act, count in moves:
        act(rows, place, count)  # type: ignore[operator]
        reveal(rows, place, room)
        if item_rows(rows):
            assert rows[place.cursor].item is not None
            assert place.top <= place.cursor < place.top + room
            assert selected(rows, place) is not None
        assert 0 <= place.top <= max(0, len(rows) - room)


@given(ROWS)
def test_moving_down_step_by_step_visits_every_item_once(rows: list[Row[int]]) -> None:
    place = ListPlace()
    visited = []
    for _ in item_rows(rows):
        selected(rows, place)
        visited.append(place.cursor)
        assert position(rows, place)[0] == len(visited)
        move(rows, place, 1)
    assert visited == item_rows(rows)


@given(ROWS, st.sampled_from("0123456789"))
def test_a_filter_keeps_what_has_the_words_and_no_empty_heading(rows: list[Row[int]], wanted: str) -> None:
    kept = filtered(rows, str, wanted)
    assert [row.item for row in kept if row.item is not None] == [
        row.item for row in rows if row.item is not None and wanted in str(row.item)
    ]
    below = [*kept[1:], HEADING]
    assert not any(row.item is None and after.item is None for row, after in zip(kept, below, strict=False))


def test_a_heading_is_shown_with_the_first_item_under_it() -> None:
    rows = [Row(1), Row(2), HEADING, Row(3), Row(4)]
    place = ListPlace(cursor=4, top=3)
    move(rows, place, -1)
    reveal(rows, place, 2)
    assert place.top == 2
