"""A link's spans end where what the two sides share ends."""

from collections.abc import Sequence

from tui.compare.links.evidence import blocks, joined
from tui.compare.model import Span
from tui.compare.text.tokens import Token
from tui.compare.text.words import Pairing

# So many words at an edge without a counterpart are cut off; fewer stay, for a span to read well.
LOOSE_WORDS = 8
# What is left of a passage is at least this share of its words, or the passage stays whole.
LEAST_KEPT = 0.5
# A run of equal words this long that holds most of what is shared is the link by itself.
RUN_WORDS = 7
RUN_SHARE = 0.7
# So many other words may interrupt it.
RUN_GAP = 3
# A run that begins or ends this near to the edge of the passage goes up to it.
EDGE_WORDS = 3


def trimmed(a: Sequence[Token], b: Sequence[Token], pairing: Pairing) -> tuple[Span, Span]:
    """First and last token (exclusive) to keep on each side."""
    core = _core(a, b, pairing, len(_telling(a, b, pairing)))
    return core or edged(a, b, pairing)


def edged(a: Sequence[Token], b: Sequence[Token], pairing: Pairing) -> tuple[Span, Span]:
    """The same, where nothing but the edges may be cut off."""
    held = _telling(a, b, pairing)
    return _edge(len(a), [i for i, _ in held]), _edge(len(b), [j for _, j in held])


def _telling(a: Sequence[Token], b: Sequence[Token], pairing: Pairing) -> Pairing:
    """The pairs that are not of function words alone: "to" and "pm" are of "twenty to six" and "5.40 pm"."""
    return [(i, j) for i, j in pairing if not (a[i].stop and b[j].stop)]


def widened(span: Span, size: int) -> Span:
    """The token range out to the edges of its `size` tokens where few words lack: often what differs."""
    first, last = span
    return (0 if first <= EDGE_WORDS else first), (size if size - last <= EDGE_WORDS else last)


def _edge(size: int, held: Sequence[int]) -> Span:
    if not held:
        return 0, size
    first, last = min(held), max(held)
    kept = (first if first >= LOOSE_WORDS else 0), (last + 1 if size - last - 1 >= LOOSE_WORDS else size)
    return kept if kept[1] - kept[0] >= LEAST_KEPT * size else (0, size)


def _core(a: Sequence[Token], b: Sequence[Token], pairing: Pairing, content: int) -> tuple[Span, Span] | None:
    """The long run of equal words that holds most of the shared content words, where there is one.

    A few other words may stand inside the run, on either side.
    """
    equal = [(i, j) for i, j in pairing if a[i].norm == b[j].norm]
    if len(equal) < RUN_WORDS:
        return None
    best = max(joined(blocks(equal), RUN_GAP), key=lambda run: run[4], default=(0, 0, 0, 0, 0))
    i, k, j, m, words = best
    if words < RUN_WORDS:
        return None
    inside = sum(i <= x < k and j <= y < m and not a[x].stop for x, y in pairing)
    if inside < RUN_SHARE * content:
        return None
    loose = max(i, len(a) - k, j, len(b) - m)
    return (widened((i, k), len(a)), widened((j, m), len(b))) if loose >= LOOSE_WORDS else None
