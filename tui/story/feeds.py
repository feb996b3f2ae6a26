"""RSS and Atom feeds: what they list, read without ever resolving an entity or opening an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tui.story.htmltokens import tokens
from tui.story.metadata import clean_line, clean_url
from tui.story.published import parse_published
from tui.story.reading import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES = 500
IS_FEED = "a feed, not an article: pick from it with `copydesk fetch FEED -o DIR`, or print it with --list"
_FEED = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.I)
_NO_PARSER = "a feed: reading it needs lxml, install it with `pip install lxml`"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a feed lists; `published` is ISO 8601, None where unknown."""

    title: str
    url: str
    published: str | None = None
    summary: str | None = None


def is_feed(data: bytes) -> bool:
    """Whether `data` begins as an RSS or Atom feed does."""
    head = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and not re.search(rb"<html\b", head, re.I) and _FEED.search(head) is not None


def read_feed(data: bytes, base: str | None = None) -> tuple[Entry, ...]:
    """The entries of the RSS or Atom feed `data` that have an address, in order, at most `MOST_ENTRIES`.

    `base` is the feed's own address, which relative ones start from.

    Raises:
        UnreadableError: it is no feed, or lists nothing.
    """
    try:
        from lxml import etree
    except ImportError:
        raise UnreadableError(_NO_PARSER) from None
    if not is_feed(data):
        raise UnreadableError("not a feed: give the address or file of an RSS or Atom feed")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    found = tuple(entry for each in _items(root) if (entry := _entry(each, base)))[:MOST_ENTRIES]
    if not found:
        raise UnreadableError("a feed that lists no article")
    return found


def _items(root: "_Element | None") -> Iterator["_Element"]:
    return iter(()) if root is None else root.iter("{*}item", "{*}entry", "item", "entry")


def _entry(element: "_Element", base: str | None) -> Entry | None:
    address = _address(element)
    if not address:
        return None
    try:
        url = clean_url(urljoin(base, address.strip()) if base else address)
    except ValueError:
        url = None
    if not url:
        return None
    summary = _first(element, "description", "summary")
    return Entry(
        _plain(_first(element, "title")) or url,
        url,
        _date(_first(element, "pubDate", "published", "date", "updated")),
        _plain(summary),
    )


def _address(element: "_Element") -> str:
    for child in element.iterchildren("{*}link", "link"):
        if (child.text or "").strip():
            return child.text or ""
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href"))
    guid = _first(element, "guid", "id")
    return guid if guid.startswith(("http://", "https://")) else ""


def _first(element: "_Element", *names: str) -> str:
    for name in names:
        for child in element.iterchildren(f"{{*}}{name}"):
            text = "".join(map(str, child.itertext()))
            if text.strip():
                return text
    return ""


def _plain(markup: str) -> str | None:
    """Text whose tags, if it has any, are taken out."""
    return clean_line(" ".join(token.text for token in tokens(markup[:20_000]) if not token.name))


def _date(text: str) -> str | None:
    try:
        return parse_published(parsedate_to_datetime(text[:100].strip()).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_published(text)
