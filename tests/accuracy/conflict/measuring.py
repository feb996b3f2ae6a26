"""Runs the conflict engine over labelled pairs and counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.accuracy.conflict.rates import Rate
from tests.accuracy.conflict.sources import Labelled
from tui.compare.conflicts import between, read
from tui.compare.model import Finding
from tui.compare.text.words import align_tokens


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
        counts[pair.kind, "right"] += bool(found) and any(touched(f, pair.b_span) for f in found)
    kinds = dict.fromkeys(kind for kind, _ in counts)
    return {
        kind: KindFigures(
            Rate(counts[kind, "conflict"], counts[kind, "all"]),
            Rate(counts[kind, "conflict"] + counts[kind, "check"], counts[kind, "all"]),
            Rate(counts[kind, "right"], counts[kind, "conflict"] + counts[kind, "check"]),
        )
        for kind in kinds
    }


def touched(finding: Finding, span: tuple[int, int] | None) -> bool:
    """Whether the evidence in the second text touches the edited span."""
    return span is not None and any(e.b[0] < span[1] and span[0] < e.b[1] for e in finding.evidence)
