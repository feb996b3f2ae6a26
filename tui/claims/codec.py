"""Claims as rows of the store, and as the single fields that history and merging speak of.

A claim is a set of fields, each of which changes by itself: "text", "speaker", "priority", "assigned_to",
"note", "dropped", "anchors", "verdict" (status, verdict, who checked, when: these go together), one
"tag:NAME" for every tag (its place among the tags, None when it is gone) and one "evidence:KEY" for every
piece of evidence. Values are what JSON can hold.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui.claims.model import Anchor, Claim, Evidence

COLUMNS = (
    "claims.id, claims.story, stories.name, anchors, text, speaker, tags, status, verdict, priority,"
    " assigned_to, note, evidence, author, created, updated, checked_by, checked_at, dropped"
)
"""What `claim_of` reads, from `claims JOIN stories`."""

PLAIN = ("text", "speaker", "priority", "assigned_to", "note")
VERDICT = ("status", "verdict", "checked_by", "checked_at")

Fields = dict[str, Any]

# Lists of thousands of claims are read at once: `json.loads` would look for white space around each value.
_decoded = json.JSONDecoder().raw_decode


def claim_of(row: Sequence[Any]) -> Claim:
    """The claim in a row of `COLUMNS`."""
    tags = _decoded(row[6])[0]
    evidence = row[12]
    return Claim(
        row[0],
        row[1],
        row[2],
        anchors_of(_decoded(row[3])[0]),
        row[4],
        row[5],
        tuple(sorted(tags, key=lambda tag: (tags[tag], tag))) if len(tags) > 1 else tuple(tags),
        row[7],
        row[8],
        row[9],
        row[10],
        row[11],
        () if evidence == "{}" else evidence_of(json.loads(evidence)),
        row[13],
        row[14],
        row[15],
        row[16],
        row[17],
        bool(row[18]),
    )


def anchors_of(values: Iterable[Sequence[Any]]) -> tuple[Anchor, ...]:
    """Anchors from their JSON form."""
    return tuple([Anchor(*value) for value in values])


def anchor_values(anchors: Iterable[Anchor]) -> list[list[Any]]:
    """Anchors in their JSON form: the fields of `Anchor` in order.

    Where neither outlet nor date is known both are left out, as in stores that had no place for them: the same
    anchor has one form only.
    """
    return [
        [
            anchor.article,
            anchor.sha256,
            anchor.title,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.start,
            anchor.end,
            anchor.passage,
            anchor.state,
            anchor.former,
            *([anchor.outlet, anchor.published] if anchor.outlet or anchor.published else []),
        ]
        for anchor in anchors
    ]


def evidence_of(values: Mapping[str, Mapping[str, Any]]) -> tuple[Evidence, ...]:
    """Evidence from its JSON form, in the order in which it was added."""
    ordered = sorted(values.items(), key=lambda item: (item[1].get("place", 0), item[0]))
    return tuple(
        Evidence(
            value.get("url"),
            Anchor(*value["anchor"]) if value.get("anchor") else None,
            value.get("note", ""),
        )
        for _, value in ordered
    )


def evidence_field(evidence: Evidence) -> str:
    """The name of the field that holds a piece of evidence: the same for the same address or passage."""
    if evidence.anchor is not None:
        anchor = evidence.anchor
        return f"evidence:{anchor.article}#char={anchor.start},{anchor.end}"
    return f"evidence:{evidence.url or evidence.note}"


def evidence_value(evidence: Evidence, place: int) -> dict[str, Any]:
    """A piece of evidence in its JSON form; `place` is its position among the claim's evidence."""
    anchor = anchor_values([evidence.anchor])[0] if evidence.anchor else None
    return {"url": evidence.url, "anchor": anchor, "note": evidence.note, "place": place}


def fields_of(row: Mapping[str, Any]) -> Fields:
    """All fields of a claim from a row of the table `claims`."""
    fields: Fields = {name: row[name] for name in PLAIN}
    fields["verdict"] = [row[name] for name in VERDICT]
    fields["anchors"] = json.loads(row["anchors"])
    fields["dropped"] = bool(row["dropped"])
    fields.update((f"tag:{tag}", place) for tag, place in json.loads(row["tags"]).items())
    fields.update((f"evidence:{key}", value) for key, value in json.loads(row["evidence"]).items())
    return fields


def row_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the table `claims` that follow from `fields`."""
    anchors = fields["anchors"]
    row = {name: fields[name] for name in PLAIN}
    row.update(zip(VERDICT, fields["verdict"], strict=True))
    row["anchors"] = encode(anchors)
    row["dropped"] = int(fields["dropped"])
    row["tags"] = encode(named(fields, "tag:"))
    row["evidence"] = encode(named(fields, "evidence:"))
    row["folded"] = ""
    return row


SEARCHED = frozenset(("text", "speaker", "note", "anchors"))
"""The fields that `searched_words` come from."""


def searched_words(fields: Mapping[str, Any]) -> str:
    """The words of a claim that searches look in, case-folded: text, speaker, note and quotes."""
    parts = [fields["text"], fields["speaker"] or "", fields["note"], *(anchor[3] for anchor in fields["anchors"])]
    return "\n".join(dict.fromkeys(parts)).casefold()


def named(fields: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """The fields whose name begins with `prefix`, without it; those that are None are gone."""
    return {
        name.removeprefix(prefix): value
        for name, value in fields.items()
        if value is not None and name.startswith(prefix)
    }


def encode(value: Any) -> str:
    """JSON as the store writes it: the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
