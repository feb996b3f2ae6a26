"""Passage pairs of real stories, labelled by reading: would an editor say that both assert the same?

`labels.jsonl` names the story's folder under `../shared`, and each passage by its article's place in the story
and the first digits of the SHA-256 of its words; no text is kept. The first 190 pairs were drawn at random within
bands of the "passages" log odds; the next 172 among those of which an earlier fit was least sure, by how likely
it called them the same and whether either passage had a better match; then 233 more by bands of that likelihood,
mostly of pairs that are each other's best match, and 70 that give figures of one kind. Doubtful ones were left out.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tests.accuracy.overlap.sources import SHARED
from tui.compare.scoring.features import Features, Matrix
from tui.compare.scoring.kinship import article_vector, kinship
from tui.compare.scoring.placing import Passages
from tui.compare.scoring.scores import cosines
from tui.compare.scoring.semantic import Meaning
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.profiles import Profile, profiles_of
from tui.story import load

_FILE = Path(__file__).with_name("labels.jsonl")
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled pair among all pairs of its two articles.

    `matrix` has the features of those, `left` and `right` their passages in `passages`; the labelled pair is row `row`.
    `kin` tells, for each, how akin the articles are by their terms.
    """

    story: str
    same: bool
    matrix: Matrix
    left: Indexes
    right: Indexes
    kin: Floats
    passages: Passages
    row: int


def labelled(meaning: Meaning | None = None) -> list[Labelled]:
    """Every labelled pair; `meaning` adds a column to its features."""
    return [_labelled(json.loads(line), meaning) for line in _FILE.read_text(encoding="utf-8").splitlines()]


def _labelled(row: dict[str, Any], meaning: Meaning | None) -> Labelled:
    articles = _articles(row["story"])
    (i, one), (j, two) = sorted((index, digest) for index, digest in (row["a"], row["b"]))
    number = _passage(articles[i], one) * len(articles[j]) + _passage(articles[j], two)
    return Labelled(row["story"], row["same"], *_between(row["story"], i, j, meaning), number)


@cache
def _between(story: str, a: int, b: int, meaning: Meaning | None) -> tuple[Matrix, Indexes, Indexes, Floats, Passages]:
    """All pairs of passages of two articles, as `Labelled` has them."""
    sizes = [len(_articles(story)[index]) for index in (a, b)]
    profiles = [profile for index in (a, b) for profile in _articles(story)[index]]
    left, right = (part.ravel().astype(np.int32) for part in np.indices(sizes))
    right = right + np.int32(sizes[0])
    owner = np.repeat(np.arange(2, dtype=np.int32), sizes)
    features = Features(profiles, owner)
    matrix = features.of(left, right)
    if meaning is not None:
        alike = cosines(meaning.vectors([profile.text for profile in profiles]), left, right)
        matrix = np.hstack([matrix, alike[:, None]])
    starts = np.cumsum([0, *sizes]).astype(np.int32)
    kin = kinship(*(article_vector(_articles(story)[index]) for index in (a, b))).terms
    passages = Passages(features, owner, starts)
    return matrix, left, right, np.full(len(left), kin, dtype=np.float32), passages


@cache
def _articles(story: str) -> list[tuple[Profile, ...]]:
    return [profiles_of(article) for article in load([SHARED / story]).articles]


def _passage(profiles: tuple[Profile, ...], digest: str) -> int:
    for index, profile in enumerate(profiles):
        if hashlib.sha256(profile.text.encode()).hexdigest()[:_DIGITS] == digest:
            return index
    raise LookupError(f"no passage {digest}: the passages are cut differently from when it was labelled")
