"""Sources without a name are found whatever word tells of them."""

import pytest

from tui.compare.origins import origins

WORDS = (
    "source", "official", "adviser", "advisor", "aide", "person", "diplomat", "mediator", "spokesman", "spokeswoman",
    "spokesperson", "witness", "analyst", "expert", "insider", "lawmaker", "prosecutor", "investigator",
    "representative", "negotiator",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("written", [str.lower, str.upper, str.title])
def test_every_word_for_a_source_is_one_in_small_letters_and_in_capitals(word: str, written: type[str]) -> None:
    (origin,) = origins(f"One {written(word)} said that the harbour had been closed.")
    assert origin.kind == "unnamed"


def test_a_dotted_capital_i_hides_no_source() -> None:
    (origin,) = origins("One offİcial said that the harbour had been closed.")
    assert origin.kind == "unnamed"


def test_a_passage_that_cites_nobody_has_no_origin() -> None:
    assert origins("The harbour was closed on Monday.") == ()
