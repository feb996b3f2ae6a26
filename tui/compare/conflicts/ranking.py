"""From candidates to findings: what stands in the tier `conflict`, what in `check`, what is left out."""

import math

from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.model import Finding

# A candidate's confidence is its strength times the likelihood that both texts speak of the same thing.
CONFLICT_BAR = 0.6
CHECK_BAR = 0.35
# Likeness at which two texts are as likely as not to speak of the same, and how steep that is.
_MIDDLE, _STEEP = 0.45, 12.0


def settle(pair: Pair, candidates: list[Candidate]) -> tuple[Finding, ...]:
    """The findings of a pair, worst first."""
    if not candidates:
        return ()
    same = 1 / (1 + math.exp(-_STEEP * (pair.likeness - _MIDDLE)))
    found = []
    for candidate in _one_each(candidates):
        score = candidate.strength * same
        if score >= CHECK_BAR:
            sure = score >= CONFLICT_BAR and not candidate.mild
            found.append(candidate.finding("conflict" if sure else "check", score))
    return tuple(sorted(found, key=lambda f: (f.tier != "conflict", -f.severity)))


def _one_each(candidates: list[Candidate]) -> list[Candidate]:
    """The strongest candidate for each place of either text."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -c.strength):
        if not any(_meet(candidate.a, other.a) or _meet(candidate.b, other.b) for other in kept):
            kept.append(candidate)
    return kept


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
