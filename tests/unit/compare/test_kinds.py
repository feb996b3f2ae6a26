"""How alike the wording of an overlap is: verbatim, near-verbatim or a paraphrase."""

import pytest

from tui.compare.links.kinds import is_name, kind_of
from tui.compare.text.tokens import tokenise

TWENTY = list("abcdefghijklmnopqrst")


def kind(a: list[str], b: list[str]) -> str:
    return kind_of(tokenise(" ".join(a)), tokenise(" ".join(b)))


def test_one_word_more_at_an_end_of_twenty_is_still_verbatim_and_two_are_not() -> None:
    assert kind(TWENTY, TWENTY) == "verbatim"
    assert kind(TWENTY[1:], TWENTY) == kind(TWENTY, TWENTY[:-1]) == "verbatim"
    assert kind(TWENTY[2:], TWENTY) == "near-verbatim"


def test_one_other_word_in_the_middle_is_no_longer_one_run() -> None:
    assert kind(TWENTY, [*TWENTY[:10], "z", *TWENTY[11:]]) == "near-verbatim"


@pytest.mark.parametrize(("same", "expected"), [(7, "near-verbatim"), (6, "paraphrase")])
def test_seven_words_in_ten_have_to_be_the_same_in_order(same: int, expected: str) -> None:
    others = ["u", "v", "w", "x"][: 10 - same]
    assert kind(TWENTY[:10], [*TWENTY[:same], *others]) == expected


def test_three_words_inside_more_are_a_paraphrase_and_four_are_copied() -> None:
    assert kind(TWENTY[:3], TWENTY[:4]) == "paraphrase"
    assert kind(TWENTY[:4], TWENTY[:5]) == "near-verbatim"
    assert kind(TWENTY[:3], TWENTY[:3]) == "verbatim"


def test_the_same_words_in_another_order_are_a_paraphrase() -> None:
    assert kind(TWENTY[:10], [*TWENTY[5:10], *TWENTY[:5]]) == "paraphrase"


@pytest.mark.parametrize(
    "words", ["before U.S. District Judge Orr L. Wick", "former Mayor Jon Orr said", "the Port of Skarn"]
)
def test_a_name_with_its_title_is_a_name(words: str) -> None:
    assert is_name(tokenise(words))


@pytest.mark.parametrize("words", ["Mayor Jon Orr resigned", "on the other side of it", "he was the"])
def test_what_tells_of_someone_or_names_nobody_is_no_name(words: str) -> None:
    assert not is_name(tokenise(words))
