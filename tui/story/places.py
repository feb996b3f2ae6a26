"""Passages looked up from code points."""

from bisect import bisect_right

from tui.story.model import Article


def place_at(article: Article, position: int) -> int:
    """The index of the passage that holds a code point of the text, or of the last one before it."""
    found = bisect_right(article.passages, position, key=lambda passage: passage.start)
    return max(0, found - 1)
