"""What is known of an article's publication, read from hostile places: each field cleaned, or dropped."""

import re
from dataclasses import dataclass, fields, replace
from urllib.parse import urlsplit

from tui.story.published import parse_published
from tui.story.sanitise import sanitise_line

_LONGEST = 500
_LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, outlet, author, dates (ISO 8601) and URL of an article; None where unknown."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None

    def filled_from(self, other: "Metadata") -> "Metadata":
        """These fields, and those of `other` where these are unknown."""
        lacking = {field.name: getattr(other, field.name) for field in fields(self) if not getattr(self, field.name)}
        return replace(self, **lacking)


def metadata(
    title: object = None,
    outlet: object = None,
    author: object = None,
    published: object = None,
    updated: object = None,
    url: object = None,
) -> Metadata:
    """The fields cleaned: one line each, at most 500 characters; no text, no date, no web address is None."""
    return Metadata(
        title=clean_line(title),
        outlet=clean_line(outlet),
        author=clean_line(author),
        published=parse_published(clean_line(published)),
        updated=parse_published(clean_line(updated)),
        url=clean_url(url),
    )


def clean_line(value: object) -> str | None:
    """`value` as one sanitised line; None where it is no text or empty."""
    if not isinstance(value, str):
        return None
    line = " ".join(sanitise_line(value[: 4 * _LONGEST]).split())
    return (line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…") or None


def clean_url(value: object) -> str | None:
    """`value` where it is a plain http or https address of a host, else None."""
    if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST_URL:
        return None
    address = value.strip()
    if re.search(r"\s", address) or sanitise_line(address) != address:
        return None
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return address if known else None
