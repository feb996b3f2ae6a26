"""Which words of a passage are drawn apart: those that conflict, and those copied word for word."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.marks import CHECK, CONFLICT, COPIED, mark_of
from tui.desk.reading.state import Reading

ROLE_OF = {CONFLICT: "clash", CHECK: "differs", COPIED: "shared"}


class Highlight(NamedTuple):
    """The code points `start` to `end` of an article, drawn in `role`."""

    start: int
    end: int
    role: str


@lru_cache(maxsize=4)
def highlights(index: LinkIndex) -> Mapping[Place, tuple[Highlight, ...]]:
    """The highlights of every passage that has any; of overlapping ones the worst wins."""
    painted: defaultdict[Place, list[Highlight]] = defaultdict(list)
    links = index.comparison.links if index.comparison else ()
    for mark in (CONFLICT, CHECK, COPIED):
        for link in links:
            if mark_of(link) != mark or link.id in index.hidden:
                continue
            for side, spans in (
                (link.a, [evidence.a for evidence in link.evidence]),
                (link.b, [evidence.b for evidence in link.evidence]),
            ):
                passages = index.story.articles[side.article].passages
                for number in range(side.first, side.last + 1):
                    passage = passages[number]
                    for start, end in spans:
                        begin, stop = max(start, passage.start), min(end, passage.end)
                        if begin < stop:
                            _paint(painted[side.article, number], Highlight(begin, stop, ROLE_OF[mark]))
    return {place: tuple(sorted(some)) for place, some in painted.items()}


def differing(reading: Reading) -> tuple[int, int] | None:
    """The first words under the cursor that the finding in the drawer, else the worst one, rests on."""
    article, number = reading.place
    passage = reading.story.articles[article].passages[number]
    chosen = (reading.counterpart,) if reading.counterpart is not None else ()
    for other in (*chosen, *reading.counterparts()):
        if other.link.relation != "conflict":
            continue
        mine = [one.a if other.near == other.link.a else one.b for one in other.link.evidence]
        spans = [(max(start, passage.start), min(end, passage.end)) for start, end in mine]
        held = sorted((start, end) for start, end in spans if start < end)
        if held:
            return held[0]
    return None


def _paint(painted: list[Highlight], new: Highlight) -> None:
    free = [(new.start, new.end)]
    for old in painted:
        free = [piece for span in free for piece in _without(span, old)]
    painted.extend(Highlight(start, end, new.role) for start, end in free)


def _without(span: tuple[int, int], taken: Highlight) -> list[tuple[int, int]]:
    start, end = span
    pieces = [(start, min(end, taken.start)), (max(start, taken.end), end)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def split_at(start: int, end: int, marks: Sequence[Highlight]) -> list[Highlight]:
    """The span `start` to `end` cut at the highlights; what lies between them has the role ""."""
    pieces: list[Highlight] = []
    position = start
    for mark in marks:
        begin, stop = max(mark.start, start), min(mark.end, end)
        if begin >= stop:
            continue
        if begin > position:
            pieces.append(Highlight(position, begin, ""))
        pieces.append(Highlight(begin, stop, mark.role))
        position = stop
    if position < end:
        pieces.append(Highlight(position, end, ""))
    return pieces


def with_selection(pieces: Sequence[Highlight], start: int, end: int) -> list[Highlight]:
    """The pieces with the code points `start` to `end` selected, whatever else they are."""
    found: list[Highlight] = []
    for piece in pieces:
        begin, stop = max(piece.start, start), min(piece.end, end)
        if begin >= stop:
            found.append(piece)
            continue
        parts = (
            Highlight(piece.start, begin, piece.role),
            Highlight(begin, stop, "selected"),
            Highlight(stop, piece.end, piece.role),
        )
        found += [part for part in parts if part.start < part.end]
    return found
