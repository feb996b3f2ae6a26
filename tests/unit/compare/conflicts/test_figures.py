"""Figures of two texts: what is read of them, and which are held against each other."""

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts.reading import read
from tui.compare.model import Finding


def numbers(find: Find, one: str, other: str) -> list[Finding]:
    return [finding for finding in find(one, other) if finding.kind == "number"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("a rise of 3.5 % in May", "percent", "3.5 %"),
        ("a rise of 3 per cent in May", "percent", "3 per cent"),
        ("a rise of 3 pct in May", "percent", "3 pct"),
        ("a rise of 2 percentage points in May", "points", "2 percentage points"),
        ("a rise of 2 per cent points in May", "points", "2 per cent points"),
        ("they lost US$5 million there", "money", "$5 million"),
        ("they lost 5 US dollars there", "money", "5 US dollars"),
        ("they lost billions of dollars there", "money", "billions of dollars"),
        ("they lost billions.", "money", "billions"),
        ("they saw billions of stars", "count", "billions"),
        ("they saw millions.", "count", "millions"),
        ("a 5-2 win", "score", "5-2"),
        ("Paul Smith, 30, was charged", "age", "30"),
        ("Paul Smith, 30-40, was charged", "count", "30-40"),
        ("Paul Smith, thirty, was charged", "count", "thirty"),
        ("Paul Smith, 300, was charged", "count", "300"),
        ("Late in March, 30, of all numbers, came up", "count", "30"),
        ("a boy who was 12, and tall", "age", "12"),
    ],
)
def test_a_figure_is_of_one_kind_and_lies_where_its_words_do(text: str, kind: str, words: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.kind, text[quantity.start : quantity.end]) == (kind, words)


def test_a_result_is_the_same_told_from_either_side() -> None:
    (won,), (lost,) = read("Skarn won 5-2 there").quantities, read("Tarn lost 2-5 there").quantities
    assert (won.kind, won.low, won.high) == (lost.kind, lost.low, lost.high)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("12 people and three injured", ["", "injured"]),
        ("12 people, killed in the storm", [""]),
        ("twelve boats but many killed", [""]),
        ("12 boats 3 killed", ["", "killed"]),
        ("“12” killed", ["killed"]),
        ("12 were hospitalised", ["injured"]),
        ("12 were hospitalized", ["injured"]),
        ("the storm killed 12 fishermen, 3 of them boys", ["killed", ""]),
    ],
)
def test_a_fate_is_that_of_the_figure_in_its_own_clause(text: str, roles: list[str]) -> None:
    assert [quantity.role for quantity in read(text).quantities] == roles


def test_what_is_counted_is_named_by_the_three_content_words_behind_it() -> None:
    (quantity,) = read("the 2 old red trawlers sank").quantities
    assert quantity.nouns == {"old", "red", "trawler"}
    (people, _) = read("about 12 of the 30 men left").quantities
    assert "30" not in people.nouns


@pytest.mark.parametrize(
    ("about", "low", "high"), [("20", 18, 22), ("1,234", 1227.83, 1240.17), ("150", 141, 159), ("0", 0, 0)]
)
def test_about_reaches_as_far_as_a_figure_is_rounded(about: str, low: float, high: float) -> None:
    (quantity,) = read(f"about {about} boats").quantities
    assert (quantity.low, quantity.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("fate", "told"),
    [
        ("were killed", "number of dead"),
        ("were injured", "number of injured"),
        ("were arrested", "number of arrests"),
        ("are missing", "number of missing"),
        ("were displaced", "number of people displaced"),
    ],
)
def test_the_reason_names_the_fate_that_is_counted(find: Find, fate: str, told: str) -> None:
    (found,) = numbers(find, f"In the flood 12 people {fate} on Monday.", f"In the flood 17 people {fate} on Monday.")
    assert found.reason.endswith(told)


PARTS = "The flood hurt 11 men, 9 women and 4 {} in Skarn."


@pytest.mark.parametrize(("total", "parts"), [("24", PARTS.format("children")), ("20", PARTS.format("dogs"))])
def test_a_total_agrees_with_its_parts_all_of_them_or_two(find: Find, total: str, parts: str) -> None:
    assert numbers(find, f"The flood hurt {total} people in Skarn.", parts) == []
    assert numbers(find, parts, f"The flood hurt {total} people in Skarn.") == []


def test_a_total_that_its_parts_do_not_make_up_differs_from_their_sum(find: Find) -> None:
    (found,) = numbers(find, "The flood hurt 25 people in Skarn.", PARTS.format("children"))
    assert "11 + 9 + 4 makes 24" in found.reason


def test_a_figure_may_be_the_difference_of_two_but_no_small_one_by_chance(find: Find) -> None:
    spent = "The county spent ${} million on the bridge."
    rest = "The county spent $40 million of the $55 million on the bridge."
    assert numbers(find, spent.format(15), rest) == []
    assert numbers(find, spent.format(16), rest)
    assert numbers(find, "The fleet lost 7 boats.", "The fleet lost 12 boats, or 5 boats more than before.")


def test_results_of_one_match_or_ballot_differ_and_of_other_turnouts_may_not_be_one(find: Find) -> None:
    assert numbers(find, "Skarn won the final 5-2 on Monday.", "Skarn won the final 5-3 on Monday.")
    voted = "The council voted {} to close the quay."
    assert numbers(find, voted.format("19-14"), voted.format("20-13"))
    (close,), (apart,) = (numbers(find, voted.format("190-140"), voted.format(other)) for other in ("200-130", "90-40"))
    assert close.score > apart.score


def test_ages_of_people_with_other_names_are_two_ages(find: Find) -> None:
    told = "{}, {}, died in the house."
    assert numbers(find, told.format("Owen Brackwell", 71), told.format("Owen Brackwell", 77))
    assert numbers(find, told.format("Owen Brackwell", 71), told.format("Elsa Varden", 77)) == []


def test_that_nobody_died_denies_a_toll(find: Find) -> None:
    (found,) = find("Nobody was killed in the flood.", "Two people were killed in the flood.")
    assert found.kind == "negation"


def test_a_figure_is_surer_than_a_vague_one_and_one_of_two_things_is_none(find: Find) -> None:
    hurt = "{} people were hurt in the flood."
    (vague,), (plain,) = (numbers(find, hurt.format(one), hurt.format("Three")) for one in ("Dozens of", "Eighty"))
    assert vague.tier == "check"
    assert plain.tier == "conflict"
    closed = "{} in the county were closed."
    assert numbers(find, closed.format("12 churches"), closed.format("15 trawlers")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("41 people died in Skarn of the fever.", "The fever in Skarn took 45."),
        ("The flood hurt 12 people in the county.", "The flood hurt 17 in the county."),
        ("The flood drove 12 families out.", "The flood left 17 homeless in the county."),
        ("The fleet lost 12 boats on Monday.", "On Monday the fleet lost 17 of its boats and 3 nets."),
    ],
)
def test_figures_are_held_against_each_other_alike_from_either_text(find: Find, one: str, other: str) -> None:
    there = sorted((found.tier, found.score, found.values) for found in numbers(find, one, other))
    assert there == sorted((found.tier, found.score, found.values[::-1]) for found in numbers(find, other, one))


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Skarn sold 40 tonnes of herring and 900 crates in May.",
         "Skarn sold 48 tonnes of herring and 700 crates in May.", {("40 tonnes", "48 tonnes"), ("900", "700")}),
        ("The storm sank 5 boats and flooded 300 cellars in Skarn.", "The storm flooded 320 cellars in Skarn.",
         {("300", "320")}),
        ("The board paid $400 for paint and $9,000 for a mast.", "The board paid $7,000 for a mast.",
         {("$9,000", "$7,000")}),
        ("The course is for men aged 18 to 24 in Skarn.", "The course is for men aged 18 to 64 in Skarn.",
         {("18 to 24", "18 to 64")}),
        ("Tickets rose from $12 to $15.", "Tickets rose from $12 to $19.", {("$12 to $15", "$12 to $19")}),
    ],
)  # fmt: skip
def test_of_several_figures_each_is_held_against_the_one_of_its_own_thing(
    find: Find, one: str, other: str, values: set[tuple[str, str]]
) -> None:
    assert {found.values for found in numbers(find, one, other)} == values
    assert {found.values[::-1] for found in numbers(find, other, one)} == values


@pytest.mark.parametrize("more", ["and sank 3 boats", "and 300 sheep"])
def test_parts_are_summed_against_the_one_total_of_people(find: Find, more: str) -> None:
    parts, total = PARTS.format("children"), f"The flood hurt 25 people {more} in Skarn."
    assert ["11 + 9 + 4 makes 24" in found.reason for found in numbers(find, total, parts)] == [True]
    assert ["11 + 9 + 4 makes 24" in found.reason for found in numbers(find, parts, total)] == [True]


def test_soldiers_may_be_the_people_of_the_other_text_and_trawlers_may_not(find: Find) -> None:
    stood = "On the quay at Skarn stood {}."
    for one, other in (("12 soldiers", "17 people"), ("17 people", "12 soldiers"), ("12 soldiers", "17 workers")):
        assert numbers(find, stood.format(one), stood.format(other))
    assert not numbers(find, stood.format("12 trawlers"), stood.format("17 people"))


def test_where_a_price_went_is_not_where_it_came_from(find: Find) -> None:
    rose = "Shares of the ferry line rose {}."
    (levels,) = numbers(find, rose.format("to $15"), rose.format("to $12"))
    for one, other in (("to $15", "from $12"), ("from $12", "to $15")):
        (ends,) = numbers(find, rose.format(one), rose.format(other))
        assert ends.score < levels.score
    assert not numbers(find, rose.format("to $15 from $12"), rose.format("from $15 to $19"))


def test_two_bounds_are_surer_the_less_they_leave_open(find: Find) -> None:
    killed = "{} people were killed in the flood at Skarn."
    (plain,) = numbers(find, killed.format("12"), killed.format("40"))
    (bounds,) = numbers(find, killed.format("At least 12"), killed.format("At least 40"))
    assert bounds.score < plain.score
    assert not numbers(find, killed.format("At least 12"), killed.format("40"))
    assert numbers(find, killed.format("No more than 12"), killed.format("40"))


def test_shares_may_be_told_together_and_one_by_one(find: Find) -> None:
    apart = "Of the voters 40 percent said yes and 15 percent rather yes."
    assert numbers(find, apart, "Of the voters 55 percent said yes.") == []
    assert numbers(find, "Of the voters 55 percent said yes.", apart) == []
    assert numbers(find, apart, "Of the voters 59 percent said yes.")


def test_the_dead_are_not_all_who_were_there(find: Find) -> None:
    killed, struck = "The storm killed 12 in Skarn on Monday.", "The storm struck 17 people in Skarn on Monday."
    assert numbers(find, killed, struck) == []
    assert numbers(find, struck, killed) == []


def test_one_figure_is_no_sum_and_the_reason_names_what_is_counted(find: Find) -> None:
    (hurt,) = numbers(find, "The flood hurt 11 men in Skarn and sank 3 boats.", "The flood hurt 25 people in Skarn.")
    assert hurt.reason == "11 in one, 25 in the other, for the same number of injured"
    (boats,) = numbers(find, "The flood sank 3 boats in Skarn.", "The flood sank 5 boats in Skarn.")
    assert boats.reason == "3 in one, 5 in the other, for the same number of boats"
