"""Fits what confidence is shown for a rating: python -m tests.accuracy.conflict.calibrating.

Isotonic regression (Zadrozny and Elkan, 2002) of "the finding touches the edited words" on the rating the weights
give, over probes of the tuning half drawn with seeds the weights did not see. `reliability` counts the outcome on
probes of the other half and on probe_news. Needs scikit-learn to fit.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tests.accuracy.conflict.measuring import findings, touched
from tests.accuracy.conflict.probes import probes
from tests.accuracy.conflict.rates import Rate
from tests.accuracy.conflict.sources import Labelled, judged, unjudged
from tests.accuracy.conflict.training import OUT
from tui.compare.conflicts import read
from tui.compare.conflicts.comparing import candidates
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.ranking import weighed, weights
from tui.compare.text.words import align_tokens

SEEDS = (4, 5, 6)
BINS = (0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 0.95, 1.001)
# The map rises at least this much from knot to knot, so that the order of findings stays.
RISE = 0.002


def cases() -> Iterator[tuple[float, int]]:
    """Rating and rightness of each finding in the tuning half's probes, and in the natural pairs it was drawn from."""
    for seed in SEEDS:
        for probe in probes(seed, 0):
            for rating, candidate in _rated(probe):
                span = probe.b_span
                right = probe.label != "overlap" and span and candidate.b[0] < span[1] and span[0] < candidate.b[1]
                yield rating, int(bool(right))
    for row in (*judged(), *unjudged()):
        for rating, _ in _rated(row) if row.label != "open" else []:
            yield rating, int(row.label == "conflict")


def _rated(row: Labelled) -> list[tuple[float, Candidate]]:
    a, b = read(row.a), read(row.b)
    pair = Pair(a, b, align_tokens(a.tokens, b.tokens))
    return weighed(pair, candidates(pair))


def knots(points: list[tuple[float, int]]) -> list[tuple[float, float]]:
    """Rating and confidence at the edges of a dozen steps, rising throughout and 0.6 at least."""
    from sklearn.isotonic import IsotonicRegression  # type: ignore[import-untyped]

    model = weights()
    fitted = IsotonicRegression(out_of_bounds="clip").fit([p[0] for p in points], [p[1] for p in points])
    steps = 6
    below = [model.check + (model.conflict - model.check) * k / steps for k in range(steps + 1)]
    above = [model.conflict + (1 - model.conflict) * k / steps for k in range(1, steps + 1)]
    found: list[tuple[float, float]] = []
    for at in (*below, *above):
        near = [float(fitted.predict([at + shift])[0]) for shift in (-0.02, -0.01, 0.0, 0.01, 0.02)]
        low = found[-1][1] + RISE if found else 0.6
        found.append((round(at, 4), round(min(1.0, max(low, sum(near) / len(near))), 4)))
    return found


def reliability(name: str, pairs: Iterable[Labelled]) -> Iterator[str]:
    """For each step of the confidence shown, the share of findings that are right, with its interval."""
    points = [
        (finding.score, probe.label != "overlap" and touched(finding, probe.b_span))
        for probe in pairs
        for finding in findings(probe)
    ]
    error = 0.0
    yield f"confidence shown against findings that are right: {name}"
    for low, high in pairwise(BINS):
        inside = [(score, right) for score, right in points if low <= score < high]
        if inside:
            rate = Rate(sum(right for _, right in inside), len(inside))
            mean = sum(score for score, _ in inside) / len(inside)
            error += abs(mean - rate.value) * len(inside) / len(points)
            yield f"  {low:.2f}–{min(high, 1):.2f}  shown {mean:.3f}  right {rate}"
    yield f"  expected calibration error {error:.3f} over {len(points)} findings"


def main() -> None:
    """Fit and write the map beside the weights."""
    content = json.loads(OUT.read_text(encoding="utf-8"))
    content["shown"] = knots(list(cases()))
    OUT.write_text(json.dumps(content, indent=1).replace(",\n   ", ", ").replace("[\n   ", "[") + "\n")
    print(*content["shown"], sep="\n")


if __name__ == "__main__":
    main()
