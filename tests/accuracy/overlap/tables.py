"""The alignment half of the accuracy tables."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, utils
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from tests.accuracy.overlap import figures
from tests.accuracy.overlap.peers import Finder, coverage, finders
from tests.accuracy.overlap.plagdet import Case, plagdet
from tests.accuracy.overlap.sources import Topic, ecb_topics, rows, story_of
from tests.accuracy.overlap.train import held_out, text_pairs, topic_pairs
from tui.compare import align_words, compare
from tui.compare.features import pair_features
from tui.compare.profiles import passages_of, profile_of
from tui.compare.scores import score_articles
from tui.compare.scoring import model, probability

Array = npt.NDArray[Any]
Texts = list[tuple[str, str]]
Scorer = Callable[[str, str], float]

RAPIDFUZZ: dict[str, Scorer] = {
    name: partial(getattr(fuzz, name), processor=utils.default_process)
    for name in ("token_set_ratio", "token_sort_ratio", "ratio", "partial_token_set_ratio", "WRatio")
}
STS = ("align/sts_2013_headlines_test.jsonl", "align/sts_2014_headlines_test.jsonl")


def overlap_alone(a: str, b: str) -> float:
    """The overlap that `judge` gives two texts."""
    return probability(model("pair").one(pair_features(profile_of(a), profile_of(b))))


def scorers() -> Iterator[tuple[str, Scorer]]:
    """Every scorer of a pair of texts: ours, rapidfuzz's, the peers'."""
    yield "copydesk pairs", overlap_alone
    yield from RAPIDFUZZ.items()
    for name, finder in finders().items():
        if isinstance(finder, str):
            print(f"  {name}: {finder}")
        else:
            yield name, lambda a, b, finder=finder: coverage(finder, a, b)  # type: ignore[misc]


def _scores(scorer: Scorer, texts: Texts) -> Array:
    return np.array([scorer(a, b) for a, b in texts])


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


def topic_scores(topics: Sequence[Topic]) -> Array:
    """The overlap that `compare --all-pairs` gives, in the same order."""
    scores: list[float] = []
    for topic in topics:
        blocks = score_articles(
            [passages_of(document.sentences) for document in topic.documents], everything=True
        ).values()
        found = {
            (block.a, i, block.b, j): score
            for block in blocks
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
    print(f"  {len(texts)} pairs, {label.mean():.3f} positive; threshold for P >= .90 fixed on train")
    print(f"  {'':26}{'AP (95 % over topics)':26}{'AUC':24}{'R@P.90':>8}{'P':>8}{'R':>8} at the train threshold")
    alone, story, held_label = held_out([topic_pairs(topic) for topic in train])
    dev_story = topic_scores(dev)
    logit = np.log(dev_story / (1 - dev_story))
    _ecb_row("copydesk in a story", label, logit, group, figures.threshold_for(held_label, story, 0.9))
    for name, scorer in scorers():
        score = _scores(scorer, texts)
        if name == "copydesk pairs":
            score = np.log(score / (1 - score))
            threshold = figures.threshold_for(held_label, alone, 0.9)
        else:
            # Every seventh pair sets the threshold of the others: some peers take minutes for a thousand.
            threshold = figures.threshold_for(train_label[::7], _scores(scorer, train_texts[::7]), 0.9)
        _ecb_row(name, label, score, group, threshold)
    error, bins = figures.reliability(label, dev_story)
    print(f"  calibration of `overlap` in a story: expected calibration error {error:.3f}")
    for count, mean, positive in bins:
        print(f"    {count:6d} pairs  mean overlap {mean:.2f}  positive {positive:.2f}")
    error, _ = figures.reliability(label, _scores(overlap_alone, texts))
    print(f"  calibration of `overlap` of pairs alone: expected calibration error {error:.3f}")


def _ecb_row(name: str, label: Array, score: Array, group: list[int], threshold: float) -> None:
    ap = figures.by_group(figures.average_precision, label, score, group)
    auc = figures.by_group(figures.area, label, score, group)
    precision, recall = figures.precision_recall(label, score, threshold)
    best = figures.recall_at(label, score, 0.9)
    print(f"  {name:26}{ap!s:26}{auc!s:24}{best:8.3f}{precision:8.3f}{recall:8.3f}")


def reuse() -> None:
    """synth_reuse, plagdet."""
    print("\nsynth_reuse (plagdet, Potthast 2010)")
    data = rows("align/synth_reuse_half.jsonl")
    levels = list(dict.fromkeys(row["level"] for row in data))
    print(f"  {'':16}{'all':>7}{'P':>7}{'R':>7}{'gran':>7}" + "".join(f"{level:>10}" for level in levels[:-1]))
    found: dict[str, Finder | str] = {"copydesk": by_copydesk, **finders()}
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


def by_copydesk(a: str, b: str) -> list[Case]:
    """The spans of our overlap links."""
    links = compare(story_of([a, b])).links
    return [(x.a.start, x.a.end, x.b.start, x.b.end) for x in links if x.relation == "overlap"]


def superpal() -> None:
    """SuperPAL dev, F1 with the threshold of the other clusters."""
    print("\nSuperPAL dev (F1, threshold by leave-one-cluster-out)")
    data = rows("align/superpal_pairs_dev.jsonl")
    texts = [(row["a"], row["b"]) for row in data]
    label = np.array([bool(row["label"]) for row in data])
    group = np.array([row["cluster"] for row in data])
    assert_absent(topic_texts(ecb_topics("train"))[0] + msrpar(), texts, "SuperPAL")
    for name, scorer in scorers():
        score = _scores(scorer, texts)
        hit = np.zeros(len(label), dtype=bool)
        for cluster in sorted(set(group)):
            held = group == cluster
            hit[held] = score[held] >= figures.best_threshold(label[~held], score[~held])
        value = figures.by_group(lambda y, s: figures.f1(y, s, 0.5), label, hit.astype(float), list(group))
        print(f"  {name:26}F1 {value}   AUC {figures.area(label, score):.3f}")


def sts() -> None:
    """STS headlines, never trained on."""
    print("\nSTS headlines 2013-14 (AUC, never trained on)")
    data = [row for name in STS for row in rows(name)]
    texts = [(row["a"], row["b"]) for row in data]
    label = np.array([bool(row["label"]) for row in data])
    assert_absent(topic_texts(ecb_topics("train"))[0] + msrpar(), texts, "STS headlines")
    for name, scorer in scorers():
        value = figures.by_group(figures.area, label, _scores(scorer, texts), range(len(label)))
        print(f"  {name:26}{value}")


def mrpc() -> None:
    """MRPC, the same features in a classifier of its own, cross-validated."""
    print("\nMRPC (F1 at .5; the same features, ten-fold cross-validated; that classifier is not shipped)")
    matrix, label = text_pairs("align/mrpc_train.jsonl")
    strings = [(row["a"], row["b"]) for row in rows("align/mrpc_train.jsonl")]
    fuzzy = np.stack([_scores(scorer, strings) / 100 for scorer in RAPIDFUZZ.values()], axis=1)
    for name, columns in (("copydesk features", matrix), ("with rapidfuzz's scorers", np.hstack([matrix, fuzzy]))):
        scaled = (columns - columns.mean(axis=0)) / (columns.std(axis=0) + 1e-9)
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
