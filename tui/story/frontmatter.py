"""The front matter of a Markdown file: a strict reader of simple `key: value` lines."""

import re

from tui.story.metadata import Metadata, metadata

_FENCE = re.compile(r"\s*---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|$)", re.M)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_LONGEST = 20_000
_FIELDS = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "site": "outlet",
    "author": "author", "authors": "author", "byline": "author",
    "published": "published", "date": "published",
    "updated": "updated", "modified": "updated",
    "url": "url", "link": "url", "canonical": "url",
}  # fmt: skip


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """The fields at the head of `text` between two lines `---`, and the text after them.

    Known keys: title, outlet, author, published, updated, url, and common other names for them; the first of
    several wins. Values stand on one line, in quotes or not. Where the head is no plain list of `key: value`
    lines the text is returned whole, without fields.
    """
    opening = _FENCE.match(text)
    if not opening:
        return Metadata(), text
    closing = _CLOSE.search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        return Metadata(), text
    found: dict[str, str] = {}
    lines = text[opening.end() : closing.start()].split("\n")
    matches = [_LINE.match(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not any(matches):
        return Metadata(), text
    for match in matches:
        field = _FIELDS.get(match[1].strip().lower()) if match else None
        if match and field and match[2]:
            found.setdefault(field, _unquoted(match[2].strip()))
    return metadata(**found), text[closing.end() :].lstrip("\n")


def _unquoted(value: str) -> str:
    for mark in "\"'":
        if len(value) >= 2 and value[0] == value[-1] == mark:
            return (
                value[1:-1]
                .replace("\\" + mark, mark)
                .replace("''" if mark == "'" else "\\\\", mark if mark == "'" else "\\")
            )
    return value
