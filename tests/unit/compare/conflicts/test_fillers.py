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
