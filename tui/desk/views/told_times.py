"""When what a passage tells happened, as far as the passage says so: a day, a month or a year, and a clock time."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from tui.compare.conflicts.cues.calendar import Moment
from tui.compare.conflicts.reading import read
from tui.compare.text.dates import day_of
from tui.desk.reading.links import Place
from tui.story.model import Article, Story

Exactness = Literal["day", "month", "year", "clock"]
# What is still to come: "on Friday" is the next one then.
_AHEAD = re.compile(
    r"\b(?:will|shall|due|expected|scheduled|planned|invited|next|until|to (?:be|come)|put off|postponed|called off|"
    r"cancell?ed)\b",
    re.IGNORECASE,
)
_THIS_DAY = re.compile(r"\b(?:this (?:morning|afternoon|evening)|tonight)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A time that a passage tells: the first day it can be, and minutes after midnight, -1 where it tells none.

    Where a clock time is told without a day, `exact` is "clock" and the day is the last there is.
    """

    first: date
    exact: Exactness
    clock: int = -1

    def __str__(self) -> str:
        """As it stands over what happened then: "Mon 2026-10-12  02:00", "2026-08", "2019"."""
        clock = f"{self.clock // 60:02}:{self.clock % 60:02}" if self.clock >= 0 else ""
        if self.exact == "clock":
            return f"{clock}  no day told"
        day = {"day": f"{self.first:%a %Y-%m-%d}", "month": f"{self.first:%Y-%m}", "year": f"{self.first:%Y}"}
        return f"{day[self.exact]}  {clock}".rstrip()


def told_times(story: Story) -> Mapping[Place, Told]:
    """The passages that tell a time, headings left out."""
    return {
        (number, passage): told
        for number, article in enumerate(story.articles)
        for passage, told in _told_in(article).items()
    }


@lru_cache(maxsize=256)
def _told_in(article: Article) -> Mapping[int, Told]:
    published = day_of(article.published)
    found: dict[int, Told] = {}
    for number, passage in enumerate(article.passages):
        if passage.kind not in ("sentence", "item"):
            continue
        text = article.quote(number)
        told = _told(text, read(text, article.language, published).moments, published)
        if told is not None:
            found[number] = told
    return found


def _told(text: str, moments: Sequence[Moment], published: date | None) -> Told | None:
    """The first day that a text names, else the first month or year, with the first clock time."""
    ahead = bool(_AHEAD.search(text))
    clock = next((moment.clock for moment in moments if moment.clock is not None), -1)
    days = (max(moment.days) if ahead else min(moment.days) for moment in moments if moment.days)
    if (day := next(days, None)) is not None:
        return Told(day, "day", clock)
    for moment in moments:
        if moment.month is not None and (moment.year or published):
            year = moment.year or _year_of(moment.month, published, ahead)
            return Told(date(year, moment.month, 1), "month")
        if moment.year is not None:
            return Told(date(moment.year, 1, 1), "year")
    if clock >= 0 and published and _THIS_DAY.search(text):
        return Told(published, "day", clock)
    return Told(date.max, "clock", clock) if clock >= 0 else None


def _year_of(month: int, published: date | None, ahead: bool) -> int:
    """The year of a month that is told without one: the last such month, or the next where it is still to come."""
    assert published is not None
    if ahead:
        return published.year + (month < published.month)
    return published.year - (month > published.month)
