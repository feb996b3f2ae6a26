"""Fits the overlap models and writes their weights, data/overlap.json and, with `semantic`, data/semantic.json.

    .venv/bin/python -m tests.accuracy.overlap.train
    .venv/bin/python -m tests.accuracy.overlap.train semantic     needs copydesk[semantic]

Trained on the ECB+ train topics (all cross-document pairs of annotated sentences within a topic, positive
where `links_strict` has them) and on the MSRpar train pairs of STS 2012 (positive from score 3), which keep
it from learning only what names do in ECB+. Slope and intercept are then set on ECB+ train alone, by
cross-validation over topics, so that "pair" and "story" are calibrated there. In "story" every topic counts
the same, however many pairs it has: the next story is one more topic. "link" and "placed" are fitted on what readers
say of real and of invented stories (labels.py). "pair" alone has the features of loose words. Needs scikit-learn and
scipy. What was tried stands in TRIES.md.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from tests.accuracy.overlap.labels import Labelled, invented, labelled
from tests.accuracy.overlap.sources import Topic, ecb_topics, rows
from tui.compare.scoring.features import NAMES, Features
from tui.compare.scoring.kinship import article_vector, kinship
from tui.compare.scoring.loose_words import NAMES as LOOSE
from tui.compare.scoring.loose_words import loose_features
from tui.compare.scoring.placing import PLACED_FEATURES, UNTOLD, placed_columns
from tui.compare.scoring.probability import LINK_FEATURES, MEANING, STORY_FEATURES, columns
from tui.compare.scoring.scores import cosines
from tui.compare.scoring.semantic import Meaning
from tui.compare.text.profiles import Profile, passages_of, profile_of
from tui.compare.text.words import align_tokens

DATA = Path(__file__).resolve().parents[3] / "tui" / "compare" / "data"
FOLDS = 8
PENALTY = 3e-3
# Each of the 750 MSRpar pairs counts as many ECB+ pairs: together they weigh two thirds as much.
MSRPAR_WEIGHT = 20.0
# More of these never speaks against an overlap, or never for one; of the others the data decides.
ONLY_POSITIVE = frozenset(
    {
        "dice", "containment", "cosine", "shared", "shared_other", "shared_names", "shared_words", "other_words",
        "substitutes", "lead", "numbers_same", MEANING,
    }
)  # fmt: skip
ONLY_NEGATIVE = frozenset({"loose_run", "loose_more", "loose_less"})
STORY = (
    "passages", "terms", "names", "terms_squared", "names_squared", "passages_terms", "passages_names", "closest",
    *STORY_FEATURES,
)  # fmt: skip
LINK = ("passages", *LINK_FEATURES)
PLACED = ("link", *PLACED_FEATURES)
PAIR = (*NAMES, *LOOSE)
# The pairs of invented stories count together as much as this share of those of real ones.
INVENTED_WEIGHT = 0.3
# So many pairs are worked out at once.
_ROWS = 1_000
# No more kinship than all but one in a hundred training pairs have.
MOST = 0.99

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a topic: features in their articles, the articles' kinship, and which articles they are of.

    `judged` marks the labelled ones; `alone` (features of the texts by themselves, those of loose words after the
    rest) and `label` are of those only.
    """

    topic: int
    passages: Array
    kin: Array
    articles: npt.NDArray[np.int64]
    judged: npt.NDArray[np.bool_]
    alone: Array
    label: npt.NDArray[np.bool_]

    @property
    def own(self) -> Array:
        """The features of the labelled pairs in their articles."""
        return np.asarray(self.passages[self.judged])


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by feature, and the intercept."""

    weights: Array
    intercept: float

    def __call__(self, matrix: Array) -> Array:
        """The log odds of each row."""
        return matrix @ self.weights + self.intercept


def topic_pairs(topic: Topic, meaning: Meaning | None = None) -> Pairs:
    """The cross-document pairs of a topic; those of annotated sentences are labelled."""
    articles = [passages_of(document.sentences) for document in topic.documents]
    where = [(d, s) for d, document in enumerate(topic.documents) for s in range(len(document.sentences))]
    keep = np.array([s in topic.documents[d].annotated for d, s in where])
    document = np.array([d for d, _ in where])
    left, right = np.nonzero(document[:, None] < document[None, :])
    judged = keep[left] & keep[right]
    own = list(zip(left[judged].tolist(), right[judged].tolist(), strict=True))
    profiles = [profile for article in articles for profile in article]
    vectors = [article_vector(article) for article in articles]
    kin = np.array([[kinship(one, two) for two in vectors] for one in vectors])
    return Pairs(
        topic.number,
        _features(profiles, left, right, meaning),
        kin[document[left], document[right]],
        document[left] * len(articles) + document[right],
        judged,
        _alone([profile_of(profile.text) for profile in profiles], left[judged], right[judged], meaning),
        np.array([frozenset({where[i], where[j]}) in topic.links for i, j in own]),
    )


def _features(
    profiles: Sequence[Profile], left: npt.NDArray[Any], right: npt.NDArray[Any], meaning: Meaning | None
) -> Array:
    a, b = left.astype(np.int32), right.astype(np.int32)
    matrix = Features(profiles).of(a, b).astype(np.float64)
    if meaning is None:
        return matrix
    alike = cosines(meaning.vectors([profile.text for profile in profiles]), a, b)
    return np.hstack([matrix, alike[:, None].astype(np.float64)])


def _alone(
    profiles: Sequence[Profile], left: npt.NDArray[Any], right: npt.NDArray[Any], meaning: Meaning | None
) -> Array:
    """The columns of `PAIR`, and that of `meaning`."""
    found = np.empty((len(left), len(LOOSE)))
    for row, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        a, b = profiles[i], profiles[j]
        found[row] = list(loose_features(a, b, align_tokens(a.tokens, b.tokens)).values())
    matrix = _features(profiles, left, right, meaning)
    return np.hstack([matrix[:, : len(NAMES)], found, matrix[:, len(NAMES) :]])


def without_loose(matrix: Array) -> Array:
    """The columns of `PAIR` that "passages" has too, and that of meaning."""
    return np.delete(matrix, range(len(NAMES), len(PAIR)), axis=1)


def text_pairs(name: str, meaning: Meaning | None = None) -> tuple[Array, npt.NDArray[np.bool_]]:
    """Features and labels of the rows of a file of text pairs."""
    data = rows(name)
    matrix = text_rows([(row["a"], row["b"]) for row in data], meaning)
    return matrix, np.array([bool(row["label"]) for row in data])


def text_rows(texts: Sequence[tuple[str, str]], meaning: Meaning | None = None) -> Array:
    """The features of pairs of texts by themselves."""
    found = [np.empty((0, len(PAIR) + (meaning is not None)))]
    for start in range(0, len(texts), _ROWS):
        profiles = [profile_of(text) for pair in texts[start : start + _ROWS] for text in pair]
        left = np.arange(0, len(profiles), 2)
        found.append(_alone(profiles, left, left + 1, meaning))
    return np.vstack(found)


def fit_signed(matrix: Array, names: Sequence[str], label: npt.NDArray[np.bool_], weight: Array) -> Fit:
    """Logistic regression with a ridge penalty on standardised features, some of one sign only."""
    mean, scale = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    z, y, share = (matrix - mean) / scale, label.astype(float), weight / weight.sum()

    def loss(theta: Array) -> tuple[float, Array]:
        logit = z @ theta[:-1] + theta[-1]
        error = share * (1 / (1 + np.exp(-logit)) - y)
        value = share @ (np.logaddexp(0, logit) - y * logit) + PENALTY * theta[:-1] @ theta[:-1]
        return float(value), np.append(z.T @ error + 2 * PENALTY * theta[:-1], error.sum())

    lowest = [0.0 if name in ONLY_POSITIVE else None for name in names]
    highest = [0.0 if name in ONLY_NEGATIVE else None for name in names]
    bounds = [*zip(lowest, highest, strict=True), (None, None)]
    start = np.append(np.where([name in ONLY_NEGATIVE for name in names], -0.1, 0.1), 0.0)
    theta = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    weights = theta[:-1] / scale
    return Fit(weights, float(theta[-1] - weights @ mean))


def fit_plain(matrix: Array, label: npt.NDArray[np.bool_], weight: Array | None = None) -> Fit:
    """Logistic regression on standardised features."""
    mean, scale = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    found = LogisticRegression(max_iter=5000).fit((matrix - mean) / scale, label, sample_weight=weight)
    weights = found.coef_[0] / scale
    return Fit(weights, float(found.intercept_[0] - weights @ mean))


def fit_pairs(topics: Sequence[Pairs], side: str, meaning: Meaning | None = None) -> Fit:
    """The model of `side` ("passages" or "alone"), fitted on topics and MSRpar."""
    extra, extra_label = text_pairs("align/sts_2012_MSRpar_train.jsonl", meaning)
    alone = side == "alone"
    found = [pairs.alone if alone else pairs.own for pairs in topics]
    matrix = np.vstack([*found, extra if alone else without_loose(extra)])
    label = np.concatenate([*(pairs.label for pairs in topics), extra_label])
    weight = np.ones(len(label))
    weight[len(label) - len(extra_label) :] = MSRPAR_WEIGHT
    return fit_signed(matrix, (*(PAIR if alone else NAMES), MEANING)[: matrix.shape[1]], label, weight)


def most_kin(topics: Sequence[Pairs]) -> Array:
    """How much kinship, by terms and by names, counts at most."""
    return np.asarray(np.quantile(np.vstack([pairs.kin[pairs.judged] for pairs in topics]), MOST, axis=0).round(3))


def story_columns(pairs: Pairs, passages: Fit, most: Array) -> Array:
    """The columns of `STORY` for the labelled pairs."""
    logits = passages(pairs.passages)
    closest = np.full(pairs.articles.max() + 1, -np.inf)
    np.maximum.at(closest, pairs.articles, logits)
    own = pairs.judged
    terms, names = np.minimum(pairs.kin[own], most).T
    logit = logits[own]
    near = closest[pairs.articles[own]]
    first = np.stack([logit, terms, names, terms**2, names**2, logit * terms, logit * names, near], axis=1)
    return np.hstack([first, columns(STORY_FEATURES, pairs.own)])


def by_topic(topics: Sequence[Pairs]) -> Array:
    """Weights of the labelled pairs under which every topic counts the same."""
    sizes = [len(pairs.label) for pairs in topics]
    return np.concatenate([np.full(size, sum(sizes) / len(sizes) / size) for size in sizes])


def held_out(topics: Sequence[Pairs], meaning: Meaning | None = None) -> tuple[Array, Array, npt.NDArray[np.bool_]]:
    """Cross-validated log odds of "alone" and "story" pairs of all topics, and the labels."""
    alone, story = {}, {}
    numbers = [pairs.topic for pairs in topics]
    for fold in range(FOLDS):
        test = set(numbers[fold::FOLDS])
        train = [pairs for pairs in topics if pairs.topic not in test]
        pair, passages = fit_pairs(train, "alone", meaning), fit_pairs(train, "passages", meaning)
        most = most_kin(train)
        adjusted = fit_story(train, passages, most)
        for pairs in topics:
            if pairs.topic in test:
                alone[pairs.topic] = pair(pairs.alone)
                story[pairs.topic] = adjusted(story_columns(pairs, passages, most))
    return (
        np.concatenate([alone[number] for number in numbers]),
        np.concatenate([story[number] for number in numbers]),
        np.concatenate([pairs.label for pairs in topics]),
    )


def fit_story(topics: Sequence[Pairs], passages: Fit, most: Array) -> Fit:
    """The adjustment by what the articles have in common."""
    columns = np.vstack([story_columns(pairs, passages, most) for pairs in topics])
    return fit_plain(columns, np.concatenate([pairs.label for pairs in topics]), by_topic(topics))


def calibrated(fit: Fit, logits: Array, label: npt.NDArray[np.bool_], weight: Array | None = None) -> Fit:
    """The fit with slope and intercept set on held-out log odds (Platt, 1999)."""
    found = LogisticRegression(C=1e6).fit(logits[:, None], label, sample_weight=weight)
    slope, shift = float(found.coef_[0, 0]), float(found.intercept_[0])
    return Fit(fit.weights * slope, fit.intercept * slope + shift)


def fit_link(passages: Fit, pairs: Sequence[Labelled], weight: Array) -> Fit:
    """How likely an editor calls two passages the same, from what "passages" says and what is shared."""
    matrix = np.vstack([pair.matrix[pair.rows] for pair in pairs]).astype(np.float64)
    return fit_plain(link_columns(passages, matrix), same_of(pairs), weight)


def fit_placed(passages: Fit, link: Fit, pairs: Sequence[Labelled], weight: Array) -> Fit:
    """The same with where the two stand, their figures and what they mean."""
    return fit_plain(np.vstack([placed_rows(passages, link, pair) for pair in pairs]), same_of(pairs), weight)


def placed_rows(passages: Fit, link: Fit, pair: Labelled) -> Array:
    """The columns of `PLACED` for the labelled pairs."""
    links = link(link_columns(passages, pair.matrix.astype(np.float64))).astype(np.float32)
    contained = pair.matrix[:, NAMES.index("containment")]
    told = placed_columns(links, contained, pair.left, pair.right, pair.kin, pair.passages)
    columns = np.tile(np.array(UNTOLD), (len(links), 1))
    columns[told.pairs] = told.columns
    return np.hstack([links[:, None], columns])[pair.rows]


def same_of(pairs: Sequence[Labelled]) -> npt.NDArray[np.bool_]:
    """What the labelled pairs are labelled."""
    return np.concatenate([pair.same for pair in pairs])


def label_weights(real: Sequence[Labelled], made_up: Sequence[Labelled]) -> Array:
    """The weights of the labelled pairs, those of real stories first."""
    first, second = (sum(len(pair.rows) for pair in pairs) for pairs in (real, made_up))
    return np.concatenate([np.ones(first), np.full(second, INVENTED_WEIGHT * first / max(second, 1))])


def link_columns(passages: Fit, matrix: Array) -> Array:
    """The columns of `LINK`; that figures differ is left out of the log odds."""
    figures = NAMES.index("numbers_differ")
    logits = passages(matrix) - passages.weights[figures] * matrix[:, figures]
    return np.hstack([logits[:, None], columns(LINK_FEATURES, matrix)])


def _entry(names: Sequence[str], fit: Fit) -> dict[str, Any]:
    names = (*names, MEANING)[: len(fit.weights)]
    weights = {name: round(float(w), 4) for name, w in zip(names, fit.weights, strict=True) if abs(w) > 5e-5}
    return {"intercept": round(fit.intercept, 4), "weights": weights}


def fitted(meaning: Meaning | None = None) -> dict[str, Any]:
    """The five models as the file has them."""
    topics = [topic_pairs(topic, meaning) for topic in ecb_topics("train")]
    alone, story, label = held_out(topics, meaning)
    passages, most = fit_pairs(topics, "passages", meaning), most_kin(topics)
    real, made_up = labelled(meaning), invented(meaning)
    pairs, weight = [*real, *made_up], label_weights(real, made_up)
    link = fit_link(passages, pairs, weight)
    print(f"{len(label)} pairs of {len(topics)} topics, {label.mean():.3f} positive")
    return {
        "about": "logistic regressions over the features of tui/compare/scoring/features.py, the one of pairs over"
        " those of loose_words.py too; see probability.py and train.py",
        "pair": _entry(PAIR, calibrated(fit_pairs(topics, "alone", meaning), alone, label)),
        "passages": _entry(NAMES, passages),
        "link": _entry(LINK, link),
        "placed": _entry(PLACED, fit_placed(passages, link, pairs, weight)),
        "story": {
            **_entry(STORY, calibrated(fit_story(topics, passages, most), story, label, by_topic(topics))),
            "most": dict(zip(("terms", "names"), most.tolist(), strict=True)),
        },
    }


def main() -> None:
    """Fits and writes."""
    semantic = "semantic" in sys.argv[1:]
    target = DATA / ("semantic.json" if semantic else "overlap.json")
    target.write_text(json.dumps(fitted(Meaning() if semantic else None), indent=1) + "\n", encoding="utf-8")
    print(f"-> {target.name}")


if __name__ == "__main__":
    main()
