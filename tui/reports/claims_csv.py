"""Claims as CSV: one row a claim, with the columns newsrooms' other tools know."""

from collections.abc import Iterable

from tui.claims.model import Claim
from tui.reports.addresses import address_of
from tui.reports.csv_cells import csv_text

COLUMNS = (
    "claim_id", "story", "source", "article_title", "url", "published", "quote", "start", "end",
    "claim_text", "speaker", "attribution", "tags", "type", "priority", "status", "verdict",
    "conflicts_with", "sources_count", "evidence_url", "evidence_note", "checked_by", "checked_at",
    "created_at", "updated_at", "text_sha256",
)  # fmt: skip
"""`tags` and the addresses of `evidence_url` are parted by semicolons; `evidence_note` is the note."""


def claims_csv(claims: Iterable[Claim]) -> str:
    """The claims as CSV text; what nothing sets stays empty."""
    return csv_text(COLUMNS, (_row(claim) for claim in claims))


def _row(claim: Claim) -> dict[str, object]:
    first = claim.anchors[0] if claim.anchors else None
    digest_only = first is None or first.article.startswith("sha256:")
    return {
        "claim_id": claim.id,
        "story": claim.story_name,
        "article_title": first.title if first else None,
        "url": None if first is None or digest_only else address_of(first.article),
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
    }
