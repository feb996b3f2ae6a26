"""Average-linkage clusters of linked passages."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

import numpy as np

Place = tuple[int, int]
Overlaps = Mapping[tuple[Place, Place], float]
Numbered = Mapping[tuple[int, int], float]
Chain = tuple[list["Edge"], dict[tuple[Place, Place], float]]

# Two groups of passages become one fact where, on average, their pairs score at least this: a chain in which
# each says only nearly what the last one said falls apart.
LINKAGE = 0.35
# Of more places than these the sums are kept in rows of their own, not in one table (of 72 MB).
TABLE = 3_000


@dataclass(frozen=True, slots=True)
class Edge:
    """Two passages that link number `link` brings together."""

    a: Place
    b: Place
    overlap: float
    link: int


class _Sums(Protocol):
    """The sums of the scores between clusters."""

    def of(self, one: int, two: int) -> float:
        """Of two clusters."""

    def unite(self, one: int, two: int) -> None:
        """Adds those of cluster `two` to those of `one`."""


def clusters(
    edges: Sequence[Edge], known: Overlaps, table: int = TABLE, headings: Set[Place] = frozenset()
) -> list[set[Place]]:
    """Average-linkage clusters over the edges, strongest first; those of headings come after all others.

    A heading sums up several facts: it comes to one of them, and joins no two by itself.

    Edges that hang together are looked at apart from the others: no other place can come into their clusters. Each
    cluster goes by one of its places and knows the sum of its scores with each other cluster, so that a union only
    adds one row of sums to another (Lance and Williams, 1967). Up to `table` places stand in one table.
    """
    return [found for chain in _chains(edges, known) for found in _clusters(*chain, table, headings)]


def _chains(edges: Sequence[Edge], known: Overlaps) -> Iterator[Chain]:
    """The edges that hang together, with the scores between their places."""
    parent: dict[Place, Place] = {}

    def root(place: Place) -> Place:
        while (above := parent.setdefault(place, place)) != place:
            parent[place] = place = parent[above]
        return place

    for edge in edges:
        parent[root(edge.a)] = root(edge.b)
    roots = {place: root(place) for place in tuple(parent)}
    chains: defaultdict[Place, Chain] = defaultdict(lambda: ([], {}))
    for edge in edges:
        chains[roots[edge.a]][0].append(edge)
    for pair, score in known.items():
        one = roots.get(pair[0])
        if one is not None and one == roots.get(pair[1]):
            chains[one][1][pair] = score
    yield from chains.values()


def _clusters(
    edges: Sequence[Edge], scores: dict[tuple[Place, Place], float], table: int, headings: Set[Place]
) -> Iterator[set[Place]]:
    """The clusters of edges that hang together."""
    places = sorted({place for edge in edges for place in (edge.a, edge.b)})
    number = {place: at for at, place in enumerate(places)}
    between = _between(edges, scores, number)
    sums: _Sums = _Table(len(places), between) if len(places) <= table else _Rows(len(places), between)
    head = list(range(len(places)))
    groups = [[at] for at in head]
    articles = [Counter({article: 1}) for article, _ in places]
    told = [place not in headings for place in places]
    summing = {edge: edge.a in headings or edge.b in headings for edge in edges}
    for edge in sorted(edges, key=lambda edge: (summing[edge], -edge.overlap, edge.a, edge.b)):
        one, two = head[number[edge.a]], head[number[edge.b]]
        if one == two or (summing[edge] and told[one] and told[two]):
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


def _between(
    edges: Sequence[Edge], scores: dict[tuple[Place, Place], float], number: Mapping[Place, int]
) -> dict[tuple[int, int], float]:
    """The score of any two places by their numbers; those of one article have none."""
    for edge in edges:
        pair = min(edge.a, edge.b), max(edge.a, edge.b)
        scores[pair] = max(scores.get(pair, 0.0), edge.overlap)
    return {(number[a], number[b]): score for (a, b), score in scores.items() if a[0] != b[0]}


class _Table:
    """Sums as one square table; the rows of clusters that are gone are left as they were."""

    def __init__(self, size: int, scores: Numbered) -> None:
        self._sums = np.zeros((size, size))
        places = np.array(list(scores), dtype=np.int32).reshape(-1, 2)
        left, right = places[:, 0], places[:, 1]
        self._sums[left, right] = self._sums[right, left] = list(scores.values())

    def of(self, one: int, two: int) -> float:
        return float(self._sums[one, two])

    def unite(self, one: int, two: int) -> None:
        self._sums[one] += self._sums[two]
        self._sums[:, one] = self._sums[one]


class _Rows:
    """Sums as one row of what there is for each cluster."""

    def __init__(self, size: int, scores: Numbered) -> None:
        self._sums: list[dict[int, float]] = [{} for _ in range(size)]
        for (one, two), score in scores.items():
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
