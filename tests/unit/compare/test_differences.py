"""What only one of two linked stretches says: figures come first, with the signs that make them figures."""

from tui.compare.differences import differences


def test_figures_without_a_twin_come_first_with_their_signs() -> None:
    found = differences(
        "The council said that its long planned northern harbour wall would cost $40 million and take 12% more land.",
        "The harbour wall would cost €35 million, the council said, and take 9% more land than was thought in spring.",
        "en",
    )
    assert found.only_a[:2] == ("$40 million", "12%")
    assert found.only_b[:2] == ("€35 million", "9%")
    assert any("northern" in words for words in found.only_a[2:])


def test_a_figure_in_words_comes_first_too() -> None:
    found = differences(
        "After the long night seventeen people were in hospital.", "Eleven people were in hospital.", "en"
    )
    assert found.only_a[0].startswith("seventeen")
    assert found.only_b[0] == "Eleven"


def test_a_figure_that_both_have_stands_on_neither_side() -> None:
    found = differences("On the pier 240 people waited for hours.", "Some 240 people waited.", "en")
    assert not any("240" in words for words in (*found.only_a, *found.only_b))
