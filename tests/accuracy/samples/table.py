"""The figures of the sample stories as a table of plain text."""

from collections.abc import Mapping

from tests.accuracy.samples.scoring import Ratio, Scores

_COLUMNS = {
    "links": "links",
    "maybe_links": "or maybe",
    "plain_links": "plain",
    "expected_links": "named",
    "conflicts": "conflict",
    "conflicts_anywhere": "either",
    "checks": "check",
    "internal": "internal",
    "kinds": "kind",
    "precision": "right !",
    "check_precision": "right ?",
    "alone": "alone",
}
_LEGEND = """
links     expected links found                plain    those a first, plain engine can find
or maybe  these, and those that the desk says may be told there, without a link
named     overlaps found that are expected    conflict issues of tier conflict, found in that tier
either    the same issues, in either tier     check    issues of tier check, in either tier
internal  headline against text               kind     issues found that have a fitting kind
right !   flags of tier conflict that are expected, in either tier; right ? flags of tier check
alone     expected to be alone and so shown   over     flags of tier conflict where check is expected"""


def table(scores: Mapping[str, Scores]) -> str:
    """One row a story, a row for all together where there are several, and what the columns mean."""
    rows = [["story", *_COLUMNS.values(), "over"]]
    rows += [_row(name, one) for name, one in scores.items()]
    if len(scores) > 1:
        rows.append(_pooled(list(scores.values())))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(lines) + "\n" + _LEGEND


def _row(name: str, scores: Scores) -> list[str]:
    return [name, *(_cell(getattr(scores, column)) for column in _COLUMNS), str(scores.overstated)]


def _pooled(scores: list[Scores]) -> list[str]:
    ratios = [sum((getattr(one, column) for one in scores), Ratio(0, 0)) for column in _COLUMNS]
    return ["all", *map(_cell, ratios), str(sum(one.overstated for one in scores))]


def _cell(ratio: Ratio) -> str:
    return f"{ratio.hit}/{ratio.total}"
