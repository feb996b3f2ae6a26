"""Several articles in one stream: parted by a line `---` or a form feed, or one a line as JSON."""

import json
import re
from collections.abc import Callable, Iterator

from tui.story.articles import read_article
from tui.story.decoding import decode
from tui.story.frontmatter import split_front_matter
from tui.story.metadata import Metadata, metadata
from tui.story.model import Article, Problem
from tui.story.reading import UnreadableError

JSON_LINES = (".jsonl", ".ndjson")
MOST_ARTICLES = 1_000
_RULE = re.compile(r"^---[ \t]*(?:\n|\Z)|\f", re.M)
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
_TOO_MANY = f"more than {MOST_ARTICLES} articles: the first {MOST_ARTICLES} are opened"
Take = Callable[[Article], None]


def articles_of_stream(data: bytes, source: str, take: Take) -> list[Problem]:
    """Give `take` each article in `data`, the content of standard input; what could not be read is returned.

    Raises:
        UnreadableError: there is no article in it.
    """
    if is_json_lines(data):
        return articles_of_lines(data, source, take)
    parts = None if is_whole(data) else split_articles(decode(data))
    if parts is None or len(parts) < 2:
        take(read_article(data, source))
        return []
    for part in parts[:MOST_ARTICLES]:
        take(read_article(part.encode("utf-8", "replace"), source))
    return [Problem(source, _TOO_MANY)] if len(parts) > MOST_ARTICLES else []


def split_articles(text: str) -> list[str]:
    """The articles in `text`, parted by lines `---` or form feeds; front matter stays with the article after it.

    Parts without a letter or digit are left out.
    """
    parts: list[str] = []
    start = place = 0
    while match := _RULE.search(text, place):
        length = _front_matter_length(text, match.start()) if match.group()[0] == "-" else 0
        if length and not text[start : match.start()].strip():
            # Front matter at the start of this part.
            place = match.start() + length
            continue
        parts.append(text[start : match.start()])
        start = match.start() if length else match.end()
        place = start + length if length else start
    parts.append(text[start:])
    return [part for part in parts if any(map(str.isalnum, part))]


def is_json_lines(data: bytes) -> bool:
    """Whether `data` begins with a line that is a JSON object with a text."""
    if not _OBJECT.match(data):
        return False
    try:
        first = json.loads(data.lstrip().partition(b"\n")[0].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "text" in first


def articles_of_lines(data: bytes, source: str, take: Take) -> list[Problem]:
    """Give `take` the article of each line of `data`, a JSON object with text, title, outlet, author, published, url.

    A line that is none is returned as a problem that names it. Each article's source is `source` and its line.

    Raises:
        UnreadableError: no line holds an article.
    """
    problems: list[Problem] = []
    taken = 0
    for number, line in _lines(data):
        where = f"{source}:{number}"
        if taken == MOST_ARTICLES:
            problems.append(Problem(source, _TOO_MANY))
            break
        try:
            known, text = _article_of(line)
            take(read_article(text.encode("utf-8", "replace"), where, known=known, suffix=".txt"))
            taken += 1
        except UnreadableError as error:
            problems.append(Problem(where, str(error)))
    if not taken:
        raise UnreadableError('no line of it is an article: each must be like {"title": "…", "text": "…"}')
    return problems


def is_whole(data: bytes) -> bool:
    """Whether `data` is one page or document, in which no line parts articles."""
    return data.lstrip()[:1] == b"<" or data.startswith((b"%PDF-", b"PK\x03\x04"))


def _front_matter_length(text: str, start: int) -> int:
    about, rest = split_front_matter(text[start:])
    return len(text) - start - len(rest) if about != Metadata() else 0


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip())


def _article_of(line: bytes) -> tuple[Metadata, str]:
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableError("not a line of JSON in UTF-8") from None
    text = entry.get("text") if isinstance(entry, dict) else None
    if not isinstance(text, str):
        raise UnreadableError('a line without "text": each must be like {"title": "…", "text": "…"}')
    known = metadata(
        title=entry.get("title"), outlet=entry.get("outlet") or entry.get("source"), author=entry.get("author"),
        published=entry.get("published") or entry.get("date"), updated=entry.get("updated"), url=entry.get("url"),
    )  # fmt: skip
    return known, text
