"""Moments of two texts are held against each other where both can be of one thing."""

from datetime import date

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.model import Finding

ROAD = "The road to the harbour will be closed {} because of the floods."
BRIDGE = "The mayor said on {} that the old bridge would be closed to lorries."


def dates(find: Find, one: str, other: str) -> list[Finding]:
    return [finding for finding in find(one, other) if finding.kind == "date"]


def moments(find: Find, one: str, other: str) -> list[tuple[str, str]]:
    return [finding.values for finding in dates(find, ROAD.format(one), ROAD.format(other))]


@pytest.mark.parametrize("start", ["from", "since", "after", "starting", "beginning"])
@pytest.mark.parametrize("end", ["until", "till", "through", "by", "before", "to"])
def test_where_something_begins_and_where_it_ends_are_two_moments(find: Find, start: str, end: str) -> None:
    assert moments(find, f"{start} Monday", f"{end} Friday") == []
    assert moments(find, f"{end} Friday", f"{start} Monday") == []


def test_two_beginnings_two_ends_and_a_day_of_neither_kind_differ(find: Find) -> None:
    assert moments(find, "from Monday", "from Friday") == [("Monday", "Friday")]
    assert moments(find, "until Monday", "by Friday") == [("Monday", "Friday")]
    assert moments(find, "on Monday", "until Friday") == [("Monday", "Friday")]
    assert dates(find, "Monday saw the bridge closed to lorries.", "Friday saw the bridge closed to lorries.")


def test_a_day_that_both_texts_have_is_held_against_no_other(find: Find) -> None:
    told = "The talks in Skarn began on {} and ended on {}."
    (found,) = dates(find, told.format("3 March", "9 March"), told.format("3 March", "12 March"))
    assert found.values == ("9 March", "12 March")
    assert not dates(find, told.format("3 March", "9 March"), told.format("9 March", "3 March"))


def test_an_hour_is_held_against_an_hour_alone(find: Find) -> None:
    ferry = "The ferry left the harbour {} with all its passengers."
    assert not dates(find, ferry.format("on Monday"), ferry.format("at 3.15 a.m."))
    (found,) = dates(find, ferry.format("on Monday at 3.15 a.m."), ferry.format("on Tuesday at 3.15 a.m."))
    assert found.values == ("Monday", "Tuesday")
    assert dates(find, ferry.format("at 3.15 a.m."), ferry.format("at 4.15 a.m."))


def test_the_day_of_a_statement_is_held_against_that_of_a_statement_alone(find: Find) -> None:
    (found,) = dates(find, BRIDGE.format("Tuesday"), BRIDGE.format("Wednesday"))
    assert found.values == ("Tuesday", "Wednesday")
    told = "The mayor told local reporters on {} that the old bridge would be closed to lorries."
    assert dates(find, told.format("Tuesday"), told.format("Wednesday"))
    event = "The old bridge will be closed to lorries on Wednesday, the mayor said."
    assert not dates(find, BRIDGE.format("Tuesday"), event)
    assert not dates(find, told.format("Tuesday"), event)
    assert not dates(find, "The mayor said Tuesday the old bridge would be closed.",
                     "The mayor said the old bridge would be closed on Wednesday.")  # fmt: skip


def test_a_date_without_a_weekday_is_never_that_of_a_statement(find: Find) -> None:
    assert dates(find, "The ferry, owners said, sank in 1984 off the cape.",
                 "The ferry of the owners sank in 1986 off the cape.")  # fmt: skip


def test_one_month_of_two_years_is_two_moments_also_beside_a_year_that_both_have(find: Find) -> None:
    built = "The bridge that was planned in 1950 was opened in May {}."
    (found,) = dates(find, built.format(2018), built.format(2019))
    assert found.values == ("May 2018", "May 2019")


def test_a_year_is_the_year_of_a_full_date(find: Find) -> None:
    born = "She was born {} in Skarn, where her father kept a shop."
    assert not dates(find, born.format("on 3 March 1950"), born.format("in 1950"))
    (found,) = dates(find, born.format("on 3 March 1950"), born.format("in 1951"))
    (same,) = dates(find, born.format("in 1950"), born.format("in 1951"))
    assert found.score < same.score


def test_a_month_without_a_year_does_not_stand_for_one_of_another_year(find: Find) -> None:
    opened = "The old bridge at Skarn was opened in May"
    (found,) = dates(find, f"{opened} 2018.", f"{opened}, and mended in 2019.")
    assert found.values == ("May 2018", "2019")
    assert not dates(find, f"{opened} 2018.", f"{opened}, and mended in 2018.")


def test_a_day_of_which_one_text_tells_nothing_more_is_held_against_no_other_day(find: Find) -> None:
    fair = "The fair in Skarn opened on {}."
    assert dates(find, fair.format("3 March"), fair.format("9 March"))
    for more in ("3 March and closes on 9 March", "3 March, not on 9 March", "9 March, not on 3 March"):
        assert not dates(find, fair.format("3 March"), fair.format(more))
        assert not dates(find, fair.format(more), fair.format("3 March"))


@pytest.mark.parametrize("published", [None, date(2026, 2, 10)])
def test_a_year_says_nothing_of_a_weekday_and_hides_no_other_one(find: Find, published: date | None) -> None:
    (found,) = find(
        "The old dam at Skarn burst on Monday, the council said.",
        "The old dam at Skarn, built in 2019, burst on Tuesday, the council said.", published, published,
    )  # fmt: skip
    assert (found.kind, found.values) == ("date", ("Monday", "Tuesday"))


def test_yesterday_is_the_date_it_was_whatever_other_dates_are_told(find: Find) -> None:
    published = date(2026, 2, 10)
    met = "The council met {} in Skarn."
    assert find(met.format("yesterday"), met.format("on 12 February"), published, published)
    assert not find(met.format("yesterday"), met.format("on 9 February"), published, published)
    assert not find(
        "The council of Skarn met on the harbour yesterday.",
        "The council of Skarn, which met on 9 February, met on the harbour on 12 February.", published, published,
    )  # fmt: skip
