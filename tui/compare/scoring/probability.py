"""The probability that two passages speak of the same event or fact: logistic regressions over features.

`data/overlap.json` holds the fitted weights: "pair" judges two texts by themselves; "passages" gives the same
log odds for passages of articles, whose words weigh what they weigh there; "story" adjusts those by what the
two articles have in common as wholes; "link" tells how likely an editor would call the two the same, by their
words, and "placed" by where they stand, their figures and what they mean too. The file is written by
tests/accuracy/overlap/train.py. `data/semantic.json` holds the same models with one feature more, "meaning": the
cosine of two sentences as `semantic.Meaning` gives them.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from tui.compare.scoring.features import NAMES, Matrix
from tui.compare.scoring.models import MEANING, fitted, model
from tui.compare.scoring.placing import PLACED_FEATURES, UNTOLD, Told
from tui.compare.scoring.vectors import Floats

__all__ = [
    "LINK_FEATURES", "MEANING", "PLACED_FEATURES", "STORY_FEATURES", "as_link", "columns", "in_place", "in_story",
    "model", "probabilities",
]  # fmt: skip

# What counts again beside the log odds of "passages", by what editors say and in a story.
LINK_FEATURES = ("containment", "cosine", "shared_other", "substitutes")
STORY_FEATURES = ("shared_other", "shared_names", "names_unshared", "shorter")

_Real = TypeVar("_Real", bound=np.floating[Any])


def columns(names: Sequence[str], matrix: npt.NDArray[_Real]) -> npt.NDArray[_Real]:
    """Those columns of an array of features, and that of `MEANING` where it has one."""
    places = [NAMES.index(name) for name in names]
    return matrix[:, places if matrix.shape[1] == len(NAMES) else [*places, len(NAMES)]]


def in_story(logits: Floats, matrix: Matrix, kin_terms: Floats, kin_names: Floats, closest: Floats) -> Floats:
    """The log odds of passage pairs adjusted by what their two articles have in common.

    `kin_terms` and `kin_names` tell how akin the articles of each pair are, `closest` is the highest of the
    log odds between them; `matrix` has the `columns` of `STORY_FEATURES`.
    """
    semantic = matrix.shape[1] > len(STORY_FEATURES)
    weights = model("story", semantic).weights
    most = fitted(semantic)["story"]["most"]
    terms = np.minimum(kin_terms, np.float32(most["terms"]))
    names = np.minimum(kin_names, np.float32(most["names"]))
    total = (
        model("story", semantic).intercept
        + weights["terms"] * terms
        + weights["names"] * names
        + weights["terms_squared"] * terms**2
        + weights["names_squared"] * names**2
        + weights["closest"] * closest
        + logits * (weights["passages"] + weights["passages_terms"] * terms + weights["passages_names"] * names)
    )
    return _added(total, weights, (*STORY_FEATURES, MEANING), matrix)


def as_link(logits: Floats, matrix: Matrix) -> Floats:
    """The log odds that an editor would call each pair the same, by its words; `logits` are those of "passages".

    That the figures of two texts differ, which speaks against one event in general, is left out: two accounts
    of one thing that differ in a figure are what an editor looks for.
    """
    semantic = matrix.shape[1] > len(NAMES)
    link = model("link", semantic)
    figures = np.float32(model("passages", semantic).weights.get("numbers_differ", 0.0))
    plain = logits - figures * matrix[:, NAMES.index("numbers_differ")]
    total = plain * np.float32(link.weights["passages"]) + np.float32(link.intercept)
    return _added(total, link.weights, (*LINK_FEATURES, MEANING), columns(LINK_FEATURES, matrix))


def in_place(links: Floats, told: Told, semantic: bool) -> Floats:
    """The log odds `links` of `as_link` adjusted by what `placed_columns` tells of some of them."""
    placed = model("placed", semantic)
    weights = np.array([placed.weights.get(name, 0.0) for name in PLACED_FEATURES], dtype=np.float32)
    untold = np.array(UNTOLD, dtype=np.float32)
    total = links * np.float32(placed.weights["link"]) + np.float32(placed.intercept + float(untold @ weights))
    total[told.pairs] += (told.columns - untold) @ weights
    return np.asarray(total, dtype=np.float32)


def _added(
    total: npt.NDArray[np.floating[Any]], weights: Mapping[str, float], names: Sequence[str], matrix: Matrix
) -> Floats:
    """The log odds with the weights of these columns added; a last one that `matrix` lacks is passed over."""
    for column, name in zip(matrix.T, names, strict=False):
        total = total + np.float32(weights.get(name, 0.0)) * column
    return np.asarray(total, dtype=np.float32)


def probabilities(logits: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)
