"""What is counted of the words that two passages share."""

from tui.compare.links.differences import differences


def test_words_in_a_row_are_told_apart_from_all_words_shared() -> None:
    told = "The quay of Skarn is closed for repairs, she said, until the winter storms are over."
    other = "The quay of Skarn is closed for repairs until the winter storms are over."
    assert differences(told, other, "en").counted == "14 words, 8 in a row"


def test_one_row_is_counted_once() -> None:
    assert differences("The quay is closed.", "The quay is closed.", "en").counted == "4 words"
