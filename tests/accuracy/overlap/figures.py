"""The numbers that the tables show."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

Array = npt.NDArray[Any]
_RESAMPLES = 400
_BINS = 10


class Interval(NamedTuple):
    """A figure with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}–{self.high:.3f})"


def average_precision(label: Array, score: Array) -> float:
    """Area under precision over recall."""
    return float(average_precision_score(label, score))


def area(label: Array, score: Array) -> float:
    """Area under the receiver operating characteristic."""
    return float(roc_auc_score(label, score))


def recall_at(label: Array, score: Array, precision: float) -> float:
    """The highest recall at which precision is still reached on this set itself."""
    p, r, _ = precision_recall_curve(label, score)
    return float(r[:-1][p[:-1] >= precision].max(initial=0.0))


def threshold_for(label: Array, score: Array, precision: float) -> float:
    """The lowest threshold that reaches `precision`."""
    p, _, t = precision_recall_curve(label, score)
    return float(t[p[:-1] >= precision].min(initial=np.inf))


def precision_recall(label: Array, score: Array, threshold: float) -> tuple[float, float]:
    """Precision and recall at a threshold."""
    hit = score >= threshold
    return float(label[hit].mean()) if hit.any() else 1.0, float((label & hit).sum() / label.sum())


def f1(label: Array, score: Array, threshold: float) -> float:
    """F1 at a threshold."""
    hit = score >= threshold
    return float(2 * (label & hit).sum() / max(1, label.sum() + hit.sum()))


def best_threshold(label: Array, score: Array) -> float:
    """The threshold of the best F1."""
    p, r, t = precision_recall_curve(label, score)
    values = 2 * p * r / np.maximum(p + r, 1e-9)
    return float(t[int(values[:-1].argmax())])


def reliability(label: Array, score: Array) -> tuple[float, list[tuple[int, float, float]]]:
    """Expected calibration error over ten equal bins, and (pairs, mean score, share positive) of each bin."""
    place = np.minimum((score * _BINS).astype(int), _BINS - 1)
    rows = []
    error = 0.0
    for k in range(_BINS):
        held = place == k
        if held.any():
            rows.append((int(held.sum()), float(score[held].mean()), float(label[held].mean())))
            error += held.mean() * abs(rows[-1][1] - rows[-1][2])
    return float(error), rows


def by_group(figure: Callable[[Array, Array], float], label: Array, score: Array, group: Sequence[Any]) -> Interval:
    """The figure with a bootstrap interval that draws whole groups (topics, documents)."""
    names = sorted(set(group))
    where = {name: np.flatnonzero(np.asarray(group) == name) for name in names}
    random = np.random.default_rng(1)
    drawn = []
    for _ in range(_RESAMPLES):
        chosen = np.concatenate([where[names[k]] for k in random.integers(0, len(names), len(names))])
        if 0 < label[chosen].mean() < 1:
            drawn.append(figure(label[chosen], score[chosen]))
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Interval(figure(label, score), float(low), float(high))
