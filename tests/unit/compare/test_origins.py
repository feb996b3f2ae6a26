"""Sources without a name are found whatever word tells of them."""

import pytest

from tui.compare.text.origins import origins, single_source

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
    ("text", "own", "name"),
    [
        ("The alarm on the quay was never raised, a signaller on duty that night told the Herald.", "The Skarn Herald",
         "a signaller"),
        ("A baker told the Bugle that the quay shook.", "Daily Bugle", "A baker"),
        ("“It shook,” one diver from the port told the Skarn Daily Bugle.", "Skarn Daily Bugle", "one diver"),
        ("It shook, a former pilot told Reuters.", "", "a former pilot"),
    ],
)  # fmt: skip
def test_whoever_tells_a_newsroom_something_is_its_source_whatever_they_are(text: str, own: str, name: str) -> None:
    found = single_source(text, own)
    assert found is not None
    assert (found.name, found.kind) == (name, "unnamed")


@pytest.mark.parametrize(
    "text",
    [
        "Jon Orr, a lawyer for the port, told Reuters that the quay shook.",
        "A court told Jon Orr to leave the quay.",
        "The diver, who fishes off a small island, told Reuters that the quay shook.",
        "Ada Orr told the Bugle that the quay shook.",
        "The ferry will sail again on Thursday, the port told the Bugle.",
    ],
)
def test_who_has_a_name_or_tells_somebody_else_is_no_unnamed_source(text: str) -> None:
    assert not [origin for origin in origins(text, "Daily Bugle") if origin.kind == "unnamed"]
    assert "Bugle" not in [origin.name for origin in origins(text, "Daily Bugle")]


@pytest.mark.parametrize("who", ["People in Mill Lane", "Residents", "Neighbours", "Officials who know the quay"])
def test_a_crowd_is_no_single_source_wherever_in_the_sentence_it_stands(who: str) -> None:
    assert single_source(f"{who} say the quay has shaken since the spring.") is None
    assert single_source(f"The quay has shaken since the spring, {who[0].lower()}{who[1:]} say.") is None


def test_two_people_who_tell_a_newsroom_something_are_more_than_one_source() -> None:
    assert single_source("Two divers of the port told the Herald that it shook.", "Skarn Herald") is None


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
