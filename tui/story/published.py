"""Dates of publication: read where they are certain, unknown where they are not."""

import re
from datetime import date, datetime, time

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = "(?P<month>[A-Za-z]{3,9})\\.?"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\b.{0,20})?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}", re.I),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAME},?\s+(?P<year>\d{{4}}){_CLOCK}", re.I),
)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_ISO_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})$")
_SLASHED = re.compile(r"(?P<year>(?:19|20)\d{2})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})$")
_EARLIEST = 1600


def parse_published(text: str | None) -> str | None:
    """`text` as an ISO 8601 date, or date and time; None where it is none, or more than one could be meant.

    Known are ISO 8601, "March 3, 2026", "3 March 2026" and "2026/3/3", with a weekday before or a time of
    day behind (dropped unless in ISO form). "03/04/2026" is unknown: one day here and another there.
    """
    bare = " ".join((text or "")[:80].split())
    if _ISO_TIME.match(bare):
        return _moment(bare)
    if _ISO_DATE.match(bare):
        return _day(*bare.split("-"))
    for pattern in _WRITTEN:
        match = pattern.fullmatch(bare)
        if match:
            month = _MONTHS.get(match["month"].lower())
            return _day(match["year"], str(month), match["day"]) if month else None
    for pattern in (_COMPACT, _SLASHED):
        match = pattern.match(bare)
        if match:
            return _day(match["year"], match["month"], match["day"])
    return None


def _moment(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _day(*text[:10].split("-"))
    if moment.year < _EARLIEST:
        return None
    if moment.time() == time.min and moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year >= _EARLIEST else None
