"""Publication days and times."""

from datetime import date, datetime


def day_of(published: date | str | None) -> date | None:
    """The day of a publication time in ISO 8601, as it is written; None where there is none or it cannot be read."""
    if isinstance(published, str):
        try:
            return date.fromisoformat(published[:10])
        except ValueError:
            return None
    return published.date() if isinstance(published, datetime) else published


def time_of(published: date | str | None) -> date | datetime | None:
    """The publication time as exactly as it is written: a date-time, else a date; None where it cannot be read."""
    if not isinstance(published, str):
        return published
    if len(published) > 10:
        try:
            return datetime.fromisoformat(published)
        except ValueError:
            pass
    return day_of(published)


def order(one: date | None, other: date | None) -> int:
    """-1 where `one` was published before `other`, 1 where after, 0 where the two do not tell.

    On one day only times tell, and only where both or neither say their zone.
    """
    if one is None or other is None:
        return 0
    if isinstance(one, datetime) and isinstance(other, datetime) and (one.tzinfo is None) == (other.tzinfo is None):
        return (one > other) - (one < other)
    mine, theirs = day_of(one), day_of(other)
    assert mine is not None
    assert theirs is not None
    return (mine > theirs) - (mine < theirs)
