"""Where searched words stand in a text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.reading.patterns import hits


@given(st.text(), st.text(min_size=1).filter(lambda words: words.split() == [words]), st.text())
def test_a_word_is_found_where_it_was_put(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    assert any(text[start:end] == word or text[start:end].lower() == word.lower() for start, end in hits(text, word))


@given(st.text(), st.text())
def test_hits_are_in_order_and_never_overlap(text: str, wanted: str) -> None:
    found = hits(text, wanted)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_white_space_stands_for_any_white_space() -> None:
    assert hits("in\nOman, in  Oman", "in Oman") == ((0, 7), (9, 17))


def test_signs_of_patterns_are_plain_letters() -> None:
    assert hits("a.c abc (a|b)*", "a.c") == ((0, 3),)
    assert hits("a.c abc (a|b)*", "(a|b)*") == ((8, 14),)
