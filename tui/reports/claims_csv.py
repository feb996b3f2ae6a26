"""Claims as CSV: one row a claim, with the columns newsrooms' other tools know."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping

from tui.claims.clock import canonical
from tui.claims.merge import Record
from tui.claims.model import STATUSES, VERDICTS, Anchor, Claim, Evidence, Status
from tui.reports.addresses import address_of, identity_at
from tui.reports.claims_json import Parcel, identifier
from tui.reports.csv_cells import csv_text, unguarded
from tui.reports.errors import ReportError

COLUMNS = (
    "claim_id", "story", "source", "article_title", "url", "published", "quote", "start", "end",
    "claim_text", "speaker", "attribution", "tags", "type", "priority", "status", "verdict",
    "conflicts_with", "sources_count", "evidence_url", "evidence_note", "checked_by", "checked_at",
    "created_at", "updated_at", "text_sha256",
)  # fmt: skip
"""`tags` and the addresses of `evidence_url` are parted by semicolons; `evidence_note` is the note."""
PLACE = "place"
"""A last column, there only where a claim is not where it was: "recheck" or "orphan", and empty for the others."""
_TO_SETTLE = ("recheck", "orphan")
_PLACES = ("placed", "moved", *_TO_SETTLE)


def claims_csv(claims: Iterable[Claim]) -> str:
    """The claims as CSV text; what nothing sets stays empty."""
    rows = [_row(claim) for claim in claims]
    places = (PLACE,) if any(row[PLACE] for row in rows) else ()
    return csv_text((*COLUMNS, *places), rows)


def _row(claim: Claim) -> dict[str, object]:
    first = claim.anchors[0] if claim.anchors else None
    digest_only = first is None or first.article.startswith("sha256:")
    return {
        "claim_id": claim.id,
        "story": claim.story_name,
        "source": first.outlet if first else None,
        "article_title": first.title if first else None,
        "url": None if first is None or digest_only else address_of(first.article),
        "published": first.published if first else None,
        "quote": first.exact if first else None,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "claim_text": claim.text,
        "speaker": claim.speaker,
        "tags": ";".join(claim.tags),
        "priority": claim.priority,
        "status": claim.status,
        "verdict": claim.verdict,
        "evidence_url": ";".join(item.url for item in claim.evidence if item.url),
        "evidence_note": claim.note,
        "checked_by": claim.checked_by,
        "checked_at": claim.checked_at,
        "created_at": claim.created,
        "updated_at": claim.updated,
        "text_sha256": first.sha256 if first else None,
        PLACE: claim.state if claim.state in _TO_SETTLE else None,
    }


def read_claims_csv(text: str, verdicts: Collection[str] = ()) -> Parcel:
    """The claims in a file with the columns of `claims_csv`; `claim_id` must be among them.

    `verdicts` are those known beside `VERDICTS`; a row with another one is taken in without status and verdict.
    A verdict in the column `status` is one, as in `copydesk claims list --status`; the name of a place there, such as
    "recheck", leaves both as they are unless a verdict is given.

    Raises:
        ReportError: it is no CSV file with a header line that has the column `claim_id`.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    except csv.Error as error:
        raise ReportError(f"it is not CSV: {error}") from None
    if not rows or "claim_id" not in rows[0]:
        raise ReportError("it has no column claim_id: export it again with `copydesk claims export --format csv`")
    records, problems, partly = [], [], []
    known = {verdict.casefold(): verdict for verdict in (*VERDICTS, *verdicts)}
    for number, cells in enumerate(rows, start=2):
        row = {str(name): unguarded(cell or "") for name, cell in cells.items() if name}
        if not any(row.values()):
            continue
        try:
            record = _record(row, known)
        except ValueError as error:
            problems.append(f"line {number} was left out: {error}")
            continue
        records.append(record)
        given = row.get("verdict", "").strip()
        if given and record.claim.verdict is None:
            there = ", ".join(known.values())
            partly.append(f"line {number}: the verdict {given[:40]!r} was not taken over: it is none of {there}")
    return Parcel(tuple(records), problems=tuple(problems), partly=tuple(partly))


_FIELDS = {
    "claim_text": "text",
    "speaker": "speaker",
    "tags": "tag",
    "priority": "priority",
    "status": "verdict",
    "evidence_note": "note",
}
"""Columns and the fields of a claim they carry; places and addresses are set once and not changed by a sheet."""


def _record(row: dict[str, str], known: Mapping[str, str]) -> Record:
    claim_id = _identifier(row["claim_id"].strip())
    status, given = _decided(row, known)
    verdict = known.get(given)
    unknown = status is None or (bool(given) and verdict is None)
    story = row.get("story") or "imported"
    claim = Claim(
        id=claim_id,
        story="",
        story_name=story,
        anchors=_anchors(row),
        text=row.get("claim_text") or row.get("quote") or "",
        speaker=row.get("speaker") or None,
        tags=tuple(dict.fromkeys(tag.strip() for tag in row.get("tags", "").split(";") if tag.strip())),
        status="open" if unknown or status is None else status,
        verdict=verdict,
        priority=row.get("priority") or None,
        assigned_to=None,
        note=row.get("evidence_note") or "",
        evidence=tuple(Evidence(url=url) for url in row.get("evidence_url", "").split(";") if url.strip()),
        author="",
        created=_time(row, "created_at"),
        updated=_time(row, "updated_at"),
        checked_by=None if unknown else row.get("checked_by") or None,
        checked_at=None if unknown else _time(row, "checked_at") or None,
        dropped=False,
    )
    carried = {field for column, field in _FIELDS.items() if column in row}
    return Record(claim, carried=frozenset(carried - {"verdict"} if unknown else carried))


def _decided(row: Mapping[str, str], known: Mapping[str, str]) -> tuple[Status | None, str]:
    """Status and verdict of a row, the verdict folded; no status where the cell tells a place."""
    cell, given = row.get("status", "").strip(), row.get("verdict", "").strip().casefold()
    word = cell.casefold() or "open"
    if word in known:
        if given not in ("", word):
            raise ValueError(f"the status {cell!r} and the verdict {given[:40]!r} are two verdicts: leave one of them")
        return "done", word
    if word in _PLACES:
        return ("done", given) if given else (None, "")
    for status in STATUSES:
        if word == status:
            return status, given
    there = ", ".join((*STATUSES, *known.values()))
    raise ValueError(f"the status {cell[:40]!r} is none of {there}")


def _identifier(value: str) -> str:
    if len(value.split()) > 1:
        raise ValueError(f"the claim_id {value[:40]!r} has spaces: a claim's id is one word")
    return identifier(value)


def _anchors(row: dict[str, str]) -> tuple[Anchor, ...]:
    quote, sha256 = row.get("quote", ""), row.get("text_sha256", "")
    article = identity_at(row["url"]) if row.get("url") else f"sha256:{sha256}" if sha256 else ""
    if not quote or not article:
        return ()
    start, end = _number(row, "start"), _number(row, "end")
    if end - start != len(quote):
        end = start + len(quote)
    outlet, published = row.get("source") or None, row.get("published") or None
    title = row.get("article_title", "")
    return (Anchor(article, sha256, title, quote, "", "", start, end, outlet=outlet, published=published),)


def _number(row: dict[str, str], name: str) -> int:
    value = row.get(name) or "0"
    if not value.isascii() or not value.isdigit():
        raise ValueError(f"{name} is no number: {value!r}")
    return int(value)


def _time(row: dict[str, str], name: str) -> str:
    value = row.get(name)
    if not value:
        return ""
    moment = canonical(value)
    if moment is None:
        raise ValueError(f"{name} is no time: {value!r}")
    return moment
