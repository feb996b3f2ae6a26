"""What an HTML page says of its article's publication: meta tags, canonical address, JSON-LD."""

import json
import re
from dataclasses import dataclass, field

from tui.story.metadata import Metadata, metadata

_NEWS = re.compile(r"\w{0,40}(?:Article|Posting)$")


@dataclass(slots=True)
class Head:
    """What the page says of itself outside its text: meta tags by name, title, canonical address, JSON-LD."""

    named: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str = ""
    scripts: list[str] = field(default_factory=list)
    time: str = ""


def metadata_of(head: Head, main_heading: str | None) -> Metadata:
    """What `head` says of the article, its JSON-LD where the meta tags are silent."""
    named = head.named.get
    own = metadata(
        title=named("og:title") or named("twitter:title") or main_heading or head.title,
        outlet=named("og:site_name") or named("application-name"),
        author=_person(named("author") or named("article:author") or named("parsely-author") or named("byl")),
        published=named("article:published_time") or named("datepublished") or named("parsely-pub-date")
        or named("date") or named("pubdate") or named("dc.date.issued"),
        updated=named("article:modified_time") or named("datemodified") or named("og:updated_time"),
        url=_article_address(head.canonical) or _article_address(named("og:url")),
    )  # fmt: skip
    linked = _from_linked_data(head.scripts[:10])
    return own.filled_from(linked).filled_from(metadata(published=head.time))


def _article_address(address: str | None) -> str | None:
    """`address`, unless it is a site's front page, which some sites give for every article."""
    return address if address and re.match(r"https?://[^/]+/[^?#]", address) else None


def _person(name: str | None) -> str | None:
    if not name or "://" in name or name.startswith("@"):
        return None
    return re.sub(r"^\s*[Bb]y\s+", "", name)


def _from_linked_data(scripts: list[str]) -> Metadata:
    found = Metadata()
    for script in scripts:
        try:
            content = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(content):
            if _is_article(entry.get("@type")):
                found = found.filled_from(
                    metadata(
                        title=entry.get("headline"), outlet=_name(entry.get("publisher")),
                        author=_person(_name(entry.get("author"))), published=entry.get("datePublished"),
                        updated=entry.get("dateModified"),
                    )
                )  # fmt: skip
    return found


def _entries(content: object) -> list[dict[str, object]]:
    entries = content if isinstance(content, list) else [content]
    graphs = [entry["@graph"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("@graph"), list)]
    return [entry for group in (entries, *graphs) for entry in group if isinstance(entry, dict)]


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and _NEWS.match(each) for each in kinds)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:10]) if name) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
