"""Average-linkage clusters of linked passages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

Place = tuple[int, int]
Codes = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

# Two groups of passages become one fact where, on average, their pairs score at least this: a chain in which
# each says only nearly what the last one said falls apart.
LINKAGE = 0.35
# Of more places than these the sums are kept in rows of their own, not in one table (of 72 MB).
TABLE = 3_000
# Of the code of a place so many bits tell the passage, those above them the article.
_BITS = 32


@dataclass(frozen=True, slots=True)
class Edge:
    """Two passages that link number `link` brings together."""

    a: Place
    b: Place
    overlap: float
    link: int


@dataclass(frozen=True, slots=True)
class Known:
    """The scores of passage pairs of different articles: places by their codes, the earlier article on the left.

    Arrays, since a large story has hundreds of thousands.
    """

    left: Codes
    right: Codes
    scores: Scores

    @classmethod
    def of(cls, scores: Mapping[tuple[Place, Place], float]) -> "Known":
        """What a mapping holds."""
        return cls(codes(a for a, _ in scores), codes(b for _, b in scores), np.array([*scores.values()], np.float64))

    def at(self, left: Codes, right: Codes) -> Scores:
        """The highest score of each of these pairs, 0 where there is none."""
        places = _distinct(np.concatenate([left, right]))
        held = _among(places, self.left) & _among(places, self.right)
        keys, scores = _highest(_keys(places, self.left[held], self.right[held]), self.scores[held])
        if not len(keys):
            return np.zeros(len(left))
        asked = _keys(places, left, right)
        where = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        found: Scores = np.where(keys[where] == asked, scores[where], 0.0)
        return found


def codes(places: Iterable[Place]) -> Codes:
    """Places as numbers, in the same order."""
    return np.array([article << _BITS | passage for article, passage in places], dtype=np.int64)


def _distinct(places: Codes) -> Codes:
    """Each of these once, in order; `np.unique` would import masked arrays for it, which the first result waits for."""
    ordered = np.sort(places)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def _among(places: Codes, asked: Codes) -> npt.NDArray[np.bool_]:
    """Which of `asked` are among the `places`, which are sorted."""
    if not len(places):
        return np.zeros(len(asked), dtype=np.bool_)
    found: npt.NDArray[np.bool_] = places[np.minimum(np.searchsorted(places, asked), len(places) - 1)] == asked
    return found


def _keys(places: Codes, left: Codes, right: Codes) -> Codes:
    """One number for each pair of `places`, which are sorted."""
    keys: Codes = np.searchsorted(places, left) * len(places) + np.searchsorted(places, right)
    return keys


def _highest(keys: Codes, scores: Scores) -> tuple[Codes, Scores]:
    """Each key once, in order, with the highest of its scores."""
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[first], np.maximum.reduceat(scores[order], first) if len(first) else scores


class _Sums(Protocol):
    """The sums of the scores between clusters."""

    def of(self, one: int, two: int) -> float:
        """Of two clusters."""

    def unite(self, one: int, two: int) -> None:
        """Adds those of cluster `two` to those of `one`."""


def clusters(
    edges: Sequence[Edge], known: Known, table: int = TABLE, headings: Set[Place] = frozenset()
) -> list[set[Place]]:
    """Average-linkage clusters over the edges, strongest first; those of headings come after all others.

    A heading sums up several facts: it comes to one of them, and joins no two by itself.

    Edges that hang together are looked at apart from the others: no other place can come into their clusters. Each
    cluster goes by one of its places and knows the sum of its scores with each other cluster, so that a union only
    adds one row of sums to another (Lance and Williams, 1967). Up to `table` places stand in one table.
    """
    chains = list(_chains(edges))
    return [
        found
        for chain, own in zip(chains, _parted(known, chains), strict=True)
        for found in _clusters(chain, own, table, headings)
    ]


def _chains(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """The edges that hang together."""
    parent: dict[Place, Place] = {}

    def root(place: Place) -> Place:
        while (above := parent.setdefault(place, place)) != place:
            parent[place] = place = parent[above]
        return place

    for edge in edges:
        parent[root(edge.a)] = root(edge.b)
    chains: defaultdict[Place, list[Edge]] = defaultdict(list)
    for edge in edges:
        chains[root(edge.a)].append(edge)
    yield from chains.values()


def _parted(known: Known, chains: Sequence[Sequence[Edge]]) -> Iterator[Known]:
    """The scores between the places of each chain that are of different articles."""
    chain_of = {place: number for number, chain in enumerate(chains) for edge in chain for place in (edge.a, edge.b)}
    places = sorted(chain_of)
    numbers = np.array([*map(chain_of.__getitem__, places), -1], dtype=np.int64)
    coded = np.append(codes(places), -1)
    left, right = (np.searchsorted(coded[:-1], side) for side in (known.left, known.right))
    there = (coded[left] == known.left) & (coded[right] == known.right) & (numbers[left] == numbers[right])
    held = np.flatnonzero(there & (known.left >> _BITS != known.right >> _BITS))
    held = held[np.argsort(numbers[left[held]], kind="stable")]
    edges = np.searchsorted(numbers[left[held]], np.arange(len(chains) + 1))
    for first, last in pairwise(edges.tolist()):
        own = held[first:last]
        yield Known(known.left[own], known.right[own], known.scores[own])


def _clusters(edges: Sequence[Edge], known: Known, table: int, headings: Set[Place]) -> Iterator[set[Place]]:
    """The clusters of edges that hang together."""
    places = sorted({place for edge in edges for place in (edge.a, edge.b)})
    number = {place: at for at, place in enumerate(places)}
    between = _between(edges, known, codes(places))
    sums: _Sums = (_Table if len(places) <= table else _Rows)(len(places), *between)
    head = list(range(len(places)))
    groups = [[at] for at in head]
    articles = [Counter({article: 1}) for article, _ in places]
    told = [place not in headings for place in places]
    ordered = sorted((edge.a in headings or edge.b in headings, -edge.overlap, edge.a, edge.b) for edge in edges)
    for summing, _, a, b in ordered:
        one, two = head[number[a]], head[number[b]]
        if one == two or (summing and told[one] and told[two]):
            continue
        if len(groups[one]) < len(groups[two]):
            one, two = two, one
        crossing = len(groups[one]) * len(groups[two])
        crossing -= sum(count * articles[one][article] for article, count in articles[two].items())
        if sums.of(one, two) >= LINKAGE * crossing:
            told[one] = told[one] or told[two]
            for at in groups[two]:
                head[at] = one
            groups[one] += groups[two]
            groups[two] = []
            articles[one] += articles[two]
            sums.unite(one, two)
    yield from ({places[at] for at in group} for group in groups if len(group) > 1)


def _between(edges: Sequence[Edge], known: Known, places: Codes) -> tuple[Codes, Codes, Scores]:
    """The scores of any two places by their numbers."""
    across = [(min(edge.a, edge.b), max(edge.a, edge.b), edge.overlap) for edge in edges if edge.a[0] != edge.b[0]]
    keys, scores = _highest(
        np.concatenate(
            [
                _keys(places, known.left, known.right),
                _keys(places, codes(a for a, _, _ in across), codes(b for _, b, _ in across)),
            ]
        ),
        np.concatenate([known.scores, np.array([score for _, _, score in across], dtype=np.float64)]),
    )
    return *np.divmod(keys, len(places)), scores


class _Table:
    """Sums as one square table; the rows of clusters that are gone are left as they were."""

    def __init__(self, size: int, left: Codes, right: Codes, scores: Scores) -> None:
        self._sums = np.zeros((size, size))
        self._sums[left, right] = self._sums[right, left] = scores

    def of(self, one: int, two: int) -> float:
        return float(self._sums[one, two])

    def unite(self, one: int, two: int) -> None:
        self._sums[one] += self._sums[two]
        self._sums[:, one] = self._sums[one]


class _Rows:
    """Sums as one row of what there is for each cluster."""

    def __init__(self, size: int, left: Codes, right: Codes, scores: Scores) -> None:
        self._sums: list[dict[int, float]] = [{} for _ in range(size)]
        for one, two, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True):
            self._sums[one][two] = self._sums[two][one] = score

    def of(self, one: int, two: int) -> float:
        return self._sums[one].get(two, 0.0)

    def unite(self, one: int, two: int) -> None:
        for other, score in self._sums[two].items():
            row = self._sums[other]
            del row[two]
            if other != one:
                row[one] = self._sums[one][other] = self._sums[one].get(other, 0.0) + score
        self._sums[two] = {}
