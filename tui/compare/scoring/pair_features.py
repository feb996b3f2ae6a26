"""What one pair of passages is judged by, worked out without arrays: judging needs no numpy.

`features.Features` works out many pairs at once by the same definitions.
"""

from collections.abc import Mapping
from math import log1p, sqrt

from tui.compare.text.profiles import Profile
from tui.compare.text.substitutes import substitutes_between

NAMES = (
    "dice",  # twice the shared weight over the sum of both weights
    "containment",  # the shared weight over the smaller weight
    "cosine",  # of the vectors of weights
    "shared",  # log(1 + shared weight)
    "shared_other",  # the same without names
    "shared_names",  # the same of names alone
    "shared_words",  # log(1 + number of shared terms)
    "other_words",  # the same without names
    "substitutes",  # weight shared by near spellings and synonyms, as in dice
    "lead",  # shared words among the first five of either, over ten
    "numbers_same",  # whether a number is shared
    "numbers_differ",  # whether both have numbers and the fewer are not all shared
    "names_apart",  # log(1 + names either has beyond the shared ones, the fewer)
    "names_unshared",  # log(1 + names that only one of them has)
    "longer",  # log(1 + terms) of the longer
    "shorter",  # log(1 + terms) of the shorter
)
LEAD = 5


def pair_features(a: Profile, b: Profile) -> Mapping[str, float]:
    """The features of one pair, by name."""
    # In order, since a sum of fractions depends on theirs.
    shared = sorted(a.term_set & b.term_set)
    weights = {t: sqrt(a.weights[t] * b.weights[t]) for t in shared}
    total = sum(weights.values())
    named = sum(weights[t] for t in sorted(a.names & b.names))
    squares_a = [a.weights[t] for t in a.terms]
    squares_b = [b.weights[t] for t in b.terms]
    weight_a, weight_b = sum(squares_a), sum(squares_b)
    lengths = sqrt(sum(w * w for w in squares_a) * sum(w * w for w in squares_b))
    only_a, only_b = len(a.names - b.names), len(b.names - a.names)
    fewest, numbers = min(len(a.numbers), len(b.numbers)), len(a.numbers & b.numbers)
    lead = sum(t in b.term_set for t in a.terms[:LEAD]) + sum(t in a.term_set for t in b.terms[:LEAD])
    both = max(weight_a + weight_b, 1)
    values = (
        2 * total / both,
        total / max(min(weight_a, weight_b), 1),
        sum(a.weights[t] * b.weights[t] for t in shared) / max(lengths, 1e-9),
        log1p(total),
        log1p(max(total - named, 0)),
        log1p(named),
        log1p(len(shared)),
        log1p(len(shared) - len(a.names & b.names)),
        2 * substitutes_between(a, b) / both,
        lead / 10,
        float(numbers > 0),
        float(0 < fewest > numbers),
        log1p(min(only_a, only_b)),
        log1p(only_a + only_b),
        log1p(max(len(a.terms), len(b.terms))),
        log1p(min(len(a.terms), len(b.terms))),
    )
    return dict(zip(NAMES, values, strict=True))
