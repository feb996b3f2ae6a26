"""The overlap of passages of different articles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tui.compare.scoring.candidates import BRUTE_FORCE, every_pair, likely_pairs
from tui.compare.scoring.features import NAMES, Features, Matrix
from tui.compare.scoring.kinship import ArticleVector, article_vector, kinship
from tui.compare.scoring.models import LEAST_NAMED, LEAST_SHARED, LEAST_WORDS
from tui.compare.scoring.placing import Passages as Placed
from tui.compare.scoring.placing import placed_columns
from tui.compare.scoring.probability import STORY_FEATURES, as_link, columns, in_place, in_story, model, probabilities
from tui.compare.scoring.relatedness import passage_vectors
from tui.compare.scoring.semantic import Meaning
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.profiles import Profile

# Pairs that an editor would less likely call the same than this take part in nothing.
KEPT = 0.05
# Sentences that mean so much the same share more than names, whatever words they use.
SURELY_MEANT = 0.6
_CHUNK = 100_000
_ROWS = 10_000
_CONTAINMENT = NAMES.index("containment")
_SHARED = [NAMES.index(name) for name in ("shared_other", "other_words", "shared_names")]
_ALL_SHARED = [NAMES.index(name) for name in ("shared", "shared_words")]

Flags = npt.NDArray[np.bool_]
Passages = Sequence[Profile]


@dataclass(frozen=True, slots=True)
class Block:
    """The scored passage pairs of articles `a` < `b`: passage indexes and, for each pair, two probabilities.

    `overlap`: that both speak of the same event or fact. `same`: that an editor would call them the same.
    `sound` tells whether a pair shares more than names, so that it may be linked. `kin` tells how akin the articles
    are by their terms.
    """

    a: int
    b: int
    left: Indexes
    right: Indexes
    overlap: Floats
    same: Floats
    sound: Flags
    kin: float


def score_articles(
    articles: Sequence[Passages],
    wanted: frozenset[tuple[int, int]] | None = None,
    *,
    everything: bool = False,
    brute_force: bool = False,
    meaning: Meaning | None = None,
) -> dict[tuple[int, int], Block]:
    """The blocks of the pairs of articles (or of the `wanted` ones), in order; none where nothing is kept.

    A block keeps the pairs that may matter (`same` of at least `KEPT`), with `everything` all of them;
    `brute_force` looks at every pair in full and keeps the same ones. With `meaning` sentences are also held
    against each other by what they mean, every pair of them up to `BRUTE_FORCE` passages.
    """
    if not articles:
        return {}
    owner = np.repeat(np.arange(len(articles), dtype=np.int32), [len(article) for article in articles])
    starts = np.cumsum([0, *map(len, articles)]).astype(np.int32)
    features = Features([profile for article in articles for profile in article], owner)
    meanings = meaning.vectors([profile.text for profile in features.profiles]) if meaning else None
    related = passage_vectors(features.profiles) if meanings is None else meanings
    read = _Read(features, [article_vector(article) for article in articles], owner, starts, meanings, related)
    allowed = _allowed(len(articles), wanted)
    every = everything or brute_force or (meaning is not None and len(owner) <= BRUTE_FORCE)
    found = {}
    for left, right in [every_pair(owner, allowed)] if every else likely_pairs(features, owner, allowed):
        for block in _blocks(read, left, right, 0.0 if everything else KEPT):
            found[block.a, block.b] = block
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    """What is scored: features and meanings of all passages, vectors of all articles.

    `owner` is the article of each passage, `starts` the first passage of each article; `related` are the meanings, or
    those that their words alone give.
    """

    features: Features
    vectors: Sequence[ArticleVector]
    owner: Indexes
    starts: Indexes
    meanings: Floats | None
    related: Floats


def _allowed(size: int, wanted: Iterable[tuple[int, int]] | None) -> Flags:
    """Which articles are compared: a square of flags, set for the `wanted` pairs of a < b, else for all."""
    if wanted is None:
        return np.triu(np.ones((size, size), dtype=np.bool_), k=1)
    allowed = np.zeros((size, size), dtype=np.bool_)
    allowed[tuple(np.array(sorted(wanted), dtype=np.int32).reshape(-1, 2).T)] = True
    return allowed


def _blocks(read: _Read, left: Indexes, right: Indexes, least: float) -> Iterator[Block]:
    """The blocks of pairs that are sorted by article, with the pairs whose `same` is at least `least`."""
    owner, starts, vectors = read.owner, read.starts, read.vectors
    keys = owner[left].astype(np.int64) * len(vectors) + owner[right]
    edges = [*np.flatnonzero(np.diff(keys, prepend=-1)).tolist(), len(keys)]
    between = [divmod(key, len(vectors)) for key in keys[edges[:-1]].tolist()]
    logits, links, contained, good, matrix = _scored(read.features, left, right, read.meanings)
    kin = np.array([kinship(vectors[a], vectors[b]) for a, b in between], dtype=np.float32).reshape(-1, 2)
    closest = np.maximum.reduceat(logits, edges[:-1]) if between else logits
    sizes = np.diff(edges)
    terms, names, near = (np.repeat(values, sizes) for values in (kin[:, 0], kin[:, 1], closest))
    overlap = probabilities(in_story(logits, matrix, terms, names, near))
    placed = Placed(read.features, owner, starts, read.related)
    told = placed_columns(links, contained, left, right, terms, placed)
    same = probabilities(in_place(links, told, read.meanings is not None))
    for (a, b), (first, last), akin in zip(between, pairwise(edges), kin[:, 0].tolist(), strict=True):
        kept = np.flatnonzero(same[first:last] >= least) + first
        if len(kept):
            places = left[kept] - starts[a], right[kept] - starts[b]
            yield Block(a, b, *places, overlap[kept], same[kept], good[kept], akin)


def _scored(
    features: Features, left: Indexes, right: Indexes, vectors: Floats | None
) -> tuple[Floats, Floats, Floats, Flags, Matrix]:
    """For each pair: log odds of "passages" and "link", containment, whether it is sound, and what "story" needs."""
    logits, links, contained = ([np.empty(0, np.float32)] for _ in range(3))
    good = [np.empty(0, np.bool_)]
    semantic = vectors is not None
    needed = [np.empty((0, len(STORY_FEATURES) + semantic), np.float32)]
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        matrix = features.of(left[part], right[part])
        if vectors is not None:
            alike = cosines(vectors, left[part], right[part])
            matrix = np.hstack([matrix, alike[:, None]])
        logits.append(model("passages", semantic).rows(matrix))
        links.append(as_link(logits[-1], matrix))
        contained.append(matrix[:, _CONTAINMENT])
        good.append(_sound(features, left[part], right[part], matrix))
        if vectors is not None:
            good[-1] |= alike >= SURELY_MEANT
        needed.append(columns(STORY_FEATURES, matrix))
    told = np.concatenate(logits), np.concatenate(links), np.concatenate(contained)
    return *told, np.concatenate(good), np.concatenate(needed)


def cosines(vectors: Floats, left: Indexes, right: Indexes) -> Floats:
    """The inner products of rows `left[k]` and `right[k]`."""
    if len(vectors) <= BRUTE_FORCE:
        return np.asarray((vectors @ vectors.T)[left, right])
    parts = [slice(start, start + _ROWS) for start in range(0, len(left), _ROWS)]
    found = [np.einsum("kd,kd->k", vectors[left[part]], vectors[right[part]]) for part in parts]
    return np.concatenate([np.empty(0, np.float32), *found])


def _sound(features: Features, left: Indexes, right: Indexes, matrix: Matrix) -> Flags:
    """Whether pairs share more than names and what says of them who they are."""
    found = sound(*matrix[:, _SHARED].T)
    persons = features.persons
    doubtful = np.flatnonzero(found & persons[left] & persons[right])
    if len(doubtful):
        known, count = features.known(left[doubtful], right[doubtful])
        weight, words = np.expm1(matrix[doubtful][:, _ALL_SHARED]).T
        beyond = np.log1p(np.maximum(weight - known, 0)), np.log1p(np.maximum(words - count, 0))
        found[doubtful] = sound(*beyond, matrix[doubtful, _SHARED[2]])
    return found


def sound(shared_other: Floats, other_words: Floats, shared_names: Floats) -> Flags:
    """Whether pairs with these features share more than names, or a word beside names."""
    weight = np.expm1(shared_other)
    much = (weight >= LEAST_SHARED) & (np.expm1(other_words) > LEAST_WORDS - 0.5)
    return much | ((weight >= LEAST_NAMED) & (np.expm1(shared_names) >= LEAST_NAMED))
