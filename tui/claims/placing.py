"""Claims on the articles as they are now: those of other versions are re-anchored, and it is written down."""

import sqlite3
from collections.abc import Sequence

from tui.claims import queries
from tui.claims.model import Claim
from tui.claims.versions import identity_of
from tui.story.model import Article


def on_articles(connection: sqlite3.Connection, articles: Sequence[Article]) -> list[Claim]:
    """The claims with an anchor on one of the articles, by content or else by identity."""
    identities = list(dict.fromkeys(identity_of(article) for article in articles))
    digests = list(dict.fromkeys(article.sha256 for article in articles))
    return queries.on_articles(connection, identities, digests)
