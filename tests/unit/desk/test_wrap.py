"""Rows of a pane: nothing of a passage is lost, no row is wider than the pane."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.desk.lines import drawn
from tui.desk.reading.wrap import wrap, wrap_span
from tui.story.model import Article, Passage

TEXT = st.text(st.sampled_from("ab c\n\td’é—日本語、。🇺🇸👩\u200d👧\u0301"), min_size=1, max_size=80).filter(str.strip)


@given(TEXT, st.integers(2, 30))
def test_rows_hold_every_visible_character_in_order(text: str, width: int) -> None:
    rows = list(wrap_span(text, 0, len(text), width))
    assert "".join("".join(text[a:b].split()) for a, b in rows) == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in pairwise(rows))


@given(TEXT, st.integers(2, 30))
def test_no_row_is_wider_than_the_pane(text: str, width: int) -> None:
    for start, end in wrap_span(text, 0, len(text), width):
        assert cell_len(drawn(text[start:end])) <= width


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "the harbour of Skarn"
    assert [text[a:b] for a, b in wrap_span(text, 0, len(text), 11)] == ["the harbour", "of Skarn"]


def test_a_word_wider_than_the_pane_is_cut() -> None:
    text = "a" * 25
    assert [b - a for a, b in wrap_span(text, 0, 25, 10)] == [10, 10, 5]


def test_a_flag_is_never_cut_in_two() -> None:
    text = "abc🇺🇸def"
    assert [text[a:b] for a, b in wrap_span(text, 0, len(text), 4)] == ["abc", "🇺🇸de", "f"]


def test_a_blank_row_parts_paragraphs_when_there_is_room() -> None:
    text = "One.\n\nTwo. Three."
    passages = (Passage(0, 4, "sentence", 0), Passage(6, 10, "sentence", 1), Passage(11, 17, "sentence", 1))
    article = Article("a1", "x", text, passages, "One", "0" * 64)
    assert [row.passage for row in wrap(article, 20, spaced=True).rows] == [0, None, 1, 2]
    assert [row.passage for row in wrap(article, 20, spaced=False).rows] == [0, 1, 2]


def test_a_megabyte_without_a_space_is_wrapped() -> None:
    text = "x" * 1_000_000
    assert sum(1 for _ in wrap_span(text, 0, len(text), 36)) == -(-1_000_000 // 36)
