"""Sources without a name are found whatever word tells of them."""

import pytest

from tui.compare.text.origins import origins

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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two officials say the quay is closed.", ["Two officials"]),
        ("The quay is closed, though a top official with the port said it may open.", ["a top official"]),
        ("The quay is closed, according to people who know the port.", ["people"]),
        ("A diplomat, speaking on condition of anonymity, said the quay is closed.", ["A diplomat"]),
        ("“The quay is closed,” said one official.", ["one official"]),
        ("“The quay is closed,” the aide said.", ["the aide"]),
        ("The closure was confirmed by two officials.", ["two officials"]),
        ("A former port official confirmed to Axios that the quay is closed.", ["A former port official"]),
    ],
)
def test_an_unnamed_source_is_who_tells(text: str, names: list[str]) -> None:
    assert [origin.name for origin in origins(text) if origin.kind == "unnamed"] == names


@pytest.mark.parametrize(
    "text",
    [
        "The tolls should be set by the towns, and by the people in the towns, Ms. Orr said.",
        "When prosecutors searched the quay on Monday, the skipper said he would help.",
        "Officials have largely let Skarn and other states go ahead.",
        "He is a speaker whom the people believe.",
        "Few lawmakers come to such meetings, he suggested.",
        "The mayor said she would ask lawmakers to vote again.",
        "“Nobody has listened to the fears of people on the quay,” he said.",
        "“I have not heard people on the quay admit it,” he said.",
        "The mayor said officials would count the boats.",
        "A spokesman for the port, Jon Orr, said the quay is closed.",
    ],
)
def test_who_only_acts_or_is_spoken_of_is_no_unnamed_source(text: str) -> None:
    assert [origin.name for origin in origins(text) if origin.kind == "unnamed"] == []
