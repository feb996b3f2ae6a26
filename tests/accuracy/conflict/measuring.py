"""Runs the conflict engine over labelled pairs and counts."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.accuracy.conflict.sources import Labelled
from tui.compare.conflicts import between, read
from tui.compare.model import Finding
from tui.compare.words import align_tokens


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of `of` cases, with its 95 % interval (Wilson, 1927)."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 where there is no case."""
        return self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        low, high = interval(self.hits, self.of)
        return f"{self.value:.3f} ({low:.3f}–{high:.3f}, {self.hits}/{self.of})"


def interval(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a share."""
    if not of:
        return 0.0, 1.0
    share, weight = hits / of, z * z / of
    middle = (share + weight / 2) / (1 + weight)
    reach = z / (1 + weight) * math.sqrt(share * (1 - share) / of + weight / (4 * of))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def findings(pair: Labelled) -> tuple[Finding, ...]:
    """What the engine finds between the two texts of a pair."""
    a, b = read(pair.a), read(pair.b)
    return between(a, b, align_tokens(a.tokens, b.tokens))


def tier(found: tuple[Finding, ...]) -> str:
    """The tier a pair would be shown in: that of its worst finding, "none" without any."""
    return found[0].tier if found else "none"


@dataclass(frozen=True, slots=True)
class KindFigures:
    """Of the probes of one kind: shares flagged in the tier `conflict` and in any, and right spans."""

    conflict: Rate
    either: Rate
    right: Rate


def by_kind(pairs: Iterable[Labelled]) -> dict[str, KindFigures]:
    """The figures of each kind of probe."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        found = findings(pair)
        counts[pair.kind, "all"] += 1
        counts[pair.kind, tier(found)] += 1
        counts[pair.kind, "right"] += bool(found) and any(map_span(f, pair.b_span) for f in found)
    kinds = dict.fromkeys(kind for kind, _ in counts)
    return {
        kind: KindFigures(
            Rate(counts[kind, "conflict"], counts[kind, "all"]),
            Rate(counts[kind, "conflict"] + counts[kind, "check"], counts[kind, "all"]),
            Rate(counts[kind, "right"], counts[kind, "conflict"] + counts[kind, "check"]),
        )
        for kind in kinds
    }


def map_span(finding: Finding, span: tuple[int, int] | None) -> bool:
    """Whether the evidence in the second text touches the edited span."""
    return span is not None and any(e.b[0] < span[1] and span[0] < e.b[1] for e in finding.evidence)
