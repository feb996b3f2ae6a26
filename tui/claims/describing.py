"""Articles with what an editor entered about their sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.claims.marks import SourceDetails
    from tui.claims.store import Store
    from tui.story.model import Article, Story


def described(article: Article, details: SourceDetails) -> Article:
    """The article with the details that were entered; the others stay as it says itself.

    They are cleaned as those of an article are: another program may have written the store.
    """
    # The desk opens without it where nothing was entered.
    from tui.story.metadata import clean_line, metadata

    entered = metadata(outlet=details.outlet, author=details.author, published=details.published)
    return replace(
        article,
        outlet=entered.outlet or article.outlet,
        author=entered.author or article.author,
        published=entered.published or article.published,
        label=clean_line(details.label) or article.label,
    )


def described_story(store: Store, story: Story) -> Story:
    """The story with what was entered for its articles, for these contents or earlier versions of them.

    Raises:
        StoreError: the store cannot be read.
    """
    entered = store.details_of(story.articles)
    articles = (
        described(article, entered[article.sha256]) if article.sha256 in entered else article
        for article in story.articles
    )
    return replace(story, articles=tuple(articles))
