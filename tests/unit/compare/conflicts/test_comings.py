"""The days of one thing that is to come are held against each other, however it is told; of two things not."""

from datetime import date

import pytest

from tests.unit.compare.conflicts.conftest import Find

PUBLISHED = date(2026, 10, 13)
ONE_THING = {
    "due to and will": (
        "The footbridge is due to reopen on Wednesday.",
        "The footbridge will reopen on Friday, the parish council said.",
    ),
    "again": (
        "Buses stand in for the service to Marl, and the line is due to reopen on Saturday.",
        "Commuters must go by coach, and trains to Marl will run again on Thursday, the operator told the Herald.",
    ),
    "a place and those who use it": (
        "The baths in Orme Street are to reopen on Monday.",
        "Swimmers can use the baths in Orme Street again from Thursday, the council said.",
    ),
}
TWO_THINGS = {
    "a beginning and an end": (
        "The inquiry is due to open on Tuesday, the clerk said.",
        "The inquiry is due to end on Friday, the clerk said.",
    ),
    "two tunnels": (
        "The north tunnel is due to reopen on Wednesday.",
        "The south tunnel will reopen on Friday, the county council said.",
    ),
    "two kinds of trains": (
        "The express trains will run again on Friday, the company said.",
        "Freight trains will run again on Monday, the company said.",
    ),
    "two houses in one town": (
        "The library in Marl will reopen on Monday after repairs, the council said.",
        "The swimming pool in Marl is due to reopen on Thursday, the council said.",
    ),
    "two services": (
        "The village hall will reopen on Wednesday after the flood.",
        "The village chapel is due to reopen on Friday, the vicar said.",
    ),
    "one day, stated twice": (
        "The ferry to Skarn will sail again on Thursday, the company said on Monday.",
        "The ferry to Skarn will start again on Thursday, a spokesman said on Tuesday.",
    ),
    "two towns": (
        "The line from Marl is due to reopen on Saturday.",
        "Trains from Tolby will run again on Thursday.",
    ),
}


@pytest.mark.parametrize("name", ONE_THING)
def test_two_days_of_one_thing_that_is_to_come_are_found(find: Find, name: str) -> None:
    (finding,) = find(*ONE_THING[name], PUBLISHED, PUBLISHED)
    assert (finding.kind, finding.tier) == ("date", "check")


@pytest.mark.parametrize("name", TWO_THINGS)
def test_days_of_two_things_that_are_to_come_are_not_flagged(find: Find, name: str) -> None:
    assert find(*TWO_THINGS[name], PUBLISHED, PUBLISHED) == ()
