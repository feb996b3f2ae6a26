"""What passages mean by their words: a vector of each, sums of word vectors.

`data/related.npy` holds a vector for each stem of `data/related.txt`. They are distilled from all-MiniLM-L6-v2 (Wang
et al., 2020; Reimers and Gurevych, 2019) by tests/accuracy/overlap/relating.py, so that the sum of the vectors of a
sentence's words comes near what the model says of the sentence. "Shut" and "closed", "blaze" and "fire" are
near each other, "north" and "south" as well: it tells what two passages are about, not whether they agree.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tui.compare.scoring.vectors import Floats
from tui.compare.text.profiles import Profile

# Of a passage of which less is known, by weight, nothing is told: mostly it is of another language.
LEAST_KNOWN = 0.3
_DATA = Path(__file__).parents[1] / "data"


class WordVectors(NamedTuple):
    """The row of each stem in an array of stems by dimensions."""

    rows: dict[str, int]
    vectors: Floats


@cache
def word_vectors() -> WordVectors:
    """The vectors that ship with the engine."""
    stems = (_DATA / "related.txt").read_text(encoding="utf-8").split()
    vectors = np.load(_DATA / "related.npy", allow_pickle=False).astype(np.float32)
    return WordVectors({stem: row for row, stem in enumerate(stems)}, vectors)


def passage_vectors(profiles: Sequence[Profile], known: WordVectors | None = None) -> Floats:
    """For each passage a unit vector, or zeros where too little of it is known."""
    known = known or word_vectors()
    rows, vectors = known
    found = np.zeros((len(profiles), vectors.shape[1]), dtype=np.float32)
    for index, profile in enumerate(profiles):
        weights = [profile.weights[term] for term in profile.terms]
        told = [(rows[term], weight) for term, weight in zip(profile.terms, weights, strict=True) if term in rows]
        if told and sum(weight for _, weight in told) >= LEAST_KNOWN * sum(weights):
            places, shares = zip(*told, strict=True)
            found[index] = np.array(shares, dtype=np.float32) @ vectors[list(places)]
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(lengths, 1e-9), dtype=np.float32)
