"""Taking in a colleague's claims: field by field, the later change wins, and twice is the same as once."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tui.claims import versions
from tui.claims.cleaning import cleaned
from tui.claims.codec import Fields, anchor_values, encode, evidence_field, evidence_value, fields_of
from tui.claims.journal import Journal, find_claim_row
from tui.claims.marks import row_of
from tui.claims.model import Claim, Version

Outcome = Literal["added", "updated", "unchanged", "older"]


@dataclass(frozen=True, slots=True)
class Record:
    """A claim as it comes from a file.

    `stamps` says, by field, when and by whom it was last changed ("TIME EDITOR"). None where the file does not
    tell: then every field counts as changed when the claim was updated. `carried` names the fields that the
    file's format can hold, None for all: what it cannot hold is left as it is.
    """

    claim: Claim
    stamps: Mapping[str, str] | None = None
    carried: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict on a finding, a pin, a broken link … as it comes from a file."""

    kind: str
    story: str
    subject: str
    value: Any
    stamp: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import did; `problems` are entries that were left out, one sentence each, `partly` those of which
    something was.

    `older` claims are those whose newer state here was kept.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    marks: int = 0
    versions: int = 0
    problems: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What was done, in words."""
        claims = f"{self.added} added, {self.updated} updated, {self.unchanged} the same"
        kept = f", {self.older} newer here and kept" if self.older else ""
        more = f"; {self.marks} marks" if self.marks else ""
        left = f"; {len(self.problems)} left out" if self.problems else ""
        partly = f"; {len(self.partly)} without the verdict given there" if self.partly else ""
        return f"{claims}{kept}{more}{partly}{left}"


def merge(
    journal: Journal, records: Iterable[Record], marks: Iterable[Mark] = (), texts: Iterable[Version] = ()
) -> Merged:
    """Merge what a file holds into the store, as one action that can be undone story by story."""
    kept = sum(_keep_text(journal, version) for version in texts)
    done = Counter(_merge_claim(journal, record) for record in records)
    changed = sum(_merge_mark(journal, mark) for mark in sorted(marks, key=lambda mark: mark.stamp))
    return Merged(done["added"], done["updated"], done["unchanged"], done["older"], changed, kept)


def fields_of_claim(claim: Claim) -> Fields:
    """The fields of a claim, as they are merged and written to history."""
    fields: Fields = {
        "text": claim.text,
        "speaker": claim.speaker,
        "priority": claim.priority,
        "assigned_to": claim.assigned_to,
        "note": claim.note,
        "verdict": [claim.status, claim.verdict, claim.checked_by, claim.checked_at],
        "anchors": anchor_values(claim.anchors),
        "dropped": claim.dropped,
    }
    fields.update((f"tag:{tag}", place) for place, tag in enumerate(claim.tags))
    fields.update((evidence_field(item), evidence_value(item, place)) for place, item in enumerate(claim.evidence))
    return cleaned(fields)


def _merge_claim(journal: Journal, record: Record) -> Outcome:
    claim, incoming = record.claim, fields_of_claim(record.claim)
    row = find_claim_row(journal.connection, claim.id)
    if row is None:
        story = _story(journal, claim)
        journal.name_story(story, claim.story_name)
        journal.add_claim(
            claim.id,
            story,
            incoming,
            author=claim.author or None,
            created=claim.created or None,
            stamps=record.stamps or _stamped(claim, incoming),
            verb="import",
        )
        return "added"
    return _merge_fields(journal, record, incoming, row)


def _story(journal: Journal, claim: Claim) -> str:
    """The story a new claim belongs to; a file that knows only its name means the one so called here."""
    if claim.story:
        return claim.story
    found = journal.connection.execute(
        "SELECT id FROM stories WHERE name = ? ORDER BY id LIMIT 1", (claim.story_name,)
    ).fetchone()
    return str(found[0]) if found else f"name:{claim.story_name}"


def _merge_fields(journal: Journal, record: Record, incoming: Fields, row: dict[str, Any]) -> Outcome:
    present, stamps = fields_of(row), json.loads(row["stamps"])
    default = f"{row['created']} {row['author']}"
    taken: Fields = {}
    later: dict[str, str] = {}
    older = False
    for name in _names(record, incoming, present):
        theirs, ours = _stamp(record, name), stamps.get(name, default)
        value, here = _same_place(name, incoming.get(name), present.get(name)), present.get(name)
        if value == here:
            if record.stamps is not None and theirs > ours:
                later[name] = theirs
        elif _wins(record, theirs, ours, value, here):
            taken[name] = value
        else:
            older = True
    # Two copies of a field count as one only when they also know the same time of its last change.
    if later:
        journal.connection.execute(
            "UPDATE claims SET stamps = ?, updated = max(updated, ?) WHERE number = ?",
            (encode({**stamps, **later}), max(later.values()).partition(" ")[0], row["number"]),
        )
    if not taken:
        return "older" if older else "unchanged"
    given = None if record.stamps is None else {name: _stamp(record, name) for name in taken}
    journal.change_claim(record.claim.id, "import", taken, stamps=given)
    return "updated"


def _names(record: Record, incoming: Fields, present: Fields) -> list[str]:
    names = dict.fromkeys((*incoming, *present, *(record.stamps or ())))
    if record.carried is None:
        return list(names)
    return [name for name in names if name.partition(":")[0] in record.carried]


def _stamp(record: Record, name: str) -> str:
    claim = record.claim
    if record.stamps is None:
        return f"{claim.updated} {claim.author}"
    return record.stamps.get(name) or f"{claim.created} {claim.author}"


def _wins(record: Record, theirs: str, ours: str, value: Any, here: Any) -> bool:
    if record.stamps is None:
        # A spreadsheet changes values and leaves the time alone: equal times mean nobody was here since.
        return theirs.partition(" ")[0] >= ours.partition(" ")[0]
    return (theirs, encode(value)) > (ours, encode(here))


def _same_place(name: str, value: Any, here: Any) -> Any:
    """What is on both sides keeps its place here: the order of tags or evidence is no change of the claim."""
    if value is None or here is None:
        return value
    if name.startswith("tag:"):
        return here
    if name == "anchors" and _says_less(value, here):
        return here
    return {**value, "place": here["place"]} if name.startswith("evidence:") else value


def _says_less(anchors: list[list[Any]], here: list[list[Any]]) -> bool:
    """Whether a file of an older copydesk has the same anchors, without outlet and date."""
    return len(anchors) == len(here) and all(
        ours[: len(theirs)] == theirs for theirs, ours in zip(anchors, here, strict=True)
    )


def _stamped(claim: Claim, fields: Fields) -> dict[str, str]:
    if not claim.updated or claim.updated == claim.created:
        return {}
    return {name: f"{claim.updated} {claim.author}" for name in fields}


def _merge_mark(journal: Journal, mark: Mark) -> bool:
    found = row_of(journal.connection, mark.kind, mark.story, mark.subject)
    if found is not None:
        story, value, stamp = found
        if (mark.stamp, encode(mark.value)) <= (stamp, value):
            return False
        if encode(mark.value) == value:
            journal.connection.execute(
                "UPDATE marks SET stamp = ? WHERE kind = ? AND story = ? AND subject = ?",
                (mark.stamp, mark.kind, story, mark.subject),
            )
            return False
    journal.name_story(mark.story, mark.story)
    event = journal.set_mark(mark.story, mark.kind, mark.subject, mark.value, "import", stamp=mark.stamp)
    return event is not None


def _keep_text(journal: Journal, version: Version) -> bool:
    return versions.keep_text(
        journal.connection, version.sha256, version.article, version.title, version.text, journal.at
    )
