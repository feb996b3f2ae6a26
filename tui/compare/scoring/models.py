"""The fitted models that judge passages, read from the package's data folder when first asked for.

See `scoring` for what each of them tells.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.compare.scoring.pair_features import NAMES

if TYPE_CHECKING:
    from tui.compare.scoring.features import Matrix
    from tui.compare.scoring.vectors import Floats

MEANING = "meaning"
# Shared words other than names must weigh at least this much (natural-logarithm idf; a word in one of a
# thousand sentences weighs about 7), or the two passages have no more in common than whom they speak of.
LEAST_SHARED = 8.0
# One word alone, rare as it may be, is no common matter.
LEAST_WORDS = 2
# Beside names that weigh this much, other words that weigh as much are enough where all the rest speaks for a link.
LEAST_NAMED = 3.0

_DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted logistic regression: the weight of each feature by name, and the intercept."""

    weights: Mapping[str, float]
    intercept: float

    def rows(self, matrix: Matrix) -> Floats:
        """The log odds of each row of an array with one column for each of `NAMES`, and one for `MEANING` or not."""
        import numpy as np

        names = (*NAMES, MEANING)[: matrix.shape[1]]
        vector = np.array([self.weights.get(name, 0.0) for name in names], dtype=np.float32)
        return matrix @ vector + np.float32(self.intercept)

    def one(self, features: Mapping[str, float]) -> float:
        """The log odds of one pair from its features by name."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@cache
def fitted(semantic: bool) -> dict[str, Any]:
    """All that the file of models holds; with `semantic` the file of those that know `MEANING`."""
    path = _DATA / ("semantic.json" if semantic else "overlap.json")
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


@cache
def model(name: str, semantic: bool = False) -> Model:
    """The fitted model of that name; with `semantic` the one that knows `MEANING`."""
    data = fitted(semantic)[name]
    return Model(data["weights"], data["intercept"])


def probability(logit: float) -> float:
    """The logistic function of one number."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
