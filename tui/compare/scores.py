"""The overlap of passages of different articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.compare.features import NAMES, Features
from tui.compare.kinship import Kinship, article_vector, kinship
from tui.compare.profiles import Profile
from tui.compare.scoring import as_link, in_story, model, probabilities
from tui.compare.vectors import Floats, Indexes

# Shared words other than names must weigh at least this much (natural-logarithm idf; a word in one of a
# thousand sentences weighs about 7), or the two passages have no more in common than whom they speak of.
LEAST_SHARED = 8.0
_SHARED_OTHER = NAMES.index("shared_other")

Flags = npt.NDArray[np.bool_]
Passages = Sequence[Profile]


@dataclass(frozen=True, slots=True)
class Block:
    """The scored passage pairs of articles `a` < `b`: passage indexes and, for each pair, two probabilities.

    `overlap`: that both speak of the same event or fact. `same`: that an editor would call them the same.
    `sound` tells whether a pair shares more than names, so that it may be linked.
    """

    a: int
    b: int
    left: Indexes
    right: Indexes
    overlap: Floats
    same: Floats
    sound: Flags


def score_articles(articles: Sequence[Passages], wanted: frozenset[tuple[int, int]] | None = None) -> list[Block]:
    """One block for each pair of articles (or of the `wanted` pairs), every passage pair scored."""
    starts = np.cumsum([0, *map(len, articles)]).astype(np.int32)
    features = Features([profile for article in articles for profile in article])
    vectors = [article_vector(article) for article in articles]
    blocks = []
    for a in range(len(articles)):
        for b in range(a + 1, len(articles)):
            if wanted is None or (a, b) in wanted:
                left, right = _grid(len(articles[a]), len(articles[b]))
                scored = _scored(features, left + starts[a], right + starts[b], kinship(vectors[a], vectors[b]))
                blocks.append(Block(a, b, left, right, *scored))
    return blocks


def _grid(rows: int, columns: int) -> tuple[Indexes, Indexes]:
    left, right = np.divmod(np.arange(rows * columns, dtype=np.int32), np.int32(max(1, columns)))
    return left, right


def _scored(features: Features, left: Indexes, right: Indexes, kin: Kinship) -> tuple[Floats, Floats, Flags]:
    matrix = features.of(left, right)
    logits = model("passages").rows(matrix)
    overlap = probabilities(in_story(logits, kin))
    return overlap, probabilities(as_link(logits, matrix)), sound(matrix[:, _SHARED_OTHER])


def sound(shared_other: Floats) -> Flags:
    """Whether pairs with this "shared_other" feature share more than names."""
    return np.expm1(shared_other) >= LEAST_SHARED
