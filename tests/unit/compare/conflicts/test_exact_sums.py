"""Sums to the cent beside one name in lists of many, and ages told in other words."""

from collections.abc import Callable

import pytest

from tui.compare import compare
from tui.story.model import Article, Story

_LIST = (
    "The auditors listed $4,272.78 for a cruise, over $300 at a toy shop, $3,544.00 at a boutique, "
    "and $5,687.75 on Holm Bay Wellness Lodge."
)
_PAID = (
    "In 2008, Mr. Berg used the money for a $466.30 dinner at Solvik and a $5,587.75 vacation at the Holm Bay "
    "Wellness Lodge, the document said."
)

Make = Callable[..., Article]


def _flags(article: Make, a: str, b: str) -> list[tuple[str | None, tuple[str, str]]]:
    links = compare(Story("s", "story", (article("one", a), article("two", b)))).links
    return [(link.tier, link.values) for link in links if link.relation == "conflict"]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (_LIST, _PAID, ("$5,687.75", "$5,587.75")),
        (_LIST, _PAID + " He also paid more than $1,000 for shoes.", ("$5,687.75", "$5,587.75")),
        ("Berg, who is 45, was driving.", "Berg, 54, was driving.", ("45", "54")),
        ("John Berg, who is 45, was driving the truck on Friday.",
         "The driver of the truck, John Berg, 54, was held.", ("45", "54")),
    ],
)  # fmt: skip
def test_an_exact_figure_of_the_same_thing_is_a_conflict(
    article: Make, a: str, b: str, values: tuple[str, str]
) -> None:
    assert _flags(article, a, b) == [("conflict", values)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (_LIST, "Mr. Berg spent about $5,700 at the Holm Bay Wellness Lodge."),
        (_LIST, _PAID + " The vacation of his wife cost $5,687.75, and his own $3,544.00."),
        (_LIST.replace("The auditors", "In 2007, the auditors"), _PAID),
        ("The auditors listed $5,687.75 on Holm Bay Wellness Lodge.", "Mr. Berg spent $2,120.10 at the Bergen Club."),
        ("John Berg, who is 45, was driving the truck.", "The driver of the truck, John Berg, 45, was held."),
    ],
)
def test_a_rounded_sum_one_of_another_year_and_one_told_elsewhere_are_none(article: Make, a: str, b: str) -> None:
    assert _flags(article, a, b) == []
