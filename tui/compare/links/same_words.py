"""Runs of the same words in several articles."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from tui.compare.links.kinds import is_name
from tui.compare.links.reuse import RUN, words_of
from tui.compare.links.runs import SharedRun
from tui.compare.text.quotes import quoted
from tui.compare.text.tokens import Token
from tui.story.model import Article
from tui.story.places import place_at

# An article that says a row more often than this says it over and over: the first places tell enough.
_MOST_PLACES = 8

Place = tuple[int, int]
Run = tuple[str, ...]


def shared_runs(articles: tuple[Article, ...]) -> tuple[SharedRun, ...]:
    """All runs of at least `RUN` equal words in two articles or more, longest first.

    A run is as long as two articles allow; a part of it that a third one has too is a run of its own. None goes from
    a heading on into the sentence below it, nor a word or a few function words beyond the edge of a sentence. A name
    with its title, in a sentence of each, is no run.
    """
    words = [words_of(article) for article in articles]
    norms = [[token.norm for token in tokens] for tokens in words]
    parts = [_parts(article, tokens) for article, tokens in zip(articles, words, strict=True)]
    quotes = [_quoted(article, tokens) for article, tokens in zip(articles, words, strict=True)]
    found: defaultdict[Run, dict[int, int]] = defaultdict(dict)
    for (a, i), (b, j), size in _meetings(norms, parts):
        run = found[tuple(norms[a][i : i + size])]
        run.setdefault(a, i)
        run.setdefault(b, j)
    found = _trimmed(found, articles, words)
    runs = [
        SharedRun(
            len(run),
            tuple(
                (article, (words[article][start].start, words[article][start + len(run) - 1].end))
                for article, start in sorted(starts.items())
            ),
            sum(any(start + at not in quotes[article] for article, start in starts.items()) for at in range(len(run))),
        )
        for run, starts in found.items()
        if not all(_is_name(articles[at], words[at][start : start + len(run)]) for at, start in starts.items())
    ]
    return tuple(sorted(runs, key=lambda run: (-run.words, -len(run.spans), run.spans)))


def _trimmed(
    found: Mapping[Run, Mapping[int, int]], articles: Sequence[Article], words: Sequence[Sequence[Token]]
) -> defaultdict[Run, dict[int, int]]:
    """The runs without strays of the sentences before and after them, as far as they are still long enough.

    What is a stray in one article is one in all, so that a run is the same words everywhere.
    """
    kept: defaultdict[Run, dict[int, int]] = defaultdict(dict)
    for run, starts in found.items():
        size = len(run)
        ends = [_without_strays(articles[at], words[at][start : start + size]) for at, start in starts.items()]
        low, high = max(first for first, _ in ends), min(last for _, last in ends)
        if high - low >= RUN:
            for article, start in starts.items():
                kept[run[low:high]].setdefault(article, start + low)
    return kept


def _without_strays(article: Article, tokens: Sequence[Token]) -> tuple[int, int]:
    """The first word of a run and the one after its last, without strays of the sentences before and after it."""
    first, last = (place_at(article, tokens[at].start) for at in (0, -1))
    if first == last:
        return 0, len(tokens)
    starts = [token.start for token in tokens]
    head = bisect_left(starts, article.passages[first].end)
    tail = bisect_left(starts, article.passages[last].start)
    return head if _are_strays(tokens[:head]) else 0, tail if _are_strays(tokens[tail:]) else len(tokens)


def _are_strays(tokens: Sequence[Token]) -> bool:
    return len(tokens) == 1 or all(token.stop for token in tokens)


def _is_name(article: Article, tokens: Sequence[Token]) -> bool:
    return is_name(tokens) and article.passages[place_at(article, tokens[0].start)].kind != "heading"


def _parts(article: Article, tokens: Sequence[Token]) -> list[int]:
    """The part of the article that each word stands in; a new one begins where the kind of passage changes."""
    kept = [passage for passage in article.passages if passage.kind != "boilerplate"]
    parts: list[int] = []
    at = part = 0
    for token in tokens:
        while token.start >= kept[at].end:
            at += 1
            part += kept[at].kind != kept[at - 1].kind
        parts.append(part)
    return parts


def _quoted(article: Article, tokens: Sequence[Token]) -> frozenset[int]:
    """Which of the words stand between quotation marks."""
    starts = [token.start for token in tokens]
    return frozenset(
        place
        for start, end in quoted(article.text)
        for place in range(bisect_left(starts, start), bisect_left(starts, end))
    )


def _meetings(norms: Sequence[Sequence[str]], parts: Sequence[Sequence[int]]) -> list[tuple[Place, Place, int]]:
    """Where two articles begin to run alike, and for how many words."""
    where: defaultdict[tuple[str, ...], list[Place]] = defaultdict(list)
    for article, tokens in enumerate(norms):
        told: Counter[tuple[str, ...]] = Counter()
        for start in range(len(tokens) - RUN + 1):
            row = tuple(tokens[start : start + RUN])
            if parts[article][start] == parts[article][start + RUN - 1] and told[row] < _MOST_PLACES:
                told[row] += 1
                where[row].append((article, start))
    meetings = []
    for places in where.values():
        for (a, i), (b, j) in combinations(places, 2):
            if a == b or (i and j and _goes_on(norms, parts, (a, i - 1), (b, j - 1))):
                continue
            size = RUN
            while _goes_on(norms, parts, (a, i + size - 1), (b, j + size - 1), 1):
                size += 1
            meetings.append(((a, i), (b, j), size))
    return meetings


def _goes_on(
    norms: Sequence[Sequence[str]], parts: Sequence[Sequence[int]], one: Place, two: Place, ahead: int = 0
) -> bool:
    """Whether the words so far ahead of two places are equal and neither article changes part behind the places."""
    (a, i), (b, j) = one, two
    if i + 1 >= len(norms[a]) or j + 1 >= len(norms[b]) or norms[a][i + ahead] != norms[b][j + ahead]:
        return False
    return parts[a][i] == parts[a][i + 1] and parts[b][j] == parts[b][j + 1]
