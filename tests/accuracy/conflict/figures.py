"""The table of the conflict engine's figures."""

import time
from collections.abc import Iterator

from tests.accuracy.conflict.calibrating import reliability
from tests.accuracy.conflict.measuring import KindFigures, by_kind, findings, tier, touched
from tests.accuracy.conflict.probes import probes
from tests.accuracy.conflict.rates import Rate
from tests.accuracy.conflict.sources import Labelled, half, labelled
from tests.accuracy.conflict.stories import Alarms, alarms, lines

# The seed that rules and weights were tuned on, and one drawn from the other half of the paraphrases.
TUNED, FRESH = 1, 20261124
SETS = ("summedits_nonnews", "rte3_dev", "fever_symmetric", "newsnli", "sick", "breaking_nli", "vitaminc_sample")
NEED = {
    "date": 0.85, "year": 0.85, "age": 0.85, "place": 0.80, "antonym": 0.80, "count": 0.70, "count_word": 0.70,
    "money": 0.70, "percent": 0.70, "weekday": 0.70, "negation": 0.70, "surname": 0.50, "spelling": 0.50,
    "speaker": 0.50, "modality": 0.60,
}  # fmt: skip


def report(seed: int = FRESH) -> Iterator[str]:
    """All lines of the report."""
    yield from gold()
    yield from generated("own probes, tuned on", by_kind(probes(TUNED, 0)))
    yield from generated(f"own probes, fresh: seed {seed}, other half", by_kind(probes(seed, 1)))
    yield from controls(seed)
    yield from generated("probe_news (part of its pairs was tuned on)", by_kind(labelled("probe_news")))
    yield from reliability(f"own probes, fresh: seed {seed}, other half", probes(seed, 1))
    yield from reliability("probe_news (part of its pairs was tuned on)", labelled("probe_news"))
    yield from other_sets()
    yield from whole_stories(alarms())
    yield from speed()


def gold() -> Iterator[str]:
    """Recall and false alarms on natural news pairs, by half and sample."""
    yield "news_gold, tier conflict"
    rows = labelled("news_gold")
    for which, name in ((0, "tuned on"), (1, "report")):
        for split in ("random", "cue_pool", ""):
            chosen = [row for row in rows if half(row.id) == which and row.split in (split or row.split)]
            yield f"  {name:9} {split or 'both':9} " + _recall_and_alarms(chosen)


def _recall_and_alarms(rows: list[Labelled]) -> str:
    flagged = [(row.label == "conflict", tier(findings(row))) for row in rows]
    hits = [t for conflict, t in flagged if conflict]
    others = [t for conflict, t in flagged if not conflict]
    found, either = Rate(hits.count("conflict"), len(hits)), Rate(len(hits) - hits.count("none"), len(hits))
    return f"recall {found}  either tier {either}  others flagged {Rate(others.count('conflict'), len(others))}"


def generated(title: str, figures: dict[str, KindFigures]) -> Iterator[str]:
    """Recall and right spans of each kind of edit; controls are told apart."""
    yield f"{title}: flagged in tier conflict, in either tier, right span"
    for kind, one in figures.items():
        need = NEED.get(kind)
        verdict = "" if need is None else f"need {need:.2f} " + ("met" if one.either.value >= need else "MISSED")
        yield f"  {kind:14} {one.conflict.value:.3f}  either {one.either}  span {one.right.value:.3f}  {verdict}"


def controls(seed: int) -> Iterator[str]:
    """Controls flagged in the tier conflict, and how many of the flags touch the words that were rewritten."""
    rows = [row for row in probes(seed, 1) if row.label == "overlap"]
    flagged = [(row, findings(row)) for row in rows]
    wrong = [(row, found) for row, found in flagged if tier(found) == "conflict"]
    at_edit = sum(any(f.tier == "conflict" and touched(f, row.b_span) for f in found) for row, found in wrong)
    yield f"controls flagged, tier conflict: {Rate(len(wrong), len(rows))}"
    yield f"  of these at the rewritten words: {Rate(at_edit, len(rows))}; the others are the paraphrases' own"


def other_sets() -> Iterator[str]:
    """Sets that were not looked at while tuning."""
    yield "other sets, none tuned on: tier conflict"
    for name in SETS:
        yield f"  {name:18} " + _recall_and_alarms(labelled(name))


def whole_stories(found: Alarms) -> Iterator[str]:
    """False alarms per article pair, by tier, from the judgements; flags not judged are listed."""
    yield f"stories: {found.pairs} article pairs"
    for level in ("conflict", "check"):
        real, apparent, open_ = (found.count(level, verdict) for verdict in ("real", "apparent", ""))
        yield (
            f"  {level:9} real {real}, false {apparent}, not judged {open_}; "
            f"false alarms per article pair {apparent / max(1, found.pairs):.3f}"
        )
    yield from lines(tuple(flag for flag in found.flags if not flag.verdict))


def speed() -> Iterator[str]:
    """Milliseconds a pair, reading and aligning included, on pairs the cache has not seen."""
    rows = labelled("mrpc")[:2000]
    start = time.perf_counter()
    for row in rows:
        findings(row)
    yield f"speed: {(time.perf_counter() - start) / len(rows) * 1e3:.2f} ms a pair, reading and word alignment included"
