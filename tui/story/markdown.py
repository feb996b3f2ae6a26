"""An article as Markdown with front matter, which opens again as the same article."""

from itertools import groupby

from tui.story.metadata import Metadata
from tui.story.model import Article, Passage


def as_markdown(article: Article) -> str:
    """The article's paragraphs in Markdown, headings marked, what is known of its publication before them."""
    body = "\n\n".join(
        _paragraph(article, number, list(group)) for number, group in groupby(article.passages, lambda p: p.paragraph)
    )
    return f"---\n{front_matter(article)}---\n\n{body}\n"


def front_matter(article: Article | Metadata) -> str:
    """The lines `key: "value"` of what is known of an article's publication."""
    known = {
        "title": article.title, "outlet": article.outlet, "author": article.author, "published": article.published,
        "updated": article.updated, "url": article.url,
    }  # fmt: skip
    return "".join(f"{key}: {_quoted(value)}\n" for key, value in known.items() if value)


def _quoted(value: str) -> str:
    """`value` between quotes, so that no programme takes it for anything but text."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _paragraph(article: Article, number: int, passages: list[Passage]) -> str:
    lines = article.text[passages[0].start : passages[-1].end].split("\n")
    text = "\n".join(line.strip() for line in lines)
    if passages[0].kind != "heading" or text.startswith("#"):
        return text
    return ("# " if number == 0 else "## ") + " ".join(text.split())
