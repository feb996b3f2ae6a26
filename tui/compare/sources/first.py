"""Who was first, where publication times tell."""

from collections.abc import Sequence

from tui.compare.text.dates import order, time_of
from tui.story.model import Article


def first_published(articles: Sequence[Article]) -> int | None:
    """The index of the article that was surely published before all others; None where that is unknown.

    It is unknown where an article has no publication time that can be read, and where the earliest do not
    tell apart: of one day without times, of one moment, or times of which only one says its zone.
    """
    times = [time_of(article.published) for article in articles]
    return next(
        (
            index
            for index, mine in enumerate(times)
            if mine is not None and all(order(mine, other) < 0 for k, other in enumerate(times) if k != index)
        ),
        None,
    )
