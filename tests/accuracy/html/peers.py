"""Other extractors, as they come, comments and tables off where they can be."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import lxml.html
import trafilatura
from readability import Document

from tui.story.metadata import Metadata, metadata


def by_trafilatura(page: str) -> str:
    """The text trafilatura finds."""
    return trafilatura.extract(page, include_comments=False, include_tables=False) or ""


def by_readability(page: str) -> str:
    """The text readability finds."""
    return str(lxml.html.fromstring(Document(page).summary()).text_content())


def by_newspaper(page: str) -> str:
    """The text newspaper4k finds."""
    return str(_article(page).text)


def about_by_trafilatura(page: str) -> Metadata:
    """Title, author and date that trafilatura finds."""
    found = trafilatura.extract_metadata(page)
    return metadata(title=found.title, author=found.author, published=found.date)


def about_by_newspaper(page: str) -> Metadata:
    """Title, author and date that newspaper4k finds."""
    found = _article(page)
    when = found.publish_date
    day = when.isoformat() if isinstance(when, date | datetime) else None
    return metadata(title=found.title, author=", ".join(found.authors), published=day)


def _article(page: str) -> Any:
    # Part of the extra "accuracy" alone, and loud about what it would like to have besides.
    import newspaper

    article = newspaper.Article(url="https://page.invalid/", language="en", fetch_images=False)
    article.download(input_html=page)
    article.parse()
    return article


TEXTS: Mapping[str, Callable[[str], str]] = {
    "trafilatura": by_trafilatura, "readability": by_readability, "newspaper4k": by_newspaper,
}  # fmt: skip
FIELDS: Mapping[str, Callable[[str], Metadata]] = {
    "trafilatura": about_by_trafilatura, "newspaper4k": about_by_newspaper,
}  # fmt: skip
