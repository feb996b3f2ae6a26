"""Different words that may stand for each other: near spellings and synonyms."""

from collections.abc import Iterable
from math import sqrt

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from tui.compare.text.profiles import Profile
from tui.compare.text.synonyms import synonyms

Substitutes = dict[str, list[tuple[str, float]]]

_FUZZY = 0.9
_FUZZY_LETTERS = 5
_PREFIX = 3


def substitutes_among(terms: Iterable[str]) -> Substitutes:
    """For each of `terms` the others that may stand for it, with how readily, both ways."""
    present = dict.fromkeys(terms)
    buckets: dict[str, list[str]] = {}
    found: Substitutes = {}
    for term in present:
        for other, score in synonyms(term).items():
            if other in present:
                found.setdefault(term, []).append((other, score))
        if _spelt(term):
            buckets.setdefault(term[:_PREFIX], []).append(term)
    for words in buckets.values():
        if len(words) > 1:
            _add_near(words, found)
    return found


def _spelt(term: str) -> bool:
    return len(term) >= _FUZZY_LETTERS and term.isalpha()


def _add_near(words: list[str], found: Substitutes) -> None:
    import numpy as np

    scores = process.cdist(words, words, scorer=JaroWinkler.normalized_similarity, score_cutoff=_FUZZY)
    for i, j in zip(*np.nonzero(scores), strict=True):
        if i != j and words[j] not in synonyms(words[i]):
            found.setdefault(words[i], []).append((words[j], float(scores[i, j])))


def _likeness(one: str, two: str) -> float:
    score = synonyms(one).get(two, 0.0)
    if not score and one[:_PREFIX] == two[:_PREFIX] and _spelt(one) and _spelt(two):
        score = JaroWinkler.normalized_similarity(one, two, score_cutoff=_FUZZY)
    return score


def substitutes_between(a: Profile, b: Profile) -> float:
    """The weight that two passages share by substitutes, the smaller of what either finds in the other."""
    only_a = [t for t in a.terms if t not in b.term_set]
    only_b = [t for t in b.terms if t not in a.term_set]
    there = _found(a, b, only_a, b.terms)
    back = _found(b, a, only_b, a.terms)
    return min(there, back)


def _found(a: Profile, b: Profile, mine: Iterable[str], theirs: Iterable[str]) -> float:
    """The weight of the terms `mine` of `a`, none of them in `b`, that stand for terms `theirs` of `b`."""
    others = list(theirs)
    total = 0.0
    for one in mine:
        known = synonyms(one)
        spelt = _spelt(one)
        for two in others:
            if two in known or (spelt and two[:_PREFIX] == one[:_PREFIX]):
                total += _likeness(one, two) * sqrt(a.weights[one] * b.weights[two])
    return total
