"""Facts: which linked passages of all articles say one and the same thing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tui.compare.clustering import Edge, Known, Place, clusters
from tui.compare.model import Fact, Link, Side
from tui.compare.sources.newsrooms import Newsrooms, plain
from tui.story.model import Article


def facts_of(
    articles: Sequence[Article], links: Sequence[Link], edges: Sequence[Edge], known: Known
) -> tuple[Fact, ...]:
    """The facts in order of their first passage; `known` holds the score of any two passages, if scored."""
    headings = {
        (number, passage)
        for number, article in enumerate(articles)
        for passage, content in enumerate(article.passages)
        if content.kind == "heading"
    }
    groups = sorted(clusters(edges, known, headings=headings), key=min)
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


def _origins(group: set[Place], articles: Sequence[Article], newsrooms: Newsrooms, links: Sequence[Link]) -> int:
    """How many origins stand behind a fact: copies of wording and citations of one source count once.

    So do an outlet's own article and one that cites the outlet for the same, and all that an agency wrote.
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
    for article in sorted(parent):
        wire = newsrooms.wire(article)
        if wire:
            parent[root(article)] = root(cites.setdefault(plain(wire[1].name), article))
    for article, passage in sorted(group):
        for origin in newsrooms.cited_in(article, articles[article].quote(passage)):
            if origin.kind == "outlet":
                parent[root(article)] = root(cites.setdefault(plain(origin.name), article))
    return len({root(article) for article in parent})
