"""Opposites and figures told of two people, or of a whole and one item of it, contradict nothing."""

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import read
from tui.compare.conflicts.subjects import two_people

OF_TWO = [
    ("Ana Holm, the younger sister of Eva Holm and daughter of former minister Lars Holm, criticized the ban on night "
     "ferries.", "Their father, former minister Lars Holm, supports the ban on night ferries."),
    ("Voters approved Amendment 12 on night ferries in November.",
     "Governor Lars Holm opposed Amendment 12 on night ferries in November."),
    ("Ana Holm praised the ban on night ferries on Monday.",
     "Olaf Berg also criticized the ban on night ferries on Monday."),
    ("Olaf Berg faces three years in prison for the theft of the fund.",
     "His wife, Ida Berg, faces 46 to 57 months in prison for the theft of the fund."),
    ("Olaf Berg pleaded guilty Wednesday to charges that he spent $750,000 in campaign cash on personal items.",
     "Olaf Berg pleaded guilty Wednesday to using campaign cash to buy personal items, including a $43,000 Rolex "
     "watch."),
]  # fmt: skip

OF_ONE = [
    ("Ana Holm criticized the ban on night ferries on Monday.", "Ana Holm praised the ban on night ferries on Monday."),
    ("Voters approved the ban on night ferries in November.", "Voters rejected the ban on night ferries in November."),
    ("Liz Holm criticized the ban on night ferries.", "Elizabeth Holm praised the ban on night ferries."),
    ("Olaf Berg faces three years in prison for the theft of the fund.",
     "Mr. Berg faces five years in prison for the theft of the fund."),
    ("The items included a $43,000 Rolex watch bought in Oslo.", "The items included a $143,000 Rolex watch bought in "
     "Oslo."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), OF_TWO)
def test_what_is_told_of_two_is_no_difference(find: Find, a: str, b: str) -> None:
    assert [found for found in find(a, b) if found.kind in {"antonym", "number"}] == []


@pytest.mark.parametrize(("a", "b"), OF_ONE)
def test_what_is_told_of_one_differs(find: Find, a: str, b: str) -> None:
    assert [found.tier for found in find(a, b) if found.kind in {"antonym", "number"}] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Olaf Berg", "Ida Berg", True), ("Olaf Berg", "Eva Holm", True), ("Liz Holm", "Elizabeth Holm", False),
        ("Joe Berg", "Joseph Berg", False), ("Olaf Berg", "Berg", False),
    ],
)  # fmt: skip
def test_full_names_with_another_first_name_are_of_two_people(one: str, other: str, two: bool) -> None:
    ours, theirs = (read(f"We met {name} there.").mentions[0] for name in (one, other))
    assert two_people(ours, theirs) is two


@pytest.mark.parametrize("parts", ["Two men and a woman", "A man, a woman and a child", "Two women and one man"])
def test_people_counted_apart_and_together_are_no_difference(find: Find, parts: str) -> None:
    assert not find(f"{parts} were killed in the fire on Monday.", "Three people were killed in the fire on Monday.")


def test_people_counted_apart_who_make_another_number_differ(find: Find) -> None:
    found = find(
        "Two men and a woman were killed in the fire on Monday.", "Four people were killed in the fire on Monday."
    )
    assert [finding.kind for finding in found] == ["number"]
