"""Differences that are milder than they look: an update, or another period."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.compare.conflicts.comings import day_to_come
from tui.compare.conflicts.cues.calendar import Moment, clash, normal
from tui.compare.conflicts.lexicon import class_of, lemma
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import Standing
from tui.compare.text.dates import order

# Counts that grow while a story runs: a toll by the hour, others from one day to the next.
_GROWING = frozenset({"casualties", "count", "money"})
_HOURLY = frozenset({"casualties"})
_PART_OF_YEAR = re.compile(r"\b(?:first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:quarter|half)\b", re.IGNORECASE)
_DAYS = frozenset({"weekday", "date"})
_CALENDAR = _DAYS | {"year"}
# Words by which an account says that it is not the last.
_PROVISIONAL = re.compile(
    r"\b(?:so far|at least|initial(?:ly)?|preliminary|first estimates?|known to)\b", re.IGNORECASE
)
# Content words up to which a text tells too little of its event: a headline.
SHORT = 8
# The share of the longer text that must correspond for a weekday to be of the very same thing.
_VERBATIM = 0.75
# Likeness, figures aside, from which several figures that differ in their places are of one measure.
_ALIKE = 0.75
# The same where the figures stand beside the name of one thing.
_FAIRLY_ALIKE = 0.5
# Content words in a row before two weekdays that make them the day of one and the same thing.
_ROW = 3
# The share of the longer text that must correspond for two weekdays of one deed, and how near the deed must stand.
_SAME_DEED, _DEED_WITHIN = 0.45, 6
# Words for parts of a whole that figures are told of one by one.
_GROUPS = (
    frozenset(["house", "senate"]), frozenset(["men", "women"]), frozenset(["boys", "girls"]),
    frozenset(["placebo", "drug"]), frozenset(["robberies", "burglaries"]), frozenset(["imports", "exports"]),
)  # fmt: skip
_MOVING = frozenset({"money", "percent", "points", "score", "count", "measure", "opposite", "opposite_small"})
_TRADING = re.compile(
    r"\b(?:early|morning|mid-?morning|mid-?day|mid-?afternoon|afternoon|late|after-hours|pre-?market)\b"
    r"(?= (?:morning |afternoon |\w+ )?(?:trad|deal|session|hours))|"
    r"\b(?:clos(?:e|ed|ing)|ended|settled|open(?:ed)?|mid-?day|noon)\b|"
    r"(?<=day )(?:morning|afternoon)\b|\b(?:was|were) trading\b|\b\d{4}(?= GMT\b)|\bsession (?:low|high)s?\b",
    re.IGNORECASE,
)
_YEAR_AGO = re.compile(
    r"\b(?:year-ago|(?:a )?year (?:ago|earlier|before)|(?:last|previous|prior) year|same (?:quarter|period|month))\b",
    re.IGNORECASE,
)
_WHOLE_PERIOD = re.compile(r"\bfor the (?:full |whole )?(?:week|month|quarter|half|year|season)\b", re.IGNORECASE)
# What a number of years stands before when it names a paper: "the 10-year note".
_PAPERS = frozenset(lemma(word) for word in ("note", "bond", "bill", "treasury", "loan", "mortgage", "swap"))
# From this size on one digit is often all that is told.
_LARGE = 1e6
ROUNDED = "one may be rounded"
_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing|ations?)?|forecasts?|predict\w*|project(?:s|ed|ions?)|anticipat\w+|initially|"
    r"consensus|surveyed)\b|\b(?:looking|hoping) for(?= (?:\w+ ){0,3}[$€£\d])",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:per|a|each|every) (?:year|month|week|day)\b|\bannual(?:ly)?\b", re.IGNORECASE)
_OVER = re.compile(r"\bover (?:the )?(?:next |past |last )?\S+ (?:years|months|decades)\b", re.IGNORECASE)
_CORRECTED = re.compile(
    r"\b(?:corrected|revised|adjusted)(?: (?:slightly|sharply))? (?:up(?:wards?)?|down(?:wards?)?|to|from)\b",
    re.IGNORECASE,
)
_MEASURED = frozenset({"casualties", "count", "money", "percent", "points", "measure", "score"})


def milder(standing: Standing, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The candidate, kept to the tier `check` with the reason where there is one to be milder.

    `others` are all differences found between the two texts.
    """
    pair = standing.pair
    reason = (
        _other_period(pair, candidate)
        or _other_event(standing, candidate, others)
        or _other_group(pair, candidate)
        or _other_measure(pair, candidate)
        or _several(standing, candidate, others)
        or _other_hour(pair, candidate)
        or _year_before(pair, candidate)
        or _rate(pair, candidate)
        or _corrected(pair, candidate)
        or _forecast(pair, candidate)
        or _rounding(pair, candidate)
        or _complement(pair, candidate)
        or _report_day(pair, candidate)
        or _update(pair, candidate)
    )
    return replace(candidate, mild=True, downgrade=reason) if reason else candidate


def _other_event(standing: Standing, candidate: Candidate, others: Sequence[Candidate]) -> str:
    """Headlines with another place or day tell of other events; so do figures beside another place or day."""
    pair = standing.pair
    short = _headline(pair.a) or _headline(pair.b)
    if short and (candidate.kind == "place" or candidate.cue in _DAYS or standing.apart or standing.strange):
        return "may be two events: little else tells that they are one"
    if candidate.cue in _CALENDAR and any(other.kind == "number" for other in others):
        return "may be another event: the figures differ too"
    if candidate.kind not in {"number", "antonym"}:
        return ""
    apart = [other for other in others if other.kind == "place" or other.cue in _DAYS]
    if short and not apart and any(clash(m, n) for m in _dated(pair.a) for n in _dated(pair.b)):
        return "may be two events: they are of other days"
    if not apart:
        return ""
    mine, theirs = apart[0].values
    return f"may be another event: one is about {mine}, the other about {theirs}"


def _other_group(pair: Pair, candidate: Candidate) -> str:
    """Figures of two chambers, sexes or arms of a trial are of two things."""
    if candidate.kind not in {"number", "antonym"}:
        return ""
    ours, theirs = pair.a.norms, pair.b.norms
    for group in _GROUPS:
        mine, other = group & ours, group & theirs
        if len(mine) == len(other) == 1 and mine != other:
            return f"may be of another group: “{min(mine)}” in one, “{min(other)}” in the other"
    return ""


def _other_measure(pair: Pair, candidate: Candidate) -> str:
    """The revenue of a firm and its profit, the 2-year note and the 10-year note, are two things."""
    if candidate.cue not in _MOVING and candidate.cue != "duration":
        return ""
    papers = _paper(pair.a), _paper(pair.b)
    if all(papers) and papers[0] != papers[1]:
        return f"may be another measure: one is of “{papers[0]}”, the other of “{papers[1]}”"
    ours, theirs = (frozenset(filter(None, (class_of("measure", word) for word in t.lemmas))) for t in (pair.a, pair.b))
    if candidate.cue == "duration" or not ours or not theirs or ours & theirs:
        return ""
    return f"may be another measure: one is about {min(ours)}, the other about {min(theirs)}"


def _paper(text: Text) -> str:
    """The paper a number of years names: "10-year note"; "" for none."""
    for quantity in text.quantities:
        at = quantity.last
        if quantity.kind == "duration" and at < len(text.tokens) and text.lemmas[at] in _PAPERS:
            return text.text[quantity.start : text.tokens[at].end]
    return ""


def _dated(text: Text) -> list[Moment]:
    return [moment for moment in text.moments if moment.kind in _DAYS]


def _rounding(pair: Pair, candidate: Candidate) -> str:
    """Millions and more may be told in one figure only: "a $1 trillion bill", "the $1.2 trillion bill"."""
    ours, theirs = _value(pair.a, candidate.run_a[0]), _value(pair.b, candidate.run_b[0])
    if candidate.cue not in {"money", "count"} or ours is None or theirs is None:
        return ""
    return ROUNDED if roughly(ours, theirs) else ""


def roughly(one: float, other: float) -> bool:
    """Whether one of two large figures is the other in one digit."""
    low, high = sorted((one, other))
    return low >= _LARGE and (float(f"{high:.0e}") == low or float(f"{low:.0e}") == high)


def expected(text: Text) -> str:
    """The word by which a text tells what was expected, "" if there is none."""
    match = _EXPECTED.search(text.text)
    return match.group() if match else ""


def _forecast(pair: Pair, candidate: Candidate) -> str:
    """What was expected and what came about may both be right."""
    if candidate.cue not in _MEASURED and candidate.cue != "opposite":
        return ""
    told = [word for text in (pair.a, pair.b) if (word := expected(text))]
    return f"one may be a forecast: “{told[0]}”" if len(told) == 1 else ""


def _report_day(pair: Pair, candidate: Candidate) -> str:
    """A weekday is often that of the report or of one step among several, unless all else is the same."""
    if candidate.cue != "weekday" or pair.closeness >= _VERBATIM or _same_words_around(pair, candidate):
        return ""
    if (pair.closeness >= _SAME_DEED and _one_deed(pair, candidate)) or candidate.rating:
        return ""
    if day_to_come(pair, candidate):
        return ""
    return "the day may be that of the report, or of another step"


def _one_deed(pair: Pair, candidate: Candidate) -> bool:
    """Whether the same word tells in both what was done that day: "was published Monday", "were published Tuesday"."""
    ours, theirs = _deed(pair.a, candidate.run_a[0]), _deed(pair.b, candidate.run_b[0])
    same = ours is not None and theirs is not None and pair.to_b.get(ours) == theirs
    return same and pair.a.lemmas[ours or 0] == pair.b.lemmas[theirs or 0]


def _deed(text: Text, day: int) -> int | None:
    """The last word before a day, names and other days aside, in its clause and near."""
    passed = {at for name in text.mentions for at in range(name.first, name.last)}
    passed |= {at for moment in text.moments for at in range(moment.first, moment.last)}
    for at in range(day - 1, max(-1, day - 1 - _DEED_WITHIN), -1):
        if text.gaps[at + 1].strip(" ,\xa0"):
            return None
        if at not in passed and not text.tokens[at].stop:
            return at
    return None


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


def _several(standing: Standing, candidate: Candidate, others: Sequence[Candidate]) -> str:
    """Several figures that differ, and none that is shared, in other words: perhaps another measure."""
    pair = standing.pair
    figures = [other for other in others if other.kind == "number"]
    if candidate.kind != "number" or candidate.cue == "casualties" or len(figures) < 2:
        return ""
    if candidate.rivals < 2 and (standing.likeness >= _ALIKE or _one_subject(standing)):
        return ""
    shared = {q.value for q in pair.a.quantities} & {q.value for q in pair.b.quantities}
    return "" if shared else "may be another measure: no figure is the same in both"


def _one_subject(standing: Standing) -> bool:
    """Whether the figures of both texts are told of the thing that both name first, and name nothing else."""
    pair = standing.pair
    if standing.likeness < _FAIRLY_ALIKE or pair.strangers or not (pair.a.mentions and pair.b.mentions):
        return False
    ours, theirs = pair.a.mentions[0], pair.b.mentions[0]
    named = any(theirs.first <= pair.to_b.get(at, -1) < theirs.last for at in range(ours.first, ours.last))
    return named and all(
        figures and m.last <= figures[0].first
        for m, figures in ((ours, pair.a.quantities), (theirs, pair.b.quantities))
    )


def _other_hour(pair: Pair, candidate: Candidate) -> str:
    """Prices and levels of different hours of one day may both be right."""
    if candidate.cue not in _MOVING:
        return ""
    ours, theirs = _hours(pair.a), _hours(pair.b)
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return ""
    mine, other = (min(hours) for hours in (ours, theirs))
    return f"may be of another hour: one is of “{mine}”, the other of “{other}”"


def _hours(text: Text) -> frozenset[str]:
    """The hours of trading, or of the day, that a text tells."""
    told = {match.group().casefold() for match in _TRADING.finditer(text.text)}
    told |= {text.text[m.start : m.end] for m in text.moments if m.kind == "time"}
    return frozenset(told)


def _year_before(pair: Pair, candidate: Candidate) -> str:
    """A figure of the year before, told with that of this year, is no other figure."""
    if candidate.cue not in _MEASURED:
        return ""
    told = [match.group() for text in (pair.a, pair.b) if (match := _YEAR_AGO.search(text.text))]
    if len(told) == 1:
        return f"may be another year: one is about “{told[0]}”"
    told = [match.group().casefold() for text in (pair.a, pair.b) if (match := _WHOLE_PERIOD.search(text.text))]
    return f"may be another period: one is “{told[0]}”" if len(told) == 1 else ""


def _rate(pair: Pair, candidate: Candidate) -> str:
    """So much a year, and so much over years."""
    if candidate.cue not in _MEASURED:
        return ""
    for one, other in ((pair.a.text, pair.b.text), (pair.b.text, pair.a.text)):
        if _EACH.search(one) and _OVER.search(other) and not _EACH.search(other):
            return "may be one sum: told by the year in one, over years in the other"
    return ""


def _corrected(pair: Pair, candidate: Candidate) -> str:
    """A figure that was corrected, and the one it was before."""
    if candidate.cue not in _MEASURED:
        return ""
    told = [match.group() for text in (pair.a, pair.b) if (match := _CORRECTED.search(text.text))]
    return f"one may be an earlier figure: “{told[0]}”" if len(told) == 1 else ""


def _complement(pair: Pair, candidate: Candidate) -> str:
    """Shares that make up the whole, such as 80 and 20 per cent, may be the two parts of one thing."""
    if candidate.cue != "percent":
        return ""
    ours, theirs = _value(pair.a, candidate.run_a[0]), _value(pair.b, candidate.run_b[0])
    if ours is None or theirs is None or abs(ours + theirs - 100) > 0.01:
        return ""
    return "may be the two parts of one whole: they add up to 100"


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
    if candidate.cue not in _MEASURED and candidate.cue != "ordinal":
        return ""
    parts_a, parts_b = _parts_of_year(pair.a), _parts_of_year(pair.b)
    if parts_a and parts_b and not set(parts_a) & set(parts_b):
        return f"may be another period: one article is about the {parts_a[0]}, the other about the {parts_b[0]}"
    ours, theirs = _periods(pair.a), _periods(pair.b)
    if candidate.cue == "ordinal" or not ours or not theirs or {_key(m) for m in ours} & {_key(m) for m in theirs}:
        return ""
    one, other = ours[0], theirs[0]
    if one.year == other.year and (one.month is None or other.month is None or one.month == other.month):
        return ""
    return f"may be another period: one article is about {normal(one)}, the other about {normal(other)}"


def _parts_of_year(text: Text) -> list[str]:
    """The quarters and halves a text tells of: "second quarter"."""
    return [" ".join(match.group().casefold().replace("-", " ").split()) for match in _PART_OF_YEAR.finditer(text.text)]


def _periods(text: Text) -> list[Moment]:
    return [m for m in text.moments if m.kind == "year" or (m.kind == "date" and m.month)]


def _key(moment: Moment) -> tuple[int | None, int | None]:
    return moment.year, moment.month
