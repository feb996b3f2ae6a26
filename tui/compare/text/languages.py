"""The language in which the articles of a story are read."""

from collections.abc import Sequence
from dataclasses import replace

from tui.story.language import agreed
from tui.story.model import Article


def in_agreed_language(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles as they are read: those of undetermined language in the one that all others are in."""
    languages = agreed([article.text for article in articles], [article.language for article in articles])
    return tuple(
        article if article.language == language else replace(article, language=language)
        for article, language in zip(articles, languages, strict=True)
    )
