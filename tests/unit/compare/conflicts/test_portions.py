"""A whole and a part of it, and two ranks, in sentences that are else the same."""

import pytest

from tests.unit.compare.conflicts.conftest import Find


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("All nine climbers were brought off the ridge.", "Six of the nine climbers were brought off the ridge."),
        ("All of the windows were broken.", "Four of the windows were broken."),
        ("It is the region's largest port by tonnage.", "It is the region's second-largest port by tonnage."),
        ("It is the fourth time the dam has burst.", "It is the second time the dam has burst."),
        ("The driver was a Polish student.", "The driver was a Dutch student."),
    ],
)
def test_a_whole_and_a_part_and_two_ranks_contradict_each_other(find: Find, one: str, other: str) -> None:
    assert [finding.tier for finding in find(one, other)] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("All nine climbers were brought off the ridge.", "Six of the nine climbers were brought off the ridge.",
         ("All", "Six")),
        ("It is the region's largest port by tonnage.", "It is the region's second-largest port by tonnage.",
         ("largest", "second-largest")),
        ("It is the region's third-largest port by tonnage.", "It is the region's second-largest port by tonnage.",
         ("third", "second")),
    ],
)  # fmt: skip
def test_the_words_for_the_portion_or_the_rank_are_shown_whichever_text_comes_first(
    find: Find, one: str, other: str, values: tuple[str, str]
) -> None:
    assert [finding.values for finding in find(one, other)] == [values]
    assert [finding.values for finding in find(other, one)] == [values[::-1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The part has another fate than the whole.
        ("All nine climbers were brought down from the ridge.", "Six of the nine climbers were unhurt."),
        # A rank in another list.
        ("It is the region's largest port.", "It is the country's third-largest port and one of the world's oldest."),
        # Another word than the rank differs.
        ("The second ferry sailed with a red funnel.", "The second ferry sailed with a tall funnel."),
        # "All" of something else, far from what was counted.
        (
            "After all that had been, the nine climbers were brought off the ridge.",
            "Six of the nine climbers were brought off the ridge.",
        ),
        ("The inquiry was led by a Polish judge.", "The inquiry heard a Dutch judge and two experts."),
    ],
)
def test_other_fates_and_other_ranks_do_not(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


def test_rain_in_millimetres_is_a_length(find: Find) -> None:
    found = find("In six hours 90mm of rain fell on the valley.", "In six hours 140mm of rain fell on the valley.")
    assert [(finding.kind, finding.values) for finding in found] == [("number", ("90mm", "140mm"))]
