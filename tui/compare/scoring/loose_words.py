"""What the words without a counterpart say about a pair that is judged by itself.

They need the words of the two texts aligned, and so are not worked out for all pairs of a story at once.
"""

from collections.abc import Mapping, Sequence
from math import log1p, sqrt

from tui.compare.text.profiles import Profile, term_of
from tui.compare.text.words import Pairing

NAMES = (
    "loose_run",  # log(1 + root of the summed squares of the lengths of runs of loose words), of the text with more
    "loose_end",  # log(1 + loose words after the last that has a counterpart), the more
    "loose_more",  # log(1 + weight of all loose words), the more
    "loose_less",  # the same, the less
    "words",  # log(1 + words of both)
)
# What a function word weighs beside the idf of content words.
_STOP_WEIGHT = 0.3


def loose_features(a: Profile, b: Profile, pairing: Pairing) -> Mapping[str, float]:
    """The features of one pair by name; `pairing` tells which of its words correspond."""
    run_a, end_a, weight_a = _loose(a, [i for i, _ in pairing])
    run_b, end_b, weight_b = _loose(b, sorted(j for _, j in pairing))
    values = (
        log1p(max(run_a, run_b)),
        log1p(max(end_a, end_b)),
        log1p(max(weight_a, weight_b)),
        log1p(min(weight_a, weight_b)),
        log1p(len(a.tokens) + len(b.tokens)),
    )
    return dict(zip(NAMES, values, strict=True))


def _loose(profile: Profile, paired: Sequence[int]) -> tuple[float, int, float]:
    """How long the runs of loose words are, how many stand at the end, and the weight of all of them."""
    tokens, weights = profile.tokens, profile.weights
    squares, weight, start = 0, 0.0, 0
    for place in (*paired, len(tokens)):
        if place > start:
            squares += (place - start) ** 2
            for token in tokens[start:place]:
                weight += _STOP_WEIGHT if token.stop else weights[term_of(token)]
        start = place + 1
    return sqrt(squares), len(tokens) - 1 - paired[-1] if paired else 0, weight
