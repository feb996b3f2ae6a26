"""The formats of claims by name, as the command line and the desk ask for them."""

from collections.abc import Sequence
from typing import Protocol

from tui.claims.model import Claim
from tui.reports.annotation import claims_annotation
from tui.reports.claimreview import claims_claimreview
from tui.reports.claims_csv import claims_csv
from tui.reports.claims_json import claims_json
from tui.reports.claims_report import claims_html, claims_markdown
from tui.reports.publisher import Publisher


class ClaimReport(Protocol):
    """Writes claims; `publisher` is who publishes, for formats of the web."""

    def __call__(self, claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
        """The report as text."""
        ...


def _json(claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
    return claims_json(claims)


def _csv(claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
    return claims_csv(claims)


CLAIM_FORMATS: dict[str, ClaimReport] = {
    "json": _json,
    "csv": _csv,
    "markdown": claims_markdown,
    "html": claims_html,
    "annotation": claims_annotation,
    "claimreview": claims_claimreview,
}
