"""Differences that are milder than they look: an update, or another period."""

from dataclasses import replace

from tui.compare.conflicts.cues.calendar import Moment, normal
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import Text

# Counts that grow while a story runs.
_GROWING = frozenset({"casualties", "count", "money"})
_MEASURED = frozenset({"casualties", "count", "money", "percent", "points", "measure", "score"})


def milder(pair: Pair, candidate: Candidate) -> Candidate:
    """The candidate, kept to the tier `check` with the reason where there is one to be milder."""
    reason = _other_period(pair, candidate) or _update(pair, candidate)
    return replace(candidate, mild=True, downgrade=reason) if reason else candidate


def _update(pair: Pair, candidate: Candidate) -> str:
    """A later article with a higher count may only be newer."""
    ours, theirs = pair.a.published, pair.b.published
    if candidate.cue not in _GROWING or ours is None or theirs is None or ours == theirs:
        return ""
    values = _value(pair.a, candidate.run_a[0]), _value(pair.b, candidate.run_b[0])
    if None in values or (values[0] < values[1]) != (ours < theirs):  # type: ignore[operator]
        return ""
    later = candidate.values[0 if ours > theirs else 1]
    return f"may be an update: {later} is the later figure"


def _value(text: Text, first: int) -> float | None:
    return next((quantity.value for quantity in text.quantities if quantity.first == first), None)


def _other_period(pair: Pair, candidate: Candidate) -> str:
    """Figures told of different years or months may both be right."""
    if candidate.cue not in _MEASURED:
        return ""
    ours, theirs = _periods(pair.a), _periods(pair.b)
    if not ours or not theirs or {_key(m) for m in ours} & {_key(m) for m in theirs}:
        return ""
    one, other = ours[0], theirs[0]
    if one.year == other.year and (one.month is None or other.month is None or one.month == other.month):
        return ""
    return f"may be another period: one article is about {normal(one)}, the other about {normal(other)}"


def _periods(text: Text) -> list[Moment]:
    return [m for m in text.moments if m.kind == "year" or (m.kind == "date" and m.month)]


def _key(moment: Moment) -> tuple[int | None, int | None]:
    return moment.year, moment.month
