"""Words as they are compared."""

from pathlib import Path

from hypothesis import given
from hypothesis.strategies import from_regex

from tui.compare.text import tokens
from tui.compare.text.tokens import stem_of, stemmed


def test_the_stems_that_are_kept_are_those_the_stemmer_gives() -> None:
    lines = (Path(tokens.__file__).parents[1] / "data" / "stems.txt").read_text(encoding="utf-8").splitlines()
    kept = [line.split() for line in lines]
    assert len(kept) > 10_000
    # One in seven, spread over the alphabet: stemming all takes a second.
    assert [stem for _, stem in kept[::7]] == [stemmed(word, "en") for word, _ in kept[::7]]


def test_a_word_that_is_not_kept_is_stemmed() -> None:
    assert stem_of("zorblings") == stemmed("zorblings", "en") == "zorbl"


@given(from_regex(r"[a-z0-9][a-z0-9'.,]{0,12}[0-9]", fullmatch=True))
def test_nothing_is_taken_off_a_word_that_ends_with_a_figure(word: str) -> None:
    assert stem_of(word) == stemmed(word, "en") == word


def test_a_word_of_another_language_is_not_stemmed_as_english() -> None:
    assert stem_of("wagen", "de") == stemmed("wagen", "de")
