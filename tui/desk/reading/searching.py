"""Looking for words or a pattern in all articles, and going from place to place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.desk.reading import jumping
from tui.desk.reading.highlights import Highlight, split_at
from tui.desk.reading.links import Place
from tui.desk.reading.patterns import hits
from tui.desk.reading.state import Reading
from tui.story.model import Article

ROLE = "found"


def places(reading: Reading) -> list[Place]:
    """The passages of all articles that have it, in order."""
    return [
        (number, passage)
        for number, article in enumerate(reading.story.articles)
        for passage in _passages(article, hits(article.text, reading.sought))
    ]


def _passages(article: Article, found: Sequence[tuple[int, int]]) -> list[int]:
    return [number for number, passage in enumerate(article.passages) if _between(found, passage.start, passage.end)]


def _between(found: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those of `found`, which are in order and apart, that reach into the span; there may be very many in all."""
    first = bisect_right(found, start, key=lambda hit: hit[1])
    return found[first : bisect_left(found, end, lo=first, key=lambda hit: hit[0])]


def go_to_hit(reading: Reading, count: int, *, here: bool = False) -> bool:
    """Go `count` passages with a hit on, back if negative, round all articles; whether there is any.

    With `here` the passage under the cursor counts as the first.
    """
    found = places(reading)
    if not found:
        return False
    ahead = [number for number, place in enumerate(found) if place > reading.place or (here and place == reading.place)]
    behind = [number for number, place in enumerate(found) if place < reading.place]
    if count > 0:
        target = (ahead[0] if ahead else 0) + count - 1
    else:
        target = (behind[-1] if behind else len(found) - 1) + count + 1
    place = found[target % len(found)]
    if place != reading.place:
        jumping.go_to(reading, place)
    return True


def with_hits(article: Article, wanted: str, start: int, end: int, marks: Sequence[Highlight]) -> list[Highlight]:
    """The span `start` to `end` in highlights, the hits before all others."""
    if not wanted:
        return split_at(start, end, marks)
    found = [Highlight(*span, ROLE) for span in _between(hits(article.text, wanted), start, end)]
    pieces: list[Highlight] = []
    for piece in split_at(start, end, found):
        pieces += [piece] if piece.role else split_at(piece.start, piece.end, marks)
    return pieces
