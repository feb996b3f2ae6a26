"""The overlap of passages of different articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tui.compare.candidates import BRUTE_FORCE, every_pair, likely_pairs
from tui.compare.features import NAMES, Features, Matrix
from tui.compare.kinship import article_vector, kinship
from tui.compare.profiles import Profile
from tui.compare.scoring import STORY_FEATURES, as_link, columns, in_story, model, probabilities
from tui.compare.semantic import Meaning
from tui.compare.vectors import Floats, Indexes

# Shared words other than names must weigh at least this much (natural-logarithm idf; a word in one of a
# thousand sentences weighs about 7), or the two passages have no more in common than whom they speak of.
LEAST_SHARED = 8.0
# One word alone, rare as it may be, is no common matter.
LEAST_WORDS = 2
# Pairs that an editor would less likely call the same than this take part in nothing.
KEPT = 0.05
# Sentences that mean so much the same share more than names, whatever words they use.
SURELY_MEANT = 0.6
_CHUNK = 100_000
_ROWS = 10_000
_SHARED_OTHER, _OTHER_WORDS = NAMES.index("shared_other"), NAMES.index("other_words")

Flags = npt.NDArray[np.bool_]
Passages = Sequence[Profile]


@dataclass(frozen=True, slots=True)
class Block:
    """The scored passage pairs of articles `a` < `b`: passage indexes and, for each pair, two probabilities.

    `overlap`: that both speak of the same event or fact. `same`: that an editor would call them the same.
    `sound` tells whether a pair shares more than names, so that it may be linked.
    """

    a: int
    b: int
    left: Indexes
    right: Indexes
    overlap: Floats
    same: Floats
    sound: Flags


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
    features = Features([profile for article in articles for profile in article])
    every = everything or brute_force or (meaning is not None and len(owner) <= BRUTE_FORCE)
    left, right = every_pair(owner) if every else likely_pairs(features, owner)
    if wanted is not None:
        allowed = np.zeros((len(articles), len(articles)), dtype=np.bool_)
        allowed[tuple(np.array(sorted(wanted), dtype=np.int32).reshape(-1, 2).T)] = True
        chosen = allowed[owner[left], owner[right]]
        left, right = left[chosen], right[chosen]
    order = np.lexsort((right, left, owner[right], owner[left]))
    left, right = left[order], right[order]
    vectors = meaning.vectors([profile.text for profile in features.profiles]) if meaning else None
    logits, same, good, matrix = _scored(features, left, right, vectors)
    context = _context(articles, owner[left], owner[right], logits)
    overlap = probabilities(in_story(logits, matrix, *context))
    kept = slice(None) if everything else same >= KEPT
    left, right, overlap, same, good = left[kept], right[kept], overlap[kept], same[kept], good[kept]
    keys = owner[left].astype(np.int64) * len(articles) + owner[right]
    edges = [*np.flatnonzero(np.diff(keys, prepend=-1)).tolist(), len(keys)]
    blocks = {}
    for first, last in pairwise(edges):
        a, b = divmod(int(keys[first]), len(articles))
        part = slice(first, last)
        blocks[a, b] = Block(
            a, b, left[part] - starts[a], right[part] - starts[b], overlap[part], same[part], good[part]
        )
    return blocks


def _context(articles: Sequence[Passages], a: Indexes, b: Indexes, logits: Floats) -> tuple[Floats, Floats, Floats]:
    """For each pair the kinship of its articles, by terms and by names, and the highest log odds between them."""
    vectors = [article_vector(article) for article in articles]
    pairs, place = np.unique(np.stack([a, b], axis=1), axis=0, return_inverse=True)
    place = place.ravel()
    kin = np.array([kinship(vectors[x], vectors[y]) for x, y in pairs.tolist()], dtype=np.float32).reshape(-1, 2)
    closest = np.full(len(pairs), -np.inf, dtype=np.float32)
    np.maximum.at(closest, place, logits)
    return kin[place, 0], kin[place, 1], closest[place]


def _scored(
    features: Features, left: Indexes, right: Indexes, vectors: Floats | None
) -> tuple[Floats, Floats, Flags, Matrix]:
    """For each pair the log odds of "passages", the chance of a link, whether it is sound, and what "story" needs."""
    logits, same, good = [np.empty(0, np.float32)], [np.empty(0, np.float32)], [np.empty(0, np.bool_)]
    semantic = vectors is not None
    needed = [np.empty((0, len(STORY_FEATURES) + semantic), np.float32)]
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        matrix = features.of(left[part], right[part])
        if vectors is not None:
            alike = cosines(vectors, left[part], right[part])
            matrix = np.hstack([matrix, alike[:, None]])
        logits.append(model("passages", semantic).rows(matrix))
        same.append(probabilities(as_link(logits[-1], matrix)))
        good.append(sound(matrix[:, _SHARED_OTHER], matrix[:, _OTHER_WORDS]))
        if vectors is not None:
            good[-1] |= alike >= SURELY_MEANT
        needed.append(columns(STORY_FEATURES, matrix))
    return np.concatenate(logits), np.concatenate(same), np.concatenate(good), np.concatenate(needed)


def cosines(vectors: Floats, left: Indexes, right: Indexes) -> Floats:
    """The inner products of rows `left[k]` and `right[k]`."""
    if len(vectors) <= BRUTE_FORCE:
        return np.asarray((vectors @ vectors.T)[left, right])
    parts = [slice(start, start + _ROWS) for start in range(0, len(left), _ROWS)]
    found = [np.einsum("kd,kd->k", vectors[left[part]], vectors[right[part]]) for part in parts]
    return np.concatenate([np.empty(0, np.float32), *found])


def sound(shared_other: Floats, other_words: Floats) -> Flags:
    """Whether pairs with these features share more than names."""
    return (np.expm1(shared_other) >= LEAST_SHARED) & (np.expm1(other_words) > LEAST_WORDS - 0.5)
