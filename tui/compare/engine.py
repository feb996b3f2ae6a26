"""The whole comparison of a story."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from tui.compare.disputes import conflict_links, internal_links
from tui.compare.facts import Edge, Overlaps, facts_of
from tui.compare.linking import LINK_BAR, Reading, cells_of, overlap_links
from tui.compare.model import Comparison, Link, Pair, Thresholds
from tui.compare.profiles import profiles_of
from tui.compare.scores import Block, score_articles
from tui.compare.shared_quotes import words_of_article
from tui.compare.sources import sources_of
from tui.story.model import Article, Story

PairKey = tuple[str, str, float, float]


@dataclass(frozen=True, slots=True)
class Between:
    """What was found between two articles; the sides of `links` name them 0 and 1."""

    block: Block
    links: tuple[Link, ...]


@dataclass(slots=True)
class Memory:
    """What earlier comparisons found, by article pair: adding an article compares only its own pairs.

    What two articles have in common depends on nothing else, so a remembered pair is as good as a new one.
    """

    pairs: dict[PairKey, Between] = field(default_factory=dict)


def compare_story(
    story: Story,
    thresholds: Thresholds,
    *,
    all_pairs: bool = False,
    memory: Memory | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Comparison:
    """Everything found between the articles of `story`.

    Args:
        story: the articles.
        thresholds: the lowest scores of links and findings that are kept.
        all_pairs: also give the scores of every passage pair of different articles.
        memory: what earlier calls found; it is filled and used again.
        progress: called with the number of article pairs done and of all; raising in it ends the work.
    """
    memory = memory or Memory()
    readings = [_reading(index, article) for index, article in enumerate(story.articles)]
    found = _between_all(readings, thresholds, memory, progress or _silent)
    links = [link for reading in readings for link in internal_links(reading, thresholds.conflict)]
    for (a, b), between in found.items():
        links.extend(_placed(link, a, b) for link in between.links)
    links = _unique(sorted(links, key=_order))
    known = {
        ((a, i), (b, j)): scores.same
        for (a, b), between in found.items()
        for (i, j), scores in cells_of(readings[a], readings[b], between.block).items()
        if scores.same >= LINK_BAR / 4
    }
    edges = _edges(links, known)
    return Comparison(
        thresholds=thresholds,
        links=tuple(links),
        facts=facts_of(story.articles, links, edges, known),
        sources=sources_of(readings, links),
        pairs=_pairs(found, links) if all_pairs else (),
    )


def _silent(done: int, total: int) -> None:
    """No one asked to be told."""


def _reading(index: int, article: Article) -> Reading:
    profiles = profiles_of(article)
    return Reading(index, article, profiles, words_of_article(article, profiles))


def _key(a: Article, b: Article, thresholds: Thresholds) -> PairKey:
    parts = [f"{x.sha256} {x.language} {x.published} {hash(x.text)} {len(x.passages)}" for x in (a, b)]
    return parts[0], parts[1], thresholds.overlap, thresholds.conflict


def _between_all(
    readings: Sequence[Reading], thresholds: Thresholds, memory: Memory, progress: Callable[[int, int], None]
) -> dict[tuple[int, int], Between]:
    keys = {
        (a, b): _key(readings[a].article, readings[b].article, thresholds)
        for a in range(len(readings))
        for b in range(a + 1, len(readings))
    }
    new = frozenset(pair for pair, key in keys.items() if key not in memory.pairs)
    if new:
        blocks = score_articles([reading.profiles for reading in readings], new)
        for done, block in enumerate(blocks):
            progress(done, len(new))
            pair = (block.a, block.b)
            memory.pairs[keys[pair]] = _between(readings[block.a], readings[block.b], block, thresholds)
        progress(len(new), len(new))
    return {pair: memory.pairs[key] for pair, key in keys.items()}


def _between(a: Reading, b: Reading, block: Block, thresholds: Thresholds) -> Between:
    links = overlap_links(a, b, block, thresholds.overlap)
    links += conflict_links(a, b, cells_of(a, b, block), thresholds.conflict)
    return Between(block, tuple(_placed(link, 0, 1) for link in links))


def _placed(link: Link, a: int, b: int) -> Link:
    return replace(link, a=replace(link.a, article=a), b=replace(link.b, article=b))


def _order(link: Link) -> tuple[int, int, int, int, str, str]:
    return link.a.article, link.b.article, link.a.start, link.b.start, link.relation, link.kind


def _unique(links: Sequence[Link]) -> list[Link]:
    """The links with ids made distinct: the same text opened twice gives the same ids twice."""
    seen: dict[str, int] = {}
    unique = []
    for link in links:
        count = seen[link.id] = seen.get(link.id, 0) + 1
        unique.append(link if count == 1 else replace(link, id=f"{link.id}-{count}"))
    return unique


def _edges(links: Sequence[Link], known: Overlaps) -> list[Edge]:
    """The passage pairs inside each overlap link; where none reaches the bar alone, its ends."""
    edges = []
    for number, link in enumerate(links):
        if link.relation != "overlap":
            continue
        inside = [
            Edge((link.a.article, i), (link.b.article, j), score, number)
            for i in range(link.a.first, link.a.last + 1)
            for j in range(link.b.first, link.b.last + 1)
            if (score := known.get(((link.a.article, i), (link.b.article, j)), 0.0)) >= LINK_BAR
        ]
        first = Edge((link.a.article, link.a.first), (link.b.article, link.b.first), link.score, number)
        edges.extend(inside or [first])
    return edges


def _pairs(found: dict[tuple[int, int], Between], links: Sequence[Link]) -> tuple[Pair, ...]:
    conflict: dict[tuple[tuple[int, int], tuple[int, int]], float] = {}
    for link in links:
        if link.relation == "conflict":
            key = ((link.a.article, link.a.first), (link.b.article, link.b.first))
            conflict[key] = max(conflict.get(key, 0.0), link.score)
    pairs = []
    for (a, b), between in found.items():
        block = between.block
        for i, j, score in zip(block.left.tolist(), block.right.tolist(), block.overlap.tolist(), strict=True):
            pairs.append(Pair((a, i), (b, j), score, conflict.get(((a, i), (b, j)), 0.0)))
    return tuple(pairs)
