"""Quantities are read as intervals of a kind, with what they count."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.families.numbers import agree
from tui.compare.conflicts.reading import read


def only(text: str) -> Quantity:
    (quantity,) = read(text).quantities
    return quantity


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("at least 12 people died", "count", 12, math.inf),
        ("more than 1.2 million people fled", "count", 1.2e6, math.inf),
        ("fewer than 40 people came", "count", -math.inf, 40),
        ("no more than 40 people came", "count", -math.inf, 40),
        ("not longer than 40 minutes", "duration", -math.inf, 40 / 60),
        ("no fewer than 40 people came", "count", 40, math.inf),
        ("not less than 40 people came", "count", 40, math.inf),
        ("about 30 people were hurt", "count", 27, 33),
        ("two hundred and fifty officers", "count", 250, 250),
        ("twenty-five soldiers", "count", 25, 25),
        ("10 to 15 million people", "count", 10e6, 15e6),
        ("1,800-2,000 missiles", "count", 1800, 2000),
        ("80 937 hectares of forest", "measure", 80937 * 10000, 80937 * 10000),
        ("up 3.2 per cent", "percent", 3.2, 3.2),
        ("two-thirds of them", "percent", 100 * 2 / 3 - 2, 100 * 2 / 3 + 2),
        ("a loss of $5bn", "money", 5e9, 5e9),
        ("6 million euros", "money", 6e6, 6e6),
        ("a 12-year-old girl", "age", 12, 12),
        ("Paul Smith, 30, was charged", "age", 30, 30),
        ("a 24-hour truce", "duration", 24, 24),
        ("the seventh meeting", "ordinal", 7, 7),
        ("dozens of people", "count", 24, 200),
    ],
)
def test_a_number_is_read_with_its_kind_and_bounds(text: str, kind: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.kind == kind
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


@pytest.mark.parametrize(
    "text", ["a B-52 bomber", "in 2015", "on 10 February", "at 10:30", "COVID-19 spread", "the 1990s"]
)
def test_names_and_dates_are_no_quantities(text: str) -> None:
    assert read(text).quantities == ()


def test_one_is_too_often_a_pronoun_to_be_held_against_a_figure() -> None:
    assert only("one of them").loose
    assert not only("one person died").loose


def test_people_counted_have_a_fate() -> None:
    killed, injured = read("The blast killed two people and injured more than 150 others.").quantities
    assert (killed.role, injured.role) == ("killed", "injured")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 1.2 million people", "1,234,567 people"),
        ("at least 12 people", "14 people"),
        ("nearly 500 people", "480 people"),
        ("a third of voters", "33 percent of voters"),
        ("up 3 percent", "up 2.7 percent"),
        ("16 kilometres away", "ten miles away"),
        ("450 tonnes of fish", "450,000 kilograms of fish"),
        ("48 hours later", "two days later"),
        ("10 to 15 people", "12 people"),
        ("18 to 24 people", "18 to 25 people"),
        ("about 1,200 people", "some 1,217 people"),
        ("about 19 people", "20 people"),
        ("about 10 kilometres", "about 6 miles"),
        ("$38.3 a share", "$38.28 a share"),
        ("more than 5,000 people", "more than 5,300 people"),
        ("at least 200 people were killed", "199 people were killed"),
        ("at least 200 people were killed", "about 194 people were killed"),
        ("at least 200 people came", "194 people came"),
        ("fewer than 40 people", "no more than 40 people"),
    ],
)
def test_rounding_bounds_and_units_agree(one: str, other: str) -> None:
    assert agree(only(one), only(other))
    assert agree(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("12 people", "14 people"), ("$4 million", "$5 million"), ("up 3.2%", "up 3.4%"), ("aged 61", "aged 63"),
     ("more than 5,000 people", "more than 9,000 people"), ("fewer than 10 people", "more than 10 people"),
     ("at least 12 people", "no more than 12 people"), ("18 to 24 people", "18 to 64 people"),
     ("18 to 24 people", "8 to 24 people"), ("18 to 24 people", "30 to 40 people"),
     ("about 19 people", "about 21 people"), ("about 10 kilometres", "about 8 miles"),
     ("$38.30 a share", "$38.28 a share"), ("$5 million", "€5 million"), ("won 3-1", "won 3-2"),
     ("the third attempt", "the fourth attempt"), ("three hours", "200 minutes"), ("300 people", "330 people"),
     ("1.2 million people", "1.26 million people"), ("twenty people", "0 people"),
     ("at least 200 people were killed", "194 people were killed")],
)  # fmt: skip
def test_other_figures_do_not_agree(one: str, other: str) -> None:
    assert not agree(only(one), only(other))
    assert not agree(only(other), only(one))


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_agreement_is_symmetric(one: int, other: int) -> None:
    first, second = only(f"{one} people came"), only(f"{other} people came")
    assert agree(first, second) == agree(second, first)
    assert agree(first, first)


@given(st.text(max_size=60))
def test_every_quantity_lies_inside_its_text(text: str) -> None:
    found = read(text)
    for quantity in found.quantities:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.low <= quantity.high
