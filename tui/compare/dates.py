"""Publication days."""

from datetime import date


def day_of(published: date | str | None) -> date | None:
    """The day of a publication time in ISO 8601; None where there is none or it cannot be read."""
    if isinstance(published, str):
        try:
            return date.fromisoformat(published[:10])
        except ValueError:
            return None
    return published
