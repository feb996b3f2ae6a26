"""A season told with two years is to be checked where all else says that it is of one thing."""

from collections.abc import Callable

from tui.compare.conflicts import across
from tui.story.model import Article

Make = Callable[..., Article]

WORKS = "Work on the lock begins in March, and boats should pass again in the autumn of 2031."


def test_one_season_of_two_years_beside_the_same_month_is_to_be_checked(article: Make) -> None:
    later = "If the county pays, diggers move in in March and the lock is open by autumn 2032."
    (found,) = across([article("a1", WORKS), article("a2", later)])
    assert (found.finding.kind, found.finding.tier) == ("date", "check")
    assert found.finding.reason == "autumn of 2031 in one, autumn 2032 in the other"


def test_the_season_of_another_thing_is_none(article: Make) -> None:
    assert not across([article("a1", WORKS), article("a2", "The choir was founded in the autumn of 2032.")])


def test_an_article_that_tells_both_years_is_not_contradicted(article: Make) -> None:
    both = "Work on the lock begins in March, and boats should pass in the autumn of 2031 or the autumn of 2032."
    later = "Diggers move in in March and boats should pass again by autumn 2032."
    assert not across([article("a1", both), article("a2", later)])


def test_years_far_apart_are_of_two_things(article: Make) -> None:
    old = "The lock was first opened in March, and boats should have passed in the autumn of 1931."
    assert not across([article("a1", WORKS), article("a2", old)])
