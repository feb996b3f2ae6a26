"""Dates, weekdays, years and clock times that differ."""

from tui.compare.conflicts.cues.calendar import Moment, clash, normal
from tui.compare.conflicts.pair import Candidate, Pair, words


def dates(pair: Pair) -> list[Candidate]:
    """Moments at the same place of the two texts that cannot be one."""
    ours, theirs = pair.a.moments, pair.b.moments
    if not ours or not theirs:
        return []
    lone_a = [m for m in ours if not any(_same(m, other) for other in theirs)]
    lone_b = [m for m in theirs if not any(_same(m, other) for other in ours)]
    return [
        _candidate(pair, one, other)
        for one in lone_a
        for other in lone_b
        if _comparable(one, other) and clash(one, other)
    ]


def _comparable(one: Moment, other: Moment) -> bool:
    if "time" in {one.kind, other.kind}:
        return one.kind == other.kind
    return True


def _same(one: Moment, other: Moment) -> bool:
    if not _comparable(one, other) or clash(one, other):
        return False
    shared = [
        mine == theirs
        for mine, theirs in (
            (one.year, other.year), (one.month, other.month), (one.day, other.day),
            (one.weekday, other.weekday), (one.clock, other.clock),
        )
        if mine is not None and theirs is not None
    ]  # fmt: skip
    return bool(shared) or bool(one.days & other.days)


def _candidate(pair: Pair, one: Moment, other: Moment) -> Candidate:
    run_a, run_b = (one.first, one.last), (other.first, other.last)
    low, high = sorted(pair.support(run_a, run_b))
    strength = 0.35 + 0.4 * (low + high) / 2 + 0.25 * pair.slot(run_a, run_b)
    if "weekday" in {one.kind, other.kind}:
        strength *= 0.85
    strength *= min(1.0, max(0.0, (low - 0.1) / 0.3))
    here, there = (one.start, one.end), (other.start, other.end)
    texts = words(pair.a, here), words(pair.b, there)
    noun = "time" if one.kind == "time" else "date"
    return Candidate(
        "date", strength, 0.8, here, there, f"{texts[0]} and {texts[1]} as the {noun} of the same thing",
        (normal(one), normal(other)),
    )  # fmt: skip
