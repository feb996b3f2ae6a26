"""Looking through the claims of all stories by the words of a filter, in SQL: there may be very many."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.claims.codec import claim_of
from tui.claims.model import STATUSES, Claim
from tui.claims.queries import FROM, recent_tags

LIMIT = 200
"""The most claims that are listed; the youngest are."""

FIELDS = ("tag", "status", "article", "editor", "story")
_MOST_TITLES = 5_000
_STATES = ("orphan", "recheck", "moved")
_LEAST_OF_A_STATE = 4
Numbers = tuple[str, list[str]]
"""A SELECT of numbers of claims, and the values of its placeholders."""


def search(connection: sqlite3.Connection, wanted: str, limit: int = LIMIT) -> list[Claim]:
    """The claims that may meet a filter, the youngest, in the order they were made; dropped ones are left out.

    Each word is looked for anywhere, or after "tag:", "status:", "editor:" or "story:" there; a part of the value
    is enough, whatever the case. Numbers of articles mean nothing across stories: "article:" takes titles.
    """
    clauses, said = [], []
    for word in wanted.casefold().split():
        found = _numbers(connection, word)
        if found == [] and _is_plain(word):
            said.append(word)
        elif found is not None:
            clauses.append(_union([*found, _said([word])] if _is_plain(word) else found))
    # All words that can only be in what is quoted or written are looked for in one go.
    if said:
        sql, words = _said(said)
        # Where no claim has them nothing else need be read; where some have, the first is soon found.
        if connection.execute(f"{sql} LIMIT 1", words).fetchone() is None:
            return []
        clauses.append((sql, words))
    where = " AND ".join(["claims.dropped = 0", *(f"claims.number IN ({sql})" for sql, _ in clauses)])
    values = [value for _, some in clauses for value in some]
    rows = connection.execute(f"{FROM} WHERE {where} ORDER BY claims.number DESC LIMIT ?", (*values, limit))
    return [claim_of(row) for row in rows.fetchall()][::-1]


def _is_plain(word: str) -> bool:
    name, colon, _ = word.partition(":")
    return not (colon and name in FIELDS)


def _numbers(connection: sqlite3.Connection, word: str) -> list[Numbers] | None:
    """Where a word of a filter finds claims, but for their own words; None where it narrows nothing."""
    if _is_plain(word):
        return [numbers for find in _FIND.values() for numbers in find(connection, word) or ()]
    name, _, value = word.partition(":")
    return _FIND[name](connection, value)


def _said(words: Sequence[str]) -> Numbers:
    return f"SELECT claim FROM claim_words WHERE {' AND '.join(['instr(folded, ?) > 0'] * len(words))}", list(words)


def _tagged(connection: sqlite3.Connection, part: str) -> list[Numbers]:
    return _where(
        "claim FROM claim_tags", "tag", [tag for tag in recent_tags(connection, -1) if part in tag.casefold()]
    )


def _rated(connection: sqlite3.Connection, part: str) -> list[Numbers]:
    statuses: list[str] = [status for status in STATUSES if part in status]
    found = _where(_CLAIMS, "verdict", _with(part, _distinct(connection, "verdict")))
    found += _where(_CLAIMS, "status", statuses)
    states = [state for state in _STATES if part in state and len(part) >= _LEAST_OF_A_STATE]
    # Word for word as the indexes have it, or these are not used.
    return [*found, *((f"SELECT {_CLAIMS} WHERE instr(anchors, '\"{state}\"') > 0", []) for state in states)]


def _by(connection: sqlite3.Connection, part: str) -> list[Numbers]:
    columns = ("author", "assigned_to")
    return [
        numbers for column in columns for numbers in _where(_CLAIMS, column, _with(part, _distinct(connection, column)))
    ]


def _in_story(connection: sqlite3.Connection, part: str) -> list[Numbers] | None:
    if not part:
        return None
    rows = connection.execute("SELECT id, name FROM stories").fetchall()
    return _where(_CLAIMS, "story", [story for story, name in rows if part in name.casefold()])


def _titled(connection: sqlite3.Connection, part: str) -> list[Numbers] | None:
    if part.isdigit():
        return None
    rows = connection.execute("SELECT sha256, title FROM versions").fetchall()
    found = [sha256 for sha256, title in rows if part in title.casefold()]
    return None if len(found) > _MOST_TITLES else _where("claim FROM claim_articles", "sha256", found)


_CLAIMS = "number FROM claims"
_FIND: Mapping[str, Callable[[sqlite3.Connection, str], list[Numbers] | None]] = {
    "tag": _tagged,
    "status": _rated,
    "article": _titled,
    "editor": _by,
    "story": _in_story,
}


def _where(claims: str, column: str, values: list[str]) -> list[Numbers]:
    """The claims with one of these values; nothing to ask where there are none."""
    return [(f"SELECT {claims} WHERE {column} IN ({','.join('?' * len(values))})", values)] if values else []


def _union(parts: Sequence[Numbers]) -> Numbers:
    """The claims of all parts; none for no part."""
    sql = " UNION ALL ".join(sql for sql, _ in parts)
    return sql or "SELECT NULL", [value for _, values in parts for value in values]


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
