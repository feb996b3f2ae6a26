"""Facts: which linked passages of all articles say one and the same thing."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tui.compare.model import Fact, Link, Side
from tui.compare.newsrooms import Newsrooms, plain
from tui.story.model import Article

Place = tuple[int, int]
Overlaps = Mapping[tuple[Place, Place], float]

# Two groups of passages become one fact where, on average, their pairs score at least this: a chain in which
# each says only nearly what the last one said falls apart.
LINKAGE = 0.35


@dataclass(frozen=True, slots=True)
class Edge:
    """Two passages that link number `link` brings together."""

    a: Place
    b: Place
    overlap: float
    link: int


def facts_of(
    articles: Sequence[Article], links: Sequence[Link], edges: Sequence[Edge], known: Overlaps
) -> tuple[Fact, ...]:
    """The facts in order of their first passage; `known` holds the score of any two passages, if scored."""
    groups = sorted(clusters(edges, known), key=min)
    newsrooms = Newsrooms(articles)
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    carried: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if group_of.get(edge.a, -1) == group_of.get(edge.b, -2):
            carried[group_of[edge.a]].add(edge.link)
    disputed: dict[int, list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        if link.relation == "conflict":
            for number in sorted(_meeting(link.a, group_of) & _meeting(link.b, group_of)):
                disputed[number].append(index)
    return tuple(
        Fact(
            id=f"f{number + 1}",
            passages=tuple(sorted(group)),
            links=tuple(sorted(carried[number])),
            conflicts=tuple(disputed[number]),
            articles=len({article for article, _ in group}),
            origins=_origins(group, articles, newsrooms, [links[index] for index in sorted(carried[number])]),
        )
        for number, group in enumerate(groups)
    )


def _meeting(side: Side, group_of: Mapping[Place, int]) -> set[int]:
    """The facts that passages of one side belong to."""
    places = ((side.article, passage) for passage in range(side.first, side.last + 1))
    return {group_of[place] for place in places if place in group_of}


def clusters(edges: Sequence[Edge], known: Overlaps) -> list[set[Place]]:
    """Average-linkage clusters over the edges, strongest first.

    Each cluster goes by one of its places and knows the sum of its scores with each other cluster, so that a union
    only adds the shorter of two rows of sums to the other (Lance and Williams, 1967).
    """
    head = {place: place for edge in edges for place in (edge.a, edge.b)}
    groups = {place: {place} for place in head}
    articles = {place: Counter({place[0]: 1}) for place in head}
    sums = _sums(edges, known, head)
    for edge in sorted(edges, key=lambda edge: (-edge.overlap, edge.a, edge.b)):
        one, two = head[edge.a], head[edge.b]
        if one == two:
            continue
        if len(sums[one]) < len(sums[two]):
            one, two = two, one
        crossing = len(groups[one]) * len(groups[two])
        crossing -= sum(count * articles[two][article] for article, count in articles[one].items())
        if sums[one].get(two, 0.0) >= LINKAGE * crossing:
            head.update(dict.fromkeys(groups[two], one))
            groups[one] |= groups.pop(two)
            articles[one] += articles.pop(two)
            _unite(sums, one, two)
    return [group for group in groups.values() if len(group) > 1]


def _sums(edges: Sequence[Edge], known: Overlaps, places: Collection[Place]) -> dict[Place, dict[Place, float]]:
    """The score of any two places, both ways; those of one article have none."""
    scores = {pair: score for pair, score in known.items() if pair[0] in places and pair[1] in places}
    for edge in edges:
        pair = min(edge.a, edge.b), max(edge.a, edge.b)
        scores[pair] = max(scores.get(pair, 0.0), edge.overlap)
    sums: dict[Place, dict[Place, float]] = {place: {} for place in places}
    for (a, b), score in scores.items():
        if a[0] != b[0]:
            sums[a][b] = sums[b][a] = score
    return sums


def _unite(sums: dict[Place, dict[Place, float]], one: Place, two: Place) -> None:
    """Adds the sums of cluster `two` to those of `one`."""
    for other, score in sums.pop(two).items():
        row = sums[other]
        del row[two]
        if other != one:
            row[one] = sums[one][other] = sums[one].get(other, 0.0) + score


def _origins(group: set[Place], articles: Sequence[Article], newsrooms: Newsrooms, links: Sequence[Link]) -> int:
    """How many origins stand behind a fact: copies of wording and citations of one source count once.

    So do an outlet's own article and one that cites the outlet for the same.
    """
    parent = {article: article for article, _ in group}

    def root(article: int) -> int:
        while parent[article] != article:
            article = parent[article]
        return article

    for link in links:
        if link.copied:
            parent[root(link.b.article)] = root(link.a.article)
    cites = {plain(name): article for article in sorted(parent, reverse=True) if (name := newsrooms.published(article))}
    for article, passage in sorted(group):
        for origin in newsrooms.cited_in(article, articles[article].quote(passage)):
            if origin.kind == "outlet":
                parent[root(article)] = root(cites.setdefault(plain(origin.name), article))
    return len({root(article) for article in parent})
