"""Small articles and stories for the tests of claims and reports."""

import hashlib

from tui.story.model import Article, Passage, Story

HARBOUR = (
    "Harbour bridge to reopen on 3 March\n\n"
    "The harbour bridge will reopen on 3 March after repairs costing $4.2 million, the mayor said.\n\n"
    "Officials expect 12,000 cars a day.\n\n"
    "“We did not cut corners,” Mayor Ada Quill told reporters.\n"
)
WIRE = (
    "Bridge back in service next month\n\n"
    "Repairs to the harbour bridge cost $4.6 million, two council members said.\n\n"
    "“We did not cut corners,” Mayor Ada Quill told reporters.\n"
)


def article(text: str, source: str = "https://news.example/bridge", identifier: str = "a1", **details: str) -> Article:
    """An article with one passage a line."""
    passages, position = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            passages.append(Passage(position, position + len(line), "sentence", number))
        position += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = text.split("\n", 1)[0]
    return Article(identifier, source, text, tuple(passages), title, digest, **details)  # type: ignore[arg-type]


def story(*articles: Article, name: str = "bridge", identifier: str | None = None) -> Story:
    """A story of these articles; of the two about the bridge where none are given."""
    chosen = articles or (article(HARBOUR), article(WIRE, "/wire/bridge.txt", "a2"))
    sources = "|".join(sorted(each.identity for each in chosen))
    return Story(identifier or hashlib.sha256(sources.encode()).hexdigest()[:16], name, chosen)


def span(text: str, quote: str) -> tuple[int, int]:
    """Where `quote` stands in `text`."""
    start = text.index(quote)
    return start, start + len(quote)
