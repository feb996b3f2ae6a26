"""The whole comparison of a story."""

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from tui.compare.between import Between, Memory, Progress, between_all
from tui.compare.clustering import Edge, Known, codes
from tui.compare.disputes import internal_links
from tui.compare.facts import facts_of
from tui.compare.links.linking import LINK_BAR, Reading
from tui.compare.links.reuse import shingles
from tui.compare.links.told_once import once_of
from tui.compare.model import Comparison, Link, Pair, PinnedPair, Thresholds
from tui.compare.nearest import nearest_of
from tui.compare.pinning import pins_between, without_broken
from tui.compare.scoring.scores import score_articles
from tui.compare.scoring.semantic import Meaning
from tui.compare.sources.source import sources_of
from tui.compare.text.languages import in_agreed_language
from tui.compare.text.profiles import profiles_of
from tui.story.model import Article, Story

Place = tuple[int, int]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector.

    A comparison makes many objects that live on and no cycles; looking through them again and again costs an eighth
    of its time. They are old when it is done: one look through all that is new would cost a fiftieth.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@_uncollected()
def compare_story(
    story: Story,
    thresholds: Thresholds,
    *,
    all_pairs: bool = False,
    memory: Memory | None = None,
    progress: Progress | None = None,
    brute_force: bool = False,
    pins: Iterable[PinnedPair] = (),
    broken: Collection[str] = frozenset(),
    meaning: Meaning | None = None,
    workers: int = 1,
) -> Comparison:
    """Everything found between the articles of `story`.

    Args:
        story: the articles.
        thresholds: the lowest scores of links and findings that are kept.
        all_pairs: also give the scores of every passage pair of different articles.
        memory: what earlier calls found; it is filled and used again.
        progress: called with the number of article pairs done and of all; raising in it ends the work.
        brute_force: look at every passage pair in full; for tests of what the first stage passes over.
        pins: what an editor says speaks of the same; each becomes a link and is read for differences.
        broken: the ids of links that an editor says are wrong; what was found between their passages goes too.
        meaning: also hold sentences against each other by what they mean.
        workers: among how many processes article pairs may be parted; see `tui.compare.threads.processors`.

    Raises:
        SemanticUnavailable: the model of `meaning` cannot be read.
    """
    memory = memory or Memory()
    articles = in_agreed_language(story.articles)
    readings = [reading_of(index, article) for index, article in enumerate(articles)]
    found = between_all(
        readings, thresholds, memory, progress or _silent, pins_between(readings, pins),
        brute_force=brute_force, meaning=meaning, workers=workers,
    )  # fmt: skip
    whole = _links(readings, found, thresholds.conflict)
    links = without_broken(whole, broken)
    known = _known(links, found)
    return Comparison(
        thresholds=thresholds,
        links=tuple(links),
        facts=facts_of(articles, links, _edges(links, known), known),
        sources=sources_of(readings, links),
        pairs=_pairs(readings, links, meaning) if all_pairs else (),
        nearest=nearest_of(articles, links, found, broken),
        broken=sum(link.id in broken and not link.pinned for link in whole),
    )


def _silent(done: int, total: int) -> None:
    """No one asked to be told."""


def reading_of(index: int, article: Article) -> Reading:
    """What the engine reads from an article that is number `index` of its story."""
    profiles = profiles_of(article)
    words = [token for profile in profiles if profile.kind != "boilerplate" for token in profile.tokens]
    return Reading(index, article, profiles, shingles(words), once_of(article, profiles))


def _links(readings: Sequence[Reading], found: Mapping[Place, Between], bar: float) -> list[Link]:
    """The links of a story in order."""
    links = [link for reading in readings for link in internal_links(reading, bar)]
    for (a, b), between in found.items():
        links.extend(_placed(link, a, b) for link in between.links)
    return _unique(sorted(links, key=_order))


def _placed(link: Link, a: int, b: int) -> Link:
    if (link.a.article, link.b.article) == (a, b):
        return link
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


def _edges(links: Sequence[Link], known: Known) -> list[Edge]:
    """The passage pairs inside each overlap link; where none reaches the bar alone, its ends."""
    overlaps = [(number, link) for number, link in enumerate(links) if link.relation == "overlap"]
    inside = [
        ((link.a.article, i), (link.b.article, j), number)
        for number, link in overlaps
        for i in range(link.a.first, link.a.last + 1)
        for j in range(link.b.first, link.b.last + 1)
    ]
    scores = known.at(codes(a for a, _, _ in inside), codes(b for _, b, _ in inside)).tolist()
    found: dict[int, list[Edge]] = {}
    for (a, b, number), score in zip(inside, scores, strict=True):
        if score >= LINK_BAR:
            found.setdefault(number, []).append(Edge(a, b, score, number))
    return [edge for number, link in overlaps for edge in found.get(number) or [_ends(link, number)]]


def _ends(link: Link, number: int) -> Edge:
    return Edge((link.a.article, link.a.first), (link.b.article, link.b.first), link.score, number)


def _known(links: Sequence[Link], found: Mapping[tuple[int, int], Between]) -> Known:
    """The score of any two passages that stand in overlap links, where they were scored."""
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.relation == "overlap":
            for end in (link.a, link.b):
                linked[end.article].update(range(end.first, end.last + 1))
    left, right, scores = [codes(())], [codes(())], [np.zeros(0)]
    for (a, b), between in found.items():
        chosen = np.isin(between.left, list(linked[a])) & np.isin(between.right, list(linked[b]))
        left.append(codes([(a, 0)]) + between.left[chosen])
        right.append(codes([(b, 0)]) + between.right[chosen])
        scores.append(between.same[chosen].astype(np.float64))
    return Known(np.concatenate(left), np.concatenate(right), np.concatenate(scores))


def _pairs(readings: Sequence[Reading], links: Sequence[Link], meaning: Meaning | None) -> tuple[Pair, ...]:
    """The scores of every passage pair of different articles."""
    conflict: dict[tuple[Place, Place], float] = {}
    for link in links:
        if link.relation == "conflict":
            key = ((link.a.article, link.a.first), (link.b.article, link.b.first))
            conflict[key] = max(conflict.get(key, 0.0), link.score)
    blocks = score_articles([reading.profiles for reading in readings], everything=True, meaning=meaning)
    return tuple(
        Pair((a, i), (b, j), score, conflict.get(((a, i), (b, j)), 0.0))
        for (a, b), block in blocks.items()
        for i, j, score in zip(block.left.tolist(), block.right.tolist(), block.overlap.tolist(), strict=True)
    )
