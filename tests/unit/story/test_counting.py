"""How long an article is: its words, without what is no word and without what is not compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import article
from tui.story.counting import words_compared

TOLD = "The old bridge at Skarn is closed."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TOLD, 7),
        ("The bridge – old as it is – was closed - again.", 9),
        ("“Never,” she said … and left!", 5),
        ("A 12-year-old paid $4.50 (or 4,50 €) there.", 7),
        ("Der Bürgermeister sagte: „Nein!“", 4),
        ("- - -", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, words: int) -> None:
    assert words_compared(article(text)) == words


def test_words_of_all_paragraphs_are_counted_and_those_of_boilerplate_are_not() -> None:
    more = "Read more: Herring prices fell again at the auction."
    told = article(f"{TOLD}\n\n{more}\n\n{TOLD} {TOLD}")
    assert [passage.kind for passage in told.passages].count("boilerplate") == 1
    assert words_compared(told) == 21


@given(st.lists(st.sampled_from(("bridge", "old", "Skarn", "12", "–", "…", "*")), max_size=30))
def test_marks_that_stand_by_themselves_make_no_article_longer(words: list[str]) -> None:
    assert words_compared(article(" ".join(words))) <= sum(word.isalnum() for word in words)
