"""The formats by name, as the command line and the desk ask for them."""

from collections.abc import Collection, Sequence
from typing import Protocol

from tui.claims.model import Claim
from tui.compare.model import Comparison
from tui.reports.annotation import claims_annotation
from tui.reports.claimreview import claims_claimreview
from tui.reports.claims_csv import claims_csv
from tui.reports.claims_json import claims_json
from tui.reports.claims_report import claims_html, claims_markdown
from tui.reports.comparison_csv import comparison_csv
from tui.reports.comparison_json import comparison_json
from tui.reports.comparison_report import comparison_html, comparison_markdown
from tui.reports.comparison_text import comparison_text
from tui.reports.publisher import Publisher
from tui.story.model import Story


class ComparisonReport(Protocol):
    """Writes a comparison; `only` names the findings to keep, all where it is empty."""

    def __call__(self, story: Story, comparison: Comparison, *, only: Collection[str] = ()) -> str:
        """The report as text."""
        ...


class ClaimReport(Protocol):
    """Writes claims; `publisher` is who publishes, for formats of the web."""

    def __call__(self, claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
        """The report as text."""
        ...


COMPARISON_FORMATS: dict[str, ComparisonReport] = {
    "text": comparison_text,
    "json": comparison_json,
    "markdown": comparison_markdown,
    "html": comparison_html,
    "csv": comparison_csv,
}


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
