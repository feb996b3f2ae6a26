"""Fits the weights that rank the conflict engine's candidates: python -m tests.accuracy.conflict.training.

A logistic model over a dozen features, one set of weights for each cue, shrunk towards weights all cues share. It
ranks what the rules find and creates nothing. Right candidates: edits of the project's own probes; wrong ones:
whatever else the rules find in probes, controls and sentence pairs about one event. Only the tuning half of the
paraphrases and ECB+ train are used. The bars are set by hand on the tuning half of news_gold, which is not
trained on. Needs scikit-learn.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from tests.accuracy.conflict.probes import probes
from tests.accuracy.conflict.sources import Labelled, judged, rows, unjudged
from tui.compare.conflicts.comparing import candidates
from tui.compare.conflicts.downgrading import milder
from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import read
from tui.compare.conflicts.standing import FEATURES, Standing
from tui.compare.text.words import align_tokens

OUT = Path(__file__).resolve().parents[3] / "tui" / "compare" / "conflicts" / "data" / "weights.json"
CUES = listed(
    "casualties count money percent points ordinal age duration measure score date weekday year time city "
    "country state demonym place name spelling surname speaker opposite opposite_small negation turning "
    "modality"
)
SEEDS = (1, 2, 3)
NATURAL_PAIRS = 9000
# How much the weights of one cue may stray from those all cues share; how much a natural case counts.
STRAY, EDITED, NATURAL, JUDGED, UNJUDGED = 0.5, 1.0, 1.0, 4.0, 1.0
# What is kept to the lower tier in any case teaches less, and so does a place: most headlines of two places tell of
# two events, which is learnt from few of them.
MILD, PLACED = 0.02, 0.5
# What a judgement "conflict" says nothing of.
UNTOLD = frozenset(["modality", "name", "place", "spelling", "speaker", "turning"])

Case = tuple[str, tuple[float, ...], int, float, str]


def cases() -> Iterator[Case]:
    """Cue, features, whether it is right, weight and source of each candidate to learn from."""
    for seed in SEEDS:
        for probe in probes(seed, 0):
            for pair, candidate in found(probe):
                right = probe.label != "overlap" and touches(candidate, probe)
                if right or probe.label != "overlap" or probe.kind != "plain":
                    values = Standing(pair).features(candidate)
                    yield candidate.cue, values, int(right), EDITED / len(SEEDS), probe.id.split("-")[1]
    yield from judged_cases()
    natural = [r for r in rows("align/ecbplus_pairs_train") if r["label"] >= 1]
    random.Random(0).shuffle(natural)
    for one in natural[:NATURAL_PAIRS]:
        for pair, candidate in found(Labelled("", one["a"], one["b"], "neutral")):
            yield candidate.cue, Standing(pair).features(candidate), 0, NATURAL, one["a"]


def judged_cases() -> Iterator[Case]:
    """The candidates in natural pairs judged by hand; of names and certainty no judgement tells."""
    for row in judged():
        for pair, candidate in found(row) if row.label != "open" else []:
            right, mild = row.label == "conflict", milder(Standing(pair), candidate, ()).mild
            if not right or (candidate.cue not in UNTOLD and not mild):
                weight = JUDGED * (MILD if mild else 1) * (PLACED if candidate.kind == "place" else 1)
                yield candidate.cue, Standing(pair).features(candidate), int(right), weight, row.id
    for row in unjudged():
        for pair, candidate in found(row):
            weight = UNJUDGED * (MILD if milder(Standing(pair), candidate, ()).mild else 1)
            weight *= PLACED if candidate.kind == "place" else 1
            yield candidate.cue, Standing(pair).features(candidate), 0, weight, row.id


def found(row: Labelled) -> list[tuple[Pair, Candidate]]:
    """The candidates of a labelled pair."""
    a, b = read(row.a), read(row.b)
    pair = Pair(a, b, align_tokens(a.tokens, b.tokens))
    return [(pair, candidate) for candidate in candidates(pair) if not candidate.rating]


def touches(candidate: Candidate, probe: Labelled) -> bool:
    """Whether a candidate is about the edited words."""
    return probe.b_span is not None and candidate.b[0] < probe.b_span[1] and probe.b_span[0] < candidate.b[1]


def fit(data: list[Case]) -> dict[str, list[float]]:
    """Intercept and weights for each cue."""
    size = len(FEATURES)
    matrix = np.zeros((len(data), size + len(CUES) * (size + 1)))
    for row, (cue, values, *_) in enumerate(data):
        at = size + CUES.index(cue) * (size + 1)
        matrix[row, :size] = values
        matrix[row, at] = 1.0
        matrix[row, at + 1 : at + 1 + size] = np.array(values) * STRAY
    model = LogisticRegression(C=2.0, max_iter=4000)
    model.fit(matrix, [case[2] for case in data], sample_weight=[case[3] for case in data])
    shared, own = model.coef_[0, :size], model.coef_[0, size:].reshape(len(CUES), size + 1)
    return {
        cue: [round(float(v), 3) for v in (model.intercept_[0] + own[k, 0], *(shared + STRAY * own[k, 1:]))]
        for k, cue in enumerate(CUES)
    }


def main() -> None:
    """Fit, and write the weights with the bars as they are."""
    data = list(cases())
    print(len(data), "candidates,", sum(case[2] for case in data), "right")
    bars = json.loads(OUT.read_text(encoding="utf-8"))
    content = {
        "features": list(FEATURES),
        "conflict": bars["conflict"],
        "check": bars["check"],
        "shown": bars["shown"],
        "cues": fit(data),
    }
    OUT.write_text(json.dumps(content, indent=1).replace(",\n   ", ", ").replace("[\n   ", "[") + "\n")


if __name__ == "__main__":
    main()
