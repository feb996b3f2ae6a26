"""Which passage pairs are worth a full look: the first stage, on every pair of articles that are compared.

The shared weight of every pair of passages is worked out and pairs that share too little for a link are passed over.
It goes by stretches of articles, so that memory does not grow with the square of the passages.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tui.compare.scoring.features import Features
from tui.compare.scoring.vectors import Indexes

# Up to this many passages all articles are compared with each other.
BRUTE_FORCE = 2_000
# The least share of the lighter passage's weight that the other shares; links lie far above.
LEAST_CONTAINMENT = 0.12
# The most passage pairs that are looked at together.
_WINDOW_CELLS = 1_000_000

Pairs = tuple[Indexes, Indexes]
Owners = npt.NDArray[np.int32]
Allowed = npt.NDArray[np.bool_]


def every_pair(article: Owners, wanted: Allowed) -> Pairs:
    """All pairs of passages of articles `a` < `b` where `wanted[a, b]`; `article` tells each passage's."""
    left, right = np.nonzero(wanted[article][:, article])
    return _sorted(left, right, article)


def likely_pairs(features: Features, article: Owners, wanted: Allowed) -> Iterator[Pairs]:
    """The pairs of passages that share enough to be looked at, all pairs of two articles together.

    `wanted[a, b]` says whether articles `a` < `b` are compared, `article` which one each passage belongs to, in
    ascending order. Pairs come sorted by article of the first, article of the second, passages.
    """
    starts = np.searchsorted(article, np.arange(len(wanted) + 1))
    for first, last in _stretches(starts, wanted):
        partners = np.flatnonzero(wanted[first:last].any(axis=0))
        rows = np.arange(starts[first], starts[last])
        others = np.concatenate([np.arange(starts[b], starts[b + 1]) for b in partners])
        shared = features.roots.window(rows, others)
        light = np.minimum(features.totals[rows][:, None], features.totals[others][None, :])
        chosen = (shared >= LEAST_CONTAINMENT * light) & (shared > 0) & wanted[article[rows]][:, article[others]]
        left, right = np.nonzero(chosen)
        yield _sorted(rows[left], others[right], article)


def _stretches(starts: Sequence[int] | npt.NDArray[np.int64], wanted: Allowed) -> Iterator[tuple[int, int]]:
    """Articles in a row whose passages and those of their partners are few enough; those without partners left out."""
    sizes = np.diff(starts)
    first, partners = 0, np.zeros(len(wanted), dtype=np.bool_)
    for index, row in enumerate(wanted):
        widened = partners | row
        cells = (starts[index + 1] - starts[first]) * sizes[widened].sum()
        if partners.any() and cells > _WINDOW_CELLS:
            yield first, index
            first, widened = index, row
        partners = widened
    if partners.any():
        yield first, len(wanted)


def _sorted(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64], article: Owners) -> Pairs:
    """Pairs that are sorted by their passages, sorted by their articles first."""
    keys = article[left].astype(np.int64) * (int(article.max(initial=0)) + 1) + article[right]
    order = np.argsort(keys, kind="stable")
    return left[order].astype(np.int32), right[order].astype(np.int32)
