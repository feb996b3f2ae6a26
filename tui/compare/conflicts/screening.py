"""Which families may find a difference between two texts at all, told from each text alone.

Of the passage pairs that are alike enough to be held against each other about one in seventy differs. What a family
needs (both texts give figures, one negates a word that the other has, …) is read once from each text, so most pairs
are done with before a word of them is aligned. A screen only lets go what its family would not find, or would rate
below the bar of the tier `check` however well the rest corresponds: findings are the same with and without it, which
`tests/unit/compare/conflicts/test_screening.py` holds. A family without a screen is always asked.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product, starmap
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from tui.compare.conflicts.comings import may_come
from tui.compare.conflicts.cues.certainty import POSSIBLE
from tui.compare.conflicts.families.attribution import LEAST_CLOSENESS, attribution, word_for_word
from tui.compare.conflicts.families.caveats import REST, caveats, may_reserve
from tui.compare.conflicts.families.dates import dates, moments_apart, moments_cue
from tui.compare.conflicts.families.fillers import LEAST_ALIKE, fillers, may_name
from tui.compare.conflicts.families.lists import lists
from tui.compare.conflicts.families.modality import asserted, doubted, modality, sure_of, unsure
from tui.compare.conflicts.families.names import SITE, difference, lone, names, rival_cue, variants
from tui.compare.conflicts.families.numbers import figures_apart, figures_cue, numbers
from tui.compare.conflicts.families.patients import HOSPITAL, tells_of_one
from tui.compare.conflicts.families.polarity import FARTHER, denied_places, may_oppose, polarity
from tui.compare.conflicts.families.portions import LEAST_ALIKE as LEAST_OF_PARTS
from tui.compare.conflicts.families.portions import may_portion, portions
from tui.compare.conflicts.families.positions import LEAST_ALIKE as LEAST_FOR_PHRASES
from tui.compare.conflicts.families.positions import opposing, positions, told_positions
from tui.compare.conflicts.families.quotes import Alike, quotes
from tui.compare.conflicts.families.reversals import deeds, reversals, turned_about
from tui.compare.conflicts.outlook import Cover, Outlook, place
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.sheets import (
    ANY,
    COUNTED,
    DONE,
    DOUBTED,
    FIGURES,
    KINDS,
    MOMENTS,
    NEGATED,
    OPPOSED,
    PEOPLE,
    PLACES,
    POSITIONS,
    QUOTED,
    RESERVED,
    SAYINGS,
    Quoted,
    Sheet,
    Words,
)  # fmt: skip

if TYPE_CHECKING:
    from tui.compare.text.partners import Partners

Family = Callable[[Pair], list[Candidate]]
Families = tuple[Family, ...]
Told = Callable[[Outlook], bool]

_DENIAL_CUES = ("negation", "turning")
_PLACE_CUES = ("city", "country", "state", "demonym", "place")


def likely(a: Sheet, b: Sheet, cover: Cover, families: Families) -> Families:
    """Those of `families` that may find a difference between two texts."""
    asked = _holding(a.holds & b.holds, a.holds | b.holds, bisect_right(_LEAST, cover.likeness), families)
    outlook = Outlook(a, b, cover)
    return tuple([family for family, told in asked if told is None or told(outlook)])


@lru_cache(maxsize=1 << 13)
def _holding(both: int, either: int, alike: int, families: Families) -> list[tuple[Family, Told | None]]:
    """The families for which each text and one of the two hold enough, with what is left to be told.

    Of the bars of `_LEAST` the texts may reach so many as `alike`.
    """
    screens = ((family, _SCREENS.get(family)) for family in families)
    return [
        (family, screen.told if screen else None)
        for family, screen in screens
        if screen is None
        or (both & screen.both and either & screen.either and bisect_right(_LEAST, screen.least) <= alike)
    ]


def _numbers(outlook: Outlook) -> bool:
    """Whether two figures of one kind differ that may stand at one place."""
    return any(
        outlook.reaches_at(figures_cue(one, other), (one.first, one.last), (other.first, other.last))
        for one in outlook.a.text.quantities
        for other in outlook.b.text.quantities
        if one.kind == other.kind and not (one.loose or other.loose) and figures_apart(one, other)
    )


def _lists(outlook: Outlook) -> bool:
    a, b = outlook.a.holds, outlook.b.holds
    return bool((b & FIGURES and a & COUNTED) or (a & FIGURES and b & COUNTED))


def _dates(outlook: Outlook) -> bool:
    """Whether two moments cannot be the same that may stand at one place."""
    return any(
        outlook.reaches_at(moments_cue(one, other), (one.first, one.last), (other.first, other.last))
        for one in outlook.a.text.moments
        for other in outlook.b.text.moments
        if moments_apart(one, other)
    ) or may_come(outlook.a.text, outlook.b.text)


def _names(outlook: Outlook) -> bool:
    return _varying(outlook) or _rival_names(outlook)


def _varying(outlook: Outlook) -> bool:
    """Whether one name may be written two ways."""
    a, b = outlook.a, outlook.b
    if not any(starmap(difference, product(a.people, b.people))):
        return False
    return any(outlook.reaches(apart.kind, naming=True) for _, _, apart in variants(a.text, b.text))


def _rival_cues(a: Sheet, b: Sheet) -> Iterator[str]:
    """What two names, each of one text, may rest on; see `rival_cue`."""
    both = a.holds & b.holds
    if both & PEOPLE:
        yield "name"
    if both & PLACES:
        yield from _PLACE_CUES
    elif not a.sites.isdisjoint(b.sites):
        yield SITE


def _rival_names(outlook: Outlook) -> bool:
    """Whether each text has a name for itself that could be held against the other's."""
    a, b = outlook.a, outlook.b
    if HOSPITAL in a.sites and HOSPITAL in b.sites and tells_of_one(a.text) and tells_of_one(b.text):
        return True
    cues = [cue for cue in _rival_cues(a, b) if outlook.near_enough(cue)]
    if not (cues and any(map(b.text.norms.isdisjoint, a.marks)) and any(map(a.text.norms.isdisjoint, b.marks))):
        return False
    if not any(outlook.reaches(cue, naming=True) for cue in cues):
        return False
    lone_a = lone(a.text, b.text)
    lone_b = lone(b.text, a.text) if lone_a else []
    rivals = len(lone_a) + len(lone_b) - 2
    told = {rival_cue(a.text, b.text, one, other) for one in lone_a for other in lone_b}
    return any(cue and outlook.reaches(cue, naming=True, rivals=rivals) for cue in told)


def _polarity(outlook: Outlook) -> bool:
    return _denied(outlook) or _opposed(outlook)


def _denied(outlook: Outlook) -> bool:
    """Whether one text may deny a word that stands plain in the other."""
    a, b, cover = outlook.a, outlook.b, outlook.cover
    partners = cover.partners
    if partners is None:
        rivals = len(a.text.negations) + len(b.text.negations) - 1
        if not (a.carriers or b.carriers):
            return False
        reached = any(outlook.reaches(cue, rivals=rivals) for cue in _DENIAL_CUES)
        return reached or _told_whole(outlook, a) or _told_whole(outlook, b)
    turned = [a] if _meet(a.carriers, cover.reach_b) else []
    if _meet(b.carriers, cover.reach_a):
        turned.append(b)
    return any(_denies(outlook, one, partners) or _told_whole(outlook, one) for one in turned)


def _told_whole(outlook: Outlook, one: Sheet) -> bool:
    """Whether the other text may tell every word of a clause that this one denies."""
    first = one is outlook.a
    other, reach = (outlook.b, outlook.cover.reach_b) if first else (outlook.a, outlook.cover.reach_a)
    for lemmas, words in one.denied_clauses:
        if (reach is None or words <= reach) and not lemmas.isdisjoint(other.asserted):
            return True
    return False


def _denies(outlook: Outlook, one: Sheet, partners: "Partners") -> bool:
    """Whether one of the two texts may deny what the other asserts."""
    first = one is outlook.a
    other = outlook.b if first else outlook.a
    rivals = len(one.text.negations) + len(other.text.negations) - 1
    closed, denied = denied_places(other.text), other.text.denied_lemmas
    reach = outlook.cover.reach_b if first else outlook.cover.reach_a
    for denial in one.denials:
        cue = "negation" if denial.strong else "turning"
        if not (denial.strong or outlook.reaches(cue, rivals=rivals)):
            continue
        for at in denial.carriers:
            if one.text.lemmas[at] in denied or (reach is not None and one.norms[at] not in reach):
                continue
            for there in other.standing(partners.of_word(one.norms[at])):
                if there in closed:
                    continue
                found = place(one, other, partners, (denial.at, at + 1), (there, there + 1))
                sure = 1.0 if at == denial.carriers[0] else FARTHER
                if outlook.reaches(cue, rivals=rivals, sure=sure, at=found if first else found.turned):
                    return True
    return False


def _opposed(outlook: Outlook) -> bool:
    """Whether each text may have the opposite of a word of the other."""
    one, other = outlook.a, outlook.b
    if one.opposable.facing.isdisjoint(other.opposable.words):
        return False
    a, b = one.text, other.text
    for i, j in may_oppose(a, b):
        cue = "opposite_small" if a.tokens[i].stop or b.tokens[j].stop else "opposite"
        if outlook.reaches_at(cue, (i, i + 1), (j, j + 1)):
            return True
    return False


def _reversals(outlook: Outlook) -> bool:
    a, b = outlook.a.text, outlook.b.text
    return any(turned_about(a, b, one, other) for one in deeds(a) for other in deeds(b))


def _attribution(outlook: Outlook) -> bool:
    return outlook.cover.closeness >= LEAST_CLOSENESS or word_for_word(outlook.a.text, outlook.b.text)


def _modality(outlook: Outlook) -> bool:
    a, b, cover = outlook.a, outlook.b, outlook.cover
    turned = [one for one, reach in ((a, cover.reach_b), (b, cover.reach_a)) if _meet(one.doubted, reach)]
    if not turned:
        return False
    return (
        cover.partners is None
        or (outlook.reaches("modality") and any(_doubts(outlook, one, cover.partners) for one in turned))
        or any(_half_told(outlook, one) for one in turned)
    )


def _half_told(outlook: Outlook, one: Sheet) -> bool:
    """Whether the other text may tell half the words of a clause that this one doubts."""
    reach = outlook.cover.reach_b if one is outlook.a else outlook.cover.reach_a
    if reach is None:
        return bool(one.doubted_clauses)
    return any(2 * sum(map(reach.__contains__, words)) >= max(4, len(words)) for words in one.doubted_clauses)


def _doubts(outlook: Outlook, one: Sheet, partners: "Partners") -> bool:
    """Whether one of the two texts may hold only possible what the other asserts."""
    first = one is outlook.a
    other = outlook.b if first else outlook.a
    for hedge in one.text.hedges:
        for at in doubted(one.text, hedge) if hedge.level == POSSIBLE else ():
            sure = sure_of(hedge, at)
            for there in other.standing(partners.of_word(one.norms[at])):
                if unsure(other.text, there):
                    continue
                found = place(one, other, partners, (hedge.at, at + 1), asserted(other.text, there))
                if outlook.reaches("modality", sure=sure, at=found if first else found.turned):
                    return True
    return False


def _quotes(outlook: Outlook) -> bool:
    return any(_may_be_one(one, other) for one in outlook.a.quoted for other in outlook.b.quoted)


def _may_be_one(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations have enough words of the same stems, in one order, to be one."""
    common = sum(map(other.stems.__contains__, one.content))
    if not common:
        return False
    weighty, shorter = min(len(one.content), len(other.content)), min(len(one.words), len(other.words))
    if not Alike(common, weighty, shorter, shorter).one:
        return False
    # What they share stands in one order in both.
    common = int(LCSseq.similarity(one.content, other.words))
    return Alike(common, weighty, int(LCSseq.similarity(one.words, other.words)), shorter).one


def _caveats(outlook: Outlook) -> bool:
    a, b, cover = outlook.a.text, outlook.b.text, outlook.cover
    return (cover.b >= REST and may_reserve(a)) or (cover.a >= REST and may_reserve(b))


def _fillers(outlook: Outlook) -> bool:
    """Whether each text has a name for itself that may fill a gap, or things that exclude each other."""
    a, b = outlook.a, outlook.b
    if any(one.family == other.family and one.number != other.number for one in a.kinds for other in b.kinds):
        return True
    rivals = any(map(b.text.norms.isdisjoint, a.marks)) and any(map(a.text.norms.isdisjoint, b.marks))
    return rivals and may_name(a.text, b.text)


def _positions(outlook: Outlook) -> bool:
    theirs = told_positions(outlook.b.text)
    return any(opposing(one, other) for one in told_positions(outlook.a.text) for other in theirs)


def _portions(outlook: Outlook) -> bool:
    return may_portion(outlook.a.text, outlook.b.text)


class _Screen(NamedTuple):
    """What a family needs: one of `both` in each text, one of `either` in one of them, and what `told` tells.

    `least` is how much the texts must have in common, as `Pair.likeness` counts it.
    """

    both: int
    either: int
    told: Told
    least: float = 0.0


_SCREENS: dict[Family, _Screen] = {
    numbers: _Screen(FIGURES, ANY, _numbers),
    lists: _Screen(ANY, COUNTED, _lists),
    dates: _Screen(MOMENTS, ANY, _dates),
    names: _Screen(PEOPLE | PLACES, ANY, _names),
    polarity: _Screen(ANY, NEGATED | OPPOSED, _polarity),
    reversals: _Screen(DONE, ANY, _reversals),
    attribution: _Screen(SAYINGS, ANY, _attribution),
    modality: _Screen(ANY, DOUBTED, _modality),
    quotes: _Screen(QUOTED, ANY, _quotes),
    fillers: _Screen(PEOPLE | PLACES | KINDS, ANY, _fillers, LEAST_ALIKE),
    positions: _Screen(POSITIONS, ANY, _positions, LEAST_FOR_PHRASES),
    portions: _Screen(ANY, ANY, _portions, LEAST_OF_PARTS),
    caveats: _Screen(ANY, RESERVED, _caveats),
}


_LEAST = tuple(sorted({screen.least for screen in _SCREENS.values()}))


def _meet(words: Words, reach: Words | None) -> bool:
    """Whether one of `words` may have a counterpart."""
    return bool(words) if reach is None else not words.isdisjoint(reach)
