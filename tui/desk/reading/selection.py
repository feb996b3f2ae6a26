"""Selecting words or passages by keyboard: one end stands, the other moves, and the two can be swapped."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from tui.desk.reading.words import words_in
from tui.desk.reading.wrap import Layout
from tui.story.model import Article


class Unit(NamedTuple):
    """What is selected as one: the code points `start` to `end`; `group` is what "0" and "$" stay inside."""

    start: int
    end: int
    passage: int
    group: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Units of an article from `fixed` to `edge`, indexes in either order; `edge` is the end that moves.

    The units are words, grouped by passage, or `whole` passages, grouped by paragraph.
    """

    article: int
    units: tuple[Unit, ...]
    fixed: int
    edge: int
    whole: bool = False

    @property
    def start(self) -> int:
        """The first code point selected."""
        return self.units[min(self.fixed, self.edge)].start

    @property
    def end(self) -> int:
        """The code point after the last one selected."""
        return self.units[max(self.fixed, self.edge)].end

    @property
    def count(self) -> int:
        """How many units are selected."""
        return abs(self.edge - self.fixed) + 1

    @property
    def passages(self) -> range:
        """The passages with anything selected."""
        first, last = sorted((self.fixed, self.edge))
        return range(self.units[first].passage, self.units[last].passage + 1)


def select(
    number: int, article: Article, passage: int, *, whole: bool = False, words: tuple[int, int] | None = None
) -> Selection | None:
    """The first word of a passage, or all of it, in article `number`; None where there is no word.

    With `words`, the code points from and to which something stands in the passage, the words there.
    """
    units = _units(article.text, tuple((each.start, each.end, each.paragraph) for each in article.passages), whole)
    first = next((index for index, unit in enumerate(units) if unit.passage == passage), None)
    if first is None:
        return None
    start, end = words or (0, 0)
    there = [at for at, unit in enumerate(units) if unit.passage == passage and unit.start < end and start < unit.end]
    return (
        Selection(number, units, there[0], there[-1], whole) if there else Selection(number, units, first, first, whole)
    )


def switched(selection: Selection, article: Article) -> Selection:
    """What is selected, in whole passages where it was words, and the other way round."""
    passages = selection.passages
    first = select(selection.article, article, passages[0], whole=not selection.whole)
    if first is None:
        return selection
    there = [index for index, unit in enumerate(first.units) if unit.passage in passages]
    both = replace(first, fixed=there[0], edge=there[-1])
    return both if selection.fixed <= selection.edge else swap(both)


def swap(selection: Selection) -> Selection:
    """The other end moves from now on."""
    return replace(selection, fixed=selection.edge, edge=selection.fixed)


def move(selection: Selection, count: int) -> Selection:
    """Move the edge by so many units, on if positive."""
    return replace(selection, edge=max(0, min(selection.edge + count, len(selection.units) - 1)))


def to_first(selection: Selection) -> Selection:
    """Move the edge to the first unit of its passage or paragraph."""
    group = selection.units[selection.edge].group
    return replace(selection, edge=next(i for i, unit in enumerate(selection.units) if unit.group == group))


def to_last(selection: Selection) -> Selection:
    """Move the edge to the last unit of its passage or paragraph."""
    group = selection.units[selection.edge].group
    return replace(selection, edge=max(i for i, unit in enumerate(selection.units) if unit.group == group))


def move_rows(selection: Selection, layout: Layout, count: int) -> Selection:
    """Move the edge by so many rows of the screen, down if positive, to the unit nearest in the row."""
    if selection.whole:
        return move(selection, count)
    here = selection.units[selection.edge].start
    rows = [row for row in layout.rows if row.passage is not None and row.start < row.end]
    number = max((index for index, row in enumerate(rows) if row.start <= here), default=0)
    row = rows[max(0, min(number + count, len(rows) - 1))]
    wanted = row.start + here - rows[number].start
    inside = [index for index, unit in enumerate(selection.units) if row.start <= unit.start < row.end]
    if not inside:
        return move(selection, 1 if count > 0 else -1)
    return replace(selection, edge=min(inside, key=lambda index: abs(selection.units[index].start - wanted)))


@lru_cache(maxsize=8)
def _units(text: str, passages: tuple[tuple[int, int, int], ...], whole: bool) -> tuple[Unit, ...]:
    if whole:
        return tuple(Unit(start, end, number, paragraph) for number, (start, end, paragraph) in enumerate(passages))
    return tuple(
        Unit(start + begin, start + stop, number, number)
        for number, (start, end, _) in enumerate(passages)
        for begin, stop in words_in(text[start:end])
    )
