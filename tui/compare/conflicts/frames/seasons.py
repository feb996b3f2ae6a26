"""Frames of seasons and parts of a year with their year: "in the spring of 2028"."""

from collections.abc import Iterator

from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.clauses import clause
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.reading import Text

_SEASONS = frozenset(listed("spring summer autumn fall winter midsummer christmas easter"))
# Words that two clauses share, the season and other dates told beside it included.
_LEAST = 2
# Seasons further apart than this are of two things.
_YEARS = 3
_OPEN = 0.62


def seasons(reading: Reading) -> Iterator[Frame]:
    """Each season told with a year; `actors` are the words of its clause and the months told in its sentence."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for moment in text.moments:
            first = _season(text, moment.first) if moment.kind == "year" else None
            if first is not None:
                season = text.tokens[first].norm
                around = clause(text, (first, moment.last)) | _months(text) | {season}
                yield Frame(
                    "season", season, str(moment.year), around, passage, (text.tokens[first].start, moment.end)
                )  # fmt: skip


def _season(text: Text, year: int) -> int | None:
    """The token of a season right before that of its year: "spring 2028", "spring of 2028"."""
    at = year - (2 if year > 1 and text.tokens[year - 1].norm == "of" else 1)
    return at if at >= 0 and text.tokens[at].norm in _SEASONS else None


def _months(text: Text) -> frozenset[str]:
    return frozenset(f"month {moment.month}" for moment in text.moments if moment.month)


def years(both: Both) -> Verdict | None:
    """One season of two years, of what may be one thing, where neither article has the other's year for it too."""
    one, other = both.one, both.other
    if not 0 < abs(int(one.value) - int(other.value)) <= _YEARS or len(one.actors & other.actors) < _LEAST:
        return None
    if _told(both.reading_b, one) or _told(both.reading_a, other):
        return None
    return "date", _OPEN, 0.8, f"{both.mine} in one, {both.theirs} in the other", ""


def _told(reading: Reading, frame: Frame) -> bool:
    """Whether an article tells this season of this year anywhere."""
    return any(found.value == frame.value and found.topic == frame.topic for found in seasons(reading))
