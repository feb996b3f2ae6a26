"""Negation on one side only, and words that exclude each other."""

from dataclasses import dataclass
from functools import lru_cache

from tui.compare.conflicts.cues.polarity import Negation
from tui.compare.conflicts.lexicon import has_opposite, opposed, opposite_lists
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text

# "His son" and "her son" may be the son of one couple.
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "hers"})
# How many content words after a negation may carry it.
CARRIERS = 2


def polarity(pair: Pair) -> list[Candidate]:
    """Opposites and one-sided negations; an opposite that stands negated cancels out."""
    opposites, cancelled = _opposites(pair)
    if cancelled:
        return opposites
    return opposites + _negated(pair)


def _opposites(pair: Pair) -> tuple[list[Candidate], bool]:
    """Candidates for opposed words, and whether a pair of them was cancelled by a negation."""
    ours, theirs = opposable(pair.a), opposable(pair.b)
    if ours.facing.isdisjoint(theirs.sides):
        return [], False
    free_a = [at for at in ours.places if at not in pair.to_b]
    free_b = [at for at in theirs.places if at not in pair.to_a]
    if not free_a or not free_b:
        return [], False
    turned_a, turned_b = _turned(pair.a), _turned(pair.b)
    hits: list[tuple[int, int]] = []
    cancelled = False
    for i in free_a:
        for j in free_b:
            if not opposed(pair.a.lemmas[i], pair.b.lemmas[j]):
                continue
            if (i in turned_a) != (j in turned_b):
                cancelled = True
                continue
            hits.append((i, j))
    return [_opposite(pair, i, j, len(hits) - 1) for i, j in hits], cancelled


@dataclass(frozen=True, slots=True)
class Opposable:
    """The words of a text that have an opposite, names aside: their `places` among its tokens.

    `sides` are the sides of the lists they stand on, `facing` the other sides of these lists: two texts may only
    hold opposites where the facing sides of one are among the sides of the other.
    """

    places: tuple[int, ...]
    sides: frozenset[tuple[int, bool]]
    facing: frozenset[tuple[int, bool]]


@lru_cache(maxsize=1 << 14)
def opposable(text: Text) -> Opposable:
    """The words of a text that have an opposite; worked out once for each text."""
    named = {at for m in text.mentions for at in range(m.first, m.last)} if not text.headline else set()
    found = tuple(at for at, word in enumerate(text.lemmas) if at not in named and has_opposite(word))
    sides = frozenset(side for at in found for side in opposite_lists(text.lemmas[at]))
    return Opposable(found, sides, frozenset((number, not side) for number, side in sides))


def _turned(text: Text) -> set[int]:
    turned = {at for negation in text.negations if negation.strong for at in negation.scope}
    return turned | {at + 1 for at, token in enumerate(text.tokens) if token.norm == "non"}


def _opposite(pair: Pair, i: int, j: int, rivals: int) -> Candidate:
    run_a, run_b = (i, i + 1), (j, j + 1)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    small = pair.a.tokens[i].stop or pair.b.tokens[j].stop
    return Candidate(
        "antonym", "opposite_small" if small else "opposite", 0.9, run_a, run_b, here, there,
        f"“{texts[0]}” in one, “{texts[1]}” in the other", texts, 1.0, rivals,
        mild=bool(_PRONOUNS & {pair.a.tokens[i].norm, pair.b.tokens[j].norm}),
    )  # fmt: skip


def _negated(pair: Pair) -> list[Candidate]:
    """The best negation that turns round a word on one side whose counterpart stands plain on the other."""
    found = []
    for text, other, mapping, first in ((pair.a, pair.b, pair.to_b, True), (pair.b, pair.a, pair.to_a, False)):
        reached = {at for negation in other.negations for at in negation.scope}
        for negation in text.negations:
            hit = next(((k, mapping[k]) for k in negation.scope[:CARRIERS] if k in mapping), None)
            if hit is None or hit[1] in reached or negation.cue in mapping:
                continue
            if _cue_elsewhere(other, hit[1]) or _negated_there(text, other, hit[0]):
                continue
            found.append(_negation(pair, text, other, negation, hit, first))
    return found


def _negated_there(text: Text, other: Text, at: int) -> bool:
    """Whether the other text negates the same word somewhere, if not the one that corresponds."""
    return any(other.lemmas[k] == text.lemmas[at] for negation in other.negations for k in negation.scope)


def _cue_elsewhere(other: Text, at: int) -> bool:
    """Whether the other text has a negating word within reach of the counterpart, before or after it."""
    return any(abs(negation.cue - at) <= 3 for negation in other.negations)


def _negation(pair: Pair, text: Text, other: Text, negation: Negation, hit: tuple[int, int], first: bool) -> Candidate:
    own: Run = (negation.cue, hit[0] + 1)
    plain: Run = (hit[1], hit[1] + 1)
    run_a, run_b = (own, plain) if first else (plain, own)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    adjoining = 1.0 if negation.scope[0] == hit[0] else 0.5
    counts = [sum(one.strong for one in side.negations) for side in (pair.a, pair.b)]
    return Candidate(
        "negation", "negation" if negation.strong else "turning", 1.0, run_a, run_b, here, there,
        f"“{texts[0]}” in one, “{texts[1]}” in the other", texts, adjoining,
        len(pair.a.negations) + len(pair.b.negations) - 1, mild=counts[0] == counts[1],
    )  # fmt: skip
