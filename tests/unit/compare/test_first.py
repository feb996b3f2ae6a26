"""Who was first is said only where publication times tell."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import article
from tui.compare.sources.first import first_published

TIMES = st.one_of(
    st.none(),
    st.just("last Tuesday"),
    st.dates().map(str),
    st.datetimes().map(lambda time: time.isoformat()),
    st.datetimes(timezones=st.timezones()).map(lambda time: time.isoformat()),
)


def first(*times: str | None) -> int | None:
    return first_published([article(f"A fire broke out {k}.", published=time) for k, time in enumerate(times)])


def test_the_earliest_day_is_first() -> None:
    assert first("2025-02-17", "2025-02-10", "2025-02-18") == 1


def test_on_one_day_the_times_decide() -> None:
    assert first("2025-02-10T09:30:00+00:00", "2025-02-10T09:00:00+00:00") == 1


def test_times_are_compared_across_zones() -> None:
    assert first("2025-02-10T09:00:00+00:00", "2025-02-10T09:30:00+02:00") == 1


def test_nobody_is_first_where_a_time_is_unknown() -> None:
    assert first("2025-02-10", None) is None
    assert first("2025-02-10", "last Tuesday") is None


def test_nobody_is_first_of_one_day_or_one_moment() -> None:
    assert first("2025-02-10", "2025-02-10") is None
    assert first("2025-02-10", "2025-02-10T09:00:00") is None
    assert first("2025-02-10T09:00:00Z", "2025-02-10T11:00:00+02:00") is None


def test_later_articles_of_one_day_do_not_hide_the_first() -> None:
    assert first("2025-02-11", "2025-02-11", "2025-02-10") == 2


def test_a_lone_article_with_a_time_is_first() -> None:
    assert first("2025-02-10") == 0
    assert first() is None


@given(st.lists(TIMES, min_size=2, max_size=4))
def test_who_is_first_does_not_depend_on_the_order_of_the_articles(times: list[str | None]) -> None:
    found = first(*times)
    named = {None if (k := first(*turned)) is None else turned[k] for turned in permutations(times)}
    assert named == {None if found is None else times[found]}
