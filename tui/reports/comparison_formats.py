"""The formats of a comparison by name; each is imported when it is first written."""

from collections.abc import Collection, Mapping
from typing import Protocol

from tui.compare.model import Comparison
from tui.story.model import Story


class ComparisonReport(Protocol):
    """Writes a comparison; `only` names the findings to keep, all where it is empty.

    `verdicts` are what an editor judged findings to be, by id.
    """

    def __call__(
        self,
        story: Story,
        comparison: Comparison,
        *,
        only: Collection[str] = (),
        verdicts: Mapping[str, str] | None = None,
    ) -> str:
        """The report as text."""
        ...


def _text(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    from tui.reports.comparison_text import comparison_text

    return comparison_text(story, comparison, only=only, verdicts=verdicts)


def _json(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    from tui.reports.comparison_json import comparison_json

    return comparison_json(story, comparison, only=only, verdicts=verdicts)


def _markdown(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    from tui.reports.comparison_report import comparison_markdown

    return comparison_markdown(story, comparison, only=only, verdicts=verdicts)


def _html(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    from tui.reports.comparison_report import comparison_html

    return comparison_html(story, comparison, only=only, verdicts=verdicts)


def _csv(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    from tui.reports.comparison_csv import comparison_csv

    return comparison_csv(story, comparison, only=only, verdicts=verdicts)


COMPARISON_FORMATS: dict[str, ComparisonReport] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
}
