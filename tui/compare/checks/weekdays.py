"""Days of the week that no date pins down."""

import re

from tui.compare.checks.remark import Remark
from tui.story.model import Article

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
)


def find(article: Article) -> list[Remark]:
    """A remark for each passage with a weekday but no date, where the article's own date is unknown."""
    if article.published:
        return []
    found = []
    for index, passage in enumerate(article.passages):
        words = article.quote(index)
        day = _WEEKDAY.search(words)
        if day and passage.kind != "boilerplate" and not _DATE.search(words):
            span = (passage.start + day.start(), passage.start + day.end())
            message = f"which {day.group()}? No date stands beside it, and the article's own date is unknown"
            found.append(Remark("weekday", span, message))
    return found
