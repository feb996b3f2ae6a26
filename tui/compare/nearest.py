"""The passage of another article that one without a link is likeliest told in."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from tui.compare.between import Between
from tui.compare.links.linking import LINK_BAR
from tui.compare.model import Link, Nearest
from tui.story.model import Article

# Of passages in no link, those whose likeliest place has this chance or more are told there in five of eight cases in
# invented stories that tell most things several times (see tests/accuracy/overlap/TRIES.md), less often in others.
LIKELY = 0.3

Place = tuple[int, int]


def nearest_of(
    articles: Sequence[Article],
    links: Iterable[Link],
    found: Mapping[tuple[int, int], Between],
    broken: Collection[str] = frozenset(),
) -> tuple[Nearest, ...]:
    """For each passage in no overlap link the likeliest one of another article, in the order of the text.

    Those below `LIKELY` have none, nor headings; `links` are those of the story, and what an editor said is not the
    same, by the ids of `broken` links that were found, is not proposed again. What is as likely as a link has to be and
    is none shares names alone, for the most part, and half of that says the same (TRIES.md): so much is told of it.
    """
    linked = _linked(links)
    best: dict[Place, tuple[float, Place]] = {}
    for (a, b), between in found.items():
        parted = _places(between.links, broken)
        likely = np.flatnonzero(between.same >= LIKELY)
        rows = zip(*(column[likely].tolist() for column in (between.left, between.right, between.same)), strict=True)
        for i, j, chance in rows:
            if (i, j) not in parted:
                for one, other in (((a, i), (b, j)), ((b, j), (a, i))):
                    if one[1] not in linked[one[0]] and (-chance, other) < _rank(best.get(one)):
                        best[one] = chance, other
    told = ((place, *best[place]) for place in sorted(best) if _is_said(articles, place))
    return tuple(Nearest(place, other, min(chance, LINK_BAR)) for place, chance, other in told)


def _rank(known: tuple[float, Place] | None) -> tuple[float, Place]:
    """What is to be below: the likeliest first, then the first in the story."""
    return (0.0, (0, 0)) if known is None else (-known[0], known[1])


def _is_said(articles: Sequence[Article], place: Place) -> bool:
    return articles[place[0]].passages[place[1]].kind in {"sentence", "item"}


def _linked(links: Iterable[Link]) -> defaultdict[int, set[int]]:
    """The passages of each article that are in an overlap link."""
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.relation == "overlap":
            for side in (link.a, link.b):
                linked[side.article].update(range(side.first, side.last + 1))
    return linked


def _places(links: Iterable[Link], ids: Collection[str]) -> set[Place]:
    """The passage pairs that the links of these ids bring together."""
    return {
        (i, j)
        for link in links
        if link.id in ids
        for i in range(link.a.first, link.a.last + 1)
        for j in range(link.b.first, link.b.last + 1)
    }
