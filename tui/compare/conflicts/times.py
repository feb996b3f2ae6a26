"""Statements of two times: what is now and what was, what was planned and what came, a state before and after."""

import re
from itertools import pairwise

from tui.compare.conflicts.cues.calendar import Moment, clash
from tui.compare.conflicts.pair import Candidate, Pair, Run
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import ROW, row
from tui.compare.lazy import noted

_NOW = re.compile(r"\b(?:now|currently|nowadays|these days)\b|^today\b", re.IGNORECASE)
_THEN = re.compile(
    r"\bin (?:1[5-9]|20)\d\d\b|\blast (?:year|month|season|decade|century)\b|\b(?:years|decades|months) ago\b|"
    r"\bbefore the\b|\b(?:formerly|previously|once|used to|at the time|originally)\b|"
    r"\bwhen (?:she|he|they|it) (?:was|were)\b|\bas an? (?:student|child|boy|girl|young)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:expected|due|scheduled|planned|supposed|meant|set|hoped|likely) (?:to|for|on|in|by)\b|\bwill\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:earlier|later|sooner|longer) than (?:expected|planned|scheduled|announced|first|originally|hoped)\b|"
    r"\b(?:ahead of|behind) schedule\b|\b(?:days?|weeks?|months?|years?) (?:early|late|earlier|later)\b|"
    r"\b(?:delayed|postponed|rescheduled|brought forward|put (?:off|back)|moved (?:to|from))\b|"
    r"\bhad been (?:due|expected)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|every|per) (?:day|night|week|month|year)\b|\ba (?:day|night|week|month)\b(?! (?:ago|after|before|later|"
    r"earlier|old|of))|\b(?:daily|weekly|monthly|hourly|annually|yearly)\b",
    re.IGNORECASE,
)
# A sum over a while is so many times what is told by the day.
_TIMES = 2
_TOLD_OF = frozenset({"number", "antonym", "negation", "modality"})
_MONTHLY = frozenset({"date", "year"})
_OWNING = frozenset(["the", "his", "her", "its", "their", "this"])
_ON = frozenset(["in", "on", "by", "since", "until", "during"])
_SENTENCE = frozenset(".?!\n")


def other_time(pair: Pair, candidate: Candidate) -> str:
    """The name of the rule by which the two texts speak of two times, "" where they do not."""
    return (
        _now_and_then(pair, candidate)
        or _moved(pair, candidate)
        or _two_states(pair, candidate)
        or _of_a_thing(pair, candidate)
        or _by_the_day(pair, candidate)
    )


def _now_and_then(pair: Pair, candidate: Candidate) -> str:
    """What holds now, and what held at a time that is named: "employed 800 in 2010", "now employs 2,300"."""
    if candidate.kind not in _TOLD_OF:
        return ""
    ours, theirs = _tells_now(pair.a), _tells_now(pair.b)
    if ours == theirs:
        return ""
    return "then" if _THEN.search((pair.b if ours else pair.a).text) else ""


@noted
def _tells_now(text: Text) -> bool:
    return _NOW.search(text.text) is not None


def _moved(pair: Pair, candidate: Candidate) -> str:
    """A day that was planned, and the day on which it came earlier or later, told so."""
    if candidate.kind != "date" or row(pair, candidate.run_a, candidate.run_b) >= ROW:
        return ""
    for plan, came in ((pair.a, pair.b), (pair.b, pair.a)):
        if _PLANNED.search(plan.text) and _MOVED.search(came.text) and not _MOVED.search(plan.text):
            return "moved"
    return ""


def _of_a_thing(pair: Pair, candidate: Candidate) -> str:
    """A date that belongs to a thing, and one on which something was: "the 2000 nominee", "lost in 2006"."""
    if candidate.cue not in _MONTHLY:
        return ""
    one, other = (pair.a, candidate.run_a), (pair.b, candidate.run_b)
    apart = (_attributive(*one) and _adverbial(*other)) or (_attributive(*other) and _adverbial(*one))
    return "thing" if apart else ""


def _by_the_day(pair: Pair, candidate: Candidate) -> str:
    """So much a day, and the larger sum of it all: "each day costs 3 million crowns", "cost 25 million crowns"."""
    if candidate.cue not in {"count", "money"}:
        return ""
    ours, theirs = (
        next((q.value for q in text.quantities if q.first == run[0]), 0.0)
        for text, run in ((pair.a, candidate.run_a), (pair.b, candidate.run_b))
    )
    return "rate" if rate_and_sum(pair.a, ours, pair.b, theirs) else ""


def rate_and_sum(a: Text, ours: float, b: Text, theirs: float) -> bool:
    """Whether one of two figures may be told by the day, or another while, and the other of the whole time."""
    low, high, text, whole = (ours, theirs, a, b) if ours < theirs else (theirs, ours, b, a)
    return 0 < _TIMES * low <= high and bool(_EACH.search(text.text)) and not _EACH.search(whole.text)


def _attributive(text: Text, run: Run) -> bool:
    """Whether a date stands between an article and a noun: "the 8 November election"."""
    if not run[0] or run[1] >= len(text.tokens) or text.tokens[run[1]].stop or text.gaps[run[1]].strip(" ,"):
        return False
    before = text.tokens[run[0] - 1].norm
    return before in _OWNING or before.endswith(("'s", "s'"))


def _adverbial(text: Text, run: Run) -> bool:
    return run[0] > 0 and text.tokens[run[0] - 1].norm in _ON


def _two_states(pair: Pair, candidate: Candidate) -> str:
    """Opposites each told with a month, a year or a date of its own: "shut in June", "reopen in August"."""
    if candidate.kind != "antonym":
        return ""
    ours, theirs = _moment_of(pair.a, candidate.run_a), _moment_of(pair.b, candidate.run_b)
    if ours is None or theirs is None or {ours.kind, theirs.kind} - _MONTHLY:
        return ""
    return "states" if clash(ours, theirs) else ""


def _moment_of(text: Text, run: Run) -> Moment | None:
    """The one date or year in the sentence of a run; None where there is none or more than one."""
    edges = [0, *(at for at in range(1, len(text.tokens)) if _SENTENCE & set(text.gaps[at])), len(text.tokens)]
    first, last = next((span for span in pairwise(edges) if span[0] <= run[0] < span[1]), (0, 0))
    found = [moment for moment in text.moments if first <= moment.first < last and moment.kind in _MONTHLY]
    return found[0] if len(found) == 1 else None
