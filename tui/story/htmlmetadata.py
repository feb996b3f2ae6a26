"""What an HTML page says of its article's publication: meta tags, canonical address, JSON-LD."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.story.bylines import byline, clean_author, day_of
from tui.story.metadata import Metadata, metadata

_AUTHORS = (
    "author", "article:author", "parsely-author", "byl", "dcterms.creator", "dc.creator", "sailthru.author",
    "article_author",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "datepublished", "parsely-pub-date", "article:published", "article.published", "date",
    "pubdate", "pub_date", "publish_date", "published_at", "dc.date.issued", "dcterms.issued",
)  # fmt: skip
# Less certain: of no known time zone, or of a change.
_DATED = ("dcterms.date", "dc.date", "sailthru.date", "pdate")
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "article:modified", "dcterms.modified")
_SITE = re.compile(r"(.*\S)\s+[|–—·-]\s+(\S.*)$", re.S)
_LONGEST_SITE = 4
_NEWS = re.compile(r"\w{0,40}(?:Article|Posting)$")


@dataclass(slots=True)
class Head:
    """What the page says of itself: meta tags by name, title, canonical address, JSON-LD, a time, authors' names."""

    named: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str = ""
    scripts: list[str] = field(default_factory=list)
    time: str = ""
    authors: list[str] = field(default_factory=list)


def metadata_of(head: Head, main_headings: Sequence[str] = (), near: Sequence[str] = ()) -> Metadata:
    """What `head` says of the article, its JSON-LD where the meta tags are silent, the lines `near` its title else.

    `main_headings` tell a headline from the name of the site beside it.
    """
    named = head.named.get
    linked = _from_linked_data(head.scripts[:10])
    outlet = named("og:site_name") or named("application-name") or linked.outlet
    author = clean_author(_first(head, _AUTHORS), outlet)
    own = metadata(
        title=title_of_page(head, main_headings, outlet),
        outlet=outlet,
        author=_likelier(author, clean_author(linked.author, outlet)),
        published=_first(head, _PUBLISHED),
        updated=_first(head, _UPDATED),
        url=_article_address(head.canonical) or _article_address(named("og:url")),
    )
    dated = metadata(author=byline(near) or _only(head.authors, outlet), published=_first(head, _DATED))
    seen = metadata(published=head.time).filled_from(metadata(published=day_of(near)))
    return own.filled_from(replace(linked, author=None)).filled_from(dated).filled_from(seen)


def title_of_page(head: Head, main_headings: Sequence[str], outlet: str | None) -> str | None:
    """The headline, without the name of the site or section that pages put beside it."""
    given = head.named.get("og:title") or head.named.get("twitter:title")
    title = given or head.title
    wanted = _words(title)
    for heading in main_headings:
        words = _words(heading)
        if len(words) > 2 and words in (wanted[: len(words)], wanted[-len(words) :]):
            return heading
    if not wanted:
        return main_headings[0] if main_headings else None
    parts = _SITE.match(title)
    rest, last = (parts[1], parts[2]) if parts else ("", "")
    site = "".join(_words(last))
    known = "".join(_words(outlet or "")), _host_name(head.canonical or head.named.get("og:url", ""))
    if site and len(_words(rest)) > 1 and (site in known or (not given and len(_words(last)) <= _LONGEST_SITE)):
        return rest
    return title


def _host_name(address: str) -> str:
    """The host of `address` as one word, "example.org" as "exampleorg"."""
    match = re.match(r"https?://(?:www\.)?([^/:?#]+)", address)
    return "".join(_words(match[1])) if match else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text[:1_000].casefold())


def _first(head: Head, names: Sequence[str]) -> str | None:
    return next((value for name in names if (value := head.named.get(name)) and "://" not in value), None)


def _only(names: Sequence[str], outlet: str | None) -> str | None:
    """The one author that a page marks; None where it marks several, as lists of other articles do."""
    found = {" ".join(name.split()) for name in names} - {""}
    return clean_author(found.pop(), outlet) if len(found) == 1 else None


def _likelier(given: str | None, linked: str | None) -> str | None:
    """The person the linked data names, where the meta tag names someone else altogether: often the publisher."""
    if given and linked and not set(_words(given)) & set(_words(linked)):
        return linked
    return given or linked


def _article_address(address: str | None) -> str | None:
    """`address`, unless it is a site's front page, which some sites give for every article."""
    return address if address and re.match(r"https?://[^/]+/[^?#]", address) else None


def _from_linked_data(scripts: list[str]) -> Metadata:
    found = Metadata()
    for script in scripts:
        try:
            content = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        entries = _entries(content)
        people = {str(entry["@id"]): entry for entry in entries if "@id" in entry and "name" in entry}
        for entry in entries:
            if entry.get("@type") == "WebPage":
                found = found.filled_from(metadata(author=_name(_resolved(entry.get("author"), people))))
            if _is_article(entry.get("@type")):
                found = found.filled_from(
                    metadata(
                        title=entry.get("headline"), outlet=_name(entry.get("publisher")),
                        author=_name(_resolved(entry.get("author"), people)), published=entry.get("datePublished"),
                        updated=entry.get("dateModified"),
                    )
                )  # fmt: skip
    return found


def _resolved(value: object, people: Mapping[str, dict[str, object]]) -> object:
    """What a reference {"@id": …} points to, where that is in the same script."""
    identifier = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return people.get(identifier, value) if isinstance(identifier, str) else value


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
