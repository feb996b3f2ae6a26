"""Writing: every change goes through here, and leaves a line in the history in the same transaction."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tui.claims import marks, versions
from tui.claims.cleaning import cleaned
from tui.claims.clock import after, new_id, now
from tui.claims.codec import SEARCHED, Fields, encode, fields_of, row_of, searched_words
from tui.claims.kin import kin
from tui.claims.model import Event, StoreError
from tui.story.model import Article, Story
from tui.story.sanitise import sanitise_line


class Journal:
    """The transaction under way: who writes, when, and which action its events belong to.

    `reverts` is the action that is being undone or redone; `automatic` changes are nobody's to undo.
    """

    __slots__ = ("_opened", "action", "at", "automatic", "connection", "editor", "reverts")

    def __init__(self, connection: sqlite3.Connection, editor: str, *, automatic: bool = False) -> None:
        self.connection = connection
        self.editor = sanitise_line(editor)
        self.automatic = automatic
        self.at = now()
        self.action = new_id()
        self.reverts: str | None = None
        self._opened: set[str] = set()

    def join_articles(self, story: Story) -> None:
        """Make a story known, with its name and the articles that belong to it."""
        self.name_story(story.id, story.name)
        self.connection.executemany(
            "INSERT OR IGNORE INTO story_articles (story, sha256, article) VALUES (?, ?, ?)",
            [(story.id, article.sha256, versions.identity_of(article)) for article in story.articles],
        )

    def name_story(self, story: str, name: str) -> None:
        """Make the story known; a name it has already stays, its id is none."""
        self.connection.execute(
            "INSERT INTO stories (id, name) VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name = id",
            (story, sanitise_line(name)),
        )

    def keep_articles(self, story: str, articles: Iterable[Article]) -> None:
        """Keep the texts of a story's articles, and that they belong to it."""
        for article in articles:
            versions.keep(self.connection, article, self.at)
            self.connection.execute(
                "INSERT OR IGNORE INTO story_articles (story, sha256, article) VALUES (?, ?, ?)",
                (story, article.sha256, versions.identity_of(article)),
            )

    def add_claim(
        self,
        identifier: str,
        story: str,
        fields: Fields,
        *,
        author: str | None = None,
        created: str | None = None,
        stamps: Mapping[str, str] | None = None,
        verb: str = "add",
    ) -> Event:
        """Insert a claim that is not there yet; `author` and `created` default to this editor, now."""
        created = created or self.at
        fields = cleaned(fields)
        row = row_of(fields)
        row.update(id=identifier, story=story, author=author or self.editor, created=created)
        row["updated"] = max([created, *(stamp.partition(" ")[0] for stamp in (stamps or {}).values())])
        row["stamps"] = encode(dict(stamps or {}))
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        cursor = self.connection.execute(f"INSERT INTO claims ({names}) VALUES ({marks})", tuple(row.values()))
        self._index(int(cursor.lastrowid or 0), fields, fields)
        changes: dict[str, tuple[Any, Any]] = {
            name: (None, value) for name, value in fields.items() if value not in (None, "")
        }
        changes["dropped"] = (True, fields["dropped"])
        return self.write(story, "claim", identifier, verb, changes)

    def change_claim(
        self,
        identifier: str,
        verb: str,
        values: Mapping[str, Any],
        *,
        stamps: Mapping[str, str] | None = None,
    ) -> Event | None:
        """Set fields of a claim; None when they all have these values already.

        `stamps` gives the times of the single fields where they come from somewhere else.

        Raises:
            StoreError: there is no such claim.
        """
        values = cleaned(values)
        row = claim_row(self.connection, identifier)
        fields = fields_of(row)
        changes = {name: (fields.get(name), value) for name, value in values.items() if fields.get(name) != value}
        if not changes:
            return None
        stamped = json.loads(row["stamps"])
        moment = after(row["updated"], self.at)
        stamped.update({name: (stamps or {}).get(name) or f"{moment} {self.editor}" for name in changes})
        changed = {**fields, **values}
        columns = {name: value for name, value in row_of(changed).items() if value != row[name]}
        columns["stamps"] = encode(stamped)
        times = [stamped[name].partition(" ")[0] for name in changes]
        columns["updated"] = max([row["updated"], *times])
        settings = ", ".join(f"{name} = ?" for name in columns)
        self.connection.execute(f"UPDATE claims SET {settings} WHERE number = ?", (*columns.values(), row["number"]))
        self._index(row["number"], changed, values)
        return self.write(row["story"], "claim", identifier, verb, changes)

    def set_mark(
        self, story: str, kind: str, subject: str, value: Any, verb: str, *, stamp: str | None = None
    ) -> Event | None:
        """Set what is kept on something other than a claim, None for nothing; None when it is so already."""
        value = cleaned({"value": value})["value"]
        found = marks.row_of(self.connection, kind, story, subject)
        before = json.loads(found[1]) if found else self._untouched(kind, story)
        if before == value:
            return None
        moment = after(found[2].partition(" ")[0] if found else None, self.at)
        self.connection.execute(
            "INSERT OR REPLACE INTO marks (kind, story, subject, value, stamp) VALUES (?, ?, ?, ?, ?)",
            (kind, story, subject, encode(value), stamp or f"{moment} {self.editor}"),
        )
        if kind == "story":
            self.connection.execute("UPDATE stories SET name = ? WHERE id = ?", (value or subject, story))
        return self.write(story, kind, subject, verb, {"value": (before, value)})

    def _untouched(self, kind: str, story: str) -> str | None:
        if kind != "story":
            return None
        found = self.connection.execute("SELECT name FROM stories WHERE id = ?", (story,)).fetchone()
        return str(found[0]) if found else None

    def write(self, story: str, kind: str, subject: str, verb: str, changes: Mapping[str, tuple[Any, Any]]) -> Event:
        """Add a line to the history; the first of an action puts it where `undo` looks."""
        identifier = new_id()
        cursor = self.connection.execute(
            "INSERT INTO events"
            " (id, action, story, kind, subject, verb, changes, editor, at, reverts, automatic)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identifier,
                self.action,
                story,
                kind,
                subject,
                verb,
                encode(changes),
                self.editor,
                self.at,
                self.reverts,
                int(self.automatic),
            ),
        )
        number = int(cursor.lastrowid or 0)
        if self.reverts is None and not self.automatic and story not in self._opened:
            self._opened.add(story)
            self._make_undoable(number, story)
        return Event(
            number=number,
            id=identifier,
            action=self.action,
            story=story,
            kind=kind,
            subject=subject,
            verb=verb,
            changes=changes,
            editor=self.editor,
            at=self.at,
            reverts=self.reverts,
            automatic=self.automatic,
        )

    def _make_undoable(self, number: int, story: str) -> None:
        # What was undone before a new action can no longer be redone; it stays in the history.
        # Few stories have anything undone, and only then it matters which are kin.
        waiting = self.connection.execute(
            "SELECT 1 FROM actions WHERE editor = ? AND state = 'undone' LIMIT 1", (self.editor,)
        )
        if waiting.fetchone() is not None:
            for one in kin(self.connection, story):
                self.connection.execute(
                    "UPDATE actions SET state = 'discarded' WHERE story = ? AND editor = ? AND state = 'undone'",
                    (one, self.editor),
                )
        self.connection.execute(
            "INSERT INTO actions (first, id, story, editor, state) VALUES (?, ?, ?, ?, 'done')",
            (number, self.action, story, self.editor),
        )

    def _index(self, number: int, fields: Mapping[str, Any], changed: Collection[str]) -> None:
        if not SEARCHED.isdisjoint(changed):
            self.connection.execute(
                "INSERT OR REPLACE INTO claim_words (claim, folded) VALUES (?, ?)",
                (number, searched_words(fields)),
            )
        for name in changed:
            if name == "anchors":
                self.connection.execute("DELETE FROM claim_articles WHERE claim = ?", (number,))
                self.connection.executemany(
                    "INSERT OR IGNORE INTO claim_articles (article, sha256, claim) VALUES (?, ?, ?)",
                    [(anchor[0], anchor[1], number) for anchor in fields["anchors"]],
                )
            elif name.startswith("tag:"):
                entry = (name.removeprefix("tag:"), number)
                if fields[name] is None:
                    self.connection.execute("DELETE FROM claim_tags WHERE tag = ? AND claim = ?", entry)
                else:
                    self.connection.execute(
                        "INSERT OR IGNORE INTO claim_tags (tag, claim, given)"
                        " VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM events))",
                        entry,
                    )


def claim_row(connection: sqlite3.Connection, identifier: str) -> dict[str, Any]:
    """The row of a claim in the table `claims`, by column.

    Raises:
        StoreError: there is no such claim.
    """
    row = find_claim_row(connection, identifier)
    if row is None:
        raise StoreError(f"there is no claim {identifier} in the store: it may have been purged")
    return row


def find_claim_row(connection: sqlite3.Connection, identifier: str) -> dict[str, Any] | None:
    """The row of a claim in the table `claims`, by column; None where there is no such claim."""
    cursor = connection.execute("SELECT * FROM claims WHERE id = ?", (identifier,))
    found = cursor.fetchone()
    if found is None:
        return None
    return {column[0]: value for column, value in zip(cursor.description, found, strict=True)}
