"""Whether the store is whole: the file, the anchors, and that history leads to what is shown."""

import json
import sqlite3
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.claims import queries, versions
from tui.claims.codec import Fields, fields_of
from tui.claims.errors import damaged, explain
from tui.claims.file import StoreFile
from tui.claims.history import EVENT_COLUMNS, event_of
from tui.claims.marks import OF_CONTENT
from tui.claims.model import Event

_MOST = 50


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` found; no problems means the store is whole.

    `unverified` counts anchors whose article's text is not kept, so that their words cannot be compared.
    `claims` counts those that are listed, `dropped` those that were dropped or whose tagging was undone, which the
    store keeps. `orphans` and `recheck` count claims, dropped ones left out, whose words are gone from their article or
    changed there: that is for the editor to settle, and no problem of the store.
    """

    problems: tuple[str, ...]
    claims: int = 0
    events: int = 0
    versions: int = 0
    unverified: int = 0
    orphans: int = 0
    recheck: int = 0
    dropped: int = 0


def check(path: Path) -> Report:
    """Examine the store at `path`; changes nothing.

    Raises:
        StoreError: it is foreign or newer, or may not be read.
    """
    file = StoreFile(path, read_only=True)
    with closing(file):
        connection = file.reader()
        if connection is None:
            return Report(())
        try:
            return _examined(connection, path)
        except sqlite3.DatabaseError as error:
            return Report((str(explain(error, path, writing=False)),))
        except (ValueError, TypeError, LookupError) as error:
            return Report((damaged(path), f"a row cannot be decoded: {error}"))


def _examined(connection: sqlite3.Connection, path: Path) -> Report:
    found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    if found != ["ok"]:
        return Report((damaged(path), *found))
    problems = [
        f"table {row[0]}: row {row[1]} points to nothing in {row[2]}"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES]
    problems += _wrong_versions(connection)
    problems += _wrong_history(connection)
    wrong, unverified = _wrong_anchors(connection)
    problems += wrong
    problems += _wrong_indexes(connection)
    claims, events, kept = counts
    states = Counter(
        claim.state for state in ("orphan", "recheck") for claim in queries.filtered(connection, status=state)
    )
    (dropped,) = connection.execute("SELECT count(*) FROM claims WHERE dropped").fetchone()
    listed = claims - dropped
    return Report(tuple(problems), listed, events, kept, unverified, states["orphan"], states["recheck"], dropped)


_TABLES = ("claims", "events", "versions")


def _wrong_versions(connection: sqlite3.Connection) -> Iterator[str]:
    for sha256, body in connection.execute("SELECT sha256, body FROM versions"):
        try:
            zlib.decompress(body).decode("utf-8", "surrogatepass")
        except (zlib.error, UnicodeDecodeError):
            yield f"the kept text {sha256[:12]} cannot be read"


def _wrong_history(connection: sqlite3.Connection) -> Iterator[str]:
    """Replays the history of every claim and mark, and compares what comes out with what is stored."""
    replayed: dict[tuple[str, str, str], Fields] = defaultdict(dict)
    for row in connection.execute(f"SELECT {EVENT_COLUMNS} FROM events ORDER BY number"):
        event = event_of(row)
        key = (event.kind, "" if event.kind == "claim" else event.story, event.subject)
        # What is decided on contents follows on from whatever story it was last decided in.
        broken = None if event.kind in OF_CONTENT else _does_not_follow(event, replayed[key])
        if broken:
            yield f"history of {event.kind} {event.subject}: event {event.number} does not follow ({broken})"
        replayed[key].update({name: after for name, (_, after) in event.changes.items()})
    cursor = connection.execute("SELECT * FROM claims")
    names = [column[0] for column in cursor.description]
    for row in cursor:
        stored = dict(zip(names, row, strict=True))
        fields = replayed.pop(("claim", "", stored["id"]), None)
        if fields is None:
            yield f"claim {stored['id']} has no history"
        elif _filled(fields) != _filled(fields_of(stored)):
            yield f"claim {stored['id']} is not what its history says"
    marks = connection.execute("SELECT kind, story, subject, value FROM marks").fetchall()
    for kind, story, subject, value in marks:
        if replayed.pop((kind, story, subject), {}).get("value") != json.loads(value):
            yield f"the {kind} {subject} is not what its history says"
    for (kind, _, subject), fields in replayed.items():
        if fields:
            yield f"the history speaks of a {kind} {subject} that is missing"


def _does_not_follow(event: Event, fields: Fields) -> str | None:
    for name, (before, _) in event.changes.items():
        if name in fields and (fields[name] or None) != (before or None):
            return name
    return None


def _filled(fields: Fields) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", False)}


def _wrong_anchors(connection: sqlite3.Connection) -> tuple[list[str], int]:
    problems, unverified = [], 0
    texts: dict[str, str | None] = {}
    for claim in queries.filtered(connection, dropped=True):
        for anchor in claim.anchors:
            if anchor.sha256 not in texts:
                texts[anchor.sha256] = _readable(connection, anchor.sha256)
            text = texts[anchor.sha256]
            if text is None:
                unverified += 1
            elif text[anchor.start : anchor.end] != anchor.exact:
                problems.append(f"claim {claim.id}: its quote is not at {anchor.start} in the kept article")
    return problems, unverified


def _readable(connection: sqlite3.Connection, sha256: str) -> str | None:
    try:
        return versions.text_of(connection, sha256)
    except ValueError:
        return None


def _wrong_indexes(connection: sqlite3.Connection) -> Iterator[str]:
    indexed: dict[str, tuple[set[str], set[str]]] = {}
    for identifier, tags, anchors in connection.execute("SELECT id, tags, anchors FROM claims"):
        indexed[identifier] = set(json.loads(tags)), {anchor[1] for anchor in json.loads(anchors)}
    found: dict[str, tuple[set[str], set[str]]] = {name: (set(), set()) for name in indexed}
    for place, table, column in ((0, "claim_tags", "tag"), (1, "claim_articles", "sha256")):
        rows = connection.execute(f"SELECT claims.id, {column} FROM {table} JOIN claims ON number = claim")
        for identifier, value in rows:
            found[identifier][place].add(value)
    for identifier, expected in indexed.items():
        if found[identifier] != expected:
            yield f"claim {identifier} cannot be found by all its tags and articles"
