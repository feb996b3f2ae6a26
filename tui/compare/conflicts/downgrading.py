"""Differences that are milder than they look: an update, or another period."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.compare.conflicts.cues.calendar import Moment, normal
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import Text
from tui.compare.dates import order

# Counts that grow while a story runs: a toll by the hour, others from one day to the next.
_GROWING = frozenset({"casualties", "count", "money"})
_HOURLY = frozenset({"casualties"})
_DAYS = frozenset({"weekday", "date"})
# Words by which an account says that it is not the last.
_PROVISIONAL = re.compile(
    r"\b(?:so far|at least|initial(?:ly)?|preliminary|first estimates?|known to)\b", re.IGNORECASE
)
# Content words up to which a text tells too little of its event: a headline.
SHORT = 8
# The share of the longer text that must correspond for a weekday to be of the very same thing.
_VERBATIM = 0.75
# Content words in a row before two weekdays that make them the day of one and the same thing.
_ROW = 3
_MEASURED = frozenset({"casualties", "count", "money", "percent", "points", "measure", "score"})


def milder(pair: Pair, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The candidate, kept to the tier `check` with the reason where there is one to be milder.

    `others` are all differences found between the two texts.
    """
    reason = (
        _other_period(pair, candidate)
        or _other_event(pair, candidate, others)
        or _several(pair, candidate, others)
        or _report_day(pair, candidate)
        or _update(pair, candidate)
    )
    return replace(candidate, mild=True, downgrade=reason) if reason else candidate


def _other_event(pair: Pair, candidate: Candidate, others: Sequence[Candidate]) -> str:
    """Headlines with another place or day tell of other events; so do figures beside another place or day."""
    short = _headline(pair.a) or _headline(pair.b)
    if short and (candidate.kind == "place" or candidate.cue in _DAYS or pair.strangers):
        return "may be two events: little else tells that they are one"
    if candidate.kind not in {"number", "antonym"}:
        return ""
    apart = [other for other in others if other.kind == "place" or other.cue in _DAYS]
    if not apart:
        return ""
    mine, theirs = apart[0].values
    return f"may be another event: one is about {mine}, the other about {theirs}"


def _report_day(pair: Pair, candidate: Candidate) -> str:
    """A weekday is often that of the report or of one step among several, unless all else is the same."""
    if candidate.cue != "weekday" or pair.closeness >= _VERBATIM or _same_words_around(pair, candidate):
        return ""
    return "the day may be that of the report, or of another step"


def _same_words_around(pair: Pair, candidate: Candidate) -> bool:
    """Whether the day ends the same row of words in both: "a public meeting in the Guildhall on Thursday"."""
    content = 0
    for i, j in zip(range(candidate.run_a[0] - 1, -1, -1), range(candidate.run_b[0] - 1, -1, -1), strict=False):
        if pair.to_b.get(i) != j or pair.a.tokens[i].norm != pair.b.tokens[j].norm:
            break
        content += not pair.a.tokens[i].stop
    return content >= _ROW


def _headline(text: Text) -> bool:
    """Whether a text is a few words without a full stop."""
    return len(text.content) <= SHORT and not text.text.rstrip(" ”’\"')").endswith((".", "!", "?"))


def _several(pair: Pair, candidate: Candidate, others: Sequence[Candidate]) -> str:
    """Several figures that differ, and none that is shared: perhaps another measure."""
    figures = [other for other in others if other.kind == "number"]
    if candidate.kind != "number" or candidate.cue == "casualties" or len(figures) < 2:
        return ""
    shared = {q.value for q in pair.a.quantities} & {q.value for q in pair.b.quantities}
    return "" if shared else "may be another measure: no figure is the same in both"


def _update(pair: Pair, candidate: Candidate) -> str:
    """A later article with a higher count may only be newer."""
    sequence = order(pair.a.published, pair.b.published)
    if candidate.cue not in _GROWING or not sequence:
        return ""
    if candidate.cue not in _HOURLY and pair.a.day == pair.b.day and not _provisional(pair, sequence):
        return ""
    ours, theirs = _value(pair.a, candidate.run_a[0]), _value(pair.b, candidate.run_b[0])
    if ours is None or theirs is None or (ours < theirs) != (sequence < 0):
        return ""
    return f"an update: {candidate.values[0 if sequence > 0 else 1]} was published later"


def _provisional(pair: Pair, sequence: int) -> bool:
    """Whether the earlier of the two texts calls what it tells a first account."""
    earlier = pair.a if sequence < 0 else pair.b
    return bool(_PROVISIONAL.search(earlier.text))


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
