"""How far claims are: which are checked, with what verdict, and which are still open."""

from collections import Counter
from collections.abc import Iterable

from tui.claims.model import Claim

_SETTLED_LAST = ("verified", "true")
_DOUBTED_FIRST = ("disputed", "unsupported")


def is_checked(claim: Claim) -> bool:
    """Whether an editor is through with a claim, whatever came of it."""
    return claim.status == "done"


def is_to_recheck(claim: Claim) -> bool:
    """Whether the article no longer says what was tagged, so that nothing decided about it holds."""
    return claim.state in ("recheck", "orphan")


def doubted_first(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by their verdicts: disputed, unsupported, other ones, verified."""
    return sorted(claims, key=lambda claim: _rank(claim.verdict))


def told_verdicts(claims: Iterable[Claim]) -> str:
    """How many claims have which verdict, as in "1 disputed, 2 verified"."""
    counts = Counter(claim.verdict or "without a verdict" for claim in doubted_first(claims))
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items())


def _rank(verdict: str | None) -> int:
    if verdict in _DOUBTED_FIRST:
        return _DOUBTED_FIRST.index(verdict)
    return 3 if verdict in _SETTLED_LAST else 2
