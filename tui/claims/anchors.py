"""Anchors: where a quote stands in an article, by its words, the words around it and its position."""

from tui.claims.model import Anchor
from tui.claims.versions import identity_of
from tui.story.model import Article

CONTEXT = 32
"""Code points of prefix and suffix kept around a quote."""


def anchor_of(article: Article, start: int, end: int) -> Anchor:
    """The anchor of the code points `start` to `end` of an article, white space at either end left out.

    Raises:
        ValueError: the span lies outside the text or holds nothing but white space.
    """
    text = article.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span {start} to {end} lies outside the article's {len(text)} characters")
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    end -= len(quote) - len(quote.rstrip())
    if start >= end:
        raise ValueError(f"the span at {start} holds nothing but white space")
    return Anchor(
        article=identity_of(article),
        sha256=article.sha256,
        title=article.title,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        passage=passage_at(article, start),
        outlet=article.outlet or None,
        published=article.published or None,
    )


def passage_at(article: Article, position: int) -> int | None:
    """The index of the passage that holds a code point, else of the next one; None behind the last."""
    low, high = 0, len(article.passages)
    while low < high:
        middle = (low + high) // 2
        if article.passages[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low if low < len(article.passages) else None
