"""Undo and redo: an editor's own actions in a story, one by one, without limit and across restarts."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from tui.claims import queries
from tui.claims.describe import deed, reverted, shorten
from tui.claims.history import EVENT_COLUMNS, event_of
from tui.claims.journal import Journal
from tui.claims.kin import kin
from tui.claims.model import Action, Event
from tui.claims.versions import identity_of
from tui.story.model import Story

_LATEST_DONE = "state = 'done' ORDER BY first DESC"
_LATEST_UNDONE = "state = 'undone' ORDER BY first"


def undo(journal: Journal, story: Story | str, *, force: bool = False) -> Action | None:
    """Take back the editor's latest action in the story that still holds; None when there is none.

    A story that has gained or lost articles since is the same one here.
    """
    return _revert(journal, story, forward=False, force=force)


def redo(journal: Journal, story: Story | str, *, force: bool = False) -> Action | None:
    """Do again what the editor undid last; None when there is nothing, or something new was done since."""
    return _revert(journal, story, forward=True, force=force)


def _revert(journal: Journal, wanted: Story | str, *, forward: bool, force: bool) -> Action | None:
    connection = journal.connection
    identities = () if isinstance(wanted, str) else tuple(map(identity_of, wanted.articles))
    stories = kin(connection, wanted if isinstance(wanted, str) else wanted.id, identities)
    action = _action(journal, stories, forward=forward)
    if action is None:
        return None
    marks = ",".join("?" * len(stories))
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM events WHERE action = ? AND story IN ({marks}) ORDER BY number",
        (action, *stories),
    )
    events = [event_of(row) for row in rows.fetchall()]
    claims = tuple(dict.fromkeys(event.subject for event in events if event.kind == "claim"))
    quote = _quote(connection, events[0])
    if not force:
        conflict = _changed_since(journal, events, action)
        if conflict is not None:
            return Action(_question(conflict, quote, forward), False, claims, (), conflict)
    journal.reverts = action
    written = _apply(journal, events if forward else reversed(events), forward)
    connection.execute(
        f"UPDATE actions SET state = ? WHERE id = ? AND story IN ({marks})",
        ("done" if forward else "undone", action, *stories),
    )
    sentence = reverted("Done again" if forward else "Undone", events, quote)
    return Action(sentence, True, claims, tuple(written))


def _action(journal: Journal, stories: Iterable[str], *, forward: bool) -> str | None:
    """The id of the action to do again, else to take back; None where there is none in these stories."""
    latest = _LATEST_UNDONE if forward else _LATEST_DONE
    found = [
        journal.connection.execute(
            f"SELECT first, id FROM actions WHERE story = ? AND editor = ? AND {latest} LIMIT 1",
            (story, journal.editor),
        ).fetchone()
        for story in stories
    ]
    _, action = (min if forward else max)(filter(None, found), default=(0, None))
    return action


def _apply(journal: Journal, events: Iterable[Event], forward: bool) -> list[Event]:
    verb = "redo" if forward else "undo"
    written: list[Event | None] = []
    for event in events:
        if event.kind == "claim":
            written.append(journal.change_claim(event.subject, verb, _values(event, forward)))
        else:
            value = event.changes["value"][1 if forward else 0]
            written.append(journal.set_mark(event.story, event.kind, event.subject, value, verb))
    return [event for event in written if event is not None]


def _values(event: Event, forward: bool) -> Mapping[str, Any]:
    # A claim that was added or imported is taken back by dropping it: its fields stay for the redo.
    if event.changes.get("anchors", ((),))[0] is None:
        return {"dropped": event.changes["dropped"][1 if forward else 0]}
    return {name: pair[1 if forward else 0] for name, pair in event.changes.items()}


def _changed_since(journal: Journal, events: list[Event], action: str) -> Event | None:
    """The latest change of the same subjects by someone else, or by re-anchoring to the same fields."""
    (last,) = journal.connection.execute(
        "SELECT max(number) FROM events WHERE action = ? OR (reverts = ? AND editor = ?)",
        (action, action, journal.editor),
    ).fetchone()
    found: list[Event] = []
    for event in {(event.kind, event.subject): event for event in events}.values():
        same = [other for other in events if other.subject == event.subject]
        fields = {name for other in same for name in _values(other, forward=True)}
        rows = journal.connection.execute(
            f"SELECT {EVENT_COLUMNS} FROM events WHERE kind = ? AND subject = ? AND number > ?"
            " AND (editor <> ? OR automatic)",
            (event.kind, event.subject, last, journal.editor),
        )
        later = [event_of(row) for row in rows.fetchall()]
        if event.kind != "claim":
            later = [other for other in later if other.story == event.story]
        found += [other for other in later if not other.automatic or fields & other.changes.keys()]
    return max(found, key=lambda event: event.number, default=None)


def _question(conflict: Event, quote: str | None, forward: bool) -> str:
    what = f"“{shorten(quote)}”" if quote else "this"
    again = "Redo" if forward else "Undo"
    if conflict.automatic:
        return f"The words of {what} changed since ({deed(conflict)}). {again} all the same?"
    return f"{conflict.editor} changed {what} since ({deed(conflict)}). {again} all the same?"


def _quote(connection: sqlite3.Connection, event: Event) -> str | None:
    claim = queries.one(connection, event.subject) if event.kind == "claim" else None
    return claim.quote or claim.text if claim else None
