"""Short ways to tag in tests."""

from tests.unit.claims.stories import span
from tui.claims import Claim, Store
from tui.claims.anchors import anchor_of
from tui.story.model import Story


def tag(store: Store, story: Story, quote: str, *tags: str, number: int = 0, **details: object) -> Claim:
    """Tag `quote` in the article of that number."""
    article = story.articles[number]
    return store.add(story, anchor_of(article, *span(article.text, quote)), tags=tags, **details)  # type: ignore[arg-type]
