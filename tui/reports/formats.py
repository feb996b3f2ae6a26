"""The formats by name, as the command line and the desk ask for them."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from tui.claims.model import Claim
from tui.compare.model import Comparison
from tui.reports.claims_csv import claims_csv
from tui.reports.claims_json import claims_json
from tui.reports.comparison_json import comparison_json
from tui.story.model import Story


class ComparisonReport(Protocol):
    """Writes a comparison; `only` names the findings to keep, all where it is empty."""

    def __call__(self, story: Story, comparison: Comparison, *, only: Collection[str] = ()) -> str:
        """The report as text."""
        ...


COMPARISON_FORMATS: dict[str, ComparisonReport] = {"json": comparison_json}

CLAIM_FORMATS: dict[str, Callable[[Sequence[Claim]], str]] = {"json": claims_json, "csv": claims_csv}
