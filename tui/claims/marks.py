"""What is kept on findings, passages, sources and stories rather than on claims."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

BY_WORDS = "words:"
"""What the second name of a finding begins with: it outlives changes of the articles elsewhere."""

OF_CONTENT = ("finding", "pin", "break", "checked", "source")
"""Kinds of marks whose subject is named by contents: what was decided in one story holds in all."""


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """What the editor entered for an article that lacked it; None where nothing was entered."""

    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """Two passages the editor pinned as belonging together: (SHA-256 of the article, start, end) each."""

    id: str
    a: tuple[str, int, int]
    b: tuple[str, int, int]


def of_story(connection: sqlite3.Connection, kind: str, story: str) -> dict[str, Any]:
    """The marks of a kind in a story that still hold, by subject."""
    return of_stories(connection, kind, [story])


def of_stories(connection: sqlite3.Connection, kind: str, stories: Sequence[str]) -> dict[str, Any]:
    """The marks of a kind in some stories that still hold, of each subject the latest."""
    rows = connection.execute(
        f"SELECT subject, value FROM marks WHERE kind = ? AND story IN ({','.join('?' * len(stories))})"
        " ORDER BY stamp, value",
        (kind, *stories),
    )
    last = dict(rows.fetchall())
    return {subject: json.loads(value) for subject, value in last.items() if value != "null"}


def of_subjects(connection: sqlite3.Connection, kind: str, subjects: Iterable[str]) -> dict[str, Any]:
    """The latest mark of a kind on each subject, in whatever story it was made."""
    found = {subject: latest(connection, kind, subject) for subject in subjects}
    return {subject: value for subject, value in found.items() if value is not None}


def latest(connection: sqlite3.Connection, kind: str, subject: str) -> Any:
    """The latest mark of a kind on a subject, in whatever story it was made; None where there is none."""
    row = connection.execute(_LATEST, (kind, subject)).fetchone()
    return json.loads(row[1]) if row else None


def row_of(connection: sqlite3.Connection, kind: str, story: str, subject: str) -> tuple[str, str, str] | None:
    """The row that a new mark on a subject takes the place of: (story, value as JSON, stamp); None for none."""
    row = (
        connection.execute(_LATEST, (kind, subject))
        if kind in OF_CONTENT
        else connection.execute(f"{_ROWS} AND story = ?", (kind, subject, story))
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2])


_ROWS = "SELECT story, value, stamp FROM marks WHERE kind = ? AND subject = ?"
_LATEST = f"{_ROWS} ORDER BY stamp DESC, value DESC LIMIT 1"


def everywhere(connection: sqlite3.Connection, kind: str) -> dict[str, Any]:
    """The marks of a kind that hold, of each subject the latest, in whatever story it was made."""
    rows = connection.execute("SELECT subject, value FROM marks WHERE kind = ? ORDER BY stamp, value", (kind,))
    last = dict(rows.fetchall())
    return {subject: json.loads(value) for subject, value in last.items() if value != "null"}


def details_in_versions(connection: sqlite3.Connection, sha256: str, article: str) -> Any:
    """What was entered for an article: on this content, else on the latest version before that has something."""
    found = latest(connection, "source", sha256)
    if found is not None:
        return found
    rows = connection.execute(
        "SELECT sha256 FROM versions WHERE article = ? AND sha256 <> ? ORDER BY number DESC LIMIT 50", (article, sha256)
    )
    entered = (latest(connection, "source", other) for (other,) in rows.fetchall())
    return next((value for value in entered if value is not None), None)


def everything(connection: sqlite3.Connection, story: str | None = None) -> list[dict[str, Any]]:
    """All marks of a story (by id or name; of every story where None), as they are exchanged."""
    rows = connection.execute(
        "SELECT kind, story, subject, value, stamp FROM marks"
        " WHERE :story IS NULL OR story IN (SELECT id FROM stories WHERE id = :story OR name = :story)"
        " ORDER BY kind, story, subject",
        {"story": story},
    )
    return [
        {"kind": kind, "story": of, "subject": subject, "value": json.loads(value), "stamp": stamp}
        for kind, of, subject, value, stamp in rows
    ]


def pin_id(a: tuple[str, int, int], b: tuple[str, int, int]) -> str:
    """The name of a pinned pair: the same whichever side comes first."""
    first, second = sorted((a, b))
    return "|".join(f"{sha256}:{start}-{end}" for sha256, start, end in (first, second))


def pin_of(subject: str, value: Any) -> Pin | None:
    """A pin from its mark; None where the mark, from a file, is none."""
    try:
        a, b = ((str(sha256), int(start), int(end)) for sha256, start, end in (value["a"], value["b"]))
    except (TypeError, ValueError, KeyError):
        return None
    return Pin(subject, a, b)


def details_of(value: Any) -> SourceDetails:
    """What was entered for a source, from its mark."""
    known = value if isinstance(value, dict) else {}
    texts = {name: known.get(name) for name in ("outlet", "author", "published", "label")}
    return SourceDetails(**{name: text for name, text in texts.items() if isinstance(text, str)})
