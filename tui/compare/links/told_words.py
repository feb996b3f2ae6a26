"""What is told once in either article, among the words of a link: it corresponds whatever its words, and is whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tui.compare.links.told_once import Told
from tui.compare.model import Side, Span
from tui.compare.text.tokens import Token
from tui.compare.text.words import Pairing

_start, _end = attrgetter("start"), attrgetter("end")


def with_told_words(a: Sequence[Token], b: Sequence[Token], pairing: Pairing, told: Sequence[Told]) -> Pairing:
    """The pairing with the words of what is told once set against each other, where they have no counterpart."""
    found = dict(pairing)
    taken = set(found.values())
    for one in told:
        for i, j in zip(between(a, one.a), between(b, one.b), strict=False):
            if i not in found and j not in taken:
                found[i] = j
                taken.add(j)
    return sorted(found.items())


def with_whole(spans: tuple[Span, Span], a: range, b: range) -> tuple[Span, Span]:
    """The token ranges widened to what is told once, where they hold some of it on either side."""
    (a0, a1), (b0, b1) = spans
    if a.start < a1 and a0 < a.stop and b.start < b1 and b0 < b.stop:
        return (min(a0, a.start), max(a1, a.stop)), (min(b0, b.start), max(b1, b.stop))
    return spans


def lies_in(span: Span, side: Side) -> bool:
    """Whether the span is part of the side."""
    return side.start <= span[0] and span[1] <= side.end


def between(tokens: Sequence[Token], span: Span) -> range:
    """The tokens that stand in the span."""
    return range(bisect_left(tokens, span[0], key=_start), bisect_right(tokens, span[1], key=_end))
