"""The probability that two passages speak of the same event or fact: a logistic regression over features."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tui.compare.vectors import Floats

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted logistic regression: the weight of each feature by name, and the intercept."""

    weights: dict[str, float]
    intercept: float

    def logits(self, columns: dict[str, Floats]) -> Floats:
        """The log odds of each row; `columns` holds the features by name, all of the same length."""
        total = np.full(len(next(iter(columns.values()))), self.intercept, dtype=np.float32)
        for name, weight in self.weights.items():
            total += np.float32(weight) * columns[name]
        return total


def probabilities(logits: Floats) -> Floats:
    """The logistic function."""
    out: npt.NDArray[np.float32] = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return out


@cache
def model(name: str) -> Model:
    """The fitted model of that name: "pair" for two texts alone, "story" for passages of articles."""
    data = json.loads((_DATA / "overlap.json").read_text(encoding="utf-8"))[name]
    return Model(data["weights"], data["intercept"])
