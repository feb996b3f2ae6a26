"""Dates, weekdays, years and clock times that differ."""

from dataclasses import replace

from tui.compare.conflicts.comings import in_other_words
from tui.compare.conflicts.cues.calendar import Moment, clash, normal
from tui.compare.conflicts.cues.speech import is_saying
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import Text

# Tokens before a weekday within which a reporting verb makes it the day of the report.
_REPORT = 4
# The rating of two days of what is to come, told in other words.
_TO_CHECK = 0.45
_STARTS = frozenset({"since", "from", "after", "starting", "beginning"})
_ENDS = frozenset({"until", "till", "through", "by", "before", "to"})


def dates(pair: Pair) -> list[Candidate]:
    """Moments at the same place of the two texts that cannot be one."""
    ours, theirs = pair.a.moments, pair.b.moments
    if not ours or not theirs:
        return []
    lone_a = [m for m in ours if _alone(m, theirs)]
    lone_b = [m for m in theirs if _alone(m, ours)]
    if not lone_a or not lone_b:
        return []
    found = [
        _candidate(pair, one, other, len(lone_a) + len(lone_b) - 2)
        for one in lone_a
        for other in lone_b
        if moments_apart(one, other) and _one_role(pair, one, other)
    ]
    coming = [(one, other) for one, other in in_other_words(pair) if one in lone_a and other in lone_b]
    return found + [replace(_candidate(pair, *days, 0), mild=True, rating=_TO_CHECK) for days in coming]


def moments_apart(one: Moment, other: Moment) -> bool:
    """Whether two moments of one sort cannot be the same."""
    return _comparable(one, other) and clash(one, other)


def moments_cue(one: Moment, other: Moment) -> str:
    """What a difference between two moments rests on."""
    return one.kind if one.kind == other.kind else "date"


def _alone(moment: Moment, others: tuple[Moment, ...]) -> bool:
    """Whether no moment of the other text is the same, or its year at least stands nowhere there."""
    years = {other.year for other in others if other.year is not None}
    if moment.year is not None and years and moment.year not in years:
        return True
    return not any(_same(moment, other) for other in others)


def _one_role(pair: Pair, one: Moment, other: Moment) -> bool:
    """Whether two moments can be of one thing: both of the report or neither, and not a start and an end."""
    edges = {_edge(pair.a, one), _edge(pair.b, other)}
    said = _said(pair.a, one)
    if said != _said(pair.b, other) or edges == {"start", "end"}:
        return False
    # Two statements of two days that give one day for what they state agree.
    return not said or all(_alone(moment, pair.b.moments) for moment in pair.a.moments)


def _edge(text: Text, moment: Moment) -> str:
    before = text.tokens[moment.first - 1].norm if moment.first else ""
    return "start" if before in _STARTS else "end" if before in _ENDS else ""


def _said(text: Text, moment: Moment) -> bool:
    """Whether a day is that of a statement, not of what is stated: "said Sunday", "told reporters on Monday"."""
    near = range(max(0, moment.first - _REPORT), moment.first)
    return moment.kind == "weekday" and any(is_saying(text.lemmas[at]) for at in near)


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


def _candidate(pair: Pair, one: Moment, other: Moment, rivals: int) -> Candidate:
    here, there = (one.start, one.end), (other.start, other.end)
    runs = (one.first, one.last), (other.first, other.last)
    return Candidate(
        "date", moments_cue(one, other), 0.8, *runs, here, there, "", (normal(one), normal(other)),
        1.0 if one.kind == other.kind else 0.6, rivals,
    )  # fmt: skip
