"""Phrases that exclude each other, told of one thing: called off and gone ahead, for life and for ten years."""

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import read
from tui.compare.conflicts.families.positions import told_positions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The regatta was cancelled on Sunday.", "The regatta went ahead on Sunday."),
        ("The talks on fishing rights ended with a deal.", "The talks on fishing rights ended without a deal."),
        ("The harbour master has resigned.", "The harbour master has refused to resign."),
        ("The gunman was shot by police.", "The gunman shot himself."),
        ("Councillor Vera Blom voted for the bridge.", "Councillor Vera Blom voted against the bridge."),
        ("Delegate Ines Calvo voted in favour of the ban.", "Delegate Ines Calvo abstained on the ban."),
        ("Kessel was sentenced to life in prison.", "Kessel was sentenced to twelve years in prison."),
        ("The smuggler Kessel was jailed for 12 years.", "The smuggler Kessel walked free."),
        ("The union accepted the offer on Monday.", "The union turned down the offer on Monday."),
        ("Divers have found the missing skipper alive.", "Divers have found the body of the missing skipper."),
    ],
)
def test_phrases_that_exclude_each_other_contradict_each_other(find: Find, one: str, other: str) -> None:
    assert "conflict" in {finding.tier for finding in find(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Told of two people, or of two things.
        ("The Reformers voted for the bridge.", "The Unionists voted against the bridge."),
        ("Kessel was jailed for life.", "His driver was jailed for six years."),
        ("Members accepted the first offer in May.", "Members turned down the second offer in June."),
        ("Rescuers found a girl alive on Friday.", "Rescuers found the bodies of three people on Friday."),
        # Left open, or but a part of the same sentence.
        ("The regatta may be called off.", "The regatta will go ahead if the wind drops."),
        ("Kessel was jailed for life with a minimum of 20 years.", "Kessel was jailed for at least 20 years."),
        # A text that tells both.
        ("Blom voted against the bridge in May and voted for it in June.", "Blom voted for the bridge."),
    ],
)
def test_phrases_of_two_things_or_left_open_do_not(find: Find, one: str, other: str) -> None:
    assert not [finding for finding in find(one, other) if finding.kind == "antonym"]


@pytest.mark.parametrize("turned", [False, True])
def test_phrases_in_sentences_with_much_else_are_to_be_checked(find: Find, turned: bool) -> None:
    short = "The Dunmere regatta went ahead on Sunday."
    long = "The Dunmere regatta was cancelled on Sunday for the first time in its long history because of a storm."
    (found,) = find(long, short) if turned else find(short, long)
    assert found.tier == "check"
    assert found.values == (("was cancelled", "went ahead") if turned else ("went ahead", "was cancelled"))


def test_phrases_of_sentences_that_share_little_but_who_it_was_are_none(find: Find) -> None:
    assert not find(
        "The sailors, taken off their ship in spring, were released on a quay in Oran.",
        "The sailors are still being held in a camp near the border, their families say.",
    )


@pytest.mark.parametrize(("one", "other"), [("has resigned", "abstained"), ("voted for the bridge", "was behind bars")])
def test_phrases_on_two_matters_do_not_exclude_each_other(find: Find, one: str, other: str) -> None:
    mayor = "The mayor of Skarn {}."
    assert not find(mayor.format(one), mayor.format(other))
    assert not find(mayor.format(other), mayor.format(one))


def test_a_phrase_may_be_the_last_of_a_headline(find: Find) -> None:
    (found,) = find("The regatta at Skarn went ahead", "The regatta at Skarn was cancelled")
    assert (found.kind, found.tier, found.values) == ("antonym", "conflict", ("went ahead", "was cancelled"))


def test_not_until_a_month_is_no_denial_of_what_came_in_that_month(find: Find) -> None:
    assert not find("The mayor did not open the file until March.", "The mayor opened the file only in March.")


def test_a_match_lost_by_a_score_is_the_match_that_the_other_side_won(find: Find) -> None:
    assert not find("Rangers beat Harriers 4-1.", "Harriers lost 4-1 to Rangers.")


@pytest.mark.parametrize(
    "phrase",
    [
        "goes ahead", "calls off", "was scrapped", "with an accord", "struck a deal", "failed to reach", "no deal",
        "had stepped down", "refused to go", "would not quit", "remains open", "will be shut", "been closed",
        "killed by the guards", "hanged himself", "took his own life", "gun on herself", "by suicide",
        "voting in favor", "votes against", "abstains", "still at large", "on the run", "behind bars", "under arrest",
        "were set free", "remains in captivity", "handed a life", "got two years", "given a suspended", "was fined",
        "walks free",
    ],
)  # fmt: skip
def test_every_phrase_is_read_wherever_it_stands(phrase: str) -> None:
    assert told_positions(read(f"The miller, they say, {phrase} in the village."))
