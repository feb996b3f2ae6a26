"""What is read of dates, weekdays and clock times in a text."""

from datetime import date

import pytest

from tui.compare.conflicts.cues.calendar import Moment
from tui.compare.conflicts.reading import read

# A Tuesday.
PUBLISHED = date(2026, 2, 10)


def only(text: str, published: date | None = PUBLISHED) -> Moment:
    (moment,) = read(text, "en", published).moments
    return moment


@pytest.mark.parametrize(
    ("text", "parts", "written"),
    [
        ("on 10 February 2026", (2026, 2, 10), "10 February 2026"),
        ("on February 10, 2026", (2026, 2, 10), "February 10, 2026"),
        ("the 3rd of March 2019", (2019, 3, 3), "3rd of March 2019"),
        ("on the 3rd March", (None, 3, 3), "3rd March"),
        ("on 2026-02-10", (2026, 2, 10), "2026-02-10"),
        ("on 25/12/2026", (2026, 12, 25), "25/12/2026"),
        ("on 12/25/2026", (2026, 12, 25), "12/25/2026"),
        ("on Feb. 3", (None, 2, 3), "Feb. 3"),
        ("Sept 5", (None, 9, 5), "Sept 5"),
        ("in May 2019", (2019, 5, None), "May 2019"),
        ("in May", (None, 5, None), "May"),
    ],
)
def test_a_date_has_the_parts_that_are_written(
    text: str, parts: tuple[int | None, int | None, int | None], written: str
) -> None:
    moment = only(text)
    assert (moment.kind, moment.year, moment.month, moment.day) == ("date", *parts)
    assert text[moment.start : moment.end] == written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 10 February", [date(2026, 2, 10)]),
        ("on Sept 5", [date(2025, 9, 5)]),
        ("on 12 May 1998", [date(1998, 5, 12)]),
        ("on 31 February", []),
        ("on 30 Feb 2026", []),
        ("in March", []),
        ("they met yesterday", [date(2026, 2, 9)]),
        ("they meet tonight", [date(2026, 2, 10)]),
        ("they meet tomorrow", [date(2026, 2, 11)]),
        ("on Thursday", [date(2026, 2, 5), date(2026, 2, 12)]),
    ],
)
def test_the_day_of_publication_tells_which_days_are_meant(text: str, days: list[date]) -> None:
    assert sorted(only(text).days) == days


@pytest.mark.parametrize("text", ["on 10 February", "on Thursday"])
def test_without_it_no_day_is_known(text: str) -> None:
    assert only(text, None).days == frozenset()


@pytest.mark.parametrize(
    ("text", "minutes", "approximate"),
    [
        ("at 3.15 a.m.", 195, False),
        ("at 3 a.m.", 180, False),
        ("at 12 a.m.", 0, False),
        ("at 12:30 pm", 750, False),
        ("at 15:15", 915, True),
        ("at noon", 720, False),
        ("at midnight", 0, False),
        ("a quarter past three", 195, True),
        ("half past ten in the evening", 1350, False),
        ("ten to four in the morning", 230, False),
    ],
)
def test_a_clock_time_is_minutes_after_midnight(text: str, minutes: int, approximate: bool) -> None:
    moment = only(text)
    assert (moment.kind, moment.clock, moment.approximate) == ("time", minutes, approximate)


@pytest.mark.parametrize(
    "text",
    [
        "he May go",
        "the 2000 soldiers",
        "in 1499",
        "at 3:15 GMT",
        "at 25:10",
        "at 3:75",
        "on Mon",
        "he sat down",
        "in the 1990s",
    ],
)
def test_what_only_looks_like_one_is_no_moment(text: str) -> None:
    assert read(text, "en", PUBLISHED).moments == ()


def test_a_year_stands_by_itself_and_a_part_of_a_month_is_approximate() -> None:
    assert [(only(text).kind, only(text).year) for text in ("since 2002", "the summer of 1987", "early 2024")] == [
        ("year", 2002), ("year", 1987), ("year", 2024),
    ]  # fmt: skip
    assert only("in late March 2024").approximate


def test_a_year_after_a_date_is_its_year_where_only_a_comma_stands_between() -> None:
    assert only("on 10 February, 2024, boats came").year == 2024
    assert only("on 10 February; 2024 boats came").year is None


def test_four_digits_before_what_they_count_are_a_year_only_after_a_word_for_time() -> None:
    assert read("1999 people came to Skarn").moments == ()
    assert only("in 1999 people came to Skarn").year == 1999
    assert only("1999 was wet").year == 1999


def test_a_weekday_in_short_is_read_where_no_other_word_is_written_so() -> None:
    found = [only(f"on {short}. they met") for short in ("Tues", "Thurs")]
    assert [(moment.kind, moment.weekday) for moment in found] == [("weekday", 1), ("weekday", 3)]


def test_moments_stand_in_the_order_of_the_text() -> None:
    found = read("by 5 p.m. Monday, 12 May 1998 and 13 May 1999", "en", PUBLISHED).moments
    assert [(moment.kind, moment.clock or moment.day) for moment in found] == [
        ("time", 1020), ("weekday", None), ("date", 12), ("date", 13),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["on 10/02/2026", "2026-13-40", "1/2/3", "2-1-3", "١٠/٠٢/٢٠٢٦"])
def test_figures_that_are_no_one_date_give_none(text: str) -> None:
    assert not [moment for moment in read(text).moments if moment.kind == "date"]


def test_the_parts_of_a_date_in_figures_count_nothing() -> None:
    assert read("The vote was on 2026-02-10.").quantities == ()
