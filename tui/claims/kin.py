"""Stories that are one to an editor: an article was added to it or closed, which gives it another id."""

import sqlite3
from collections.abc import Sequence

_OF_ARTICLES = """
SELECT story FROM story_articles AS theirs
WHERE story IN (SELECT story FROM story_articles WHERE article IN ({marks}))
GROUP BY story
HAVING count(DISTINCT CASE WHEN article IN ({marks}) THEN article END) IN (count(DISTINCT article), ?)
"""


def kin(connection: sqlite3.Connection, story: str, identities: Sequence[str] = ()) -> list[str]:
    """The ids of a story and of those that have all of its articles, or only articles of its.

    `identities` are those of its articles; what the store knows of them where none are given.
    """
    articles = list(dict.fromkeys(identities)) or _known(connection, story)
    marks = ",".join("?" * len(articles))
    rows = connection.execute(_OF_ARTICLES.format(marks=marks), (*articles, *articles, len(articles)))
    return list(dict.fromkeys([story, *(found for (found,) in rows)]))


def _known(connection: sqlite3.Connection, story: str) -> list[str]:
    rows = connection.execute("SELECT DISTINCT article FROM story_articles WHERE story = ?", (story,))
    return [article for (article,) in rows]
