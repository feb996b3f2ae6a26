"""Reading the history."""

import json
import sqlite3
from typing import Any

from tui.claims.codec import anchors_of
from tui.claims.model import Anchor, Event

EVENT_COLUMNS = "number, id, action, story, kind, subject, verb, changes, editor, at, reverts, automatic"


def event_of(row: tuple[Any, ...]) -> Event:
    """The event in a row of `EVENT_COLUMNS`."""
    changes = {name: (pair[0], pair[1]) for name, pair in json.loads(row[7]).items()}
    number, identifier, action, story, kind, subject, verb = row[:7]
    editor, at, reverts, automatic = row[8:]
    return Event(
        number,
        identifier,
        action,
        story,
        kind,
        subject,
        verb,
        changes,
        editor,
        at,
        reverts,
        bool(automatic),
    )


def history(connection: sqlite3.Connection, subject: str, kind: str = "claim") -> list[Event]:
    """Everything that was done to a subject, oldest first."""
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM events WHERE kind = ? AND subject = ? ORDER BY number", (kind, subject)
    )
    return [event_of(row) for row in rows.fetchall()]


def ended_verdict(connection: sqlite3.Connection, identifier: str) -> list[str | None] | None:
    """The verdict a claim had before its words changed; None where it has another one since, or had none."""
    for event in reversed(history(connection, identifier)):
        if "verdict" in event.changes:
            return event.changes["verdict"][0] if event.automatic else None
    return None


def anchors_when(connection: sqlite3.Connection, identifier: str, verdict: list[str | None]) -> tuple[Anchor, ...]:
    """The anchors a claim had when an editor last gave it that verdict; none where none did."""
    anchors: list[list[Any]] = []
    found: tuple[Anchor, ...] = ()
    for event in history(connection, identifier):
        anchors = event.changes.get("anchors", (None, anchors))[1]
        given = event.changes["verdict"][1] == verdict if "verdict" in event.changes else event.verb == "keep"
        if given and not event.automatic and event.verb != "restore":
            found = anchors_of(anchors)
    return found


def events_after(connection: sqlite3.Connection, number: int, limit: int | None = None) -> list[Event]:
    """The events later than the one of that number, oldest first."""
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM events WHERE number > ? ORDER BY number LIMIT ?",
        (number, -1 if limit is None else limit),
    )
    return [event_of(row) for row in rows.fetchall()]


def last_event(connection: sqlite3.Connection) -> int:
    """The number of the latest event, 0 where there is none."""
    (number,) = connection.execute("SELECT max(number) FROM events").fetchone()
    return int(number or 0)
