"""What is kept on findings, passages, sources and stories rather than on claims."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


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
    rows = connection.execute("SELECT subject, value FROM marks WHERE kind = ? AND story = ?", (kind, story))
    return {subject: json.loads(value) for subject, value in rows if value != "null"}


def of_subjects(connection: sqlite3.Connection, kind: str, subjects: Iterable[str]) -> dict[str, Any]:
    """The latest mark of a kind on each subject, in whatever story it was made."""
    found: dict[str, Any] = {}
    for subject in subjects:
        row = connection.execute(
            "SELECT value FROM marks WHERE kind = ? AND subject = ? ORDER BY stamp DESC LIMIT 1",
            (kind, subject),
        ).fetchone()
        if row and row[0] != "null":
            found[subject] = json.loads(row[0])
    return found


def everything(connection: sqlite3.Connection, story: str | None = None) -> list[dict[str, Any]]:
    """All marks of a story (by id or name; of every story where None), as they are exchanged."""
    rows = connection.execute(
        "SELECT kind, story, subject, value, stamp FROM marks"
        " WHERE ?1 IS NULL OR story IN (SELECT id FROM stories WHERE id = ?1 OR name = ?1)"
        " ORDER BY kind, story, subject",
        (story,),
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
