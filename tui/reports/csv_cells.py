"""Cells of CSV files that a spreadsheet will not take for formulas, and how they are read back."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from tui.story.sanitise import sanitise

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARD = "'"


def guarded(value: object) -> str:
    """`value` as a cell: an apostrophe goes before what a spreadsheet would run (OWASP, CSV injection).

    White space and a guard already there do not hide a formula; numbers are left as they are.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    # A store may have been written by another program: what would command a terminal goes no further.
    text = sanitise(str(value))
    return _GUARD + text if _dangerous(text) else text


def unguarded(cell: str) -> str:
    """The value of a cell written by `guarded`."""
    return cell[1:] if cell.startswith(_GUARD) and _dangerous(cell[1:]) else cell


def _dangerous(text: str) -> bool:
    # Full-width forms of the signs are normalised to formulas by some spreadsheets.
    start = text.lstrip(" \u00a0\u3000'")
    return start.startswith((*_FORMULA, "＝", "＋", "－", "＠", "|", "%"))


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A CSV file (RFC 4180 quoting, lines ending in a line feed) with a header line and guarded cells."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(row.get(column)) for column in columns])
    return target.getvalue()
