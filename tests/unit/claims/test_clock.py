"""Times of the store sort as text and never run backwards."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.clock import after, canonical, new_id, now

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=ZONES)


@given(MOMENTS, MOMENTS)
def test_times_in_the_form_of_the_store_sort_as_moments_do(one: datetime, other: datetime) -> None:
    first, second = canonical(one.isoformat()), canonical(other.isoformat())
    assert first is not None
    assert second is not None
    assert (first < second) == (one < other)
    assert canonical(first) == first


@given(MOMENTS, MOMENTS)
def test_what_comes_after_is_later_even_where_the_clock_went_back(one: datetime, other: datetime) -> None:
    earlier, moment = canonical(one.isoformat()), canonical(other.isoformat())
    assert earlier is not None
    assert moment is not None
    later = after(earlier, moment)
    assert later > earlier
    assert later >= moment
    assert (later == moment) == (moment > earlier)


def test_a_time_that_cannot_be_counted_on_from_is_let_be() -> None:
    moment = now()
    assert after(None, moment) == moment
    assert after("zzz", moment) == moment
    assert after("9999-12-31T23:59:59.999999Z", moment) == moment


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_time_is_told_from_one(text: str) -> None:
    assert canonical(text) is None


def test_a_time_without_a_zone_is_taken_as_utc() -> None:
    assert canonical(" 2026-03-01T10:00 ") == canonical("2026-03-01T11:00+01:00") == "2026-03-01T10:00:00.000000Z"
    assert canonical(datetime(2026, 3, 1, tzinfo=UTC).isoformat()) == "2026-03-01T00:00:00.000000Z"


def test_identifiers_are_random_and_of_version_four() -> None:
    found = {new_id() for _ in range(200)}
    assert len(found) == 200
    assert {(name[14], name[19] in "89ab", len(name)) for name in found} == {("4", True, 36)}
