"""The news agency whose copy an article is, as its dateline or its byline tells."""

import re
from functools import lru_cache

from tui.compare.model import Span
from tui.story.model import Article

_AGENCY = (
    r"(?P<{0}>AP|The Associated Press|Associated Press|Reuters|REUTERS|AFP|Agence France-Presse|UPI|"
    r"United Press International|dpa|EFE|Xinhua|TASS|Kyodo|ANSA|PTI)"
)
_DASH = r"\s*[-–—]{1,2}"
_PLACE = r"[^\W\d_][^\n()“”\"!?;:–—]{0,60}"
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE}\s\({_AGENCY.format('bracketed')}\)(?:{_DASH}|\s*$)|{_AGENCY.format('first')}{_DASH}(?=\s|$))"
)
_BYLINE = re.compile(
    rf"\s*(?:[Bb]y|BY)\s[^\n.!?]{{0,80}}?(?:[,|(/]\s*|\s[-–—]\s)?\b{_AGENCY.format('by')}\b\)?"
    r"(?:\s+[\w ]{0,20}(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?))?\s*$"
)
_AUTHOR = re.compile(rf"(?:.*[,|(/]\s*|.*\s[-–—]\s|[Bb]y\s+)?{_AGENCY.format('by')}\)?\s*$")
# The head of an article: title, byline, dateline and the first sentences.
_HEAD = 6


@lru_cache(maxsize=256)
def agency_of(article: Article) -> tuple[int, str, Span] | None:
    """The passage whose dateline or byline names an agency, its name and its span in the passage.

    An agency that only the article's author names is given with the first passage and an empty span.
    """
    for number in range(min(_HEAD, len(article.passages))):
        text = article.quote(number)
        match = _DATELINE.match(text) or _BYLINE.match(text)
        if match:
            group = next(name for name, written in match.groupdict().items() if written)
            return number, _without_article(match[group]), match.span(group)
    match = _AUTHOR.match(article.author or "")
    return (0, _without_article(match["by"]), (0, 0)) if match and article.passages else None


def _without_article(name: str) -> str:
    return name.removeprefix("The ")
