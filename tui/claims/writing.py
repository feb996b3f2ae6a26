"""What an editor does to claims; each method is one action, committed when it returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.claims import queries
from tui.claims.access import Access
from tui.claims.codec import (
    Fields,
    anchor_values,
    anchors_of,
    evidence_field,
    evidence_value,
    fields_of,
    named,
)
from tui.claims.model import STATUSES, Action, Anchor, Claim, Evidence, Status, StoreError, Version

# What only some calls need is imported when they are made: listing claims must start at once.
if TYPE_CHECKING:
    from tui.claims.journal import Journal
    from tui.claims.merge import Mark, Merged, Record
    from tui.story.model import Story


class ClaimWriting(Access):
    """The writing half of the store."""

    def add(
        self,
        story: Story,
        anchors: Sequence[Anchor] | Anchor,
        *,
        tags: Iterable[str] = (),
        text: str | None = None,
        status: Status = "open",
        verdict: str | None = None,
        speaker: str | None = None,
        priority: str | None = None,
        assigned_to: str | None = None,
        note: str = "",
        evidence: Iterable[Evidence] = (),
    ) -> Claim:
        """Tag the quotes at `anchors` as one claim of `story`, and keep the texts of the story's articles."""
        _status(status)
        placed = [anchors] if isinstance(anchors, Anchor) else list(anchors)
        if not placed:
            raise StoreError("a claim needs at least one quote")
        fields: Fields = {
            "text": text if text is not None else " … ".join(anchor.exact for anchor in placed),
            "speaker": speaker,
            "priority": priority,
            "assigned_to": assigned_to,
            "note": note,
            "anchors": anchor_values(placed),
            "dropped": False,
        }
        fields.update((f"tag:{tag}", place) for place, tag in enumerate(_tags(tags)))
        fields.update((evidence_field(item), evidence_value(item, place)) for place, item in enumerate(evidence))
        from tui.claims.clock import new_id

        identifier = new_id()

        def write(journal: Journal) -> Claim:
            fields["verdict"] = _verdict(journal, status, verdict)
            journal.name_story(story.id, story.name)
            journal.keep_articles(story.id, story.articles)
            journal.add_claim(identifier, story.id, fields)
            return _found(journal, identifier)

        return self.write(write)

    def add_tags(self, claim_id: str, tags: Iterable[str]) -> Claim:
        """Add tags behind those the claim has."""
        wanted = _tags(tags)

        def values(_: Journal, fields: Fields) -> Fields:
            had = named(fields, "tag:")
            new = [tag for tag in wanted if tag not in had]
            return {f"tag:{tag}": place for place, tag in enumerate(new, max(had.values(), default=-1) + 1)}

        return self._change(claim_id, "tag", values)

    def remove_tags(self, claim_id: str, tags: Iterable[str]) -> Claim:
        """Take tags off a claim."""
        gone = _tags(tags)
        return self._change(claim_id, "untag", lambda _, fields: {f"tag:{tag}": None for tag in gone})

    def set_status(self, claim_id: str, status: Status, verdict: str | None = None) -> Claim:
        """Set how far checking is, and the verdict; None ends it. Who checked and when follow from it."""
        _status(status)

        def values(journal: Journal, fields: Fields) -> Fields:
            if fields["verdict"][:2] == [status, verdict]:
                return {}
            return {"verdict": _verdict(journal, status, verdict)}

        return self._change(claim_id, "status", values)

    def set_note(self, claim_id: str, note: str) -> Claim:
        """Replace the note."""
        return self._change(claim_id, "note", lambda *_: {"note": note})

    def set_text(self, claim_id: str, text: str) -> Claim:
        """Put the claim into other words; the quotes stay."""
        return self._change(claim_id, "text", lambda *_: {"text": text})

    def set_speaker(self, claim_id: str, speaker: str | None) -> Claim:
        """Set who said it."""
        return self._change(claim_id, "speaker", lambda *_: {"speaker": speaker or None})

    def set_priority(self, claim_id: str, priority: str | None) -> Claim:
        """Set how urgent it is."""
        return self._change(claim_id, "priority", lambda *_: {"priority": priority or None})

    def assign(self, claim_id: str, who: str | None) -> Claim:
        """Set who is to check it, None for nobody."""
        return self._change(claim_id, "assign", lambda *_: {"assigned_to": who or None})

    def add_evidence(self, claim_id: str, evidence: Evidence | Iterable[Evidence]) -> Claim:
        """Add evidence; the same address or passage again replaces its note."""
        items = [evidence] if isinstance(evidence, Evidence) else list(evidence)

        def values(_: Journal, fields: Fields) -> Fields:
            had = named(fields, "evidence:")
            after = max((value["place"] for value in had.values()), default=-1) + 1
            places = enumerate(items, after)
            return {evidence_field(item): evidence_value(item, place) for place, item in places}

        return self._change(claim_id, "evidence", values)

    def remove_evidence(self, claim_id: str, evidence: Evidence) -> Claim:
        """Take a piece of evidence off a claim."""
        return self._change(claim_id, "evidence", lambda *_: {evidence_field(evidence): None})

    def reattach(self, claim_id: str, anchor: Anchor, index: int | None = None) -> Claim:
        """Put a quote of the claim at another place: `index`, else the first that is not placed.

        A claim that says no more than its quotes says what they say there.
        """

        def values(journal: Journal, fields: Fields) -> Fields:
            anchors = list(anchors_of(fields["anchors"]))
            lost = [number for number, old in enumerate(anchors) if old.state != "placed"]
            anchors[index if index is not None else (lost or [0])[0]] = anchor
            return _standing_on(journal, claim_id, fields, anchors)

        return self._change(claim_id, "reattach", values)

    def keep_as_is(self, claim_id: str) -> Claim:
        """Accept the quotes where and as they are now; a verdict that their change had ended holds again.

        A claim that says no more than its quotes says what they say now.
        """

        def values(journal: Journal, fields: Fields) -> Fields:
            anchors = anchors_of(fields["anchors"])
            if any(anchor.state == "orphan" for anchor in anchors):
                raise StoreError("the quote is no longer in the article: reattach it, or drop the claim")
            settled = [replace(anchor, state="placed", former=None) for anchor in anchors]
            kept = _standing_on(journal, claim_id, fields, settled)
            from tui.claims import history

            ended = history.ended_verdict(journal.connection, claim_id)
            if ended is not None:
                kept["verdict"] = ended
            return kept

        return self._change(claim_id, "keep", values)

    def drop(self, claim_id: str) -> Claim:
        """Delete the claim; it stays in the store as dropped, so that this can be undone."""
        return self._change(claim_id, "drop", lambda *_: {"dropped": True})

    def take_in(
        self,
        records: Iterable[Record],
        marks: Iterable[Mark] = (),
        texts: Iterable[Version] = (),
        *,
        dry_run: bool = False,
    ) -> Merged:
        """Merge a colleague's claims, or with `dry_run` only tell what that would do."""
        from tui.claims.merge import merge

        if not dry_run:
            return self.write(lambda journal: merge(journal, records, marks, texts))
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            copy = Path(folder) / "claims.db"
            self.read(lambda connection: connection.execute("VACUUM INTO ?", (str(copy),)), None)
            with Access(copy, editor=self.editor) as trial:
                return trial.write(lambda journal: merge(journal, records, marks, texts))

    def undo(self, story: Story | str, *, force: bool = False) -> Action | None:
        """Take back one's own latest action in the story, given whole or by its id; None when there is none."""
        if not self.exists():
            return None
        from tui.claims import undo

        return self.write(lambda journal: undo.undo(journal, story, force=force))

    def redo(self, story: Story | str, *, force: bool = False) -> Action | None:
        """Do again what was undone last; None when there is nothing."""
        if not self.exists():
            return None
        from tui.claims import undo

        return self.write(lambda journal: undo.redo(journal, story, force=force))

    def _change(self, claim_id: str, verb: str, values: Callable[[Journal, Fields], Mapping[str, Any]]) -> Claim:
        from tui.claims.journal import claim_row

        def write(journal: Journal) -> Claim:
            fields = fields_of(claim_row(journal.connection, claim_id))
            journal.change_claim(claim_id, verb, values(journal, fields))
            return _found(journal, claim_id)

        return self.write(write)


def _found(journal: Journal, identifier: str) -> Claim:
    claim = queries.one(journal.connection, identifier)
    if claim is None:
        raise StoreError(f"there is no claim {identifier} in the store: it may have been purged")
    return claim


def _standing_on(journal: Journal, claim_id: str, fields: Fields, anchors: Sequence[Anchor]) -> Fields:
    """What changes in a claim that is put on these quotes by its editor."""
    from tui.claims.wording import text_with

    text = text_with(journal.connection, claim_id, fields["text"], anchors)
    return {"anchors": anchor_values(anchors), "text": text}


def _verdict(journal: Journal, status: str, verdict: str | None) -> list[str | None]:
    if verdict is None and status != "done":
        return [status, None, None, None]
    return [status, verdict, journal.editor, journal.at]


def _status(status: str) -> None:
    if status not in STATUSES:
        raise StoreError(f"a claim is {', '.join(STATUSES)}, not {status!r}")


def _tags(tags: Iterable[str]) -> list[str]:
    names = [" ".join(tag.split()) for tag in ([tags] if isinstance(tags, str) else tags)]
    return list(dict.fromkeys(name for name in names if name))
