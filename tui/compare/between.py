"""What two articles of a story have to do with each other, and the memory of it."""

from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import numpy as np

from tui.compare.disputes import Opened, Sides, conflict_links, sides_of
from tui.compare.links.linking import Cell, Reading, Scores, cells_of, overlap_links, plain_pairs, with_told
from tui.compare.links.reuse import shares
from tui.compare.links.told_once import told_once
from tui.compare.model import Link, Thresholds
from tui.compare.order import gathered, most_in_hand
from tui.compare.pinning import Pins, with_pinned
from tui.compare.scoring.candidates import BRUTE_FORCE
from tui.compare.scoring.kinship import akin, article_vector
from tui.compare.scoring.placing import ONE_EVENT
from tui.compare.scoring.scores import Block, Flags, score_articles
from tui.compare.scoring.semantic import Meaning
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.partners import Partners
from tui.compare.threads import can_fork
from tui.story.model import Article

# Articles of different stories that share so many words in rows may share more.
COPIED_WORDS = 12
# Fewer scored passage pairs than this are done with before other processes would have begun.
WORTH_SHARING = 20_000
# What a comparison may take of memory in all (KiB), and what it takes: at least, and for each passage.
_MEMORY, _LEAST, _HELD = 900_000, 133_000, 21
# What each process takes that has a part in it: at least, and for each passage that is open at a time.
_OWN, _OPEN = 31_000, 36
# Of the article pairs that are left of its own a process takes this share, so that the last parts are small.
_TAKEN = 4

_NO_PINS = Pins()

PairKey = tuple[str, str, float, float, Pins, str]
PairOfArticles = tuple[int, int]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Between:
    """What was found between two articles: how likely an editor would call passages the same, and links.

    `same[k]` is for passage `left[k]` of the first and `right[k]` of the second; links have the places that the
    articles had then. Arrays, since a large heap of stories has millions of such pairs.
    """

    left: Indexes
    right: Indexes
    same: Floats
    links: tuple[Link, ...]


@dataclass(slots=True)
class Memory:
    """What earlier comparisons found, by article pair: adding an article compares only its own pairs.

    What two articles have in common depends on nothing else, so a remembered pair is as good as a new one.
    """

    pairs: dict[PairKey, Between] = field(default_factory=dict)


def between_all(
    readings: Sequence[Reading],
    thresholds: Thresholds,
    memory: Memory,
    progress: Progress,
    pins: Mapping[PairOfArticles, Pins],
    *,
    brute_force: bool,
    meaning: Meaning | None = None,
    workers: int = 1,
) -> dict[PairOfArticles, Between]:
    """What was found between each two articles that are compared; see `compare_story`."""
    names = [_key(reading.article) for reading in readings]
    by = meaning.name if meaning else ""
    keys = {
        (a, b): (names[a], names[b], thresholds.overlap, thresholds.conflict, pins.get((a, b), _NO_PINS), by)
        for a, b in sorted({*_related(readings, brute_force), *pins})
    }
    new = gathered(pair for pair, key in keys.items() if key not in memory.pairs)
    if new:
        profiles = [reading.profiles for reading in readings]
        blocks = score_articles(profiles, frozenset(new), brute_force=brute_force, meaning=meaning)
        work = _Work(Shelf(readings, new, screened=not brute_force), new, blocks, thresholds, pins)
        progress(0, len(new))
        with closing(work.all(workers)) as found:
            for done, (pair, between) in enumerate(found, start=1):
                memory.pairs[keys[pair]] = between
                progress(done, len(new))
    return {pair: memory.pairs[key] for pair, key in keys.items()}


Found = Generator[tuple[PairOfArticles, Between], None, None]


class Shelf:
    """The articles that are compared, each with its passages as they are held against those of others."""

    def __init__(self, readings: Sequence[Reading], pairs: Sequence[PairOfArticles], *, screened: bool) -> None:
        """Without `screened` every passage pair that is alike enough is read word by word."""
        self.readings = readings
        self._screened = screened
        used = {index for pair in pairs for index in pair}
        texts = (profile.tokens for index in sorted(used) for profile in readings[index].profiles)
        self._partners = Partners(texts) if screened else None
        self._opened: dict[int, Opened] = {}
        self._left = Counter(index for pair in pairs for index in pair)

    def sides(self, a: int, b: int) -> Sides:
        """Two articles, ready to be held against each other."""
        return sides_of(self._of(a), self._of(b), screened=self._screened)

    def done(self, *pair: int) -> None:
        """Says that two articles have been held against each other, here or elsewhere.

        What no other needs is put away.
        """
        self._left.subtract(pair)
        for index in pair:
            if not self._left[index]:
                self._opened.pop(index, None)
                self.readings[index].put_away()

    def _of(self, index: int) -> Opened:
        found = self._opened.get(index)
        if found is None:
            found = self._opened[index] = Opened(self.readings[index], self._partners)
        return found


class _Work:
    """The article pairs of a story that are held against each other."""

    def __init__(
        self,
        shelf: Shelf,
        pairs: Sequence[PairOfArticles],
        blocks: dict[PairOfArticles, Block],
        thresholds: Thresholds,
        pins: Mapping[PairOfArticles, Pins],
    ) -> None:
        """The `pairs`, those of an article close together, some with their scores in `blocks` and with `pins`."""
        self._shelf, self._pairs, self._blocks, self._thresholds, self._pins = shelf, pairs, blocks, thresholds, pins
        self._reached = 0

    def all(self, workers: int) -> Found:
        """What was found between each two, in any order; by up to so many processes where that is quicker."""
        sizes = [len(reading.profiles) for reading in self._shelf.readings]
        workers = min(workers, _affordable(sum(sizes), most_in_hand(self._pairs, sizes)), len(self._pairs) - 1)
        start = 0
        scored = sum(len(block.left) for block in self._blocks.values())
        if workers > 1 and scored >= WORTH_SHARING and can_fork():
            # What the engine reads from files is read here, before others go on from there.
            yield self._between(0, self._links(0))
            yield from self._by(workers)
            start = len(self._pairs)
        for number in range(start, len(self._pairs)):
            yield self._between(number, self._links(number))

    def _by(self, workers: int) -> Found:
        """All but the first: what lies together is done by one process, which then helps others with their last."""
        # Imported where it is needed: most stories are small, and their first result is waited for.
        from tui.compare.packing import packed, unpacked
        from tui.compare.sharing import shared

        parts = _parts(1, len(self._pairs), workers)
        with closing(shared(lambda at: packed(map(self._links, parts[at])), len(parts), workers)) as found:
            for at, body in found:
                for number, links in zip(parts[at], unpacked(body), strict=True):
                    yield self._between(number, links)

    def _links(self, number: int) -> tuple[Link, ...]:
        """The links of a pair; before those of later ones, for the most part."""
        for pair in self._pairs[self._reached : number]:
            self._shelf.done(*pair)
        self._reached = max(self._reached, number)
        pair = self._pairs[number]
        sides, block, pins = self._shelf.sides(*pair), self._blocks.get(pair), self._pins.get(pair, _NO_PINS)
        a, b = sides.a, sides.b
        cells = cells_of(block, plain_pairs(a, b, block)) if block else {}
        told = told_once(a.once, b.once) if block and block.kin >= ONE_EVENT else []
        cells = with_told(cells, told)
        links = overlap_links(a, b, cells, self._thresholds.overlap, sides.pairings, told)
        links = with_pinned(links, pins.links(a, b))
        cells = {**cells, **pins.cells(a, b)}
        return *links, *conflict_links(sides, cells, self._thresholds.conflict, pins.runs(a, b))

    def _between(self, number: int, links: tuple[Link, ...]) -> tuple[PairOfArticles, Between]:
        pair = self._pairs[number]
        a, b = (self._shelf.readings[index] for index in pair)
        pinned = self._pins.get(pair, _NO_PINS).cells(a, b)
        block = self._blocks.pop(pair, None)
        plain = plain_pairs(a, b, block) if block else np.zeros(0, dtype=np.bool_)
        return pair, Between(*_scored(block, plain, pinned), links)


def _affordable(passages: int, most_open: int) -> int:
    """How many processes may have a part in comparing so many passages, of which so many are open at a time."""
    return (_MEMORY - _LEAST - _HELD * passages) // (_OWN + _OPEN * most_open)


def _parts(start: int, end: int, workers: int) -> list[range]:
    """The numbers from `start` up to `end`, parted: for each worker as many parts, which lie together.

    The first of them are large, since neighbours have an article in common, which is then read by one process alone.
    """
    lefts = [(end - start) // workers]
    while lefts[-1]:
        lefts.append(lefts[-1] - max(1, lefts[-1] // _TAKEN))
    edges = [start + (end - start) * worker // workers for worker in range(workers + 1)]
    return [
        range(*part)
        for first, last in pairwise(edges)
        for part in pairwise([first, *(last - left for left in lefts[1:])])
    ]


def _key(article: Article) -> str:
    return f"{article.sha256} {article.language} {article.published} {hash((article.text, article.passages))}"


def _related(readings: Sequence[Reading], brute_force: bool) -> list[PairOfArticles]:
    """The article pairs that are compared: all of a story, and of a heap of stories those that are akin."""
    pairs = list(combinations(range(len(readings)), 2))
    if brute_force or sum(len(reading.profiles) for reading in readings) <= BRUTE_FORCE:
        return pairs
    vectors = [article_vector(reading.profiles) for reading in readings]
    copied = (
        (min(a, b), max(a, b))
        for a, words in enumerate(shares([reading.shingles for reading in readings]))
        for b, count in words.items()
        if count >= COPIED_WORDS
    )
    return sorted({*akin(vectors), *copied})


def _scored(block: Block | None, plain: Flags, pinned: Mapping[Cell, Scores]) -> tuple[Indexes, Indexes, Floats]:
    """The passage pairs that are scored, and how likely an editor would call each the same; those pinned come last."""
    if block is not None and not pinned:
        return block.left[plain], block.right[plain], block.same[plain]
    places = np.array(list(pinned), dtype=np.int32).reshape(-1, 2)
    same = np.array([scores.same for scores in pinned.values()], dtype=np.float32)
    left, right = places[:, 0], places[:, 1]
    if block is None:
        return left, right, same
    return (
        np.concatenate([block.left[plain], left]),
        np.concatenate([block.right[plain], right]),
        np.concatenate([block.same[plain], same]).astype(np.float32),
    )
