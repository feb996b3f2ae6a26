"""The probability that two passages speak of the same event or fact: logistic regressions over features.

`data/overlap.json` holds the fitted weights: "pair" judges two texts by themselves; "passages" gives the same
log odds for passages of articles, whose words weigh what they weigh there; "story" adjusts those by what the
two articles have in common as wholes; "link" tells how likely an editor would call the two the same. The file
is written by tests/accuracy/overlap/train.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np

from tui.compare.features import NAMES, Matrix
from tui.compare.vectors import Floats

# What counts again beside the log odds of "passages", by what editors say and in a story.
LINK_FEATURES = ("containment", "cosine", "shared_other")
STORY_FEATURES = ("shared_other", "shared_names", "names_unshared", "shorter")

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted logistic regression: the weight of each feature by name, and the intercept."""

    weights: Mapping[str, float]
    intercept: float

    def rows(self, matrix: Matrix) -> Floats:
        """The log odds of each row of an array with one column for each of `NAMES`."""
        vector = np.array([self.weights.get(name, 0.0) for name in NAMES], dtype=np.float32)
        return matrix @ vector + np.float32(self.intercept)

    def one(self, features: Mapping[str, float]) -> float:
        """The log odds of one pair from its features by name."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@cache
def _fitted() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((_DATA / "overlap.json").read_text(encoding="utf-8"))
    return data


@cache
def model(name: str) -> Model:
    """The fitted model of that name."""
    data = _fitted()[name]
    return Model(data["weights"], data["intercept"])


def in_story(logits: Floats, matrix: Matrix, kin_terms: Floats, kin_names: Floats, closest: Floats) -> Floats:
    """The log odds of passage pairs adjusted by what their two articles have in common.

    `kin_terms` and `kin_names` tell how akin the articles of each pair are, `closest` is the highest of the
    log odds between them; `matrix` has the columns `STORY_FEATURES`.
    """
    weights = model("story").weights
    most = _fitted()["story"]["most"]
    terms = np.minimum(kin_terms, np.float32(most["terms"]))
    names = np.minimum(kin_names, np.float32(most["names"]))
    total = (
        model("story").intercept
        + weights["terms"] * terms
        + weights["names"] * names
        + weights["terms_squared"] * terms**2
        + weights["names_squared"] * names**2
        + weights["closest"] * closest
        + logits * (weights["passages"] + weights["passages_terms"] * terms + weights["passages_names"] * names)
    )
    for column, name in enumerate(STORY_FEATURES):
        total = total + np.float32(weights[name]) * matrix[:, column]
    return np.asarray(total, dtype=np.float32)


def as_link(logits: Floats, matrix: Matrix) -> Floats:
    """The log odds that an editor would call each pair the same; `logits` are those of "passages".

    That the figures of two texts differ, which speaks against one event in general, is left out: two accounts
    of one thing that differ in a figure are what an editor looks for.
    """
    weights = model("link").weights
    figures = np.float32(model("passages").weights.get("numbers_differ", 0.0))
    plain = logits - figures * matrix[:, NAMES.index("numbers_differ")]
    total = plain * np.float32(weights["passages"]) + np.float32(model("link").intercept)
    for name in LINK_FEATURES:
        total = total + np.float32(weights[name]) * matrix[:, NAMES.index(name)]
    return np.asarray(total, dtype=np.float32)


def probabilities(logits: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)


def probability(logit: float) -> float:
    """The logistic function of one number."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
