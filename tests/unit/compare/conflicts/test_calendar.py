"""Dates, weekdays and clock times are read, resolved where the publication date tells, and compared."""

from datetime import date

import pytest

from tui.compare.conflicts.cues.calendar import Moment, clash
from tui.compare.conflicts.reading import read
from tui.compare.text.dates import order, time_of

PUBLISHED = date(2026, 2, 10)


def only(text: str, published: date | None = None) -> Moment:
    (moment,) = read(text, "en", published).moments
    return moment


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on 10 February", "on February 17"),
        ("in March", "in May 2019"),
        ("since 2002", "since 2003"),
        ("on Monday", "on Tuesday"),
        ("at 3.15 a.m.", "at 4:15 am"),
    ],
)
def test_other_moments_clash(one: str, other: str) -> None:
    assert clash(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on 10 February", "on February 10, 2026"),
        ("in March", "on 3 March"),
        ("in March", "in 2019"),
        ("at 3.15 p.m.", "at 15:15"),
        ("at 03:15", "at 3:15 pm"),
        ("on Monday", "in May 2019"),
    ],
)
def test_the_same_moment_written_another_way_does_not_clash(one: str, other: str) -> None:
    assert not clash(only(one), only(other))


def test_a_weekday_is_held_against_a_date_by_the_day_of_publication() -> None:
    # The tenth of February 2026 is a Tuesday.
    assert not clash(only("on Tuesday", PUBLISHED), only("on 10 February", PUBLISHED))
    assert clash(only("on Wednesday", PUBLISHED), only("on 10 February", PUBLISHED))
    assert not clash(only("on Wednesday"), only("on 10 February"))


def test_yesterday_is_a_day_only_where_the_publication_date_is_known() -> None:
    assert only("they met yesterday", PUBLISHED).days == {date(2026, 2, 9)}
    assert read("they met yesterday").moments == ()


@pytest.mark.parametrize("text", ["he may march on", "at 8 a.m. EDT", "3,000 people", "the 2000 soldiers"])
def test_words_that_only_look_like_moments_are_left_out(text: str) -> None:
    assert read(text).moments == ()


def test_the_later_article_is_known_by_its_time_on_one_day() -> None:
    morning, noon = time_of("2026-06-09T07:40:00+01:00"), time_of("2026-06-09T11:00:00Z")
    assert order(morning, noon) == -1
    assert order(noon, morning) == 1
    assert order(morning, time_of("2026-06-09")) == 0
    assert order(morning, time_of("2026-06-09T06:00")) == 0
    assert order(None, morning) == 0


@pytest.mark.parametrize("written", ["soon", "2026-06-09Tnoon", "2026-13-09"])
def test_a_time_that_cannot_be_read_is_never_guessed(written: str) -> None:
    assert time_of(written) == (PUBLISHED.replace(month=6, day=9) if "noon" in written else None)


def test_one_moment_on_two_days_is_read_by_the_day_each_article_writes() -> None:
    east, west = time_of("2026-02-10T00:30:00+02:00"), time_of("2026-02-09T22:30:00+00:00")
    assert read("It rained today.", "en", east).day == date(2026, 2, 10)
    assert read("It rained today.", "en", west).day == date(2026, 2, 9)
