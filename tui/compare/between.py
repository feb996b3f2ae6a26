"""What two articles of a story have to do with each other, and the memory of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from tui.compare.disputes import Opened, Sides, conflict_links, sides_of
from tui.compare.links.linking import Cell, Reading, Scores, cells_of, overlap_links, plain_pairs
from tui.compare.links.reuse import shares
from tui.compare.model import Link, Thresholds
from tui.compare.pinning import Pins, with_pinned
from tui.compare.scoring.candidates import BRUTE_FORCE
from tui.compare.scoring.kinship import akin, article_vector
from tui.compare.scoring.scores import Block, Flags, score_articles
from tui.compare.scoring.semantic import Meaning
from tui.compare.scoring.vectors import Floats, Indexes
from tui.compare.text.partners import Partners
from tui.story.model import Article

# Articles of different stories that share so many words in rows may share more.
COPIED_WORDS = 12

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
) -> dict[PairOfArticles, Between]:
    """What was found between each two articles that are compared; see `compare_story`."""
    names = [_key(reading.article) for reading in readings]
    by = meaning.name if meaning else ""
    keys = {
        (a, b): (names[a], names[b], thresholds.overlap, thresholds.conflict, pins.get((a, b), Pins()), by)
        for a, b in sorted({*_related(readings, brute_force), *pins})
    }
    new = frozenset(pair for pair, key in keys.items() if key not in memory.pairs)
    if new:
        profiles = [reading.profiles for reading in readings]
        blocks = score_articles(profiles, new, brute_force=brute_force, meaning=meaning)
        shelf = Shelf(readings, new, screened=not brute_force)
        for done, (a, b) in enumerate(sorted(new)):
            progress(done, len(new))
            key = keys[a, b]
            memory.pairs[key] = _between(shelf, (a, b), blocks.pop((a, b), None), thresholds, key[4])
            shelf.done(a, b)
        progress(len(new), len(new))
    return {pair: memory.pairs[key] for pair, key in keys.items()}


class Shelf:
    """The articles that are compared, each with its passages as they are held against those of others."""

    def __init__(self, readings: Sequence[Reading], pairs: frozenset[PairOfArticles], *, screened: bool) -> None:
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
        """Says that two articles have been held against each other; what no other needs is put away."""
        self._left.subtract(pair)
        for index in pair:
            if not self._left[index]:
                del self._opened[index]

    def _of(self, index: int) -> Opened:
        found = self._opened.get(index)
        if found is None:
            found = self._opened[index] = Opened(self.readings[index], self._partners)
        return found


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
        for a, words in enumerate(shares([reading.words.shingles for reading in readings]))
        for b, count in words.items()
        if count >= COPIED_WORDS
    )
    return sorted({*akin(vectors), *copied})


def _between(shelf: Shelf, pair: PairOfArticles, block: Block | None, thresholds: Thresholds, pins: Pins) -> Between:
    sides = shelf.sides(*pair)
    a, b = sides.a, sides.b
    plain = plain_pairs(a, b, block) if block else np.zeros(0, dtype=np.bool_)
    cells = cells_of(block, plain) if block else {}
    links = with_pinned(overlap_links(a, b, cells, thresholds.overlap, sides.pairings), pins.links(a, b))
    pinned = pins.cells(a, b)
    links += conflict_links(sides, {**cells, **pinned}, thresholds.conflict)
    return Between(*_scored(block, plain, pinned), tuple(links))


def _scored(block: Block | None, plain: Flags, pinned: Mapping[Cell, Scores]) -> tuple[Indexes, Indexes, Floats]:
    """The passage pairs that are scored, and how likely an editor would call each the same; those pinned come last."""
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
