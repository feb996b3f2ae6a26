"""From candidates to findings: what stands in the tier `conflict`, what in `check`, what is left out.

The weights give each candidate the probability that it is a real difference, learnt from edited paraphrases and from
natural pairs judged by hand, against everything else the rules find in pairs about one event. The two bars (in
`data/weights.json`) were set by cross-validation over topics on the natural pairs and the tuning half of the
hand-labelled news pairs (`tests/accuracy/conflict/NOTES.md`); between them a finding is shown as "differs, check". A
candidate that `downgrading` calls milder, and words of certainty and of quotation, never reach the tier `conflict`.

The confidence shown is calibrated on conflict data alone, apart from the overlap: isotonic regression on probes of the
tuning half and on the natural pairs (`python -m tests.accuracy.conflict.calibrating`), as straight lines between knots
that rise throughout, so that tiers and order stay. It is the share of such findings that are right where about one
pair in three holds a contradiction; `python -m tests.accuracy.conflict` counts it on pairs it was not fitted on. In
plain news, where about one aligned pair in a hundred does, what stands under "differs, check" is right less often.
"""

import json
import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tui.compare.conflicts.counterparts import two_events
from tui.compare.conflicts.downgrading import milder
from tui.compare.conflicts.excusing import excused
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.standing import Standing
from tui.compare.conflicts.wording import differ
from tui.compare.model import Evidence, Finding

# Below this share of common words little is looked for: the texts speak of different things.
LEAST_LIKENESS = 0.2


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a logistic model for each cue, the bars of the two tiers and the confidence above them.

    `cues` maps a cue to its intercept followed by one weight for each of `standing.FEATURES`. A candidate at the bar
    `conflict` or above stands in that tier, one between `check` and it in the other. `knots` are pairs of a rating
    and the confidence shown for it, rising in both.
    """

    cues: dict[str, tuple[float, ...]]
    conflict: float
    check: float
    knots: tuple[tuple[float, float], ...]

    def shown(self, raw: float) -> float:
        """The confidence an editor sees, 0.6 at least."""
        raw = max(raw, self.knots[0][0])
        at = min(bisect_right(self.knots, (raw, math.inf)), len(self.knots) - 1)
        (low, least), (high, most) = self.knots[at - 1], self.knots[at]
        return least + (most - least) * (raw - low) / (high - low)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights; `tests/accuracy/conflict/training.py` made them."""
    data = json.loads((Path(__file__).parent / "data" / "weights.json").read_text(encoding="utf-8"))
    cues = {cue: tuple(values) for cue, values in data["cues"].items()}
    return Weights(cues, data["conflict"], data["check"], tuple((raw, shown) for raw, shown in data["shown"]))


def settle(pair: Pair, candidates: list[Candidate]) -> tuple[Finding, ...]:
    """The findings of a pair, worst first."""
    model = weights()
    found = [
        _finding(pair, candidate, model.shown(rating), rating >= model.conflict)
        for rating, candidate in weighed(pair, candidates)
    ]
    return tuple(sorted(found, key=lambda f: (f.tier != "conflict", -f.severity)))


def weighed(pair: Pair, candidates: list[Candidate]) -> list[tuple[float, Candidate]]:
    """The candidates worth showing with their ratings, one for each place; a mild one stays below the upper bar."""
    if not candidates:
        return []
    model, standing = weights(), Standing(pair)
    scored = [(confidence(model, standing, candidate), candidate) for candidate in candidates]
    kept = [(score, candidate) for score, candidate in _one_each(scored) if score >= model.check]
    if not kept or two_events(standing):
        return []
    others = [candidate for _, candidate in kept]
    real = [(score, one) for score, one in kept if not excused(pair, one)]
    judged = [(score, milder(standing, candidate, others)) for score, candidate in real]
    return [(min(score, model.conflict - 1e-6) if one.mild else score, one) for score, one in judged]


def told_at_the_bar(pair: Pair, candidates: list[Candidate]) -> tuple[Finding, ...]:
    """The candidates as findings to check, as sure as one at the lowest bar, but for those that are no difference."""
    model = weights()
    kept = _one_each([(0.0, one) for one in candidates if one.cue == "weekday" or not excused(pair, one)])
    return tuple(_finding(pair, one, model.shown(model.check), sure=False) for _, one in kept)


def confidence(model: Weights, standing: Standing, candidate: Candidate) -> float:
    """The probability that a candidate is a real difference between statements of one thing."""
    if candidate.rating:
        return candidate.rating * min(1.0, 2 * max(LEAST_LIKENESS, standing.pair.likeness))
    own = model.cues[candidate.cue]
    logit = own[0] + sum(w * x for w, x in zip(own[1:], standing.features(candidate), strict=True))
    return 1 / (1 + math.exp(-logit))


def _finding(pair: Pair, candidate: Candidate, score: float, sure: bool) -> Finding:
    reason = candidate.reason or differ(pair, candidate)
    return Finding(
        candidate.kind, "conflict" if sure else "check", round(score, 3), round(score * candidate.weight, 3),
        reason, (Evidence(candidate.a, candidate.b),), candidate.values, candidate.downgrade,
    )  # fmt: skip


def _one_each(scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The likeliest candidate for each place of either text."""
    kept: list[tuple[float, Candidate]] = []
    for score, candidate in sorted(scored, key=lambda pair: -pair[0]):
        if not any(_meet(candidate.a, other.a) or _meet(candidate.b, other.b) for _, other in kept):
            kept.append((score, candidate))
    return kept


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
