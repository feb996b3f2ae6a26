"""Negation on one side only, and words that exclude each other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.compare.conflicts.cues.polarity import Negation
from tui.compare.conflicts.families.denied import denied_outright, told_whole
from tui.compare.conflicts.families.reversals import told_alike
from tui.compare.conflicts.lexicon import lemma, listed, opposed, opposites_of, with_opposite
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

# "His son" and "her son" may be the son of one couple.
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "hers"})
_CASES = ({"he", "she"}, {"his", "her"}, {"him", "her"}, {"his", "hers"})
# How exactly "he" and "she", and words paired with their opposites, must stand at one place to be of one thing.
_SAME_PLACE = 0.7
_TURNING = frozenset({"no", "not"})
_PREFIXES = frozenset({"anti", "pro"})
_SPANS = frozenset(lemma(word) for word in listed("quarter season"))
# Verbs that take away what a negation on the other side denies: "removed from the bill", "not in the bill".
_REMOVING = frozenset(lemma(word) for word in listed("remove drop scrap eliminate strip exclude omit delete ban bar"))
_REMOVED_WITHIN = 8
# Tokens from a negating word within which another one denies it already.
_CUE_NEAR = 3
# The stems of "monthly" and "yearly" are theirs too: "last month" and "last year" are no opposites.
_PERIODS = frozenset(listed("week weeks month months year years"))
# What says no without a negation: "decided against pursuing".
_AGAINST = frozenset(["against", "without", "instead", "rather"])
# Words after a negation that leave it to the next: "has not yet been found", "did not even try".
_LIGHT = frozenset(listed("yet even ever still want wants wanted plan plans intend going able have been"))
# What denies the verb, not the name after it: "neither Keller nor Brandt came".
_OF_NAMES = frozenset(["neither", "nor", "no"])
# How many content words after a negation may carry it.
CARRIERS = 2
_NONE: frozenset[str] = frozenset()
# The rating of a clause that is denied as a whole.
_TO_CHECK = 0.5
# How sure a negation is of a word beyond the first.
FARTHER = 0.5


def polarity(pair: Pair) -> list[Candidate]:
    """Opposites and one-sided negations; an opposite that stands negated cancels out."""
    opposites, cancelled = _opposites(pair)
    if cancelled:
        return opposites
    return opposites + _negated(pair)


def _opposites(pair: Pair) -> tuple[list[Candidate], bool]:
    """Candidates for opposed words, and whether a pair of them was cancelled by a negation."""
    ours, theirs = opposable(pair.a), opposable(pair.b)
    if ours.facing.isdisjoint(theirs.words):
        return [], False
    free_a = [at for at in ours.places if at not in pair.to_b or _at_odds(pair, at, pair.to_b[at])]
    free_b = [at for at in theirs.places if at not in pair.to_a or _at_odds(pair, pair.to_a[at], at)]
    if not free_a or not free_b:
        return [], False
    turned_a, turned_b = _turned(pair.a), _turned(pair.b)
    hits: list[tuple[int, int]] = []
    cancelled = False
    for i in free_a:
        for j in free_b:
            if not opposed(pair.a.lemmas[i], pair.b.lemmas[j]) or not _one_use(pair, i, j) or told_alike(pair, i, j):
                continue
            if (i in turned_a) != (j in turned_b):
                cancelled = True
                continue
            hits.append((i, j))
    return [_opposite(pair, i, j, len(hits) - 1) for i, j in hits], cancelled


def _at_odds(pair: Pair, i: int, j: int) -> bool:
    """Whether two words that were paired, at one place of both texts, exclude each other: "accepted", "rejected"."""
    return opposed(pair.a.lemmas[i], pair.b.lemmas[j]) and pair.slot((i, i + 1), (j, j + 1)) >= _SAME_PLACE


def _turned_bound(text: Text, at: int) -> bool:
    """Whether a word is part of a bound that a negation turns round: "no more than 12"."""
    around = [token.norm for token in text.tokens[max(0, at - 1) : at + 2]]
    return len(around) == 3 and around[0] in _TURNING and around[2] == "than"


def _one_use(pair: Pair, i: int, j: int) -> bool:
    """Whether two opposed words are used alike.

    Pronouns in one case, no "last quarter", no prefix against a whole word, no text that has them both.
    """
    norms = pair.a.tokens[i].norm, pair.b.tokens[j].norm
    if _turned_bound(pair.a, i) or _turned_bound(pair.b, j):
        return False
    if _PRONOUNS & set(norms):
        return any(set(norms) == case for case in _CASES) and pair.slot((i, i + 1), (j, j + 1)) >= _SAME_PLACE
    if pair.a.lemmas[i] in pair.b.lemmas and pair.b.lemmas[j] in pair.a.lemmas:
        return False
    if _PERIODS & set(norms):
        return False
    if _prefixed(pair.a, i) != _prefixed(pair.b, j):
        return False
    return not (_points_back(pair.a, i) or _points_back(pair.b, j))


def _prefixed(text: Text, at: int) -> bool:
    """Whether a word is but the beginning of another: the "anti" of "anti-Trump", which "pro-Trump" opposes alone."""
    return text.tokens[at].norm in _PREFIXES and text.gaps[at + 1] == "-"


def _points_back(text: Text, at: int) -> bool:
    """Whether a "last" is that of "last quarter", which may well be the first one of a year."""
    following = text.lemmas[at + 1] if at + 1 < len(text.lemmas) else ""
    return text.tokens[at].norm == "last" and following in _SPANS


@dataclass(frozen=True, slots=True)
class Opposable:
    """The words of a text that have an opposite, names aside: their `places` among its tokens.

    `words` are their lemmas, `facing` the opposites of these: two texts hold opposites where the facing words of one
    are among the words of the other.
    """

    places: tuple[int, ...]
    words: frozenset[str]
    facing: frozenset[str]


@noted
def opposable(text: Text) -> Opposable:
    """The words of a text that have an opposite; worked out once for each text."""
    known, lemmas = with_opposite(), text.lemmas
    found = [at for at, word in enumerate(lemmas) if word in known]
    if found and text.mentions and not text.headline:
        named = {at for m in text.mentions for at in range(m.first, m.last)}
        found = [at for at in found if at not in named]
    words = frozenset([lemmas[at] for at in found])
    return Opposable(tuple(found), words, _NONE.union(*map(opposites_of, words)))


def _turned(text: Text) -> set[int]:
    turned = {at for negation in text.negations if negation.strong for at in negation.scope}
    return turned | {at + 1 for at, token in enumerate(text.tokens) if token.norm == "non"}


@dataclass(frozen=True, slots=True)
class Denial:
    """What a negation at token `at` turns round for certain: one of the tokens `carriers`."""

    at: int
    carriers: tuple[int, ...]
    strong: bool


@noted
def denials(text: Text) -> tuple[Denial, ...]:
    """What a text denies; worked out once for each text."""
    return tuple(Denial(n.cue, _carriers(text, n), n.strong) for n in text.negations)


@noted
def denied_places(text: Text) -> frozenset[int]:
    """The tokens that something in their text may deny, so that no denial of another text meets them."""
    near = [range(n.cue - _CUE_NEAR, n.cue + _CUE_NEAR + 1) for n in text.negations]
    near += [range(at + 1, at + _CUE_NEAR + 1) for at, word in enumerate(text.words) if word in _AGAINST]
    removing = [at for at, word in enumerate(text.lemmas) if word in _REMOVING]
    near += [range(at - _REMOVED_WITHIN + 1, at + _REMOVED_WITHIN + 1) for at in removing]
    return text.denied.union(*near) if near else text.denied


def may_oppose(a: Text, b: Text) -> Iterator[tuple[int, int]]:
    """The tokens of two texts that exclude each other, unless they correspond to others."""
    ours, theirs = opposable(a), opposable(b)
    if ours.facing.isdisjoint(theirs.words):
        return
    facing = [j for j in theirs.places if b.lemmas[j] in ours.facing]
    for i in ours.places:
        for j in facing:
            if opposed(a.lemmas[i], b.lemmas[j]):
                yield i, j


def _opposite(pair: Pair, i: int, j: int, rivals: int) -> Candidate:
    run_a, run_b = (i, i + 1), (j, j + 1)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    small = pair.a.tokens[i].stop or pair.b.tokens[j].stop
    return Candidate(
        "antonym", "opposite_small" if small else "opposite", 0.9, run_a, run_b, here, there,
        "", texts, 1.0, rivals,
        mild=bool(_PRONOUNS & {pair.a.tokens[i].norm, pair.b.tokens[j].norm}),
    )  # fmt: skip


def _negated(pair: Pair) -> list[Candidate]:
    """The best negation that turns round a word on one side whose counterpart stands plain on the other."""
    found = []
    for text, other, mapping, first in ((pair.a, pair.b, pair.to_b, True), (pair.b, pair.a, pair.to_a, False)):
        for negation in text.negations:
            hit = next(((k, mapping[k]) for k in _carriers(text, negation) if k in mapping), None)
            if hit is None or hit[1] in denied_places(other) or _met(text, other, negation, mapping):
                continue
            if text.lemmas[hit[0]] in other.denied_lemmas:
                # The other text negates the same word, if not the one that corresponds.
                continue
            found.append(_negation(pair, text, other, negation, hit, first))
            outright = denied_outright(text, negation.cue, strong=negation.strong)
            if outright and told_whole(text, other, negation.cue, hit, mapping):
                found.append(replace(found[-1], mild=True, rating=_TO_CHECK))
    return found


def _met(text: Text, other: Text, negation: Negation, mapping: dict[int, int]) -> bool:
    """Whether a negating word corresponds to one: "failed" is but spelt like "filled"."""
    there = mapping.get(negation.cue)
    return there is not None and (negation.strong or text.lemmas[negation.cue] == other.lemmas[there])


def _carriers(text: Text, negation: Negation) -> tuple[int, ...]:
    """The words a negation turns round for certain: the first it reaches, and the next close by."""
    at = negation.scope[0]
    if len(text.tokens[at].norm) == 1 or (text.tokens[negation.cue].norm in _OF_NAMES and _named(text, at)):
        return ()
    beside = len(negation.scope) > 1 and negation.scope[1] <= at + 2
    return negation.scope[: CARRIERS if beside or text.tokens[at].norm in _LIGHT else 1]


def _named(text: Text, at: int) -> bool:
    """Whether a word is part of a name."""
    return not text.headline and any(m.first <= at < m.last for m in text.mentions)


def _negation(pair: Pair, text: Text, other: Text, negation: Negation, hit: tuple[int, int], first: bool) -> Candidate:
    own: Run = (negation.cue, hit[0] + 1)
    plain: Run = (hit[1], hit[1] + 1)
    run_a, run_b = (own, plain) if first else (plain, own)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    adjoining = 1.0 if negation.scope[0] == hit[0] else FARTHER
    counts = [sum(one.strong for one in side.negations) for side in (pair.a, pair.b)]
    return Candidate(
        "negation", "negation" if negation.strong else "turning", 1.0, run_a, run_b, here, there,
        f"“{texts[0]}” in one, “{texts[1]}” in the other", texts, adjoining,
        len(pair.a.negations) + len(pair.b.negations) - 1, mild=counts[0] == counts[1],
    )  # fmt: skip
