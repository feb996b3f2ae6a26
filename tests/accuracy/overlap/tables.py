"""The alignment half of the accuracy tables.

Each row is measured beside rapidfuzz's scorers and four programs from PyPI in the same run. Those are slow: they
answer for a sample of `MOST_ASKED` pairs where there are more, drawn with a fixed seed, and what they answered is
kept for the next run (keeping.py). What was tried where a target is missed stands in TRIES.md.
"""

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, utils
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from tests.accuracy.overlap import figures
from tests.accuracy.overlap.keeping import SEED, kept, meaning_or_none, sample
from tests.accuracy.overlap.peers import Finder, coverage, finders
from tests.accuracy.overlap.plagdet import Case, plagdet
from tests.accuracy.overlap.richer import richer_features
from tests.accuracy.overlap.sources import Topic, ecb_topics, rows, story_of
from tests.accuracy.overlap.train import PAIR, held_out, text_pairs, text_rows, topic_pairs
from tui.compare import align_words, compare
from tui.compare.scoring.probability import MEANING, model, probabilities
from tui.compare.scoring.scores import score_articles
from tui.compare.scoring.semantic import Meaning
from tui.compare.text.profiles import passages_of

Array = npt.NDArray[Any]
Texts = list[tuple[str, str]]
Many = Callable[[Texts], Array]

RAPIDFUZZ: dict[str, Callable[[str, str], float]] = {
    name: partial(getattr(fuzz, name), processor=utils.default_process)
    for name in ("token_set_ratio", "token_sort_ratio", "ratio", "partial_token_set_ratio", "WRatio")
}
STS = ("align/sts_2013_headlines_test.jsonl", "align/sts_2014_headlines_test.jsonl")
# A peer is asked about no more pairs than this in one row.
MOST_ASKED = 1_000


@dataclass(frozen=True, slots=True)
class Scorer:
    """Something that scores pairs of texts; of many pairs it is asked `most`."""

    name: str
    scores: Many
    most: int = 10**9


def overlap_alone(texts: Texts, meaning: Meaning | None = None) -> Array:
    """The overlap that `judge` gives each two texts."""
    fitted = model("pair", meaning is not None)
    weights = np.array([fitted.weights.get(name, 0.0) for name in (*PAIR, MEANING)])
    matrix = text_rows(texts, meaning)
    return probabilities((matrix @ weights[: matrix.shape[1]] + fitted.intercept).astype(np.float32))


@cache
def the_meaning() -> Meaning | None:
    """The sentence model, where it is installed."""
    return meaning_or_none()


def scorers() -> Iterator[Scorer]:
    """Every scorer of pairs of texts: ours, rapidfuzz's, the peers'."""
    yield Scorer("copydesk pairs", overlap_alone)
    if meaning := the_meaning():
        yield Scorer("copydesk pairs, semantic", partial(overlap_alone, meaning=meaning))
    for name, one in RAPIDFUZZ.items():
        yield Scorer(name, lambda texts, one=one: np.array([one(a, b) for a, b in texts]))  # type: ignore[misc]
    for name, finder in finders().items():
        if isinstance(finder, str):
            print(f"  {name}: {finder}")
        else:
            ask = partial(kept, name, partial(coverage, finder))
            yield Scorer(name, ask, MOST_ASKED)


def _asked(scorer: Scorer, size: int) -> npt.NDArray[np.int64]:
    return sample(size, scorer.most)


def _note(chosen: npt.NDArray[np.int64], size: int) -> str:
    return f"   {len(chosen)} of {size} pairs, seed {SEED}" if len(chosen) < size else ""


def assert_absent(trained: Texts, measured: Texts, name: str) -> None:
    """Fails where a measured pair, in either order, was trained on."""
    known = {frozenset((a.strip().casefold(), b.strip().casefold())) for a, b in trained}
    shared = [pair for pair in measured if frozenset(x.strip().casefold() for x in pair) in known]
    assert not shared, f"{name}: {len(shared)} measured pairs were trained on"


def topic_texts(topics: Sequence[Topic]) -> tuple[Texts, Array, list[int]]:
    """The labelled pairs of topics in the order of `topic_pairs`, their labels and topics."""
    texts: Texts = []
    labels: list[bool] = []
    group: list[int] = []
    for topic in topics:
        places = [(d, s) for d, doc in enumerate(topic.documents) for s in range(len(doc.sentences))]
        kept = [(d, s) for d, s in places if s in topic.documents[d].annotated]
        for one, two in product(kept, kept):
            if one[0] < two[0]:
                texts.append(tuple(topic.documents[d].sentences[s] for d, s in (one, two)))  # type: ignore[arg-type]
                labels.append(frozenset((one, two)) in topic.links)
                group.append(topic.number)
    return texts, np.array(labels), group


def topic_scores(topics: Sequence[Topic], meaning: Meaning | None = None) -> Array:
    """The overlap that `compare --all-pairs` gives, in the same order."""
    scores: list[float] = []
    for topic in topics:
        articles = [passages_of(document.sentences) for document in topic.documents]
        found = {
            (block.a, i, block.b, j): score
            for block in score_articles(articles, everything=True, meaning=meaning).values()
            for i, j, score in zip(block.left.tolist(), block.right.tolist(), block.overlap.tolist(), strict=True)
        }
        places = [
            (d, s) for d, doc in enumerate(topic.documents) for s in range(len(doc.sentences)) if s in doc.annotated
        ]
        scores.extend(found[(*one, *two)] for one, two in product(places, places) if one[0] < two[0])
    return np.array(scores)


def msrpar() -> Texts:
    """The MSRpar pairs that were trained on."""
    return [(row["a"], row["b"]) for row in rows("align/sts_2012_MSRpar_train.jsonl")]


def ecb() -> None:
    """ECB+ dev, topic level."""
    print("\nECB+ dev, topic level, strict links (all cross-document pairs of annotated sentences)")
    train, dev = ecb_topics("train"), ecb_topics("dev")
    train_texts, train_label, _ = topic_texts(train)
    texts, label, group = topic_texts(dev)
    assert_absent(train_texts + msrpar(), texts, "ECB+ dev")
    print(f"  {len(texts):,} pairs, {label.mean():.3f} positive; threshold for P >= .90 fixed on train")
    print(f"  {'':30}{'AP (95 % over topics)':26}{'AUC':24}{'R@P.90':>8}{'P':>8}{'R':>8} at the train threshold")
    calibrations = []
    bars: dict[str, float] = {}
    for name, meaning in (("", None), *((", semantic", one) for one in (the_meaning(),) if one)):
        alone, story, held_label = held_out([topic_pairs(topic, meaning) for topic in train], meaning)
        bars[f"copydesk pairs{name}"] = figures.threshold_for(held_label, alone, 0.9)
        score = topic_scores(dev, meaning)
        calibrations.append((f"in a story{name}", score))
        _ecb_row(f"copydesk in a story{name}", label, _logit(score), group, _bar(held_label, story))
    groups = np.array(group)
    for scorer in scorers():
        chosen = _asked(scorer, len(texts))
        score = scorer.scores([texts[k] for k in chosen])
        if scorer.name in bars:
            calibrations.append((f"of {scorer.name[9:]} alone", score))
            score, bar = _logit(score), bars[scorer.name]
        else:
            own = _asked(scorer, len(train_texts))
            bar = _bar(train_label[own], scorer.scores([train_texts[k] for k in own]))
        _ecb_row(scorer.name, label[chosen], score, groups[chosen].tolist(), bar, _note(chosen, len(texts)))
    for name, score in calibrations:
        error, bins = figures.reliability(label, score)
        print(f"  calibration of `overlap` {name}: expected calibration error {error:.3f}")
        for count, mean, positive in bins if name in ("in a story", "of pairs alone") else ():
            print(f"    {count:6d} pairs  mean overlap {mean:.2f}  positive {positive:.2f}")


def _logit(score: Array) -> Array:
    return np.asarray(np.log(score / (1 - score)))


def _bar(label: Array, score: Array) -> float:
    return figures.threshold_for(label, score, 0.9)


def _ecb_row(name: str, label: Array, score: Array, group: list[int], threshold: float, note: str = "") -> None:
    ap = figures.by_group(figures.average_precision, label, score, group)
    auc = figures.by_group(figures.area, label, score, group)
    precision, recall = figures.precision_recall(label, score, threshold)
    best = figures.recall_at(label, score, 0.9)
    print(f"  {name:30}{ap!s:26}{auc!s:24}{best:8.3f}{precision:8.3f}{recall:8.3f}{note}")


def reuse() -> None:
    """synth_reuse, plagdet."""
    print("\nsynth_reuse (plagdet, Potthast 2010)")
    data = rows("align/synth_reuse_half.jsonl")
    levels = list(dict.fromkeys(row["level"] for row in data))
    print(f"  {'':16}{'all':>7}{'P':>7}{'R':>7}{'gran':>7}" + "".join(f"{level:>10}" for level in levels[:-1]))
    found: dict[str, Finder | str] = {"copydesk": by_copydesk}
    if meaning := the_meaning():
        found["semantic"] = partial(by_copydesk, meaning=meaning)
    found |= finders()
    for name, finder in found.items():
        if isinstance(finder, str):
            print(f"  {name:16}{finder}")
            continue
        documents: dict[str, list[tuple[list[Case], list[Case]]]] = {level: [] for level in levels}
        for row in data:
            cases = [tuple(case) for case in row["cases"]]
            documents[row["level"]].append((cases, finder(row["a"], row["b"])))  # type: ignore[arg-type]
        whole = plagdet([document for level in levels for document in documents[level]])
        each = "".join(f"{plagdet(documents[level]).score:10.3f}" for level in levels[:-1])
        false = sum(len(detections) for _, detections in documents["neg"])
        print(f"  {name:16}" + "".join(f"{value:7.3f}" for value in whole) + each + f"   on negatives {false}")


def by_copydesk(a: str, b: str, meaning: Meaning | None = None) -> list[Case]:
    """The spans of our overlap links."""
    links = compare(story_of([a, b]), meaning=meaning).links
    return [(x.a.start, x.a.end, x.b.start, x.b.end) for x in links if x.relation == "overlap"]


def superpal() -> None:
    """SuperPAL dev, F1 with the threshold of the other clusters."""
    print("\nSuperPAL dev (F1, threshold by leave-one-cluster-out)")
    data = rows("align/superpal_pairs_dev.jsonl")
    texts = [(row["a"], row["b"]) for row in data]
    label = np.array([bool(row["label"]) for row in data])
    group = np.array([row["cluster"] for row in data])
    assert_absent(topic_texts(ecb_topics("train"))[0] + msrpar(), texts, "SuperPAL")
    for name, meaning in (("", None), *((", semantic", one) for one in (the_meaning(),) if one)):
        overlap, same = cluster_scores(texts, group, meaning)
        _superpal_row(f"copydesk in a story{name}", label, overlap, group)
        _superpal_row(f"… score of a link{name}", label, same, group)
    for scorer in scorers():
        chosen = _asked(scorer, len(texts))
        score = scorer.scores([texts[k] for k in chosen])
        _superpal_row(scorer.name, label[chosen], score, group[chosen], _note(chosen, len(texts)))


def cluster_scores(texts: Texts, group: Array, meaning: Meaning | None) -> tuple[Array, Array]:
    """The overlap of each pair, and how likely it is a link, where the documents of its cluster are the articles."""
    found: dict[tuple[str, str, str], tuple[float, float]] = {}
    for cluster in rows("align/superpal_clusters_dev.jsonl"):
        articles = [passages_of(document["sentences"]) for document in cluster["docs"]]
        for block in score_articles(articles, everything=True, meaning=meaning).values():
            left = [articles[block.a][i].text for i in block.left.tolist()]
            right = [articles[block.b][j].text for j in block.right.tolist()]
            for a, b, *scores in zip(left, right, block.overlap.tolist(), block.same.tolist(), strict=True):
                found[cluster["cluster"], a, b] = (scores[0], scores[1])
    both = np.array([found[name, a, b] for name, (a, b) in zip(group.tolist(), texts, strict=True)])
    return both[:, 0], both[:, 1]


def _superpal_row(name: str, label: Array, score: Array, group: Array, note: str = "") -> None:
    hit = np.zeros(len(label), dtype=bool)
    for cluster in sorted(set(group)):
        held = group == cluster
        hit[held] = score[held] >= figures.best_threshold(label[~held], score[~held])
    value = figures.by_group(lambda y, s: figures.f1(y, s, 0.5), label, hit.astype(float), list(group))
    print(f"  {name:30}F1 {value}   AUC {figures.area(label, score):.3f}{note}")


def sts() -> None:
    """STS headlines, never trained on."""
    print("\nSTS headlines 2013-14 (AUC, never trained on)")
    data = [row for name in STS for row in rows(name)]
    texts = [(row["a"], row["b"]) for row in data]
    label = np.array([bool(row["label"]) for row in data])
    assert_absent(topic_texts(ecb_topics("train"))[0] + msrpar(), texts, "STS headlines")
    for scorer in scorers():
        chosen = _asked(scorer, len(texts))
        value = figures.by_group(
            figures.area, label[chosen], scorer.scores([texts[k] for k in chosen]), range(len(chosen))
        )
        print(f"  {scorer.name:26}{value}{_note(chosen, len(texts))}")


def mrpc() -> None:
    """MRPC, the same features in a classifier of its own, cross-validated."""
    print("\nMRPC (F1 at .5; the same features, ten-fold cross-validated; that classifier is not shipped)")
    data = rows("align/mrpc_train.jsonl")
    texts = [(row["a"], row["b"]) for row in data]
    matrix, label = text_pairs("align/mrpc_train.jsonl")
    fuzzy = np.stack([[one(a, b) / 100 for a, b in texts] for one in RAPIDFUZZ.values()], axis=1)
    richer = np.array([richer_features(a, b) for a, b in texts])
    sets = [
        ("copydesk features", matrix),
        ("with rapidfuzz's scorers", np.hstack([matrix, fuzzy])),
        ("with word order and words", np.hstack([matrix, fuzzy, richer])),
    ]
    if meaning := the_meaning():
        sets.append(("semantic", text_pairs("align/mrpc_train.jsonl", meaning)[0]))
    for name, table in sets:
        scaled = (table - table.mean(axis=0)) / (table.std(axis=0) + 1e-9)
        fitted = LogisticRegression(max_iter=3000)
        chance = cross_val_predict(fitted, scaled, label, cv=10, method="predict_proba")[:, 1]
        print(f"  {name:26}{figures.f1(label, chance, 0.5):.3f}")
    for name, column in zip(RAPIDFUZZ, fuzzy.T, strict=True):
        print(f"  {name:26}{figures.f1(label, column, figures.best_threshold(label, column)):.3f}")


def words() -> None:
    """Word alignment, F1 on sure links."""
    print("\nWord alignment, MTRef dev (F1 on `sure` links)")
    train = [(row["a"], row["b"]) for row in rows("word_align/mtref-train.jsonl")]
    known = set(train)
    data = [row for row in rows("word_align/mtref-dev.jsonl") if (row["a"], row["b"]) not in known]
    print(f"  {len(data)} pairs; those that stand in train as well are left out")
    assert_absent(train, [(row["a"], row["b"]) for row in data], "MTRef dev")
    for name, aligner in (("copydesk", align_words), ("difflib", _difflib_words)):
        hit = given = wanted = 0
        for row in data:
            sure = {tuple(map(int, link.split("-"))) for link in row["sure"]}
            links = set(aligner(row["a"].split(), row["b"].split()))
            hit, given, wanted = hit + len(sure & links), given + len(links), wanted + len(sure)
        print(f"  {name:26}F1 {2 * hit / (given + wanted):.3f}  P {hit / given:.3f}  R {hit / wanted:.3f}")


def _difflib_words(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    blocks = difflib.SequenceMatcher(None, list(a), list(b), autojunk=False).get_matching_blocks()
    return [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]


def print_tables() -> None:
    """All rows."""
    for table in (ecb, reuse, superpal, sts, mrpc, words):
        table()
