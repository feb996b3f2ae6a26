"""What is the same in two texts and what differs, as spans on both sides."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tui.compare.model import Evidence, Span
from tui.compare.text.tokens import Token
from tui.compare.text.words import Pairing


def blocks(pairing: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Runs of a pairing that go on by one on both sides: (first of a, first of b, length)."""
    found: list[tuple[int, int, int]] = []
    first = other = size = 0
    for i, j in sorted(pairing):
        if size and i == first + size and j == other + size:
            size += 1
            continue
        if size:
            found.append((first, other, size))
        first, other, size = i, j, 1
    return [*found, (first, other, size)] if size else found


def joined(found: Sequence[tuple[int, int, int]], gap: int) -> list[tuple[int, int, int, int, int]]:
    """Blocks (first of a, first of b, words) that follow each other within `gap` words on both sides, as one.

    Gives (first of a, end of a, first of b, end of b, equal words) each, in order of a.
    """
    runs: list[tuple[int, int, int, int, int]] = []
    # Where runs end in b: a text that says one word over and over has very many.
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for i, j, size in sorted(found):
        near: list[tuple[int, int]] = []
        for end in range(j - gap, j + 1):
            if end in ends:
                ends[end] = [place for place in ends[end] if i - runs[place][1] <= gap]
                near += [(place, end) for place in ends[end] if i >= runs[place][1]]
        if near:
            place, end = min(near)
            ends[end].remove(place)
            first_a, _, first_b, _, words = runs[place]
            runs[place] = (first_a, i + size, first_b, j + size, words + size)
        else:
            place = len(runs)
            runs.append((i, i + size, j, j + size, size))
        ends[j + size].append(place)
    return runs


def same(a: Sequence[Token], b: Sequence[Token], pairing: Pairing) -> tuple[Evidence, ...]:
    """The stretches that correspond; a stretch of function words alone is left out."""
    return tuple(
        Evidence(_span(a, i, i + size), _span(b, j, j + size))
        for i, j, size in blocks(pairing)
        if not (all([token.stop for token in a[i : i + size]]) and all([token.stop for token in b[j : j + size]]))
    )


def differing(a: Sequence[Token], b: Sequence[Token], pairing: Pairing) -> tuple[Evidence, ...]:
    """What stands between stretches that correspond in order; empty on the side that lacks it.

    Spans that meet nothing on the other side are (k, k), where k is the place the words are missing at.
    """
    edges = [(0, 0, 0), *_ascending(blocks(pairing)), (len(a), len(b), 0)]
    found = []
    for (i, j, size), (k, m, _) in pairwise(edges):
        if i + size < k or j + size < m:
            found.append(Evidence(_span(a, i + size, k), _span(b, j + size, m)))
    return tuple(found)


def _ascending(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The heaviest chain of blocks whose order is the same on both sides."""
    best: list[tuple[int, int]] = []
    for k, (_, j, size) in enumerate(found):
        before = [(best[m][0], m) for m in range(k) if found[m][1] + found[m][2] <= j]
        weight, previous = max(before, default=(0, -1))
        best.append((weight + size, previous))
    chain = []
    at = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The span of tokens `first` up to but not including `last`; a place between two where there are none."""
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    place = tokens[first - 1].end if first else (tokens[0].start if tokens else 0)
    return place, place
