"""What an editor judged findings to be decides where the report of a story shows them."""

import json

from tests.unit.claims.stories import story
from tests.unit.reports.findings import comparison
from tui.reports.claims_report import story_markdown
from tui.reports.comparison_formats import COMPARISON_FORMATS


def part_of(report: str, title: str) -> str:
    """A section of a report in Markdown, with the number of its entries."""
    return report.partition(f"## {title} (")[2].partition("\n## ")[0]


def test_a_finding_the_editor_confirmed_stands_with_the_conflicts_of_the_report() -> None:
    report = story_markdown(story(), comparison(), [], {"l2": "real"})

    conflicts = part_of(report, "Conflicts")
    assert conflicts.startswith("2)")
    assert "may be a change of mind" in conflicts
    assert conflicts.count("- judged: real") == 1
    assert part_of(report, "Differs, check").startswith("0)")


def test_a_finding_without_a_verdict_is_to_be_checked_in_the_report() -> None:
    report = story_markdown(story(), comparison(), [], {"l1": "real"})

    assert "may be a change of mind" in part_of(report, "Differs, check")
    assert "- judged: real" in part_of(report, "Conflicts")
    assert "Judged only apparent" not in report


def test_what_was_judged_apparent_is_marked_as_such_and_what_is_ignored_is_left_out() -> None:
    report = story_markdown(story(), comparison(), [], {"l1": "apparent", "l2": "ignore"})

    assert part_of(report, "Conflicts").startswith("0)")
    assert part_of(report, "Differs, check").startswith("0)")
    apparent = part_of(report, "Judged only apparent")
    assert "for the same repairs" in apparent
    assert "- judged: apparent" in apparent
    assert "may be a change of mind" not in report


def test_json_has_the_verdict_on_a_finding_and_is_otherwise_the_same() -> None:
    bare = json.loads(COMPARISON_FORMATS["json"](story(), comparison()))
    judged = json.loads(COMPARISON_FORMATS["json"](story(), comparison(), verdicts={"l2": "real", "l3": "real"}))

    assert [link.pop("verdict", None) for link in judged["links"]] == [None, "real", None, None]
    assert judged == bare


def test_csv_has_the_verdict_on_a_finding_in_its_last_column() -> None:
    rows = COMPARISON_FORMATS["csv"](story(), comparison(), verdicts={"l1": "apparent"}).splitlines()

    assert rows[0].endswith(",verdict")
    assert [row.rpartition(",")[2] for row in rows[1:]] == ["apparent", "", "", ""]
