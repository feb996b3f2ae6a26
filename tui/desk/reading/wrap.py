"""Wrapping an article's passages into rows of a given width."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from tui.story.model import Article

_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_NO_START = "、。，．：；！？）」』】〉》"
_UNIT = re.compile(rf"[{_WIDE}][{_NO_START}]*|[^\s{_WIDE}]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a pane: the code points `start` to `end` of the article, the `line`th row of its passage.

    `passage` is None on the blank row between paragraphs.
    """

    passage: int | None
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """An article wrapped to a width: its rows, and the first row of each passage."""

    rows: tuple[Row, ...]
    first: tuple[int, ...]

    def extent(self, passage: int) -> tuple[int, int]:
        """The first row of a passage and the row after its last."""
        start = self.first[passage]
        end = start
        while end < len(self.rows) and self.rows[end].passage == passage:
            end += 1
        return start, end


def wrap(article: Article, width: int, spaced: bool) -> Layout:
    """The article in rows of at most `width` cells; `spaced` puts a blank row between paragraphs."""
    rows: list[Row] = []
    first: list[int] = []
    for index, passage in enumerate(article.passages):
        if spaced and index and passage.paragraph != article.passages[index - 1].paragraph:
            rows.append(Row(None, passage.start, passage.start, 0))
        first.append(len(rows))
        pieces = wrap_span(article.text, passage.start, passage.end, width)
        rows.extend(Row(index, start, end, line) for line, (start, end) in enumerate(pieces))
    return Layout(tuple(rows), tuple(first))


def wrap_span(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The rows of `text[start:end]` as spans of code points, broken at spaces and between ideographs.

    Runs of white space count as one cell. A word wider than a row is cut between graphemes.
    """
    width = max(width, 1)
    row_start = row_end = start
    cells = 0
    for unit in _UNIT.finditer(text, start, end):
        gap = 1 if unit.start() > row_end and cells else 0
        size = cell_len(unit.group())
        if cells + gap + size <= width:
            if not cells:
                row_start = unit.start()
            row_end, cells = unit.end(), cells + gap + size
            continue
        if cells:
            yield row_start, row_end
        if size <= width:
            row_start, row_end, cells = unit.start(), unit.end(), size
            continue
        *whole, (row_start, row_end, cells) = _cut(unit.group(), unit.start(), width)
        yield from ((piece_start, piece_end) for piece_start, piece_end, _ in whole)
    if cells or row_end == start:
        yield row_start, max(row_end, row_start)


def _cut(word: str, offset: int, width: int) -> list[tuple[int, int, int]]:
    pieces: list[tuple[int, int, int]] = []
    begin = cells = 0
    for start, _, size in split_graphemes(word)[0]:
        if cells and cells + size > width:
            pieces.append((offset + begin, offset + start, cells))
            begin, cells = start, 0
        cells += size
    pieces.append((offset + begin, offset + len(word), max(cells, 1)))
    return pieces
