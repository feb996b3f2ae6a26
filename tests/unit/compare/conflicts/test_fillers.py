"""One gap filled in two ways is a difference where only one filler can be right."""

import pytest

from tests.unit.compare.conflicts.conftest import Find


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Who, where it can only be one.
        ("Karin Solberg will chair the review of the ferry sinking.",
         "Bruno Maric will chair the review of the ferry sinking."),
        ("The harbour is owned by the Lindgren Group.", "The harbour is owned by the Corvin Trust."),
        ("The winning try was scored by captain Ivo Tarn.", "The winning try was scored by substitute Neil Okoro."),
        ("Judge Ada Roth has been named the head of the court.", "Lars Holm has been named the head of the court."),
        # Why, how and where.
        ("The blaze was caused by a candle, the fire brigade said.",
         "The blaze was caused by a faulty heater, the fire brigade said."),
        ("The sculptor died of malaria, his widow said.", "The sculptor died of a stroke, his widow said."),
        ("The robber was armed with an axe.", "The robber was armed with a pistol."),
        ("The crate was found in the loft of the vicarage.", "The crate was found in the cellar of the vicarage."),
        ("The stolen bus was found burnt out in Dunmere on Sunday.",
         "The stolen bus was found burnt out in Askrigg on Sunday."),
    ],
)  # fmt: skip
def test_two_fillers_of_which_one_can_be_right_contradict_each_other(find: Find, one: str, other: str) -> None:
    assert [finding.tier for finding in find(one, other)] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One kind of thing, told in two words.
        ("The blaze was caused by a faulty boiler.", "The blaze was caused by a defective heating system."),
        ("The robber was armed with a pistol.", "The robber was armed with a handgun."),
        ("The crash was caused by bad weather.", "The crash was caused by fog."),
        # A filler in which the other may be contained.
        ("The cart was found in a meadow.", "The cart was found in a ditch beside a meadow."),
        # What several people may do or say.
        ("Karin Solberg praised the crew of the ferry.", "Bruno Maric praised the crew of the ferry."),
        ("Stars pay tribute to Karin Solberg", "Stars pay tribute to Bruno Maric"),
        # Two names of one body.
        ("The harbour is owned by the Lindgren Group.", "The harbour is owned by the LG."),
        # Another clause than that of the gap has other words.
        ("The choir sang in the church, where the roof leaked.", "The choir danced in the library, where nobody read."),
        ("In the last 11 years the town has burnt twice.", "In the last decade the town has burnt twice."),
    ],
)  # fmt: skip
def test_fillers_that_may_both_be_right_are_none(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


def test_what_is_of_several_kinds_at_once_is_to_be_checked_at_most(find: Find) -> None:
    found = find("The flag of the town is red and gold.", "The flag of the town is blue and gold.")
    assert [finding.tier for finding in found] == ["check"]


@pytest.mark.parametrize(
    ("one", "other", "kind", "values"),
    [
        ("The crate was found in the loft.", "The crate was found in the cellar.", "place", ("loft", "cellar")),
        ("The baker died of malaria.", "The baker died of a stroke.", "antonym", ("malaria", "a stroke")),
        ("The ferry was sold, the mayor said; a nurse bought it.",
         "The ferry was sold, the mayor said; a farmer bought it.", "antonym", ("nurse", "farmer")),
    ],
)  # fmt: skip
def test_a_gap_that_tells_where_is_a_matter_of_place_and_every_other_one_of_wording(
    find: Find, one: str, other: str, kind: str, values: tuple[str, str]
) -> None:
    assert [(finding.kind, finding.values) for finding in find(one, other)] == [(kind, values)]
    assert [(finding.kind, finding.values) for finding in find(other, one)] == [(kind, values[::-1])]


def test_of_a_clause_that_says_little_all_other_words_of_both_texts_must_be_the_same(find: Find) -> None:
    died = "He died of {}."
    assert [found.tier for found in find(died.format("malaria in Skarn"), died.format("a stroke in Skarn"))] == [
        "conflict"
    ]
    more = died.format("a stroke in Skarn, his widow said")
    assert [found.tier for found in find(died.format("malaria in Skarn"), more)] == ["conflict"]
    assert [found.tier for found in find(more, died.format("malaria in Skarn"))] == ["conflict"]
    said, elsewhere = died.format("malaria, his widow said"), died.format("a stroke, his widow said in Skarn")
    assert [found.tier for found in find(said, elsewhere)] == ["check"]
    assert [found.tier for found in find(elsewhere, said)] == ["check"]


def test_what_is_only_to_be_checked_is_shown_with_less_confidence(find: Find) -> None:
    (sure,) = find("The vase was broken in the loft.", "The vase was broken in the cellar.")
    (unsure,) = find("The flag of the town is red and gold.", "The flag of the town is blue and gold.")
    (headline,) = find("Vicar: vase was broken in loft", "Vicar: vase was broken in cellar")
    assert unsure.score < headline.score < sure.score


@pytest.mark.parametrize(
    "text",
    [
        "The court was told by a {} that the ferry had been sold.",
        "“The ferry was sold,” added a {} from Skarn.",
        "Found in the harbour: a {} wrote about a crash.",
    ],
)
def test_two_people_may_say_the_same(find: Find, text: str) -> None:
    assert not find(text.format("nurse"), text.format("farmer"))
    assert not find(text.format("farmer"), text.format("nurse"))
