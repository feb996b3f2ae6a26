"""Runs of the same words in two articles, and how much of an article they make up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.model import Span
from tui.compare.profiles import Profile
from tui.compare.tokens import Token, tokenise
from tui.story.model import Article

RUN = 5


@dataclass(frozen=True, slots=True)
class WordRun:
    """The same words in a row in two articles: spans in code points of each text, and how many words."""

    a: Span
    b: Span
    words: int


def article_tokens(article: Article, profiles: Sequence[Profile]) -> tuple[Token, ...]:
    """The words of all passages but boilerplate, in places of the article's text."""
    return tuple(
        token._replace(start=token.start + passage.start, end=token.end + passage.start)
        for passage, profile in zip(article.passages, profiles, strict=True)
        if passage.kind != "boilerplate"
        for token in profile.tokens
    )


def words_of(article: Article) -> tuple[Token, ...]:
    """The words of all passages but boilerplate, in places of the article's text."""
    return tuple(
        token._replace(start=token.start + passage.start, end=token.end + passage.start)
        for index, passage in enumerate(article.passages)
        if passage.kind != "boilerplate"
        for token in tokenise(article.quote(index), article.language)
    )


def shingles(tokens: Sequence[Token]) -> dict[tuple[str, ...], list[int]]:
    """Where each row of `RUN` words begins."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    norms = [token.norm for token in tokens]
    for place in range(len(norms) - RUN + 1):
        found[tuple(norms[place : place + RUN])].append(place)
    return found


def covered(a: Sequence[Token], b: dict[tuple[str, ...], list[int]]) -> list[bool]:
    """For each word of `a`, whether it stands in a row of `RUN` words that `b` has too."""
    norms = [token.norm for token in a]
    inside = [False] * len(norms)
    for place in range(len(norms) - RUN + 1):
        if tuple(norms[place : place + RUN]) in b:
            inside[place : place + RUN] = [True] * RUN
    return inside


def share(a: Sequence[Token], b: dict[tuple[str, ...], list[int]]) -> float:
    """The share of the words of `a` in rows of at least `RUN` equal words in `b` (not symmetric)."""
    return sum(covered(a, b)) / len(a) if a else 0.0


def rows(a: Sequence[Token], b: Sequence[Token], index: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int, int]]:
    """The rows of at least `RUN` equal words as long as they go, (first of a, first of b, words), in order of a.

    `index` holds the shingles of `b`.
    """
    found: list[tuple[int, int, int]] = []
    norms_a, norms_b = [token.norm for token in a], [token.norm for token in b]
    reached: dict[int, int] = {}
    for i in range(len(norms_a) - RUN + 1):
        for j in index.get(tuple(norms_a[i : i + RUN]), ()):
            if reached.get(j - i, -1) >= i + RUN:
                continue
            size = RUN
            while i + size < len(norms_a) and j + size < len(norms_b) and norms_a[i + size] == norms_b[j + size]:
                size += 1
            reached[j - i] = i + size
            found.append((i, j, size))
    return found


def same_words(first: Article, second: Article) -> list[WordRun]:
    """The rows of at least `RUN` equal words of two articles, in order of the first."""
    a, b = words_of(first), words_of(second)
    return [
        WordRun((a[i].start, a[i + size - 1].end), (b[j].start, b[j + size - 1].end), size)
        for i, j, size in rows(a, b, shingles(b))
    ]
