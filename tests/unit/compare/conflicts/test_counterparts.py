"""Differences told of two things, two events or two times are none; those of one thing stay."""

import pytest

from tests.unit.compare.conflicts.conftest import Find


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two things that a word tells apart.
        ("The west wing has 18 rooms.", "The east wing has 25 rooms."),
        ("The first ferry was late by two hours.", "The second ferry was late by five hours."),
        ("The elder sister was fined 400 crowns.", "The younger sister was fined 900 crowns."),
        ("The father, 52, was flown to hospital.", "The son, 17, was flown to hospital."),
        ("The second witness said he had seen nothing.", "The first witness said she had seen the driver."),
        # One more of a kind, and once more.
        ("A miner was crushed on Monday.", "Another miner was drowned."),
        ("Ostrava won the cup in 2011.", "Ostrava won the cup again in 2018."),
    ],
)
def test_what_is_told_of_two_things_is_no_difference(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


def test_the_same_sentence_of_the_elder_and_the_younger_stays_a_difference(find: Find) -> None:
    assert find("The elder sister had forged the letter.", "The younger sister had forged the letter.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A clerk was stabbed in Dock Lane on Friday night.", "A clerk was shot in Mill Lane on Saturday night."),
        ("The trustees met in Lisbon on Tuesday.", "The trustees will meet in Hamburg on Sunday."),
        ("Police held a 22-year-old man in Leeds on Monday over the theft of a boat.",
         "Police held a 41-year-old woman in Hull on Sunday over the sale of a horse."),
    ],
)  # fmt: skip
def test_two_events_that_share_a_few_words_do_not_contradict_each_other(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Now and then.
        ("In 2008 the shipyard employed 900 people.", "The shipyard now employs 150 people."),
        ("As a student she opposed the dam.", "She now supports the dam."),
        # Two states, each with its month.
        ("The pool will close in April.", "The pool will reopen in July."),
        # A day that was planned, and the other day told with what became of the plan.
        ("The tunnel is due to open on Friday.", "The tunnel opened on Wednesday, earlier than expected."),
        # The old name of a city and the new one.
        ("The summit took place in Calcutta.", "The summit took place in Kolkata."),
    ],
)  # fmt: skip
def test_two_times_of_one_thing_are_no_difference(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


def test_a_state_told_for_one_month_in_two_ways_stays_a_difference(find: Find) -> None:
    assert find("The pool will close in April, the town said.", "The pool will reopen in April, the town said.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thirty passengers were injured in the collision.", "Eight passengers were critically injured in it."),
        ("Fifteen statues were stolen from the park.", "Four of the stolen statues were found in the park."),
        ("The chain employs 4,000 people.", "The chain employs 350 people at its bakery in Bremen."),
    ],
)
def test_some_of_those_counted_are_no_other_count(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


def test_a_smaller_count_of_all_of_them_stays_a_difference(find: Find) -> None:
    found = find("Fifteen statues were stolen from the park.", "Four statues were stolen from the park.")
    assert [finding.kind for finding in found] == ["number"]
