"""Claims as JSON and back, without loss."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tui.claims.clock import canonical
from tui.claims.merge import Mark, Record
from tui.claims.model import STATUSES, Anchor, Claim, Evidence, Version
from tui.reports.errors import ReportError
from tui.story.sanitise import sanitise_line

FORMAT = "copydesk-claims"
FORMAT_VERSION = 1
_STATES = ("placed", "moved", "recheck", "orphan")
_LONGEST_ID = 2000
_MARKS = ("finding", "pin", "break", "checked", "source", "story")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a file of claims holds; `problems` are the entries that could not be read, one sentence each, `partly`
    those of which something could not.
    """

    records: tuple[Record, ...]
    marks: tuple[Mark, ...] = ()
    versions: tuple[Version, ...] = ()
    problems: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()


def claims_json(
    claims: Iterable[Claim],
    *,
    stamps: Mapping[str, Mapping[str, str]] | None = None,
    marks: Sequence[Mapping[str, Any]] = (),
    versions: Sequence[Version] = (),
) -> str:
    """The claims as JSON text.

    `stamps` holds, by claim and field, when and by whom it was last changed, so that two editors' changes to
    different fields both survive a merge. `marks` (verdicts on findings, pins …) and `versions` (texts of
    articles) travel along in a handover.
    """
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "claims": [_document(claim, stamps) for claim in claims],
    }
    if marks:
        document["marks"] = list(marks)
    if versions:
        document["versions"] = [asdict(version) for version in versions]
    return json.dumps(document, ensure_ascii=False, indent=1)


def _document(claim: Claim, stamps: Mapping[str, Mapping[str, str]] | None) -> dict[str, Any]:
    document = asdict(claim)
    document["state"] = claim.state
    if stamps is not None:
        document["stamps"] = dict(stamps.get(claim.id, {}))
    return document


def read_claims_json(text: str) -> Parcel:
    """The claims in a file written by `claims_json`.

    Raises:
        ReportError: it is not such a file, or was written by a newer copydesk.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ReportError("it is not JSON: export it again with `copydesk claims export`") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ReportError(f'it is no file of claims: "format" is not "{FORMAT}"')
    if document.get("version") != FORMAT_VERSION:
        raise ReportError("it was written by a newer copydesk: upgrade copydesk to import it")
    problems: list[str] = []
    records = _each(document, "claims", _record, problems)
    marks = _each(document, "marks", _mark, problems)
    versions = _each(document, "versions", _version, problems)
    return Parcel(tuple(records), tuple(marks), tuple(versions), tuple(problems))


def _each(document: Mapping[str, Any], name: str, read: Any, problems: list[str]) -> list[Any]:
    entries = document.get(name, [])
    if not isinstance(entries, list):
        raise ReportError(f'"{name}" is not a list')
    found = []
    for number, entry in enumerate(entries, start=1):
        try:
            found.append(read(entry))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            problems.append(f"{name} {number} was left out: {what}")
    return found


def _record(entry: Mapping[str, Any]) -> Record:
    if entry["status"] not in STATUSES:
        raise ValueError(f"the status {entry['status']!r} is unknown")
    claim = Claim(
        id=identifier(_text(entry, "id")),
        story=identifier(_text(entry, "story")),
        story_name=_text(entry, "story_name"),
        anchors=tuple(_anchor(anchor) for anchor in entry["anchors"]),
        text=_text(entry, "text"),
        speaker=_optional(entry, "speaker"),
        tags=tuple(_strings(entry["tags"])),
        status=entry["status"],
        verdict=_optional(entry, "verdict"),
        priority=_optional(entry, "priority"),
        assigned_to=_optional(entry, "assigned_to"),
        note=_text(entry, "note"),
        evidence=tuple(_evidence(item) for item in entry.get("evidence", [])),
        author=sanitise_line(_text(entry, "author")),
        created=_time(entry["created"]),
        updated=_time(entry["updated"]),
        checked_by=_optional(entry, "checked_by"),
        checked_at=_optional(entry, "checked_at"),
        dropped=bool(entry.get("dropped", False)),
    )
    stamps = entry.get("stamps")
    return Record(claim, None if stamps is None else {str(name): _stamp(stamp) for name, stamp in stamps.items()})


def identifier(value: str) -> str:
    """An id from a file.

    Raises:
        ValueError: it is empty, very long, or has characters that do not print.
    """
    if not value or len(value) > _LONGEST_ID or not value.isprintable():
        raise ValueError(f"the id {value[:40]!r} is none")
    return value


def _anchor(entry: Mapping[str, Any]) -> Anchor:
    start, end, passage = entry["start"], entry["end"], entry.get("passage")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        raise ValueError(f"the span {start!r} to {end!r} is none")
    state = entry.get("state", "placed")
    if state not in _STATES:
        raise ValueError(f"the state {state!r} is unknown")
    texts = [_text(entry, name) for name in ("article", "sha256", "title", "exact", "prefix", "suffix")]
    article, sha256, title, exact, prefix, suffix = texts
    return Anchor(
        article, sha256, title, exact, prefix, suffix, start, end,
        passage if isinstance(passage, int) else None, state, _optional(entry, "former"),
        _optional(entry, "outlet"), _optional(entry, "published"),
    )  # fmt: skip


def _evidence(entry: Mapping[str, Any]) -> Evidence:
    anchor = entry.get("anchor")
    return Evidence(_optional(entry, "url"), _anchor(anchor) if anchor else None, str(entry.get("note") or ""))


def _mark(entry: Mapping[str, Any]) -> Mark:
    if entry["kind"] not in _MARKS:
        raise ValueError(f"the kind {entry['kind']!r} is unknown")
    return Mark(
        entry["kind"], _text(entry, "story"), _text(entry, "subject"), entry.get("value"), _stamp(entry["stamp"])
    )


def _version(entry: Mapping[str, Any]) -> Version:
    return Version(*(_text(entry, name) for name in ("sha256", "article", "title", "text")))


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry[name]
    if not isinstance(value, str):
        raise ValueError(f"{name} is not text")
    return value


def _optional(entry: Mapping[str, Any], name: str) -> str | None:
    return None if entry.get(name) is None else _text(entry, name)


def _strings(values: Any) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError("tags is not a list of texts")
    return values


def _stamp(value: Any) -> str:
    moment, _, editor = str(value).partition(" ")
    return f"{_time(moment)} {editor}"


def _time(value: Any) -> str:
    moment = canonical(str(value))
    if moment is None:
        raise ValueError(f"{value!r} is no time")
    return moment
