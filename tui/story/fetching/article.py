"""A fetched page as an article."""

from tui.story.articles import read_article
from tui.story.decoding import decode
from tui.story.feeds import IS_FEED, is_feed
from tui.story.fetching.addresses import RefusedError
from tui.story.fetching.connection import UnreachableError
from tui.story.fetching.fetch import Fetched, Limits, fetch
from tui.story.metadata import clean_line, metadata
from tui.story.model import Article
from tui.story.reading import UnreadableError
from tui.story.sanitise import sanitise_line

_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


def fetch_article(url: str, *, allow_private: bool = False) -> Article:
    """The article at `url`, fetched with patience for one editor who waits.

    Raises:
        UnreadableError: it cannot be fetched, or is no article.
    """
    try:
        fetched = fetch(url, allow_private=allow_private, limits=Limits(seconds=15.0, attempts=2))
    except (RefusedError, UnreachableError) as error:
        raise UnreadableError(str(error)) from error
    return article_of(fetched, url)


def article_of(fetched: Fetched, source: str) -> Article:
    """The article in a fetched page; `source` is the address as it was given.

    Raises:
        UnreadableError: it is no text, or a feed.
    """
    if is_feed(fetched.data):
        raise UnreadableError(IS_FEED)
    suffix = _SUFFIXES.get(fetched.media_type)
    if suffix is None and fetched.media_type not in ("", "application/octet-stream", "text/xml", "application/xml"):
        kind = clean_line(fetched.media_type) or "unknown"
        raise UnreadableError(f"not an article but {kind[:60]}: give the address of an article")
    data = fetched.data
    if suffix in (".html", ".txt", ".md") and fetched.charset:
        # The header of the transport outranks what the page says of itself.
        data = decode(data, fetched.charset).encode("utf-8", "replace")
    return read_article(data, sanitise_line(source), known=metadata(url=fetched.url), suffix=suffix or "")
