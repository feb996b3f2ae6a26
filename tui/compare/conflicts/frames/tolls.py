"""Frames of death: an article that says nobody was killed, and one that tells of somebody dead."""

from collections.abc import Iterator

from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.reading import Text
from tui.compare.text.dates import day_of

NONE, SOME = "none", "some"
# Words before "died" that are shown with it.
_LEAD = 4
_DEATHS = frozenset(["died", "dies", "dead", "killed"])


def deaths(reading: Reading) -> Iterator[Frame]:
    """Each passage that says that nobody was killed, or the first that tells of a death of now, headlines last."""
    told = False
    for passage in sorted(reading.spoken, key=lambda at: reading.article.passages[at].kind == "heading"):
        text = reading.texts[passage]
        nought = next((q for q in text.quantities if q.role == "killed" and q.value == 0), None)
        if nought is not None:
            span = nought.start, nought.end
            yield Frame("toll", "killed", NONE, reading.around(passage, 2), passage, span)
        elif not told:
            at = _death(text)
            if at is not None and not of_another_year(text, reading):
                told = True
                span = text.tokens[_subject(text, at)].start, text.tokens[at].end
                yield Frame("toll", "killed", SOME, reading.around(passage, 2), passage, span)


def _death(text: Text) -> int | None:
    """The token that tells of a death which is neither denied nor only possible."""
    doubted = {at for negation in text.negations for at in negation.scope}
    doubted |= {at for hedge in text.hedges for at in hedge.scope}
    spoken = {at for quote in text.quotes for at in range(quote.first, quote.last)}
    return next(
        (at for at, t in enumerate(text.tokens) if t.norm in _DEATHS and at not in doubted and at not in spoken), None
    )


def _subject(text: Text, at: int) -> int:
    """Where the few words before a verb begin, in its clause."""
    first = at
    while first and at - first < _LEAD and not text.gaps[first].strip():
        first -= 1
    return first


def of_another_year(text: Text, reading: Reading) -> bool:
    """Whether a passage tells of a year other than that of its article."""
    day = day_of(reading.article.published)
    return any(moment.year is not None and (day is None or moment.year != day.year) for moment in text.moments)
