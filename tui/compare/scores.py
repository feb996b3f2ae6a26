"""The overlap of passages of different articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.compare.features import NAMES, Features
from tui.compare.profiles import Profile
from tui.compare.scoring import model, probabilities
from tui.compare.vectors import Floats, Indexes

# Shared words other than names must weigh at least this much (natural-logarithm idf; a word in one of a
# thousand sentences weighs about 7), or the two passages have no more in common than whom they speak of.
LEAST_SHARED = 7.0

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Block:
    """The scored passage pairs of articles `a` < `b`: passage indexes and the overlap of each pair.

    `sound` tells whether a pair shares more than names, so that it may be linked.
    """

    a: int
    b: int
    left: Indexes
    right: Indexes
    overlap: Floats
    sound: Flags


def score_articles(
    articles: Sequence[Sequence[Profile]], wanted: frozenset[tuple[int, int]] | None = None
) -> list[Block]:
    """One block for each pair of articles (or of the `wanted` pairs), every passage pair scored."""
    starts = np.cumsum([0, *map(len, articles)])
    features = Features([profile for article in articles for profile in article])
    blocks = []
    for a in range(len(articles)):
        for b in range(a + 1, len(articles)):
            if wanted is None or (a, b) in wanted:
                left, right = _grid(len(articles[a]), len(articles[b]))
                blocks.append(_block(features, a, b, left, right, starts))
    return blocks


def _grid(rows: int, columns: int) -> tuple[Indexes, Indexes]:
    left, right = np.divmod(np.arange(rows * columns, dtype=np.int32), max(1, columns))
    return left, right


def _block(features: Features, a: int, b: int, left: Indexes, right: Indexes, starts: Indexes) -> Block:
    matrix = features.of(left + np.int32(starts[a]), right + np.int32(starts[b]))
    columns = {name: matrix[:, k] for k, name in enumerate(NAMES)}
    overlap = probabilities(model("story").logits(columns))
    return Block(a, b, left, right, overlap, sound(columns))


def sound(columns: dict[str, Floats]) -> Flags:
    """Whether each pair shares more than names."""
    return np.expm1(columns["shared_other"]) >= LEAST_SHARED
