"""Two tallies of one vote are found in sentences that have little else in common."""

from collections.abc import Callable

from tui.compare.conflicts import across
from tui.story.model import Article

Make = Callable[..., Article]

LONG = "Ada Quill keeps her place at the head of the Reformers: she won by a 136-to-61 vote on Wednesday."


def test_two_tallies_of_as_many_votes_of_one_person_are_a_conflict(article: Make) -> None:
    (found,) = across([article("a1", LONG), article("a2", "Ms Quill won, 134 to 63, the county clerk said.")])
    assert (found.finding.kind, found.finding.tier) == ("number", "conflict")
    assert found.finding.values == ("136-to-61", "134 to 63")


def test_tallies_of_other_sums_may_be_of_two_ballots(article: Make) -> None:
    (found,) = across([article("a1", LONG), article("a2", "Ms Quill won, 138 to 64, the county clerk said.")])
    assert found.finding.tier == "check"
    assert "two ballots" in found.finding.downgrade


def test_another_vote_is_none(article: Make) -> None:
    assert not across([article("a1", LONG), article("a2", "Ms Quill won, 98 to 96, the county clerk said.")])
    assert not across([article("a1", LONG), article("a2", "Rolf Stenmark won, 134 to 63, the clerk said.")])


def test_an_article_that_has_both_tallies_is_not_contradicted(article: Make) -> None:
    both = ("Ms Quill won, 134 to 63, the clerk said.", "In the first ballot Ms Quill won by a 136-to-61 vote.")
    assert not across([article("a1", LONG), article("a2", *both)])
