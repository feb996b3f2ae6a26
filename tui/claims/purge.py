"""Really removing a story: claims, history, marks and texts, and every trace of them in the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tui.claims.access import Access
from tui.claims.backup import backups
from tui.claims.model import StoreError

_OWN_VERSIONS = """
SELECT sha256 FROM story_articles WHERE story = :story
UNION SELECT claim_articles.sha256 FROM claim_articles JOIN claims ON claims.number = claim_articles.claim
WHERE claims.story = :story
"""
_DELETE_VERSIONS = f"""
DELETE FROM versions WHERE sha256 IN ({_OWN_VERSIONS})
AND sha256 NOT IN (SELECT sha256 FROM story_articles WHERE story <> :story)
AND sha256 NOT IN (SELECT claim_articles.sha256 FROM claim_articles
    JOIN claims ON claims.number = claim_articles.claim WHERE claims.story <> :story)
"""
_DELETE_STORY = (
    _DELETE_VERSIONS,
    "DELETE FROM claims WHERE story = :story",
    "DELETE FROM marks WHERE story = :story",
    "DELETE FROM memory WHERE story = :story",
    "DELETE FROM actions WHERE story = :story",
    "DELETE FROM events WHERE story = :story",
    "DELETE FROM stories WHERE id = :story",
)


@dataclass(frozen=True, slots=True)
class Purged:
    """What was removed, with the ids of the stories, and the backups, which may still hold it.

    `articles` are the identities of the articles that no other story holds.
    """

    stories: int
    claims: int
    events: int
    versions: int
    backups: tuple[Path, ...]
    ids: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def purge(store: Access, story: str) -> Purged:
    """Remove every story of that name or id from the store, so that nothing of it is left in the file.

    Raises:
        StoreError: there is no such story, or the store cannot be written.
    """
    nothing: list[str] = []
    ids = _known(store, story)
    articles = store.read(lambda connection: _own_articles(connection, ids), nothing)
    before = store.read(_counts, (0, 0, 0))
    stories = store.write(lambda journal: _remove(journal.connection, story))
    # The rebuilt file has no free pages in which the removed rows could still be read.
    store.maintain(lambda connection: connection.execute("VACUUM"))
    after = store.read(_counts, (0, 0, 0))
    claims, events, versions = (then - now for then, now in zip(before, after, strict=True))
    return Purged(stories, claims, events, versions, tuple(backups(store.path)), tuple(ids), tuple(articles))


def foreseen(store: Access, story: str) -> Purged:
    """What `purge` would remove; nothing is changed.

    Raises:
        StoreError: there is no such story.
    """
    ids = _known(store, story)
    claims, events, versions = store.read(lambda connection: _owned(connection, ids), (0, 0, 0))
    return Purged(len(ids), claims, events, versions, tuple(backups(store.path)), tuple(ids))


def _known(store: Access, story: str) -> list[str]:
    nothing: list[str] = []
    ids = store.read(lambda connection: _stories(connection, story), nothing)
    if not ids:
        raise StoreError(f"there is no story {story!r} in the store: nothing was removed")
    return ids


def _owned(connection: sqlite3.Connection, ids: list[str]) -> tuple[int, int, int]:
    """The claims, events and texts that go with these stories: texts that another story needs stay."""
    these = f"IN ({','.join('?' * len(ids))})"
    claims, events = (
        connection.execute(f"SELECT count(*) FROM {table} WHERE story {these}", ids).fetchone()[0]
        for table in ("claims", "events")
    )
    holders = (
        "SELECT sha256 FROM story_articles WHERE story {0} UNION SELECT claim_articles.sha256 FROM claim_articles"
        " JOIN claims ON claims.number = claim_articles.claim WHERE claims.story {0}"
    )
    own, others = holders.format(these), holders.format(f"NOT {these}")
    (versions,) = connection.execute(
        f"SELECT count(*) FROM versions WHERE sha256 IN ({own}) AND sha256 NOT IN ({others})", ids * 4
    ).fetchone()
    return int(claims), int(events), int(versions)


def _remove(connection: sqlite3.Connection, story: str) -> int:
    found = _stories(connection, story)
    with _history_open(connection):
        for identifier in found:
            for statement in _DELETE_STORY:
                connection.execute(statement, {"story": identifier})
    return len(found)


def _stories(connection: sqlite3.Connection, story: str) -> list[str]:
    rows = connection.execute("SELECT id FROM stories WHERE id = ? OR name = ?", (story, story))
    return [identifier for (identifier,) in rows]


def _own_articles(connection: sqlite3.Connection, ids: list[str]) -> list[str]:
    rows = connection.execute("SELECT article, story FROM story_articles").fetchall()
    others = {article for article, story in rows if story not in ids}
    return sorted({article for article, story in rows if story in ids} - others)


@contextmanager
def _history_open(connection: sqlite3.Connection) -> Iterator[None]:
    """The history, which is otherwise only ever added to, may be deleted inside this block."""
    name = "events_are_kept"
    (trigger,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    connection.execute(f"DROP TRIGGER {name}")
    yield
    connection.execute(trigger)


def _counts(connection: sqlite3.Connection) -> tuple[int, int, int]:
    row = connection.execute(
        "SELECT (SELECT count(*) FROM claims), (SELECT count(*) FROM events), (SELECT count(*) FROM versions)"
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])
