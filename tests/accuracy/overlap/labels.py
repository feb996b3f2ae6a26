"""Passage pairs of real stories, labelled by reading: would an editor say that both assert the same?

`labels.jsonl` names the story's folder under `../shared`, and each passage by its article's place in the story
and the first digits of the SHA-256 of its words; no text is kept. The first 190 pairs were drawn at random within
bands of the "passages" log odds; the other 172 among those of which an earlier fit was least sure, by how likely
it called them the same and whether either passage had a better match. Doubtful ones were left out.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.accuracy.overlap.sources import SHARED
from tui.compare.features import Features, Matrix
from tui.compare.profiles import Profile, profiles_of
from tui.compare.scores import cosines
from tui.compare.semantic import Meaning
from tui.story import load

_FILE = Path(__file__).with_name("labels.jsonl")
_DIGITS = 12


def labelled(meaning: Meaning | None = None) -> tuple[Matrix, npt.NDArray[np.bool_], list[str]]:
    """Features, labels and story of every labelled pair; `meaning` adds a column."""
    found = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    matrix = np.vstack([_features(row, meaning) for row in found])
    return matrix, np.array([row["same"] for row in found]), [row["story"] for row in found]


def _features(row: dict[str, Any], meaning: Meaning | None) -> Matrix:
    articles = _articles(row["story"])
    pair = [_passage(articles[index], digest) for index, digest in (row["a"], row["b"])]
    one, two = np.zeros(1, dtype=np.int32), np.ones(1, dtype=np.int32)
    matrix = Features(pair).of(one, two)
    if meaning is None:
        return matrix
    return np.hstack([matrix, cosines(meaning.vectors([profile.text for profile in pair]), one, two)[:, None]])


@cache
def _articles(story: str) -> list[tuple[Profile, ...]]:
    return [profiles_of(article) for article in load([SHARED / story]).articles]


def _passage(profiles: tuple[Profile, ...], digest: str) -> Profile:
    for profile in profiles:
        if hashlib.sha256(profile.text.encode()).hexdigest()[:_DIGITS] == digest:
            return profile
    raise LookupError(f"no passage {digest}: the passages are cut differently from when it was labelled")
