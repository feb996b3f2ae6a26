"""Claims with a verdict as ClaimReview (https://schema.org/ClaimReview), for the web."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tui.claims.model import Anchor, Claim
from tui.reports.errors import ReportError
from tui.reports.publisher import Publisher

RATINGS: Mapping[str, int] = {"false": 1, "unsupported": 2, "disputed": 3, "verified": 5, "true": 5}
"""The verdicts on schema.org's scale from 1, worst, to 5, best; user-defined ones come from the configuration."""

_CONTEXT = "https://schema.org"


def claims_claimreview(claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
    """The claims that have a verdict, as a JSON array of ClaimReview.

    Raises:
        ReportError: the configuration does not say who publishes, or a verdict has no rating.
    """
    known = publisher or Publisher()
    missing = [key for key, value in (("organisation", known.organisation), ("url", known.url)) if not value]
    if missing:
        raise ReportError(f"the configuration lacks {' and '.join(f'[publisher] {key}' for key in missing)}")
    ratings = {**RATINGS, **dict(known.ratings)}
    judged = [claim for claim in claims if claim.verdict]
    unrated = sorted({claim.verdict for claim in judged if claim.verdict and claim.verdict not in ratings})
    if unrated:
        raise ReportError(f"the configuration gives no rating from 1 to 5 for {', '.join(unrated)}")
    return json.dumps(
        [_review(claim, known, ratings[claim.verdict or ""]) for claim in judged], ensure_ascii=False, indent=1
    )


def _review(claim: Claim, publisher: Publisher, rating: int) -> dict[str, Any]:
    reviewed: dict[str, Any] = {"@type": "Claim", "text": claim.text}
    if claim.speaker:
        reviewed["author"] = {"@type": "Person", "name": claim.speaker}
    appearances = [_appearance(anchor) for anchor in claim.anchors if _is_web(anchor.article)]
    if appearances:
        reviewed["appearance"] = appearances
    return {
        "@context": _CONTEXT,
        "@type": "ClaimReview",
        "datePublished": (claim.checked_at or claim.updated)[:10],
        "url": f"{publisher.url.rstrip('/')}/{claim.id}",
        "author": {"@type": "Organization", "name": publisher.organisation, "url": publisher.url},
        "claimReviewed": claim.text,
        "itemReviewed": reviewed,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": (claim.verdict or "").capitalize(),
        },
    }


def _appearance(anchor: Anchor) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "NewsArticle", "url": anchor.article}
    if anchor.title:
        article["headline"] = anchor.title
    if anchor.outlet:
        article["publisher"] = {"@type": "Organization", "name": anchor.outlet}
    if anchor.published:
        article["datePublished"] = anchor.published
    return article


def _is_web(identity: str) -> bool:
    return identity.startswith(("http://", "https://"))
