"""Runs of the same words in two articles, and how much of an article they make up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tui.compare.model import Span
from tui.compare.scoring.vectors import Indexes, Wide
from tui.compare.text.tokens import Token, tokenise
from tui.story.model import Article

RUN = 5
# A row that stands in so many pairs of places is said over and over.
MOST_PLACES = 400

# Odd, so that rows which differ in one word alone never have the same number.
_FACTOR = np.int64(0x5851F42D4C957F2D)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The rows of `RUN` words of a text of so many `words`: a number for each, ascending, and where it begins.

    Rows of equal words have one number. Two others have it with a chance of one in 2**64, out of hashes that each
    process salts anew.
    """

    rows: Wide
    starts: Indexes
    words: int


@dataclass(frozen=True, slots=True)
class WordRun:
    """The same words in a row in two articles: spans in code points of each text, and how many words."""

    a: Span
    b: Span
    words: int


def article_tokens(article: Article, tokens: Iterable[Sequence[Token]]) -> tuple[Token, ...]:
    """The words of all passages but boilerplate, in places of the article; `tokens` are those of each passage."""
    return tuple(
        token._replace(start=token.start + passage.start, end=token.end + passage.start)
        for passage, found in zip(article.passages, tokens, strict=True)
        if passage.kind != "boilerplate"
        for token in found
    )


def words_of(article: Article) -> tuple[Token, ...]:
    """`article_tokens` of an article that nothing else was read from."""
    passages = range(len(article.passages))
    return article_tokens(article, (tokenise(article.quote(index), article.language) for index in passages))


def shingles(tokens: Sequence[Token]) -> Shingles:
    """Where each row of `RUN` words begins."""
    words = np.fromiter((hash(token.norm) for token in tokens), dtype=np.int64, count=len(tokens))
    rows = np.zeros(max(0, len(words) - RUN + 1), dtype=np.int64)
    for word in range(RUN if len(rows) else 0):
        rows = rows * _FACTOR + words[word : word + len(rows)]
    order = np.argsort(rows, kind="stable")
    return Shingles(rows[order], order.astype(np.int32), len(tokens))


def shares(articles: Sequence[Shingles]) -> list[dict[int, int]]:
    """For each article how many of its words stand in rows of at least `RUN` equal words in which others."""
    places: list[dict[int, list[int]]] = [defaultdict(list) for _ in articles]
    for owners, starts in _shared(articles):
        held: dict[int, list[int]] = defaultdict(list)
        for owner, start in zip(owners, starts, strict=True):
            held[owner].append(start)
        for owner, own in held.items():
            for other in held:
                if other != owner:
                    places[owner][other].extend(own)
    return [{other: _covered(sorted(starts)) for other, starts in sorted(found.items())} for found in places]


def _shared(articles: Sequence[Shingles]) -> Iterator[tuple[list[int], list[int]]]:
    """For each row that several articles have, the articles it stands in and where it begins there."""
    if not articles:
        return
    rows = np.concatenate([found.rows for found in articles])
    owners = np.repeat(np.arange(len(articles)), [len(found.rows) for found in articles])
    starts = np.concatenate([found.starts for found in articles])
    order = np.argsort(rows, kind="stable")
    rows, owners, starts = rows[order], owners[order], starts[order]
    edges = np.flatnonzero(np.diff(rows, prepend=rows[:1] - 1, append=rows[-1:] + 1))
    several = np.flatnonzero(owners[edges[:-1]] != owners[edges[1:] - 1])
    for first, last in zip(edges[several].tolist(), edges[several + 1].tolist(), strict=True):
        yield owners[first:last].tolist(), starts[first:last].tolist()


def _covered(starts: Sequence[int]) -> int:
    """How many words rows that begin at `starts`, in ascending order, cover."""
    total = end = 0
    for start in starts:
        total += start + RUN - max(start, end)
        end = start + RUN
    return total


def rows(a: Sequence[Token], b: Sequence[Token], ours: Shingles, theirs: Shingles) -> list[tuple[int, int, int]]:
    """The rows of at least `RUN` equal words as long as they go, (first of a, first of b, words), in order of a.

    `ours` holds the shingles of `a`, `theirs` those of `b`. Of a row that both say over and over, each place in one
    is held against the place of the same number in the other.
    """
    found: list[tuple[int, int, int]] = []
    reached: dict[int, int] = {}
    for i, places in _met(ours, theirs):
        for j in places:
            if reached.get(j - i, -1) >= i + RUN:
                continue
            size = 0
            while i + size < len(a) and j + size < len(b) and a[i + size].norm == b[j + size].norm:
                size += 1
            if size >= RUN:
                reached[j - i] = i + size
                found.append((i, j, size))
    return found


def _met(ours: Shingles, theirs: Shingles) -> list[tuple[int, list[int]]]:
    """Where rows begin that the other article has too, and where they begin there; see `rows`."""
    if not len(ours.rows) or not len(theirs.rows):
        return []
    first = np.searchsorted(theirs.rows, ours.rows)
    hits = np.flatnonzero(theirs.rows.take(first, mode="clip") == ours.rows)
    if not len(hits):
        return []
    rows, first = ours.rows[hits], first[hits]
    last = np.searchsorted(theirs.rows, rows, side="right")
    begins, ends = np.searchsorted(ours.rows, rows), np.searchsorted(ours.rows, rows, side="right")
    number = hits - begins
    # Told before any list is made: a text that says one thing over and over has places in the square of its length.
    often = (ends - begins) * (last - first) > MOST_PLACES
    first = np.where(often, np.minimum(first + number, last), first)
    last = np.where(often, np.minimum(first + 1, last), last)
    found = zip(ours.starts[hits].tolist(), first.tolist(), last.tolist(), strict=True)
    return [(start, theirs.starts[low:high].tolist()) for start, low, high in sorted(found)]


def same_words(first: Article, second: Article) -> list[WordRun]:
    """The rows of at least `RUN` equal words of two articles, in order of the first."""
    a, b = words_of(first), words_of(second)
    return [
        WordRun((a[i].start, a[i + size - 1].end), (b[j].start, b[j + size - 1].end), size)
        for i, j, size in rows(a, b, shingles(a), shingles(b))
    ]
