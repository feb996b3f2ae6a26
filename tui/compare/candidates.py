"""Which passage pairs are worth a full look: the first stage, on every pair of different articles.

Up to `BRUTE_FORCE` passages the shared weight of every pair is worked out and only pairs that share too
little for a link are passed over. Above, frequent terms are left out of this stage, so that the work grows
with the number of passages and not with its square; rows of five equal words add what that misses.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.compare.features import Features
from tui.compare.vectors import Floats, Indexes, Rows

BRUTE_FORCE = 2_000
# The least share of the lighter passage's weight that the other shares; links lie far above.
LEAST_CONTAINMENT = 0.12
# The same where frequent terms are left out.
LEAST_RARE_CONTAINMENT = 0.06
# A term in more passages than this is frequent.
FREQUENT = 150
_ROW_WORDS = 5
_MOST_SHARING = 40
_CHUNK = 1_000

Pairs = tuple[Indexes, Indexes]


def every_pair(article: npt.NDArray[np.int32]) -> Pairs:
    """All pairs of passages of different articles; `article` tells each passage's."""
    left, right = np.nonzero(article[:, None] < article[None, :])
    return left.astype(np.int32), right.astype(np.int32)


def likely_pairs(features: Features, article: npt.NDArray[np.int32]) -> Pairs:
    """The pairs of passages of different articles that share enough to be looked at."""
    if len(article) <= BRUTE_FORCE:
        shared = features.roots.gram()
        light = np.minimum(features.totals[:, None], features.totals[None, :])
        chosen = (shared >= LEAST_CONTAINMENT * light) & (article[:, None] < article[None, :]) & (shared > 0)
        left, right = np.nonzero(chosen)
        return left.astype(np.int32), right.astype(np.int32)
    found = _rare_pairs(features.roots, features.totals, article)
    found.append(_row_pairs(features, article))
    size = len(article)
    keys = np.unique(np.concatenate([left.astype(np.int64) * size + right for left, right in found]))
    left, right = np.divmod(keys, size)
    return left.astype(np.int32), right.astype(np.int32)


def _rare_pairs(roots: Rows, totals: Floats, article: npt.NDArray[np.int32]) -> list[Pairs]:
    matrix: Any = roots.sparse
    counts = np.diff(matrix.tocsc().indptr)
    rare = matrix[:, counts <= FREQUENT]
    other = rare.T.tocsr()
    found = []
    for start in range(0, len(article), _CHUNK):
        products = (rare[start : start + _CHUNK] @ other).tocoo()
        left, right = products.row.astype(np.int32) + np.int32(start), products.col.astype(np.int32)
        enough = products.data >= LEAST_RARE_CONTAINMENT * np.minimum(totals[left], totals[right])
        chosen = enough & (article[left] < article[right])
        found.append((left[chosen], right[chosen]))
    return found


def _row_pairs(features: Features, article: npt.NDArray[np.int32]) -> Pairs:
    """Pairs that share five words in a row, but for rows that a great many passages share."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, profile in enumerate(features.profiles):
        norms = [token.norm for token in profile.tokens]
        rows = {tuple(norms[k : k + _ROW_WORDS]) for k in range(len(norms) - _ROW_WORDS + 1)}
        for row in rows:
            places[row].append(index)
    pairs = sorted(
        {
            (i, j)
            for sharing in places.values()
            if 1 < len(sharing) <= _MOST_SHARING
            for i, j in _different(sharing, article)
        }
    )
    return np.array([i for i, _ in pairs], dtype=np.int32), np.array([j for _, j in pairs], dtype=np.int32)


def _different(sharing: Sequence[int], article: npt.NDArray[np.int32]) -> list[tuple[int, int]]:
    return [(i, j) for i in sharing for j in sharing if article[i] < article[j]]
