"""What is read of a number in a text: its bounds, its unit, whose fate it tells, and what is no quantity."""

import math

import pytest

from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.reading import read


def only(text: str) -> Quantity:
    (quantity,) = read(text).quantities
    return quantity


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("no fewer than 12 people died", 12, math.inf, "least"),
        ("12 or more people died", 12, math.inf, "least"),
        ("12-plus officers came", 12, math.inf, "least"),
        ("past 5 million users", 5e6, math.inf, "least"),
        ("a maximum of 30 seats", -math.inf, 30, "most"),
        ("under 900 cars", -math.inf, 900, "most"),
        ("up to 300 homes", 150, 300, "about"),
        ("as many as 40 soldiers", 20, 40, "about"),
        ("nearly 900 cars", 792, 900, "about"),
        ("between 10 and 15 people", 10, 15, "range"),
        ("from 10 to 15 people", 10, 15, "range"),
        ("900 cars", 900, 900, ""),
    ],
)
def test_words_beside_a_number_make_it_a_bound_or_a_range(text: str, low: float, high: float, bound: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("US$5 million was spent", 5e6, "$"),
        ("EUR 40 million was spent", 40e6, "€"),
        ("£2.4m damage", 2.4e6, "£"),
        ("5,000 yen a head", 5000, "¥"),
        ("50 cents a share", 50, "cent"),
        ("Rs 300 crore were lost", 3e9, "rupee"),
    ],
)
def test_money_is_known_by_a_sign_or_a_name_before_or_behind_it(text: str, amount: float, currency: str) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.low, quantity.unit) == ("money", amount, currency)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("12 people died", "killed"),
        ("the toll rose to 31", "killed"),
        ("twelve people were wounded", "injured"),
        ("3 of them were hurt", "injured"),
        ("9 are missing", "missing"),
        ("40 families were displaced", "displaced"),
        ("30 were detained", "arrested"),
        ("30 people were praised", ""),
    ],
)
def test_people_counted_have_the_fate_that_is_told_of_them(text: str, role: str) -> None:
    assert only(text).role == role


def test_each_number_of_a_sentence_has_a_fate_of_its_own() -> None:
    found = read("twelve people were wounded and 30 detained").quantities
    assert [(quantity.value, quantity.role, quantity.worded) for quantity in found] == [
        (12, "injured", True),
        (30, "arrested", False),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("three hours of talks", "duration", 3, "hour"),
        ("20 km from the city", "measure", 20_000, "length"),
        ("6 feet tall", "measure", 1.8288, "length"),
        ("15 percentage points", "points", 15, ""),
        ("the 3rd runner", "ordinal", 3, ""),
        ("aged 44", "age", 44, ""),
    ],
)
def test_a_unit_tells_the_kind_and_makes_different_scales_one(text: str, kind: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.low == pytest.approx(value)


@pytest.mark.parametrize("text", ["in 1987", "on 5 May", "at 3:15", "Windows version 11 came", "update 3 of the story"])
def test_years_dates_clock_times_and_editions_are_no_quantities(text: str) -> None:
    assert read(text).quantities == ()


def test_a_step_and_the_level_it_led_to_are_no_range() -> None:
    step, level = read("shares rose 2.52 to 410.23").quantities
    assert (step.value, level.value, step.bound, level.bound) == (2.52, 410.23, "", "")
    assert step.decimals == level.decimals == 2


def test_some_of_those_counted_before_are_a_part() -> None:
    assert only("3 of them were hurt").part
    assert not only("3 people were hurt").part


def test_a_number_has_the_place_of_its_words_in_the_text() -> None:
    text = "He said that about two hundred and fifty officers came."
    quantity = only(text)
    assert text[quantity.start : quantity.end] == "two hundred and fifty"
    assert quantity.worded
    assert "offic" in quantity.nouns


def test_a_couple_is_a_number_only_where_it_counts_something() -> None:
    assert [q.bound for q in read("The couple have two children.").quantities] == [""]
    assert [q.bound for q in read("It took a couple of days.").quantities] == ["vague"]
