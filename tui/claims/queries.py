"""Reading claims, tags and history."""

import json
import sqlite3
from collections.abc import Sequence
from typing import TypedDict, Unpack

from tui.claims.codec import COLUMNS, claim_of
from tui.claims.model import STATUSES, WORST_FIRST, Claim

FROM = f"SELECT {COLUMNS} FROM claims JOIN stories ON stories.id = claims.story"
"""Rows that `claim_of` reads."""


def one(connection: sqlite3.Connection, identifier: str) -> Claim | None:
    """The claim of that id, dropped or not."""
    row = connection.execute(f"{FROM} WHERE claims.id = ?", (identifier,)).fetchone()
    return claim_of(row) if row else None


class Conditions(TypedDict, total=False):
    """What claims may be asked for by; of each, None is as if it were left out.

    `story` is an id or a name, `article` an identity or a SHA-256, `status` takes a status, a verdict, or how well
    the quotes are placed ("orphan", "recheck", "moved": the worst of them), `editor` matches who tagged it or whom
    it is assigned to, `text` is looked for in quotes, text, speaker and note whatever the case. With `dropped`, claims
    that were dropped are there too.
    """

    story: str | None
    tag: str | None
    status: str | None
    article: str | None
    editor: str | None
    text: str | None
    dropped: bool


def filtered(
    connection: sqlite3.Connection, *, limit: int | None = None, offset: int = 0, **wanted: Unpack[Conditions]
) -> list[Claim]:
    """The claims that meet every condition given, oldest first."""
    where, values = conditions(wanted)
    status = wanted.get("status")
    query = f"{FROM} WHERE {where} ORDER BY claims.number"
    if status in WORST_FIRST:
        # An anchor in that state may stand beside a worse one, or the word be a quote.
        found = [claim for claim in map(claim_of, connection.execute(query, values)) if claim.state == status]
        return found[offset:][:limit]
    rows = connection.execute(f"{query} LIMIT ? OFFSET ?", (*values, -1 if limit is None else limit, offset))
    return [claim_of(row) for row in rows.fetchall()]


def conditions(wanted: Conditions) -> tuple[str, list[str]]:
    """The filter as a WHERE clause and the values of its placeholders."""
    status, text = wanted.get("status"), wanted.get("text")
    asked = [
        (wanted.get("story"), "claims.story IN (SELECT id FROM stories WHERE id = ? OR name = ?)", 2),
        (wanted.get("tag"), "claims.number IN (SELECT claim FROM claim_tags WHERE tag = ?)", 1),
        (status, *_status(status)),
        (
            wanted.get("article"),
            "claims.number IN (SELECT claim FROM claim_articles WHERE article = ? OR sha256 = ?)",
            2,
        ),
        (wanted.get("editor"), "(claims.author = ? OR claims.assigned_to = ?)", 2),
        (
            text.casefold() if text else None,
            "claims.number IN (SELECT claim FROM claim_words WHERE instr(folded, ?) > 0)",
            1,
        ),
    ]
    clauses = [] if wanted.get("dropped") else ["claims.dropped = 0"]
    values: list[str] = []
    for value, clause, places in asked:
        if value is not None:
            clauses.append(clause)
            values += [value] * places
    return " AND ".join(clauses) or "1", values


def _status(status: str | None) -> tuple[str, int]:
    if status in WORST_FIRST:
        # Word for word as the index has it, or it is not used.
        return f"instr(claims.anchors, '\"{status}\"') > 0", 0
    return f"claims.{'status' if status in STATUSES else 'verdict'} = ?", 1


def stamps(connection: sqlite3.Connection, story: str | None = None) -> dict[str, dict[str, str]]:
    """By claim and field, when and by whom it was last changed; fields as first tagged are left out."""
    rows = connection.execute(
        "SELECT id, stamps FROM claims"
        " WHERE :story IS NULL OR story IN (SELECT id FROM stories WHERE id = :story OR name = :story)",
        {"story": story},
    )
    return {identifier: json.loads(value) for identifier, value in rows}


def on_articles(connection: sqlite3.Connection, identities: Sequence[str], digests: Sequence[str]) -> list[Claim]:
    """The claims, dropped ones left out, with an anchor on an article of that identity or content."""
    if not identities and not digests:
        return []
    first, second = ",".join("?" * len(identities)), ",".join("?" * len(digests))
    rows = connection.execute(
        f"{FROM} WHERE claims.dropped = 0 AND claims.number IN ("
        f"SELECT claim FROM claim_articles WHERE article IN ({first})"
        f" UNION SELECT claim FROM claim_articles WHERE sha256 IN ({second})) ORDER BY claims.number",
        (*identities, *digests),
    )
    return [claim_of(row) for row in rows.fetchall()]


def articles_of(connection: sqlite3.Connection, stories: Sequence[str]) -> list[str]:
    """The identities of the articles that any of these stories has, or had."""
    marks = ",".join("?" * len(stories))
    rows = connection.execute(
        f"SELECT DISTINCT article FROM story_articles WHERE story IN ({marks}) ORDER BY article", tuple(stories)
    )
    return [article for (article,) in rows]


def claims_on(connection: sqlite3.Connection, identity: str) -> int:
    """How many claims, dropped ones left out, have an anchor on an article of that identity."""
    (count,) = connection.execute(
        "SELECT count(DISTINCT number) FROM claims JOIN claim_articles ON claim = number"
        " WHERE article = ? AND dropped = 0",
        (identity,),
    ).fetchone()
    return int(count)


def recent_tags(connection: sqlite3.Connection, limit: int) -> list[str]:
    """The names of tags on claims, the last one given first."""
    rows = connection.execute(_RECENT_TAGS, (limit,))
    return [tag for (tag,) in rows]


# Steps from tag to tag along the index instead of reading every tag of every claim.
_RECENT_TAGS = """
WITH RECURSIVE used (tag) AS (
    SELECT min(tag) FROM claim_tags
    UNION ALL
    SELECT (SELECT min(tag) FROM claim_tags WHERE tag > used.tag) FROM used WHERE used.tag IS NOT NULL
)
SELECT tag FROM used WHERE tag IS NOT NULL
ORDER BY (SELECT max(given) FROM claim_tags WHERE claim_tags.tag = used.tag) DESC, tag LIMIT ?
"""
