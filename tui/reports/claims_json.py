"""Claims as JSON and back, without loss."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from tui.claims.model import Claim

FORMAT = "copydesk-claims"
FORMAT_VERSION = 1

Stamps = Mapping[str, Mapping[str, str]]


def claims_json(
    claims: Iterable[Claim],
    *,
    stamps: Stamps | None = None,
    marks: Sequence[Mapping[str, Any]] = (),
    versions: Sequence[Mapping[str, Any]] = (),
) -> str:
    """The claims as JSON text.

    `stamps` holds, by claim and field, when and by whom it was last changed, so that two editors' changes to
    different fields both survive a merge. `marks` (verdicts on findings, pins …) and `versions` (texts of
    articles) travel along in a handover.
    """
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "claims": [claim_document(claim, (stamps or {}).get(claim.id, {})) for claim in claims],
    }
    if marks:
        document["marks"] = list(marks)
    if versions:
        document["versions"] = list(versions)
    return json.dumps(document, ensure_ascii=False, indent=1)


def claim_document(claim: Claim, stamps: Mapping[str, str]) -> dict[str, Any]:
    """One claim as what JSON can hold."""
    document = asdict(claim)
    document["state"] = claim.state
    if stamps:
        document["stamps"] = dict(stamps)
    return document
