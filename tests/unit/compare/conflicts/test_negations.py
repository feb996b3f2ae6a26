"""Which words of a text a negation turns round."""

import pytest

from tui.compare.conflicts.reading import read


def turned(text: str) -> list[tuple[str, list[str], bool]]:
    """Each negation: its word, the words it reaches, and whether it is sure."""
    made = read(text)
    return [
        (made.tokens[one.cue].norm, [made.tokens[at].norm for at in one.scope], one.strong) for one in made.negations
    ]


@pytest.mark.parametrize(
    ("text", "cue", "scope", "strong"),
    [
        ("Police did not arrest the driver.", "not", ["arrest", "driver"], True),
        ("Police never arrested the driver.", "never", ["arrested", "driver"], True),
        ("The bridge isn’t safe.", "isn't", ["safe"], True),
        ("The bridge isnt safe.", "isnt", ["safe"], True),
        ("The mayor denied the report.", "denied", ["report"], False),
        ("The crew failed to lower the boats.", "failed", ["lower", "boats"], False),
        ("It is unlikely to reopen.", "unlikely", ["reopen"], False),
    ],
)
def test_a_negating_word_reaches_the_content_words_behind_it(
    text: str, cue: str, scope: list[str], strong: bool
) -> None:
    assert turned(text) == [(cue, scope, strong)]


def test_it_reaches_four_content_words_and_no_further() -> None:
    ((_, scope, _),) = turned("They did not repair old harbour bridges before spring storms arrived.")
    assert scope == ["repair", "old", "harbour", "bridges"]


@pytest.mark.parametrize(
    "end", [", drivers", "; drivers", " “drivers”", " – drivers", " but drivers", " because drivers"]
)
def test_it_stops_where_its_clause_does(end: str) -> None:
    assert turned(f"They did not pay{end} said.") == [("not", ["pay"], True)]


@pytest.mark.parametrize(
    "text",
    [
        "Not only the bridge was closed.",
        "It is not just a bridge.",
        "There were no fewer than 40 ferries.",
        "There is no doubt about it.",
        "Not one ferry sailed.",
        "No 10 preferred to wait.",
        "He met Lack at the harbour.",
        "They chose not one.",
        "They will not.",
    ],
)
def test_words_that_only_look_like_one_turn_nothing_round(text: str) -> None:
    assert turned(text) == []


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert turned("Refused bail, he left.") == [("refused", ["bail"], False)]


def test_each_negation_has_its_own_reach() -> None:
    assert turned("Police did not arrest him, and the court refused bail.") == [
        ("not", ["arrest"], True),
        ("refused", ["bail"], False),
    ]
