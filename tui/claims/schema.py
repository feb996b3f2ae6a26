"""The tables of the store, and the steps that bring an older store up to date."""

import sqlite3
from pathlib import Path

from tui.claims.model import StoreError
from tui.claims.transactions import committed

APPLICATION_ID = 0x63707964
"""Marks a SQLite file as a store of copydesk: "cpyd" in ASCII."""

_VERSION_1 = """
CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL REFERENCES stories (id),
    anchors TEXT NOT NULL,
    text TEXT NOT NULL,
    speaker TEXT,
    tags TEXT NOT NULL,
    status TEXT NOT NULL,
    verdict TEXT,
    priority TEXT,
    assigned_to TEXT,
    note TEXT NOT NULL,
    evidence TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    checked_by TEXT,
    checked_at TEXT,
    dropped INTEGER NOT NULL,
    stamps TEXT NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX claims_by_story ON claims (story, number);
CREATE INDEX claims_by_status ON claims (status, number);
CREATE INDEX claims_by_author ON claims (author, number);
CREATE INDEX claims_by_assignment ON claims (assigned_to, number) WHERE assigned_to IS NOT NULL;

CREATE TABLE claim_tags (
    tag TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    PRIMARY KEY (tag, claim)
) WITHOUT ROWID;
CREATE INDEX tags_by_claim ON claim_tags (claim);

CREATE TABLE claim_articles (
    article TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    PRIMARY KEY (article, sha256, claim)
) WITHOUT ROWID;
CREATE INDEX articles_by_content ON claim_articles (sha256, claim);
CREATE INDEX articles_by_claim ON claim_articles (claim);

CREATE TABLE marks (
    kind TEXT NOT NULL,
    story TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY (kind, story, subject)
) WITHOUT ROWID;
CREATE INDEX marks_by_subject ON marks (kind, subject);

CREATE TABLE events (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    action TEXT NOT NULL,
    story TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    verb TEXT NOT NULL,
    changes TEXT NOT NULL,
    editor TEXT NOT NULL,
    at TEXT NOT NULL,
    reverts TEXT,
    automatic INTEGER NOT NULL
);
CREATE INDEX events_by_subject ON events (kind, subject, number);
CREATE INDEX events_by_action ON events (action, number);
CREATE INDEX events_by_story ON events (story, number);
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the history is only ever added to'); END;
CREATE TRIGGER events_stay_as_written BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the history is only ever added to'); END;

CREATE TABLE actions (
    first INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story TEXT NOT NULL,
    editor TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded')),
    UNIQUE (id, story)
);
CREATE INDEX actions_to_undo ON actions (story, editor, state, first);

CREATE TABLE versions (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    title TEXT NOT NULL,
    body BLOB NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL
);
CREATE INDEX versions_by_article ON versions (article, number);

CREATE TABLE memory (
    editor TEXT NOT NULL,
    story TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (editor, story, key)
) WITHOUT ROWID;
"""

# When a tag was given, in events, so that "recent" means given last and not on the youngest claim; and which
# articles were read in which story, so that a story can be purged whole.
_VERSION_2 = """
ALTER TABLE claim_tags ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
UPDATE claim_tags SET given = claim;
CREATE INDEX tags_by_time ON claim_tags (tag, given);
CREATE TABLE story_articles (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (story, sha256)
) WITHOUT ROWID;
INSERT OR IGNORE INTO story_articles (story, sha256, article)
SELECT claims.story, claim_articles.sha256, claim_articles.article
FROM claim_articles JOIN claims ON claims.number = claim_articles.claim;
"""

# The words that searches look in, by themselves: reading 100,000 claims past all else takes three times as
# long. The column they were in stays, empty: SQLite before 3.35 cannot drop one.
_VERSION_3 = """
CREATE TABLE claim_words (
    claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
    folded TEXT NOT NULL
);
INSERT INTO claim_words (claim, folded) SELECT number, folded FROM claims;
UPDATE claims SET folded = '';
CREATE INDEX claims_by_verdict ON claims (verdict, number) WHERE verdict IS NOT NULL;
"""

# Which stories have an article in common: undo goes on in a story that gained or lost one. And what of an editor's
# is undone, wherever: few actions are.
_VERSION_4 = """
CREATE INDEX stories_by_article ON story_articles (article, story);
CREATE INDEX actions_undone ON actions (editor) WHERE state = 'undone';
"""

# Anchors may name outlet and date, which an older copydesk cannot read. And claims whose words moved, changed or
# went are few: they are found without reading the others.
_VERSION_5 = """
CREATE INDEX claims_orphaned ON claims (number) WHERE instr(anchors, '"orphan"') > 0;
CREATE INDEX claims_to_recheck ON claims (number) WHERE instr(anchors, '"recheck"') > 0;
CREATE INDEX claims_moved ON claims (number) WHERE instr(anchors, '"moved"') > 0;
"""

MIGRATIONS: tuple[str, ...] = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5)
"""Statement `n` brings a store from version `n` to `n + 1`."""

VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of the open file, 0 when it is empty.

    Raises:
        StoreError: the file belongs to another program or to a newer copydesk.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        empty = not application and not version and not _has_tables(connection)
        if empty:
            return 0
        raise StoreError(f"{path} is not a store of copydesk: name another file with --store")
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer copydesk (version {version}, this one reads up to {VERSION}):"
            " upgrade copydesk to open it"
        )
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the open file to the newest version, one transaction a step; nothing is done twice.

    Several processes may do so at once: each step looks again, in its transaction, whether it is due.

    Raises:
        StoreError: as `version_of`.
    """
    while version_of(connection, path) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        with committed(connection):
            version = version_of(connection, path)
            if version < VERSION:
                for statement in statements(MIGRATIONS[version]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version + 1}")


def statements(script: str) -> list[str]:
    """The single statements of an SQL script; `executescript` would commit the transaction under way."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
