"""Counts against what is listed by name, and totals against their parts."""

import pytest

from tests.unit.compare.conflicts.conftest import Find

NAMED = "The trawlers Kittiwake and Morning Star were destroyed in the harbour fire on Tuesday."


def test_a_count_that_the_list_of_the_other_does_not_reach_is_to_be_checked(find: Find) -> None:
    (finding,) = find("Three trawlers were destroyed in the harbour fire on Tuesday.", NAMED)
    assert (finding.kind, finding.tier) == ("number", "check")
    assert "2 are listed" in finding.reason


def test_a_count_that_fits_the_list_is_nothing(find: Find) -> None:
    assert find("Two trawlers were destroyed in the harbour fire on Tuesday.", NAMED) == ()


@pytest.mark.parametrize("total", ["Nine", "At least eight"])
def test_parts_that_make_the_total_are_nothing(find: Find, total: str) -> None:
    parts = "Four men, three women and two children were injured when the tram left its rails."
    assert find(parts, f"{total} people were injured when the tram left its rails.") == ()
    assert find(f"{total} people were injured when the tram left its rails.", parts) == ()


def test_parts_that_make_another_total_are_one_finding_with_their_sum(find: Find) -> None:
    (finding,) = find(
        "Eight people were injured when the tram left its rails.",
        "Four men, three women and two children were injured when the tram left its rails.",
    )
    assert finding.kind == "number"
    assert finding.reason == "4 + 3 + 2 makes 9 in one, Eight in the other"


def test_parts_of_a_rounded_total_are_not_held_against_it_one_by_one(find: Find) -> None:
    parts = "Eleven men and ten women were arrested at the protest on Sunday."
    assert find(parts, "20 people were arrested at the protest on Sunday.") == ()
