"""Which families may find a difference between two texts at all, told from each text alone.

Of the passage pairs that are alike enough to be held against each other about one in seventy differs. What a family
needs (both texts give figures, one negates a word that the other has, …) is read once from each text, so most pairs
are done with before a word of them is aligned. A screen only lets go what its family would not find, or would rate
below the bar of the tier `check` however well the rest corresponds: findings are the same with and without it, which
`tests/unit/compare/conflicts/test_screening.py` holds. A family without a screen is always asked.
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.compare.conflicts.cues.calendar import clash
from tui.compare.conflicts.cues.certainty import POSSIBLE
from tui.compare.conflicts.families.attribution import LEAST_CLOSENESS, attribution
from tui.compare.conflicts.families.caveats import REST, caveats, may_reserve
from tui.compare.conflicts.families.dates import dates
from tui.compare.conflicts.families.lists import listings, lists
from tui.compare.conflicts.families.modality import modality
from tui.compare.conflicts.families.names import difference, names
from tui.compare.conflicts.families.numbers import agree, numbers, parts
from tui.compare.conflicts.families.polarity import CARRIERS, opposable, polarity
from tui.compare.conflicts.families.quotes import LEAST_WORDS, quotes
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.ranking import weights
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import FEATURES, SHORT, UNKNOWN, plain
from tui.compare.lazy import lazy

Family = Callable[[Pair], list[Candidate]]
Words = frozenset[str]

_ANY, _FIGURES, _COUNTED, _MOMENTS, _PEOPLE, _PLACES, _NEGATED, _OPPOSED, _SAYINGS, _DOUBTED, _QUOTED, _RESERVED = (
    1 << bit for bit in range(12)
)


class Cover(NamedTuple):
    """At most how much of two texts corresponds: the shares of content words of each that do.

    `reach_a` and `reach_b` hold every word that a word of the first and of the second text may be paired with; None
    where that is not known.
    """

    a: float
    b: float
    reach_a: Words | None = None
    reach_b: Words | None = None

    @property
    def closeness(self) -> float:
        """At most the share of the longer text that corresponds."""
        return min(self.a, self.b)

    @property
    def likeness(self) -> float:
        """At most how much the two have in common, as `Pair.likeness` counts it."""
        return 0.7 * max(self.a, self.b) + 0.3 * min(self.a, self.b)


class Sheet:
    """What one text holds that a difference could rest on; worked out when first asked for."""

    def __init__(self, text: Text) -> None:
        """Notes of `text`."""
        self.text = text
        self.size = len(text.content)

    @lazy
    def plain(self) -> int:
        """How many content words tell no figure and no date."""
        return len(plain(self.text))

    @lazy
    def words(self) -> Words:
        """The distinct content words."""
        return frozenset(self.text.tokens[at].norm for at in self.text.content)

    @lazy
    def repeats(self) -> int:
        """How many content words stand there already."""
        return self.size - len(self.words)

    @lazy
    def holds(self) -> int:
        """One bit for each kind of thing that stands there."""
        text = self.text
        there = (
            (_FIGURES, text.quantities), (_MOMENTS, text.moments), (_PEOPLE, self.people), (_NEGATED, self.carriers),
            (_OPPOSED, opposable(text).sides), (_SAYINGS, text.sayings), (_DOUBTED, self.doubted),
            (_QUOTED, text.quotes), (_RESERVED, may_reserve(text)), (_COUNTED, _counted(text)),
            (_PLACES, any(mention.place for mention in text.mentions)),
        )  # fmt: skip
        return _ANY | sum(bit for bit, found in there if found)

    @lazy
    def people(self) -> tuple[tuple[str, ...], ...]:
        """The words of each name that is no place."""
        return tuple(dict.fromkeys(mention.words for mention in self.text.mentions if not mention.place))

    @lazy
    def carriers(self) -> Words:
        """The words that carry a negation."""
        text = self.text
        return frozenset(text.tokens[at].norm for n in text.negations for at in n.scope[:CARRIERS])

    @lazy
    def doubted(self) -> Words:
        """The words that are held only possible."""
        text = self.text
        return frozenset(text.tokens[at].norm for h in text.hedges if h.level == POSSIBLE for at in h.scope)

    @lazy
    def quoted(self) -> tuple[str, ...]:
        """The content words inside quotation marks, each as often as it stands there."""
        text = self.text
        inside = (text.tokens[at] for quote in text.quotes for at in range(quote.first, quote.last))
        return tuple(token.norm for token in inside if not token.stop)


def _counted(text: Text) -> bool:
    """Whether things are listed by name, or told as parts of a total."""
    return any(True for _ in listings(text)) or any(True for _ in parts(text))


@lru_cache(maxsize=1 << 12)
def sheet_of(text: Text) -> Sheet:
    """The sheet of a text; the same object for the same text."""
    return Sheet(text)


def likely(a: Sheet, b: Sheet, cover: Cover, families: Sequence[Family]) -> list[Family]:
    """Those of `families` that may find a difference between two texts."""
    found = []
    both, either = a.holds & b.holds, a.holds | b.holds
    for family in families:
        screen = _SCREENS.get(family)
        if screen is None or (both & screen.both and either & screen.either and screen.told(a, b, cover)):
            found.append(family)
    return found


def _numbers(a: Sheet, b: Sheet, cover: Cover) -> bool:
    for one in a.text.quantities:
        for other in b.text.quantities:
            if one.kind == other.kind and not (one.loose or other.loose) and not agree(one, other):
                return True
    return False


def _lists(a: Sheet, b: Sheet, cover: Cover) -> bool:
    return bool((b.holds & _FIGURES and a.holds & _COUNTED) or (a.holds & _FIGURES and b.holds & _COUNTED))


def _dates(a: Sheet, b: Sheet, cover: Cover) -> bool:
    return any(clash(one, other) for one in a.text.moments for other in b.text.moments)


def _names(a: Sheet, b: Sheet, cover: Cover) -> bool:
    both = a.holds & b.holds
    if both & _PLACES or (both & _PEOPLE and _reaches("name", a, b, cover)):
        return True
    for one in a.people:
        for other in b.people:
            if difference(one, other):
                return True
    return False


def _polarity(a: Sheet, b: Sheet, cover: Cover) -> bool:
    if _meet(a.carriers, cover.reach_b) or _meet(b.carriers, cover.reach_a):
        rivals = len(a.text.negations) + len(b.text.negations) - 1
        if _reaches("negation", a, b, cover, rivals) or _reaches("turning", a, b, cover, rivals):
            return True
    if opposable(a.text).facing.isdisjoint(opposable(b.text).sides):
        return False
    return _reaches("opposite", a, b, cover) or _reaches("opposite_small", a, b, cover)


def _attribution(a: Sheet, b: Sheet, cover: Cover) -> bool:
    return cover.closeness >= LEAST_CLOSENESS


def _modality(a: Sheet, b: Sheet, cover: Cover) -> bool:
    possible = _meet(a.doubted, cover.reach_b) or _meet(b.doubted, cover.reach_a)
    return possible and _reaches("modality", a, b, cover)


def _quotes(a: Sheet, b: Sheet, cover: Cover) -> bool:
    if cover.reach_b is None:
        return len(a.quoted) >= LEAST_WORDS
    return sum(word in cover.reach_b for word in a.quoted) >= LEAST_WORDS


def _caveats(a: Sheet, b: Sheet, cover: Cover) -> bool:
    return (cover.b >= REST and may_reserve(a.text)) or (cover.a >= REST and may_reserve(b.text))


class _Screen(NamedTuple):
    """What a family needs: one of `both` in each text, one of `either` in one of them, and what `told` tells."""

    both: int
    either: int
    told: Callable[[Sheet, Sheet, Cover], bool]


_SCREENS: dict[Family, _Screen] = {
    numbers: _Screen(_FIGURES, _ANY, _numbers),
    lists: _Screen(_ANY, _COUNTED, _lists),
    dates: _Screen(_MOMENTS, _ANY, _dates),
    names: _Screen(_PEOPLE | _PLACES, _ANY, _names),
    polarity: _Screen(_ANY, _NEGATED | _OPPOSED, _polarity),
    attribution: _Screen(_SAYINGS, _ANY, _attribution),
    modality: _Screen(_ANY, _DOUBTED, _modality),
    quotes: _Screen(_QUOTED, _ANY, _quotes),
    caveats: _Screen(_ANY, _RESERVED, _caveats),
}


def _meet(words: Words, reach: Words | None) -> bool:
    """Whether one of `words` may have a counterpart."""
    return bool(words) if reach is None else not words.isdisjoint(reach)


class _Ceiling(NamedTuple):
    """The highest log odds a cue can be rated with, as far as two texts do not tell, and what they add."""

    fixed: float
    likeness: float
    closeness: float
    rivals: float
    short: float
    unlike_length: float


@lru_cache(maxsize=32)
def _ceiling(cue: str) -> _Ceiling:
    model = weights()
    own = dict(zip(FEATURES, model.cues[cue][1:], strict=True))
    told = ("likeness", "closeness", "rivals", "short", "unlike_length")
    best = sum(max(0.0, weight) for name, weight in own.items() if name not in told or name == "rivals")
    bar = math.log(model.check / (1 - model.check))
    likeness, closeness = max(0.0, own["likeness"]), max(0.0, own["closeness"])
    fixed, rivals = model.cues[cue][0] + best - bar, min(0.0, own["rivals"])
    return _Ceiling(fixed, likeness, closeness, rivals, own["short"], own["unlike_length"])


def _plain_cover(sheet: Sheet, cover: float) -> float:
    """At most the share of the words that tell no figure and no date which correspond, as `Standing` counts it."""
    return min(1.0, cover * sheet.size / sheet.plain) if sheet.plain else UNKNOWN


def _reaches(cue: str, a: Sheet, b: Sheet, cover: Cover, rivals: int = 0) -> bool:
    """Whether a candidate of this cue could be rated at the lowest bar; `rivals` are at least as many as it has."""
    fixed, likeness, closeness, rival, short, unlike_length = _ceiling(cue)
    less, more = (a.size, b.size) if a.size < b.size else (b.size, a.size)
    low, high = sorted((_plain_cover(a, cover.a), _plain_cover(b, cover.b)))
    logit = fixed + likeness * (0.7 * high + 0.3 * low) + closeness * low + rival * min(rivals, 4) / 4
    if less <= SHORT:
        logit += short
    return logit + unlike_length * (1 - less / max(1, more)) >= -1e-9
