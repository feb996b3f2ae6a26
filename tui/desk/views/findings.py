"""The findings of a comparison in the order an editor settles them, with the verdicts given."""

from collections.abc import Iterable, Mapping

from tui.compare.model import Comparison
from tui.desk.reading.grouping import INTERNAL, FindingGroup, grouped
from tui.desk.record.judging import IGNORE
from tui.desk.views.rows import Row

HEADINGS = {"check": "differs, check", INTERNAL: "within one article"}
IGNORED = "ignored"


def finding_rows(comparison: Comparison, verdicts: Mapping[str, str]) -> list[Row[FindingGroup]]:
    """The rows of the findings view: by tier, and what is ignored at the end."""
    rows: list[Row[FindingGroup]] = []
    tier = "conflict"
    ignored: list[FindingGroup] = []
    for group in grouped(comparison):
        if group.verdict(verdicts) == IGNORE:
            ignored.append(group)
            continue
        if group.link.tier != tier:
            tier = group.link.tier or ""
            rows.append(Row(heading=HEADINGS[tier]))
        rows.append(Row(group))
    return [*rows, *([Row(heading=IGNORED)] if ignored else []), *map(Row, ignored)]


def counts(groups: Iterable[FindingGroup], verdicts: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """How many findings each tier has, and how many of them are judged; those ignored under "ignored"."""
    found: dict[str, tuple[int, int]] = {}
    for group in groups:
        verdict = group.verdict(verdicts)
        name = IGNORED if verdict == IGNORE else group.link.tier or ""
        total, judged = found.get(name, (0, 0))
        found[name] = total + 1, judged + (verdict is not None)
    return found
