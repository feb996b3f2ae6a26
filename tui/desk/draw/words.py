"""Small wordings used all over the desk."""

import re

from tui.compare.model import Side
from tui.desk.lines import one_line
from tui.desk.reading.links import Place
from tui.reports.plain import published_time
from tui.story.model import Article

_MARKS = re.compile('["“”„«»]')


def address(place: Place) -> str:
    """Article and passage as people write them, counted from 1: "2:8"."""
    return f"{place[0] + 1}:{place[1] + 1}"


def run_address(side: Side) -> str:
    """The address of one side of a link: "2:8", or "2:8-9" for a run of passages."""
    last = f"-{side.last + 1}" if side.last > side.first else ""
    return f"{address((side.article, side.first))}{last}"


def in_quotes(text: str) -> str:
    """`text` between quotation marks, unless it brings its own."""
    return text if text[:1] in '“"„«' else f"“{text}”"


def words_quoted(text: str) -> str:
    """Words out of a text between quotation marks; as they stand where they hold such, be it only one of a pair."""
    return text if _MARKS.search(text) else f"“{text}”"


def sure(score: float) -> str:
    """A confidence as a whole per cent, never a hundred."""
    return f"sure {min(99, round(score * 100))}"


def name_of(article: Article) -> str:
    """What an article is called in a row: its label, else its outlet, else its title."""
    return one_line(article.label or article.outlet or article.title)


def byline(article: Article) -> str:
    """Outlet and date of an article, each said to be unknown where it is."""
    return f"{one_line(article.outlet or '') or 'no outlet'}, {published_time(article.published) or 'no date'}"


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 conflict", "2 conflicts"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
