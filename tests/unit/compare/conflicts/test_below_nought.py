"""A minus counts: figures below nought, and falls that tell the same."""

import pytest

from tui.compare import judge
from tui.compare.conflicts.reading import read


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("It fell to -5 degrees.", -5, "-5 degrees"),
        ("It fell to −5 degrees.", -5, "−5 degrees"),
        ("Growth was minus 0.3 percent.", -0.3, "minus 0.3 percent"),
        ("The bank made -$5 million.", -5_000_000, "-$5 million"),
        ("It rose 3-5 percent.", 3, "3-5 percent"),
        ("They sold a 5-metre rope - 5 metres of it.", 5, "5-metre"),
    ],
)
def test_a_minus_at_a_figure_makes_it_one_below_nought(text: str, value: float, written: str) -> None:
    quantity = read(text).quantities[0]
    assert quantity.value == value
    assert text[quantity.start : quantity.end] == written
    assert quantity.low <= quantity.high


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The temperature fell to -5 degrees in Oslo.", "The temperature fell to 5 degrees in Oslo."),
        ("The economy grew by minus 0.3 percent.", "The economy grew by 0.3 percent."),
    ],
)
def test_figures_above_and_below_nought_differ(one: str, other: str) -> None:
    assert [(finding.kind, finding.tier) for finding in judge(one, other).findings] == [("number", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The temperature fell to -5 degrees in Oslo.", "The temperature fell to minus 5 degrees in Oslo."),
        ("The economy shrank by 0.3 percent in spring.", "The economy changed by -0.3 percent in spring."),
        ("The bank made a loss of $5 million last year.", "The bank made -$5 million last year."),
        ("The temperature fell to 20 degrees below zero.", "The temperature fell to -20 degrees."),
        ("The night brought 5 degrees of frost.", "The night brought −5 degrees."),
        ("Growth was -3 percent in spring.", "Growth was a negative 3 percent in spring."),
        ("The bank had a negative result of $3 million.", "The bank had a result of -$3 million."),
        ("The temperature fell below -20 degrees.", "The temperature fell to -25 degrees."),
        ("The temperature was -5 to -3 degrees.", "The temperature was -4 degrees."),
        ("The mill cut 1,200 jobs -3% of its staff- on Monday.", "The mill cut 3% of its staff on Monday."),
    ],
)
def test_a_fall_is_a_change_below_nought(one: str, other: str) -> None:
    assert not [finding for finding in judge(one, other).findings if finding.kind == "number"]


def test_a_bound_of_a_figure_is_no_opposite_of_another_bound() -> None:
    assert judge("No more than 12 boats were lost.", "Fewer than 12 boats were lost.").findings == ()
