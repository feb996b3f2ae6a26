"""Stories that are one to an editor: an article came, went or was replaced, which gives it another id."""

import os.path
import sqlite3
from collections.abc import Collection, Sequence

_SHARING = """
SELECT DISTINCT story, article FROM story_articles
WHERE story IN (SELECT story FROM story_articles WHERE article IN ({marks}))
"""


def kin(connection: sqlite3.Connection, story: str, identities: Sequence[str] = ()) -> list[str]:
    """The ids of a story and of those that have all of its articles, only articles of its, or most of the same.

    One folder whose other articles were taken away is the same story too. `identities` are those of its articles;
    what the store knows of them where none are given.
    """
    articles = list(dict.fromkeys(identities)) or _known(connection, story)
    marks = ",".join("?" * len(articles))
    theirs: dict[str, set[str]] = {}
    for other, article in connection.execute(_SHARING.format(marks=marks), articles):
        theirs.setdefault(other, set()).add(article)
    return list(dict.fromkeys([story, *(other for other, has in theirs.items() if _same(set(articles), has))]))


def file_gone(identity: str) -> bool:
    """Whether an article was a file that is no longer there; of a web page nobody can tell."""
    return os.path.isabs(identity) and not os.path.exists(identity)


def _same(mine: Collection[str], theirs: Collection[str]) -> bool:
    shared = len(set(mine) & set(theirs))
    if shared in (len(mine), len(theirs)) or 2 * shared > max(len(mine), len(theirs)):
        return True
    folders = {os.path.dirname(article) if os.path.isabs(article) else None for article in {*mine, *theirs}}
    return len(folders) == 1 and None not in folders and all(map(file_gone, set(theirs) - set(mine)))


def _known(connection: sqlite3.Connection, story: str) -> list[str]:
    rows = connection.execute("SELECT DISTINCT article FROM story_articles WHERE story = ?", (story,))
    return [article for (article,) in rows]
