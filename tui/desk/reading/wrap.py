"""Wrapping an article's passages into rows of a given width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.desk.driver.clusters import clusters
from tui.story.model import Article

_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_NO_START = "、。，．：；！？）」』】〉》"
_UNIT = re.compile(rf"[{_WIDE}][{_NO_START}]*|[^\s{_WIDE}]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a pane: the code points `start` to `end` of the article, the `line`th row of its passage.

    `passage` is None on the blank row between paragraphs. A row with `folded` stands for the passages from
    `passage` to that one.
    """

    passage: int | None
    start: int
    end: int
    line: int
    folded: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """An article wrapped to a width: its rows, and the first row of each passage."""

    rows: tuple[Row, ...]
    first: tuple[int, ...]

    def extent(self, passage: int) -> tuple[int, int]:
        """The first row of a passage and the row after its last."""
        start = self.first[passage]
        end = start + 1
        while end < len(self.rows) and self.rows[end].passage == self.rows[start].passage:
            end += 1
        return start, end


def wrap(article: Article, width: int, spaced: bool, folds: Sequence[tuple[int, int]] = ()) -> Layout:
    """The article in rows of at most `width` cells; `spaced` puts a blank row between paragraphs.

    Each of the `folds`, first and last passage, is one row.
    """
    rows: list[Row] = []
    first: list[int] = []
    last_of = {begin: last for begin, last in folds}
    until = -1
    for index, passage in enumerate(article.passages):
        if index <= until:
            first.append(len(rows) - 1)
            continue
        if spaced and index and passage.paragraph != article.passages[index - 1].paragraph:
            rows.append(Row(None, passage.start, passage.start, 0))
        first.append(len(rows))
        if index in last_of:
            until = last_of[index]
            rows.append(Row(index, passage.start, passage.start, 0, until))
            continue
        pieces = wrap_span(article.text, passage.start, passage.end, width)
        rows.extend(Row(index, start, end, line) for line, (start, end) in enumerate(pieces))
    return Layout(tuple(rows), tuple(first))


def wrap_span(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The rows of `text[start:end]` as spans of code points, broken at spaces and between ideographs.

    Runs of white space count as one cell. A word wider than a row is cut between graphemes.
    """
    width = max(width, 1)
    row: tuple[int, int] | None = None
    cells = 0
    for unit in _UNIT.finditer(text, start, end):
        size = cell_len(unit.group())
        if row is not None:
            gap = int(unit.start() > row[1])
            if cells + gap + size <= width:
                row, cells = (row[0], unit.end()), cells + gap + size
                continue
            yield row
        *whole, (first, last, cells) = _cut(unit.group(), unit.start(), width)
        yield from ((piece_start, piece_end) for piece_start, piece_end, _ in whole)
        row = (first, last)
    yield row or (start, start)


def _cut(word: str, offset: int, width: int) -> list[tuple[int, int, int]]:
    """The word in pieces no wider than `width`: start, end and width of each."""
    if cell_len(word) <= width:
        return [(offset, offset + len(word), cell_len(word))]
    pieces: list[tuple[int, int, int]] = []
    begin = cells = position = 0
    for cluster, size in clusters(word):
        if cells and cells + size > width:
            pieces.append((offset + begin, offset + position, cells))
            begin, cells = position, 0
        cells += size
        position += len(cluster)
    pieces.append((offset + begin, offset + len(word), cells))
    return pieces
