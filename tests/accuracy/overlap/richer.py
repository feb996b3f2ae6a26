"""Features that were tried and are not shipped: order of words, function words, letters.

Beside those of loose_words.py they gain a classifier of MRPC's paraphrases less than .01; the overlap models gain
nothing from them, since articles on one event seldom share order or function words.
"""

from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from tui.compare.text.profiles import Profile, profile_of
from tui.compare.text.words import align_tokens

# What a function word weighs beside the idf of content words.
_STOP_WEIGHT = 0.3


def richer_features(a: str, b: str) -> tuple[float, ...]:
    """The features of one pair."""
    one, two = profile_of(a), profile_of(b)
    norms = [[token.norm for token in profile.tokens] for profile in (one, two)]
    content = [[token.stem for token in profile.tokens if not token.stop] for profile in (one, two)]
    stops = [[token.norm for token in profile.tokens if token.stop] for profile in (one, two)]
    pairing = align_tokens(one.tokens, two.tokens)
    left = _loose(one, {i for i, _ in pairing}), _loose(two, {j for _, j in pairing})
    return (
        *(_dice(_rows(norms[0], size), _rows(norms[1], size)) for size in (1, 2, 3)),
        _dice(_rows(content[0], 2), _rows(content[1], 2)),
        _dice(_letters(one.joined), _letters(two.joined)),
        _dice(Counter(stops[0]), Counter(stops[1])),
        Indel.normalized_similarity(*norms),
        fuzz.ratio(one.joined, two.joined) / 100,
        len(pairing) / max(1, min(map(len, norms))),
        log1p(max(left)),
        log1p(min(left)),
    )


def _loose(profile: Profile, paired: set[int]) -> float:
    """The weight of the words that no word corresponds to."""
    weights = (_STOP_WEIGHT if token.stop else profile.weights[token.stem] for token in profile.tokens)
    return sum(weight for place, weight in enumerate(weights) if place not in paired)


def _rows(words: Sequence[str], size: int) -> Counter[Any]:
    return Counter(tuple(words[k : k + size]) for k in range(len(words) - size + 1))


def _letters(text: str) -> Counter[Any]:
    return Counter(text[k : k + size] for size in (3, 4, 5) for k in range(len(text) - size + 1))


def _dice(a: Counter[Any], b: Counter[Any]) -> float:
    shared = (a & b).total()
    return 2 * shared / max(1, a.total() + b.total())
