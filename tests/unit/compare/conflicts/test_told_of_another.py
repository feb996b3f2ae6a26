"""What looks like one figure, one date, one name or one remark told in two ways and is of another thing."""

from collections.abc import Callable

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import across
from tui.story.model import Article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Large sums in one digit.
        ("The Tories cut $700 billion from the fund.", "The Tories have cut $716 billion from the fund."),
        # What was lost, and what is left.
        ("The Tories lost nearly 40 seats in the city.", "The Tories remain with 112 seats in the city."),
        # The date of a thing, and that of a deed.
        ("Holm, the 1998 nominee, lost the primary.", "Holm lost the primary in 2004."),
        ("She met the envoy in March 2012.", "She met the envoy before the May 2012 election."),
        # What begins with one adjective is no person.
        ("The prize went to the Liberal Unionists.", "The prize went to the Liberal Compendium."),
    ],
)
def test_what_is_of_another_thing_is_no_difference(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


def test_large_sums_that_are_not_one_in_fewer_digits_stay_different(find: Find) -> None:
    assert find("The Tories cut $700 billion from the fund.", "The Tories cut $940 billion from the fund.")


def test_dates_of_one_deed_stay_different(find: Find) -> None:
    assert find("Holm lost the primary in 1998.", "Holm lost the primary in 2004.")


def test_a_remark_word_for_word_given_to_two_people_is_a_difference(find: Find) -> None:
    found = find(
        "“We shall never give up this quay,” said Foreign Minister Ana Horvat.",
        "“We shall never give up this quay,” said President Goran Pavic.",
    )
    assert [(finding.kind, finding.tier) for finding in found] == [("attribution", "conflict")]


def test_a_turn_of_speech_given_to_two_people_is_none(find: Find) -> None:
    assert not find("“It was awful,” said one guest, Ana Horvat.", "“It was awful,” said another guest, Goran Pavic.")


def test_what_two_people_call_a_thing_is_not_one_remark(article: Callable[..., Article]) -> None:
    one = article("a1", "Mayor Ana Horvat spoke on Monday.", "Horvat called the strike an “act of pure madness”.")
    two = article("a2", "Governor Goran Pavic spoke on Monday.", "Pavic called the strike an “act of pure madness”.")
    assert not [found for found in across([one, two]) if found.finding.kind == "attribution"]
