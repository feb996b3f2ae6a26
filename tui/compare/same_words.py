"""Runs of the same words in several articles."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from tui.compare.reuse import RUN, words_of
from tui.compare.runs import SharedRun
from tui.story.model import Article

Place = tuple[int, int]


def shared_runs(articles: tuple[Article, ...]) -> tuple[SharedRun, ...]:
    """All runs of at least `RUN` equal words in two articles or more, longest first.

    A run is as long as two articles allow; a part of it that a third one has too is a run of its own.
    """
    words = [words_of(article) for article in articles]
    norms = [[token.norm for token in tokens] for tokens in words]
    found: defaultdict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    for (a, i), (b, j), size in _meetings(norms):
        run = found[tuple(norms[a][i : i + size])]
        run.setdefault(a, i)
        run.setdefault(b, j)
    runs = [
        SharedRun(
            len(run),
            tuple(
                (article, (words[article][start].start, words[article][start + len(run) - 1].end))
                for article, start in sorted(starts.items())
            ),
        )
        for run, starts in found.items()
    ]
    return tuple(sorted(runs, key=lambda run: (-run.words, -len(run.spans), run.spans)))


def _meetings(norms: Sequence[Sequence[str]]) -> list[tuple[Place, Place, int]]:
    """Where two articles begin to run alike, and for how many words."""
    where: defaultdict[tuple[str, ...], list[Place]] = defaultdict(list)
    for article, tokens in enumerate(norms):
        for start in range(len(tokens) - RUN + 1):
            where[tuple(tokens[start : start + RUN])].append((article, start))
    meetings = []
    for places in where.values():
        for (a, i), (b, j) in combinations(places, 2):
            if a == b or (i and j and norms[a][i - 1] == norms[b][j - 1]):
                continue
            size = RUN
            while i + size < len(norms[a]) and j + size < len(norms[b]) and norms[a][i + size] == norms[b][j + size]:
                size += 1
            meetings.append(((a, i), (b, j), size))
    return meetings
