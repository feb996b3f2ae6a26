"""All families over one aligned pair."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tui.compare.conflicts.comings import may_come
from tui.compare.conflicts.families.attribution import attribution
from tui.compare.conflicts.families.caveats import caveats
from tui.compare.conflicts.families.dates import dates
from tui.compare.conflicts.families.fillers import fillers
from tui.compare.conflicts.families.lists import lists
from tui.compare.conflicts.families.modality import modality
from tui.compare.conflicts.families.names import names, spelt
from tui.compare.conflicts.families.numbers import numbers
from tui.compare.conflicts.families.polarity import polarity
from tui.compare.conflicts.families.portions import portions
from tui.compare.conflicts.families.positions import positions
from tui.compare.conflicts.families.quotes import quotes
from tui.compare.conflicts.families.reversals import reversals
from tui.compare.conflicts.outlook import Cover
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.ranking import LEAST_LIKENESS, settle
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.screening import Families, Family, likely
from tui.compare.conflicts.sheets import MOMENTS, Sheet, sheet_of
from tui.compare.model import Finding

# Below this probability of speaking of the same fact, and beyond this length (a page, not a passage), neither.
LEAST_OVERLAP = 0.05
# From this probability the days on which one thing is to come are held against each other in any words.
LINKED = 0.6
LONGEST_TEXT = 6000
FAMILIES: Families = (
    numbers, lists, dates, names, polarity, reversals, attribution, modality, quotes, fillers, positions,
    portions,
)  # fmt: skip
ALL = (caveats, *FAMILIES)
# What is compared where a text is not known to be English: the other families read English words.
IN_ANY_LANGUAGE: Families = (numbers, dates, spelt, quotes)


def between(
    a: Text, b: Text, pairing: Sequence[tuple[int, int]], overlap: float = 1.0, asked: Families | None = None
) -> tuple[Finding, ...]:
    """The conflicts of an aligned pair, worst first; empty where there are none or the texts hardly align.

    `overlap` only keeps texts out that do not speak of the same fact; the confidence comes from the pairing.
    Of the families (of `asked`, where given) only those are asked that may find something; with `ALL` all of them.
    """
    if overlap < LEAST_OVERLAP or max(len(a.text), len(b.text)) > LONGEST_TEXT:
        return ()
    pair = Pair(a, b, pairing, overlap)
    if asked is ALL:
        return settle(pair, candidates(pair))
    cover, sheets = Cover(*pair.covered), (sheet_of(a), sheet_of(b))
    families = promising(*sheets, cover, overlap) if asked is None else likely(*sheets, cover, asked)
    return settle(pair, candidates(pair, families)) if families else ()


def promising(a: Sheet, b: Sheet, cover: Cover, overlap: float = 1.0) -> Families:
    """The families that may find something between two texts of which at most `cover` corresponds."""
    unlike = cover.likeness < LEAST_LIKENESS
    if overlap < (LINKED if unlike else LEAST_OVERLAP) or max(len(a.text.text), len(b.text.text)) > LONGEST_TEXT:
        return ()
    if unlike:
        return (dates,) if a.holds & b.holds & MOMENTS and may_come(a.text, b.text) else ()
    return likely(a, b, cover, ALL if _in_english(a.text, b.text) else IN_ANY_LANGUAGE)


def _in_english(a: Text, b: Text) -> bool:
    return a.english and b.english


def candidates(pair: Pair, families: Collection[Family] | None = None) -> list[Candidate]:
    """What the families find in a pair, before it is weighed; all families, unless only some are worth asking."""
    if pair.likeness < LEAST_LIKENESS:
        coming = pair.overlap >= LINKED and (families is None or dates in families)
        return [candidate for candidate in dates(pair) if candidate.rating] if coming else []
    if not _in_english(pair.a, pair.b):
        asked = IN_ANY_LANGUAGE if families is None else families
        return [_unread(pair, c) for family in IN_ANY_LANGUAGE if family in asked for c in family(pair)]
    asked = ALL if families is None else families
    reserved = caveats(pair) if caveats in asked else []
    found = [candidate for family in FAMILIES if family in asked for candidate in family(pair)]
    # A hedge that is left out is a caveat before it is a matter of certainty.
    return reserved + [c for c in found if c.kind != "modality" or not any(_meet(c, one) for one in reserved)]


def _unread(pair: Pair, candidate: Candidate) -> Candidate:
    """A candidate of texts whose words are not read: mild where "some" or "at least" may stand before one figure."""
    before_a, before_b = candidate.run_a[0] - 1, candidate.run_b[0] - 1
    same = pair.to_b.get(before_a, -1) == before_b
    return candidate if same else replace(candidate, mild=True)


def _meet(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates rest on common words."""
    return any(x[0] < y[1] and y[0] < x[1] for x, y in ((one.run_a, other.run_a), (one.run_b, other.run_b)))
