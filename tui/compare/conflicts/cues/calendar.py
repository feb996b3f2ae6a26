"""Dates, weekdays, years and clock times of a text, resolved by the publication date where it is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tui.compare.conflicts.lexicon import listed
from tui.compare.text.tokens import Token

MomentKind = Literal["date", "weekday", "year", "time"]
MONTHS = listed("January February March April May June July August September October November December")
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = {name.casefold()[:size]: n for n, name in enumerate(MONTHS, 1) for size in (3, 4, len(name))}
_WEEKDAY = {name.casefold(): n for n, name in enumerate(WEEKDAYS)}
_WEEKDAY |= {short: n for n, short in enumerate(["mon", "tues", "wed", "thurs", "fri", "sat", "sun"])}
_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY = re.compile(r"\d{1,2}")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_SPOKEN = {"quarter": 15, "half": 30, "ten": 10, "five": 5, "twenty": 20}
_HOURS = {
    word: number
    for number, word in enumerate(listed("one two three four five six seven eight nine ten eleven twelve"), 1)
}
# A clock time with its zone is not held against others: the same moment is written differently elsewhere.
_ZONES = frozenset(listed("gmt utc est edt et cst cdt ct mst mdt pst pdt pt bst cet aest hkt ist"))
# Words after which four digits are a year, not a count.
_BEFORE_YEAR = frozenset(
    listed(
        "in since by from until till during of the after before late early mid for to and through between "
        "around summer winter spring fall autumn fiscal year season"
    )
)
_ONLY_BEFORE_YEAR = _BEFORE_YEAR - {"of", "the", "to", "and", "by", "for", "from"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the calendar written in tokens `first` to `last` (exclusive).

    Only the parts that are written are set: `weekday` counts from Monday, `clock` is minutes after
    midnight. `days` are the dates it can stand for where the publication date tells, else empty.
    """

    kind: MomentKind
    first: int
    last: int
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: int | None = None
    days: frozenset[date] = frozenset()
    approximate: bool = False


# A moment that does not begin with a figure begins with one of these.
_FIRST_WORDS = frozenset([*_MONTH, *_WEEKDAY, *_RELATIVE, *_SPOKEN, "noon", "midnight"])


def moments(text: str, tokens: Sequence[Token], gaps: Sequence[str], published: date | None) -> tuple[Moment, ...]:
    """The moments of a text in order."""
    found: list[Moment] = []
    last = 0
    for at in [at for at, token in enumerate(tokens) if token.norm in _FIRST_WORDS or token.norm[0].isdigit()]:
        moment = _moment_at(tokens, gaps, at, published) if at >= last else None
        if moment is not None:
            found.append(moment)
            last = moment.last
    return tuple(found)


def moments_in_figures(tokens: Sequence[Token], gaps: Sequence[str]) -> tuple[Moment, ...]:
    """The dates, years and clock times of a text that are written in figures alone, whatever its language."""
    found: list[Moment] = []
    for at, token in enumerate(tokens):
        if not token.norm[0].isdigit() or (found and at < found[-1].last):
            continue
        clock = _CLOCK.fullmatch(token.text) if ":" in token.text else None
        moment = _numeric(tokens, gaps, at)
        if clock and moment is None:
            moment = _time(tokens, at, at + 1, int(clock.group(1)), int(clock.group(2)), "")
        if moment is None and _year_at(tokens, at) and _ends_phrase(tokens, gaps, at):
            moment = Moment("year", at, at + 1, token.start, token.end, year=_year_at(tokens, at))
        if moment is not None:
            found.append(moment)
    return tuple(found)


def _ends_phrase(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    """Whether four digits stand alone, before no sign and no word in small letters that may be what they count."""
    beside = (gaps[at][-1:] + gaps[at + 1][:1]).strip(" (\xa0")
    alone = not beside or beside in {".", ",", ";", ":", ")", "!", "?"}
    return alone and (at + 1 == len(tokens) or bool(gaps[at + 1].strip()) or tokens[at + 1].text[0].isupper())


def _moment_at(tokens: Sequence[Token], gaps: Sequence[str], at: int, published: date | None) -> Moment | None:
    token = tokens[at]
    norm = token.norm
    if norm[0].isdigit():
        return (
            _day_first(tokens, gaps, at, published)
            or _numeric(tokens, gaps, at)
            or _clock(tokens, gaps, at)
            or _year(tokens, gaps, at)
        )
    if norm in _MONTH and _is_month(tokens, gaps, at):
        return _month_first(tokens, gaps, at, published)
    if norm in _WEEKDAY and token.text[0].isupper() and (len(norm) > 5 or norm in {"tues", "thurs"}):
        days = _weekday_near(_WEEKDAY[norm], published)
        return Moment("weekday", at, at + 1, token.start, token.end, weekday=_WEEKDAY[norm], days=days)
    if norm in _RELATIVE and published:
        day = published + timedelta(_RELATIVE[norm])
        return Moment("weekday", at, at + 1, token.start, token.end, weekday=day.weekday(), days=frozenset([day]))
    if norm in _SPOKEN:
        return _spoken_clock(tokens, at)
    if norm in {"noon", "midnight"}:
        return Moment("time", at, at + 1, token.start, token.end, clock=720 if norm == "noon" else 0)
    return None


def _is_month(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    """Whether a word such as "May" or "March" is the month here."""
    token = tokens[at]
    if not token.text[0].isupper():
        return False
    if token.norm not in {"may", "march", "mar", "dec", "jan", "sep", "august"}:
        return True
    near = (at + 1 < len(tokens) and _DAY.fullmatch(tokens[at + 1].text)) or _year_at(tokens, at + 1)
    before = tokens[at - 1].norm if at else ""
    return (
        bool(near)
        or before in {"in", "of", "since", "last", "until", "by", "early", "late", "mid", "next"}
        or (bool(_DAY.fullmatch(before)) if before else False)
    )


def _year_at(tokens: Sequence[Token], at: int) -> int | None:
    return int(tokens[at].text) if at < len(tokens) and _YEAR.fullmatch(tokens[at].text) else None


def _day_at(tokens: Sequence[Token], at: int) -> int | None:
    if at >= len(tokens) or not _DAY.fullmatch(tokens[at].text):
        return None
    day = int(tokens[at].text)
    return day if 1 <= day <= 31 else None


def _month_first(tokens: Sequence[Token], gaps: Sequence[str], at: int, published: date | None) -> Moment:
    month, last = _MONTH[tokens[at].norm], at + 1
    close = last < len(tokens) and not gaps[last].strip(" .\xa0")
    day = _day_at(tokens, last) if close else None
    if day is not None:
        last += 1
        if last < len(tokens) and gaps[last] == "" and tokens[last].norm in {"st", "nd", "rd", "th"}:
            last += 1
    return _dated(tokens, gaps, at, last, month, day, published)


def _day_first(tokens: Sequence[Token], gaps: Sequence[str], at: int, published: date | None) -> Moment | None:
    day, last = _day_at(tokens, at), at + 1
    if day is None:
        return None
    if last < len(tokens) and gaps[last] == "" and tokens[last].norm in {"st", "nd", "rd", "th"}:
        last += 1
    if last < len(tokens) and tokens[last].norm == "of":
        last += 1
    if last >= len(tokens) or tokens[last].norm not in _MONTH or not tokens[last].text[0].isupper():
        return None
    if gaps[last] != " ":
        return None
    return _dated(tokens, gaps, at, last + 1, _MONTH[tokens[last].norm], day, published)


def _numeric(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Moment | None:
    """A date in figures: 2026-02-10, or with slashes where only one of day and month can be the month."""
    if at + 2 >= len(tokens) or gaps[at + 1] != gaps[at + 2] or gaps[at + 1] not in {"-", "/"}:
        return None
    if not all(token.text.isdecimal() for token in tokens[at : at + 3]):
        return None
    parts = [int(token.text) for token in tokens[at : at + 3]]
    orders = [parts] if gaps[at + 1] == "-" else [parts[::-1], [parts[2], *parts[:2]]]
    days = {day for order in orders if (day := _date_of(*order))}
    if len(days) != 1:
        return None
    (day,) = days
    start, end = tokens[at].start, tokens[at + 2].end
    return Moment("date", at, at + 3, start, end, day.year, day.month, day.day, days=frozenset(days))


def _date_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _YEAR.fullmatch(str(year)) else None
    except ValueError:
        return None


def _dated(
    tokens: Sequence[Token], gaps: Sequence[str], first: int, last: int, month: int, day: int | None,
    published: date | None,
) -> Moment:  # fmt: skip
    year = _year_at(tokens, last) if last < len(tokens) and gaps[last].strip(" ,\xa0") == "" else None
    if year is not None:
        last += 1
    before = tokens[first - 1].norm if first else ""
    days = frozenset() if day is None else _possible(year, month, day, published)
    return Moment(
        "date", first, last, tokens[first].start, tokens[last - 1].end, year, month, day, days=days,
        approximate=before in {"early", "mid", "late", "around", "about"},
    )  # fmt: skip


def _possible(year: int | None, month: int, day: int, published: date | None) -> frozenset[date]:
    """The date meant: with its year, else the one nearest to publication."""
    years = [year] if year else [published.year + step for step in (-1, 0, 1)] if published else []
    dates = []
    for candidate in years:
        try:
            dates.append(date(candidate, month, day))
        except ValueError:
            continue
    if year or not dates or published is None:
        return frozenset(dates)
    return frozenset([min(dates, key=lambda d: abs((d - published).days))])


def _weekday_near(weekday: int, published: date | None) -> frozenset[date]:
    """The last and the next such weekday, the day of publication included."""
    if published is None:
        return frozenset()
    back = (published.weekday() - weekday) % 7
    past = published - timedelta(back)
    return frozenset([past, past + timedelta(7)])


def _year(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Moment | None:
    year = _year_at(tokens, at)
    decade = at + 1 < len(tokens) and tokens[at + 1].norm == "s" and gaps[at + 1] in {"", "'", "’"}
    if year is None or decade or counts_something(tokens, gaps, at):
        return None
    before = tokens[at - 1].norm if at else ""
    named = at > 0 and _capital(tokens[at - 1]) and gaps[at] == " " and before not in _BEFORE_YEAR
    recent = tokens[at].text[:2] in {"19", "20"} and gaps[at].strip() not in {"$", "€", "£"}
    if before not in _BEFORE_YEAR and (named or not recent):
        return None
    token = tokens[at]
    loose = before in {"around", "about", "circa"}
    return Moment("year", at, at + 1, token.start, token.end, year=year, approximate=loose)


def counts_something(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    """Whether four digits stand before what they count, as in "the 2000 soldiers", and are no year."""
    before = tokens[at - 1].norm if at else ""
    if before in _ONLY_BEFORE_YEAR or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].norm
    plural = following == "people" or (following.endswith("s") and len(following) > 4)
    return gaps[at + 1] == " " and plural and not tokens[at + 1].text[0].isupper()


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.norm not in _MONTH


def _clock(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Moment | None:
    token = tokens[at]
    half, last = _half(tokens, at + 1)
    written = _CLOCK.fullmatch(token.text)
    if written and (":" in token.text or half):
        hour, minute = int(written.group(1)), int(written.group(2))
    elif half and last == at + 2 and _DAY.fullmatch(token.text):
        hour, minute = int(token.text), 0
    else:
        return None
    if last < len(tokens) and tokens[last].norm in _ZONES and tokens[last].text.isupper():
        return None
    return _time(tokens, at, last, hour, minute, half)


def _half(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Which half of the day the words from `at` name ("am", "pm" or ""), and where they end."""
    following = [token.norm for token in tokens[at : at + 3]]
    if following[:1] in (["am"], ["pm"]):
        return following[0], at + 1
    for size in (2, 3):
        if following[: size - 1] in (["this"], ["in", "the"]) and len(following) >= size:
            half = _HALVES.get(following[size - 1])
            if half:
                return half, at + size
    return "", at


def _spoken_clock(tokens: Sequence[Token], at: int) -> Moment | None:
    """A time told in words: "a quarter past three in the morning", "half past ten"."""
    words = [token.norm for token in tokens[at : at + 3]]
    if len(words) < 3 or words[0] not in _SPOKEN or words[1] not in {"past", "to"} or words[2] not in _HOURS:
        return None
    half, last = _half(tokens, at + 3)
    minutes = _SPOKEN[words[0]] if words[1] == "past" else -_SPOKEN[words[0]]
    total = (_HOURS[words[2]] * 60 + minutes) % 720
    return _time(tokens, at, last, total // 60, total % 60, half)


def _time(tokens: Sequence[Token], first: int, last: int, hour: int, minute: int, half: str) -> Moment | None:
    if hour > 24 or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Moment(
        "time", first, last, tokens[first].start, tokens[last - 1].end,
        clock=hour * 60 + minute, approximate=not half,
    )  # fmt: skip


def clash(one: Moment, other: Moment) -> bool:
    """Whether two moments cannot be the same; never where too little is written to tell."""
    if one.kind == "time" or other.kind == "time":
        return one.clock is not None and other.clock is not None and _clocks_clash(one, other)
    if one.days and other.days:
        return not one.days & other.days
    for mine, theirs in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if mine is not None and theirs is not None and mine != theirs:
            return not (one.approximate or other.approximate)
    if one.weekday is not None and other.weekday is not None:
        return one.weekday != other.weekday
    return False


def _clocks_clash(one: Moment, other: Moment) -> bool:
    assert one.clock is not None
    assert other.clock is not None
    apart = abs(one.clock - other.clock)
    # Without "a.m." or "p.m." on one side half past ten may be either; whole hours apart may be another zone.
    loose = one.approximate or other.approximate
    return apart > 0 and not (loose and apart % 720 == 0)


def normal(moment: Moment) -> str:
    """The moment in one form for people: "10 February 2019", "Tuesday", "10:30"."""
    if moment.clock is not None:
        return f"{moment.clock // 60}:{moment.clock % 60:02d}"
    if moment.kind == "weekday" and moment.weekday is not None:
        return WEEKDAYS[moment.weekday]
    month = MONTHS[moment.month - 1] if moment.month else None
    return " ".join(str(part) for part in (moment.day, month, moment.year) if part)
