"""The measure of the PAN text alignment task (Potthast, Stein, Barrón-Cedeño and Rosso, 2010).

Cases and detections are pairs of character spans (a0, a1, b0, b1), ends exclusive. Precision and recall are
macro-averages over detections and cases of the share of characters covered on both sides; granularity is how
many detections answer a detected case; plagdet is their F1 over log2(1 + granularity).
"""

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

Case = tuple[int, int, int, int]


class Plagdet(NamedTuple):
    """The four numbers of the measure."""

    score: float
    precision: float
    recall: float
    granularity: float


def plagdet(documents: Sequence[tuple[Sequence[Case], Sequence[Case]]]) -> Plagdet:
    """The measure over documents, each with its cases and its detections."""
    precisions: list[float] = []
    recalls: list[float] = []
    answers: list[int] = []
    for cases, detections in documents:
        for detection in detections:
            precisions.append(_covered(detection, [case for case in cases if _meets(case, detection)]))
        for case in cases:
            met = [detection for detection in detections if _meets(case, detection)]
            recalls.append(_covered(case, met))
            if met:
                answers.append(len(met))
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    granularity = sum(answers) / len(answers) if answers else 1.0
    both = precision + recall
    score = 2 * precision * recall / both / log2(1 + granularity) if both else 0.0
    return Plagdet(score, precision, recall, granularity)


def _meets(one: Case, two: Case) -> bool:
    """Whether two pairs of spans overlap on both sides."""
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


def _covered(one: Case, others: Sequence[Case]) -> float:
    """The share of the characters of `one`, both sides together, that `others` cover."""
    hit = 0
    for start in (0, 2):
        inside: set[int] = set()
        for other in others:
            inside.update(range(max(one[start], other[start]), min(one[start + 1], other[start + 1])))
        hit += len(inside)
    return hit / (one[1] - one[0] + one[3] - one[2])
