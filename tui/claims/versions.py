"""Every version of an article's text that was seen, compressed, by the SHA-256 of its raw bytes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui.claims.model import Version

if TYPE_CHECKING:
    from tui.story.model import Article

KEPT_DAYS = 365
"""How long a version stays that no claim is anchored in and that a younger one has replaced."""


def identity_of(article: Article) -> str:
    """What stays the same when the article comes back changed: URL, absolute path, or its content."""
    identity = article.identity
    if identity in ("", "-"):
        return f"sha256:{article.sha256}"
    if "://" in identity or identity.startswith("sha256:"):
        return identity
    return os.path.abspath(os.path.expanduser(identity))


def keep(connection: sqlite3.Connection, article: Article, at: str) -> bool:
    """Keep the text of an article; False when this version was kept already."""
    return keep_text(connection, article.sha256, identity_of(article), article.title, article.text, at)


def keep_text(connection: sqlite3.Connection, sha256: str, identity: str, title: str, text: str, at: str) -> bool:
    """Keep a text under the SHA-256 of the bytes it came from; False when it was kept already."""
    known = connection.execute("UPDATE versions SET last_seen = max(last_seen, ?) WHERE sha256 = ?", (at, sha256))
    if known.rowcount:
        return False
    body = compressed(text)
    connection.execute(
        "INSERT INTO versions (sha256, article, title, body, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?)",
        (sha256, identity, title, body, at, at),
    )
    return True


def compressed(text: str) -> bytes:
    """A text as the store keeps it."""
    import zlib

    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def is_kept(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether this version's text is in the store."""
    return connection.execute("SELECT 1 FROM versions WHERE sha256 = ?", (sha256,)).fetchone() is not None


def title_of(connection: sqlite3.Connection, sha256: str) -> str:
    """The title a version had, "" where it was never kept."""
    row = connection.execute("SELECT title FROM versions WHERE sha256 = ?", (sha256,)).fetchone()
    return str(row[0]) if row else ""


def text_of(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The text of a version, None where it was never kept or is pruned.

    Raises:
        ValueError: it is damaged.
    """
    row = connection.execute("SELECT body FROM versions WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        return None
    import zlib

    try:
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError(f"the kept text {sha256} is damaged") from error


def of_article(connection: sqlite3.Connection, identity: str) -> list[tuple[str, str]]:
    """The versions of an article as (SHA-256, first seen), oldest first."""
    rows = connection.execute("SELECT sha256, first_seen FROM versions WHERE article = ? ORDER BY number", (identity,))
    return [(sha256, seen) for sha256, seen in rows]


def before(connection: sqlite3.Connection, identity: str, sha256: str) -> str | None:
    """The SHA-256 of the version of an article that came before another; None where no earlier one is kept."""
    row = connection.execute(
        "SELECT sha256 FROM versions WHERE article = :article AND sha256 <> :sha256"
        " AND number < coalesce((SELECT number FROM versions WHERE sha256 = :sha256), 9223372036854775807)"
        " ORDER BY number DESC LIMIT 1",
        {"article": identity, "sha256": sha256},
    ).fetchone()
    return str(row[0]) if row else None


def of_digests(connection: sqlite3.Connection, digests: Iterable[str]) -> list[Version]:
    """The versions of those SHA-256 that are kept."""
    found = []
    for sha256 in digests:
        row = connection.execute("SELECT article, title FROM versions WHERE sha256 = ?", (sha256,)).fetchone()
        text = text_of(connection, sha256)
        if row is not None and text is not None:
            found.append(Version(sha256, row[0], row[1], text))
    return found


def prune(connection: sqlite3.Connection, days: int = KEPT_DAYS) -> int:
    """Remove old versions that are neither an article's latest nor hold a claim's anchor; how many went."""
    limit = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    removed = connection.execute(
        "DELETE FROM versions WHERE last_seen < ?"
        " AND sha256 NOT IN (SELECT sha256 FROM claim_articles)"
        " AND number NOT IN (SELECT max(number) FROM versions GROUP BY article)",
        (limit,),
    )
    return removed.rowcount
