"""Frames of figures and hours with the clause they stand in: "three trawlers were destroyed", "raised at 3.15".

Two sentences that tell of one thing may have little else in common; where the clause around a figure is the same, the
figure is of the same thing.
"""

import re
from collections.abc import Callable, Iterator

from tui.compare.conflicts.cues.calendar import Moment, clash
from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.cues.speech import is_saying
from tui.compare.conflicts.downgrading import ROUNDED, expected, roughly
from tui.compare.conflicts.families.numbers import agree, is_whole
from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.frames.tolls import of_another_year
from tui.compare.conflicts.pair import Run
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import told
from tui.compare.conflicts.times import rate_and_sum
from tui.compare.text.dates import order, time_of

# Tokens on either side of a figure within which its clause is read, and marks that end it.
_REACH = 10
_MARKS = frozenset('.,;:!?()“”"—–')
_COUNTED = frozenset({"count", "money"})
# Words of a clause that two figures must share, the thing counted included; so many, or so large a share of the
# shorter clause, make it one clause.
_LEAST, _MANY, _SHARE = 2, 3, 0.99
_HALF = 0.45
# Figures from this size on, of which the smaller has this share of the larger, are one estimate told in two ways.
_LARGE, _NEAR = 1000, 0.85
# What is counted among a part: "seven of the dead were of one family, including three children".
_PART_OF = re.compile(r"\b\w+ of (?:the|them|those|these)\b[^.;]*\b(?:including|among them)(?: \w+)?\s$")
# Digits after the point of a sum told to the cent, and digits that count of an exact figure.
_CENTS, _EXACT = 2, 4
_ROOM = "“up to” leaves room for both"
_SURE, _OPEN = 0.82, 0.62


def clause_figures(reading: Reading) -> Iterator[Frame]:
    """Counts and sums of money: the topic is a thing counted, or the currency."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        if text.headline:
            continue
        earlier = of_another_year(text, reading)
        for quantity in text.quantities:
            # A sum to the cent is of one payment, whichever year it was paid in.
            if earlier and (quantity.kind != "money" or not _exact(quantity)):
                continue
            if quantity.kind not in _COUNTED or quantity.loose or quantity.part or quantity.bound == "vague":
                continue
            if _PART_OF.search(text.text, 0, quantity.start):
                continue
            words = clause(text, (quantity.first, quantity.last))
            for topic in _things(text, quantity) if quantity.kind == "count" else [quantity.unit]:
                if len(words) >= _LEAST:
                    yield Frame("figure", topic, str(quantity.first), words, passage, (quantity.start, quantity.end))


def _things(text: Text, quantity: Quantity) -> list[str]:
    """The first and the last word that may name what is counted: "two trawlers alongside", "11 Pacific nations"."""
    after = text.lemmas[quantity.last : quantity.last + 4]
    named = [word for word in after if word in quantity.nouns]
    return list(dict.fromkeys((named[0], named[-1]))) if named else []


def clause_hours(reading: Reading) -> Iterator[Frame]:
    """Clock times."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for moment in text.moments:
            words = clause(text, (moment.first, moment.last)) if moment.kind == "time" else frozenset[str]()
            if len(words) >= _LEAST:
                yield Frame("hour", "hour", str(moment.first), words, passage, (moment.start, moment.end))


def clause(text: Text, run: Run) -> frozenset[str]:
    """The lemmas of the content words in the clause of a run of tokens, figures and reporting verbs aside."""
    first, last = run
    while first > max(0, run[0] - _REACH) and not _MARKS & set(text.gaps[first]):
        first -= 1
    while last < min(len(text.tokens), run[1] + _REACH) and not _MARKS & set(text.gaps[last]):
        last += 1
    telling = told(text)
    inside = (at for at in range(first, last) if at not in telling and not text.tokens[at].stop)
    return frozenset(text.lemmas[at] for at in inside if not is_saying(text.lemmas[at]))


def figures(both: Both) -> Verdict | None:
    """Differing figures of one thing in one clause, where neither article has the other's figure too."""
    if len(both.one.actors & both.other.actors) < _LEAST:
        return None
    one, other = _quantity(both.one, both.reading_a), _quantity(both.other, both.reading_b)
    if one.kind != other.kind or (one.role and other.role and one.role != other.role):
        return None
    if _years(both.one, both.reading_a) and not _one_year(both):
        return None
    ceilings = _ceilings(one, other)
    # Two large figures of one thing that are nearly the same are of one clause with one more word in common.
    score = _OPEN if ceilings else _one_clause(both)
    if not score:
        return None
    if agree(one, other) and not ceilings:
        return None
    texts = both.reading_a.texts[both.one.passage], both.reading_b.texts[both.other.passage]
    # "Eleven of the 26 wagons" tells eleven of what "eight wagons" counts.
    if is_whole(texts[0], one) != is_whole(texts[1], other):
        return None
    if rate_and_sum(texts[0], one.value, texts[1], other.value):
        return None
    has = _writes if ceilings else _tells if _exact(one) and _exact(other) else _has
    if _asked(has, both.reading_b, one) or _asked(has, both.reading_a, other):
        return None
    thing = f", for the same number of {_as_written(both)}" if one.kind == "count" else f", both of “{_words(both)}”"
    reason = f"{both.mine} in one, {both.theirs} in the other{thing}"
    doubt = _ROOM if ceilings else _update(both, one, other) or _other_figure(both, one, other)
    return "number", _OPEN if doubt else score, 0.8, reason, doubt


def hours(both: Both) -> Verdict | None:
    """Differing clock times in one clause, where neither article has the other's time too."""
    score = _one_clause(both)
    if not score:
        return None
    one, other = _moment(both.one, both.reading_a), _moment(both.other, both.reading_b)
    if not clash(one, other) or _at(both.reading_b, one) or _at(both.reading_a, other):
        return None
    return "date", score, 0.8, f"{both.mine} in one, {both.theirs} in the other, both of “{_words(both)}”", ""


def _one_clause(both: Both) -> float:
    """How surely two clauses are one; 0 where they are not."""
    shared = len(both.one.actors & both.other.actors)
    least = min(len(both.one.actors), len(both.other.actors))
    if shared < _LEAST:
        return 0.0
    if shared >= _SHARE * least or (shared >= _MANY and shared >= _HALF * least):
        return _SURE
    return 0.0


def _quantity(frame: Frame, reading: Reading) -> Quantity:
    return next(q for q in reading.texts[frame.passage].quantities if str(q.first) == frame.value)


def _moment(frame: Frame, reading: Reading) -> Moment:
    return next(m for m in reading.texts[frame.passage].moments if str(m.first) == frame.value)


def _ceilings(one: Quantity, other: Quantity) -> bool:
    """Whether two large figures that are nearly the same tell the most there may be, one of them at least."""
    low, high = sorted((one.value, other.value))
    capped = [q.bound in {"most", "about"} and q.high == q.value > q.low for q in (one, other)]
    exact = [not q.bound for q in (one, other)]
    told = any(capped) and all(x or y for x, y in zip(capped, exact, strict=True))
    return told and low >= _LARGE and _NEAR * high <= low < high


def _asked(has: Callable[[Reading, Quantity], bool], reading: Reading, quantity: Quantity) -> bool:
    """What `has` says of an article and a figure, asked once: the same figure is held against very many."""
    known = reading.asked.get((has, quantity))
    if known is None:
        known = reading.asked[has, quantity] = has(reading, quantity)
    return known


def _writes(reading: Reading, quantity: Quantity) -> bool:
    """Whether an article has this very figure of this kind somewhere."""
    written = {
        x for text in reading.texts for q in text.quantities if q.kind == quantity.kind for x in (q.value, q.high)
    }
    return quantity.value in written


def _years(frame: Frame, reading: Reading) -> set[int]:
    """The years a frame's passage tells."""
    return {moment.year for moment in reading.texts[frame.passage].moments if moment.year is not None}


def _one_year(both: Both) -> bool:
    """Whether two passages may tell of one year."""
    ours, theirs = _years(both.one, both.reading_a), _years(both.other, both.reading_b)
    return not theirs or not ours.isdisjoint(theirs)


def _exact(quantity: Quantity) -> bool:
    """Whether a figure is told to the cent, or in four digits and more that count."""
    digits = f"{quantity.value:.12g}".replace(".", "").strip("0")
    return not quantity.bound and (quantity.decimals == _CENTS or len(digits) >= _EXACT)


def _tells(reading: Reading, quantity: Quantity) -> bool:
    """Whether an article tells an exact figure somewhere, or rounds it; "more than $300" is no such telling."""
    others = (q for text in reading.texts for q in text.quantities)
    return any(q.kind == quantity.kind and not q.bound and agree(q, quantity) for q in others)


def _has(reading: Reading, quantity: Quantity) -> bool:
    """Whether an article tells this figure of this thing somewhere."""
    return any(
        q.kind == quantity.kind and agree(q, quantity) and (quantity.kind == "money" or q.nouns & quantity.nouns)
        for text in reading.texts
        for q in text.quantities
    )


def _at(reading: Reading, moment: Moment) -> bool:
    return any(m.kind == "time" and not clash(m, moment) for text in reading.texts for m in text.moments)


def _update(both: Both, one: Quantity, other: Quantity) -> str:
    """A later article with a higher count of the dead or the hurt may only be newer."""
    sequence = order(time_of(both.reading_a.article.published), time_of(both.reading_b.article.published))
    later = both.mine if sequence > 0 else both.theirs
    grown = (one.value > other.value) == (sequence > 0)
    return f"an update: {later} was published later" if sequence and grown and (one.role or other.role) else ""


def _other_figure(both: Both, one: Quantity, other: Quantity) -> str:
    """Why two figures may both be right: one rounded, or one a forecast."""
    if roughly(one.value, other.value):
        return ROUNDED
    if abs(one.value - other.value) == 1 and _with_itself(both, one, other):
        return "one may count itself in, the other those it is with"
    told = [
        word
        for frame, reading in ((both.one, both.reading_a), (both.other, both.reading_b))
        if (word := expected(reading.texts[frame.passage]))
    ]
    return f"one may be a forecast: “{told[0]}”" if len(told) == 1 else ""


def _with_itself(both: Both, one: Quantity, other: Quantity) -> bool:
    """Whether the smaller figure is of others: "a pact with 11 nations", "the 12-nation pact"."""
    small, text = min(
        (one, both.reading_a.texts[both.one.passage]),
        (other, both.reading_b.texts[both.other.passage]),
        key=lambda side: side[0].value,
    )
    return small.first > 0 and text.tokens[small.first - 1].norm in {"with", "other"}


def _as_written(both: Both) -> str:
    """The word for what is counted, as the first article writes it."""
    text = both.reading_a.texts[both.one.passage]
    after = range(int(both.one.value), len(text.tokens))
    return next(text.tokens[at].text for at in after if text.lemmas[at] == both.one.topic)


def _words(both: Both) -> str:
    """The words both clauses have, as the first article writes them."""
    text, shared = both.reading_a.texts[both.one.passage], both.one.actors & both.other.actors
    near = sorted(
        (at for at, word in enumerate(text.lemmas) if word in shared), key=lambda at: abs(at - int(both.one.value))
    )[:3]
    return " ".join(text.tokens[at].text for at in sorted(near))
