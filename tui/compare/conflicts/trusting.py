"""What differs between two texts of which an editor says that they tell the same, however little of them corresponds.

Nothing else tells that a figure, a day or a name of one is that of the other, so all of it stands in the tier `check`.
"""

from collections.abc import Sequence
from dataclasses import replace

from tui.compare.conflicts.families.dates import dates
from tui.compare.conflicts.families.names import names
from tui.compare.conflicts.families.numbers import numbers_of_one
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.ranking import told_at_the_bar
from tui.compare.conflicts.reading import Text
from tui.compare.model import Finding


def trusted(a: Text, b: Text, pairing: Sequence[tuple[int, int]]) -> tuple[Finding, ...]:
    """The figures, dates and names that differ between two texts which tell the same; all to check."""
    pair = Pair(a, b, pairing)
    found: list[Candidate] = numbers_of_one(pair)
    found += [candidate for candidate in dates(pair) if candidate.sure >= 1]
    if a.english and b.english:
        found += [candidate for candidate in names(pair) if not candidate.rivals]
    return told_at_the_bar(pair, [replace(candidate, mild=True) for candidate in found])
