"""Looking through the claims of all stories by the words of a filter, in SQL: there may be very many."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from tui.claims.codec import claim_of
from tui.claims.model import Claim
from tui.claims.queries import FROM, recent_tags

LIMIT = 200
"""The most claims that are listed; the youngest are."""

FIELDS = ("tag", "status", "article", "editor", "story")
_MOST_TITLES = 5_000
_STATES = ("orphan", "recheck", "moved")
Clause = tuple[str, list[str]]


def search(connection: sqlite3.Connection, wanted: str, limit: int = LIMIT) -> list[Claim]:
    """The claims that may meet a filter, the youngest, in the order they were made; dropped ones are left out.

    Each word is looked for anywhere, or after "tag:", "status:", "editor:" or "story:" there; a part of the value
    is enough, whatever the case. Numbers of articles mean nothing across stories: "article:" takes titles.
    """
    clauses = [clause for word in wanted.casefold().split() if (clause := _clause(connection, word)) is not None]
    where = " AND ".join(["claims.dropped = 0", *(f"({sql})" for sql, _ in clauses)])
    values = [value for _, some in clauses for value in some]
    rows = connection.execute(f"{FROM} WHERE {where} ORDER BY claims.number DESC LIMIT ?", (*values, limit))
    return [claim_of(row) for row in rows.fetchall()][::-1]


def _clause(connection: sqlite3.Connection, word: str) -> Clause | None:
    name, colon, value = word.partition(":")
    known: dict[str, Callable[[], Clause]] = {
        "tag": lambda: _tagged(connection, value),
        "status": lambda: _rated(connection, value),
        "editor": lambda: _by(connection, value),
        "story": lambda: _in_story(connection, value),
        "article": lambda: _titled(connection, value),
    }
    if colon and name in known:
        return None if name == "article" and value.isdigit() else known[name]()
    said: Clause = ("claims.number IN (SELECT claim FROM claim_words WHERE instr(folded, ?) > 0)", [word])
    value = word
    return _either([said, *(make() for make in known.values())])


def _tagged(connection: sqlite3.Connection, part: str) -> Clause:
    tags = [tag for tag in recent_tags(connection, -1) if part in tag.casefold()]
    return f"claims.number IN (SELECT claim FROM claim_tags WHERE {_among('tag', tags)})", tags


def _rated(connection: sqlite3.Connection, part: str) -> Clause:
    verdicts = _with(part, _distinct(connection, "verdict"))
    statuses = [status for status in ("open", "checking", "done") if part in status]
    found: list[Clause] = [
        (_among("claims.verdict", verdicts), verdicts),
        (_among("claims.status", statuses), statuses),
    ]
    states = [f'"{state}"' for state in _STATES if part in state]
    return _either([*found, *(("instr(claims.anchors, ?) > 0", [state]) for state in states)])


def _by(connection: sqlite3.Connection, part: str) -> Clause:
    authors, assigned = (_with(part, _distinct(connection, column)) for column in ("author", "assigned_to"))
    return _either([(_among("claims.author", authors), authors), (_among("claims.assigned_to", assigned), assigned)])


def _in_story(connection: sqlite3.Connection, part: str) -> Clause:
    rows = connection.execute("SELECT id, name FROM stories").fetchall()
    found = [story for story, name in rows if part in name.casefold()]
    return _among("claims.story", found), found


def _titled(connection: sqlite3.Connection, part: str) -> Clause:
    rows = connection.execute("SELECT sha256, title FROM versions").fetchall()
    found = [sha256 for sha256, title in rows if part in title.casefold()]
    if len(found) > _MOST_TITLES:
        return "1", []
    return f"claims.number IN (SELECT claim FROM claim_articles WHERE {_among('sha256', found)})", found


def _distinct(connection: sqlite3.Connection, column: str) -> list[str]:
    """The values of an indexed column, by steps along its index: reading every claim takes too long."""
    following = f"SELECT min({column}) FROM claims WHERE {column} IS NOT NULL"
    rows = connection.execute(
        f"WITH RECURSIVE used (value) AS (SELECT ({following}) UNION ALL"
        f" SELECT ({following} AND {column} > used.value) FROM used WHERE used.value IS NOT NULL)"
        " SELECT value FROM used WHERE value IS NOT NULL"
    )
    return [value for (value,) in rows]


def _with(part: str, values: Iterable[str]) -> list[str]:
    return [value for value in values if part in value.casefold()]


def _among(column: str, values: Sequence[str]) -> str:
    return f"{column} IN ({','.join('?' * len(values))})" if values else "0"


def _either(clauses: Sequence[Clause]) -> Clause:
    return " OR ".join(sql for sql, _ in clauses), [value for _, values in clauses for value in values]
