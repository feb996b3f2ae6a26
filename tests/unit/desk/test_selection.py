"""Selecting by keyboard: which words are selected after which moves."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.claims.stories import article
from tui.desk.reading.selection import (
    Selection,
    move,
    move_rows,
    select,
    swap,
    switched,
    to_first,
    to_last,
)
from tui.desk.reading.words import words_in
from tui.desk.reading.wrap import wrap

TEXT = "Bridge opens\n\nRepairs cost $4.2 million, the mayor’s office said.\n\nCars wait; 12,000 a day.\n"
BRIDGE = article(TEXT)
LAYOUT = wrap(BRIDGE, 20, spaced=False)


def begin(passage: int = 1, *, whole: bool = False) -> Selection:
    selection = select(0, BRIDGE, passage, whole=whole)
    assert selection is not None
    return selection


def words(selection: Selection) -> str:
    return TEXT[selection.start : selection.end]


def test_it_begins_with_the_first_word_of_the_passage() -> None:
    assert words(begin()) == "Repairs"


def test_a_figure_and_a_possessive_are_one_word_and_punctuation_is_another() -> None:
    text = "cost $4.2 million, the mayor’s co-pilot: 1,800-2,000 “now”"
    assert [text[start:end] for start, end in words_in(text)] == [
        "cost", "$", "4.2", "million", ",", "the", "mayor’s", "co-pilot", ":", "1,800-2,000", "“", "now", "”",
    ]  # fmt: skip


def test_characters_of_scripts_without_spaces_are_words() -> None:
    assert len(words_in("大桥三月重开")) == 6


def test_the_end_moves_by_words_and_stops_at_the_ends_of_the_article() -> None:
    assert words(move(begin(), 4)) == "Repairs cost $4.2 million"
    assert move(begin(), 999).end == len(TEXT) - 1
    assert move(begin(), -999).start == 0


def test_the_other_end_moves_after_a_swap() -> None:
    selection = move(swap(move(begin(), 4)), 2)
    assert words(selection) == "$4.2 million"
    assert words(move(swap(selection), 1)) == "$4.2 million,"


def test_it_reaches_the_first_and_the_last_word_of_a_passage() -> None:
    assert words(to_last(begin())) == "Repairs cost $4.2 million, the mayor’s office said."
    assert words(to_first(to_last(begin()))) == "Repairs"


def test_it_goes_across_passages() -> None:
    selection = move(to_last(begin()), 2)
    assert words(selection) == "Repairs cost $4.2 million, the mayor’s office said.\n\nCars wait"
    assert selection.passages == range(1, 3)


def test_it_moves_by_rows_to_the_word_nearest_below() -> None:
    rows = [TEXT[row.start : row.end] for row in LAYOUT.rows]
    assert rows[1:3] == ["Repairs cost $4.2", "million, the mayor’s"]
    assert words(move_rows(begin(), LAYOUT, 1)) == "Repairs cost $4.2 million"
    assert words(move_rows(move(begin(), 2), LAYOUT, 1)) == "Repairs cost $4.2 million, the mayor’s"
    assert move_rows(move_rows(begin(), LAYOUT, 1), LAYOUT, -1) == begin()


def test_passages_are_selected_whole() -> None:
    assert words(begin(whole=True)) == "Repairs cost $4.2 million, the mayor’s office said."
    assert move(begin(whole=True), 1).passages == range(1, 3)


def test_words_become_passages_and_passages_words_with_the_same_end_moving() -> None:
    selection = switched(move(begin(), 2), BRIDGE)
    assert (selection.whole, selection.passages) == (True, range(1, 2))
    back = switched(selection, BRIDGE)
    assert words(back) == "Repairs cost $4.2 million, the mayor’s office said."
    upwards = switched(swap(move(to_last(begin()), 2)), BRIDGE)
    assert upwards.units[upwards.edge].passage == 1


def test_a_passage_without_a_word_cannot_be_selected_in() -> None:
    assert select(0, article("Bridge\n\n\u200d\n"), 5) is None


MOVES = st.lists(
    st.sampled_from(
        [
            lambda selection: move(selection, 1),
            lambda selection: move(selection, -3),
            to_first,
            to_last,
            swap,
            lambda selection: move_rows(selection, LAYOUT, 2),
            lambda selection: move_rows(selection, LAYOUT, -1),
            lambda selection: switched(selection, BRIDGE),
        ]
    ),
    max_size=12,
)


@given(MOVES)
def test_whatever_the_keys_something_without_blanks_at_its_ends_is_selected(moves: list[object]) -> None:
    selection = begin()
    for change in moves:
        selection = change(selection)  # type: ignore[operator]
        assert words(selection) == words(selection).strip() != ""
        assert words(swap(selection)) == words(selection)
