"""Passage pairs labelled by reading: would an editor say that both assert the same?

`labels.jsonl` has pairs of real stories: it names the story's folder under `../shared`, and each passage by its
article's place in the story and the first digits of the SHA-256 of its words; no text is kept. The first 190 pairs
were drawn at random within bands of the "passages" log odds; the next 172 among those of which an earlier fit was least
sure, by how likely it called them the same and whether either passage had a better match; then 233 more by bands of
that likelihood, mostly of pairs that are each other's best match, and 70 that give figures of one kind. Then 1,883
drawn by story: up to 4 called the same with .75, 10 with .4, 14 with .15 and 5 with .06 or more, 10 less likely ones
that mean the like by the sentence model, 6 that give figures that agree, and 2 of all others. Doubtful ones were left
out.

`invented/` has seven stories of four articles each, written for this project by one who knew neither its other stories
nor its engine, and in `links.jsonl` all pairs that tell the same; those not listed there do not.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.accuracy.overlap.sources import SHARED
from tui.compare.scoring.features import Features, Matrix
from tui.compare.scoring.kinship import article_vector, kinship
from tui.compare.scoring.placing import Passages
from tui.compare.scoring.relatedness import passage_vectors
from tui.compare.scoring.scores import cosines
from tui.compare.scoring.semantic import Meaning
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.profiles import Profile, profiles_of
from tui.story import load

_LABELS = Path(__file__).with_name("labels.jsonl")
_INVENTED = Path(__file__).with_name("invented")
_DIGITS = 12

Articles = list[tuple[Profile, ...]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labelled pairs among all pairs of passages of two articles of a story.

    `matrix` has the features of all pairs, `left` and `right` their passages in `passages`; `kin` tells, for each, how
    akin the articles are by their terms. The labelled ones are `rows`, and `same` says what they are labelled.
    """

    story: str
    matrix: Matrix
    left: Indexes
    right: Indexes
    kin: Floats
    passages: Passages
    rows: npt.NDArray[np.int64]
    same: npt.NDArray[np.bool_]


def labelled(meaning: Meaning | None = None) -> list[Labelled]:
    """The labelled pairs of real stories; `meaning` adds a column to their features."""
    found: defaultdict[tuple[str, int, int], dict[int, bool]] = defaultdict(dict)
    for row in map(json.loads, _LABELS.read_text(encoding="utf-8").splitlines()):
        articles = _articles(SHARED / row["story"])
        a, b, number = _place(articles, row["a"], row["b"])
        found[row["story"], a, b][number] = row["same"]
    return [
        _between(story, _articles(SHARED / story), (a, b), sorted(same.items()), meaning)
        for (story, a, b), same in found.items()
    ]


def invented(meaning: Meaning | None = None) -> list[Labelled]:
    """All pairs of the invented stories; `meaning` adds a column to their features."""
    linked: defaultdict[tuple[str, int, int], set[int]] = defaultdict(set)
    for row in map(json.loads, (_INVENTED / "links.jsonl").read_text(encoding="utf-8").splitlines()):
        a, b, number = _place(_articles(_INVENTED / row["story"]), row["a"], row["b"])
        linked[row["story"], a, b].add(number)
    found = []
    for (story, a, b), numbers in linked.items():
        articles = _articles(_INVENTED / story)
        size = len(articles[a]) * len(articles[b])
        found.append(_between(story, articles, (a, b), [(k, k in numbers) for k in range(size)], meaning))
    return found


def _place(articles: Articles, one: tuple[int, str], two: tuple[int, str]) -> tuple[int, int, int]:
    """The two articles in order, and the number of the pair among all pairs of their passages."""
    (i, first), (j, second) = sorted(((one[0], one[1]), (two[0], two[1])))
    return i, j, _passage(articles[i], first) * len(articles[j]) + _passage(articles[j], second)


def _between(
    story: str, articles: Articles, pair: tuple[int, int], same: Iterable[tuple[int, bool]], meaning: Meaning | None
) -> Labelled:
    sizes = [len(articles[index]) for index in pair]
    profiles = [profile for index in pair for profile in articles[index]]
    left, right = (part.ravel().astype(np.int32) for part in np.indices(sizes))
    right = right + np.int32(sizes[0])
    owner = np.repeat(np.arange(2, dtype=np.int32), sizes)
    features = Features(profiles, owner)
    matrix = features.of(left, right)
    vectors = meaning.vectors([profile.text for profile in profiles]) if meaning else passage_vectors(profiles)
    if meaning is not None:
        matrix = np.hstack([matrix, cosines(vectors, left, right)[:, None]])
    starts = np.cumsum([0, *sizes]).astype(np.int32)
    kin = kinship(*(article_vector(articles[index]) for index in pair)).terms
    passages = Passages(features, owner, starts, vectors)
    rows, labels = zip(*same, strict=True)
    kins = np.full(len(left), kin, dtype=np.float32)
    return Labelled(story, matrix, left, right, kins, passages, np.array(rows), np.array(labels, dtype=np.bool_))


@cache
def _articles(story: Path) -> Articles:
    return [profiles_of(article) for article in load([story]).articles]


def _passage(profiles: tuple[Profile, ...], digest: str) -> int:
    for index, profile in enumerate(profiles):
        if hashlib.sha256(profile.text.encode()).hexdigest()[:_DIGITS] == digest:
            return index
    raise LookupError(f"no passage {digest}: the passages are cut differently from when it was labelled")
