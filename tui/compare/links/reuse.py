"""Runs of the same words in two articles, and how much of an article they make up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.compare.model import Span
from tui.compare.text.tokens import Token, tokenise
from tui.story.model import Article

RUN = 5
# A row that stands in so many pairs of places is said over and over.
MOST_PLACES = 400

Shingles = dict[tuple[str, ...], list[int]]


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
    found: Shingles = defaultdict(list)
    norms = [token.norm for token in tokens]
    for place in range(len(norms) - RUN + 1):
        found[tuple(norms[place : place + RUN])].append(place)
    return found


def shares(articles: Sequence[Shingles]) -> list[dict[int, int]]:
    """For each article how many of its words stand in rows of at least `RUN` equal words in which others."""
    owners: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, found in enumerate(articles):
        for row in found:
            owners[row].append(index)
    return [_shares(index, found, owners) for index, found in enumerate(articles)]


def _shares(index: int, found: Shingles, owners: Mapping[tuple[str, ...], list[int]]) -> dict[int, int]:
    places: dict[int, list[int]] = defaultdict(list)
    for row, starts in found.items():
        for other in owners[row]:
            if other != index:
                places[other].extend(starts)
    return {other: _covered(sorted(starts)) for other, starts in sorted(places.items())}


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
    starts = sorted((i, number, row) for row in ours.keys() & theirs.keys() for number, i in enumerate(ours[row]))
    if not starts:
        return []
    found: list[tuple[int, int, int]] = []
    reached: dict[int, int] = {}
    for i, number, row in starts:
        often = len(ours[row]) * len(theirs[row]) > MOST_PLACES
        for j in theirs[row][number : number + 1] if often else theirs[row]:
            if reached.get(j - i, -1) >= i + RUN:
                continue
            size = RUN
            while i + size < len(a) and j + size < len(b) and a[i + size].norm == b[j + size].norm:
                size += 1
            reached[j - i] = i + size
            found.append((i, j, size))
    return found


def same_words(first: Article, second: Article) -> list[WordRun]:
    """The rows of at least `RUN` equal words of two articles, in order of the first."""
    a, b = words_of(first), words_of(second)
    return [
        WordRun((a[i].start, a[i + size - 1].end), (b[j].start, b[j + size - 1].end), size)
        for i, j, size in rows(a, b, shingles(a), shingles(b))
    ]
