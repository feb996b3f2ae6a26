"""A comparison as CSV: one row a link."""

from collections.abc import Collection, Mapping

from tui.compare.model import Comparison, Link, Side
from tui.reports.csv_cells import csv_text
from tui.reports.selection import selected
from tui.story.model import Story

COLUMNS = (
    "relation", "kind", "tier", "score", "source_a", "start_a", "end_a", "quote_a",
    "source_b", "start_b", "end_b", "quote_b", "reason", "verdict",
)  # fmt: skip


def comparison_csv(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    """The links as CSV text, in the order of the comparison; offsets are code points, end exclusive.

    `verdicts` are what an editor judged findings to be, by id; the cell of a link without one is empty.
    """
    judged = verdicts or {}
    return csv_text(COLUMNS, (_row(story, link, judged) for link in selected(comparison, only).links))


def _row(story: Story, link: Link, verdicts: Mapping[str, str]) -> dict[str, object]:
    row: dict[str, object] = {
        "relation": link.relation,
        "kind": link.kind,
        "tier": link.tier,
        "score": round(link.score, 4),
        "reason": link.reason,
        "verdict": verdicts.get(link.id) if link.relation == "conflict" else None,
    }
    return {**row, **_side(story, link.a, "a"), **_side(story, link.b, "b")}


def _side(story: Story, side: Side, name: str) -> dict[str, object]:
    article = story.articles[side.article]
    return {
        f"source_{name}": article.source,
        f"start_{name}": side.start,
        f"end_{name}": side.end,
        f"quote_{name}": article.text[side.start : side.end],
    }
