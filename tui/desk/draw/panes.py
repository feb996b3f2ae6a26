"""The panes: a header row each, then text with its gutter on the left and the position bar on the right."""

from collections.abc import Collection
from functools import lru_cache

from tui.desk.lines import Line, Span, drawn, fit, one_line, shorten, width_of
from tui.desk.reading.folding import fold_text
from tui.desk.reading.geometry import POSITION_BAR
from tui.desk.reading.highlights import highlights, with_selection
from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.marks import CHECK, CHECKED, CONFLICT, ROLES, TAGGED, UPDATED
from tui.desk.reading.searching import with_hits
from tui.desk.reading.state import Reading
from tui.desk.reading.wrap import Layout, Row
from tui.story.model import Article

RULE = Span("│", "rule")
BAR, THUMB = "▌", "┃"


def draw_panes(reading: Reading, tagged: Collection[Place], recheck: Collection[Place] = ()) -> list[Line]:
    """The header row and the rows of text of all panes on the screen.

    `tagged` places carry a claim, those of `recheck` one whose words changed.
    """
    columns = [
        _draw_pane(reading, article, width, tagged, recheck)
        for article, width in zip(reading.shown, reading.pane_widths, strict=False)
    ]
    lines: list[Line] = []
    for row in zip(*columns, strict=True):
        line: list[Span] = []
        for number, piece in enumerate(row):
            if number:
                line.append(RULE)
            line.extend(piece)
        lines.append(fit(line, reading.geometry.width))
    return lines


def cursor_cell(reading: Reading) -> tuple[int, int]:
    """Column and row of the passage under the cursor: where the terminal's own cursor belongs."""
    slot = reading.shown.index(reading.focus)
    row = reading.layout(reading.focus).first[reading.pane.cursor] - reading.pane.top
    return sum(reading.pane_widths[:slot]) + slot, 1 + max(0, min(row, reading.geometry.text_rows - 1))


def _draw_pane(
    reading: Reading, article: int, width: int, tagged: Collection[Place], recheck: Collection[Place]
) -> list[Line]:
    layout, pane = reading.layout(article), reading.panes[article]
    cursor = _cursor_passages(reading, article)
    bar_role = "cursor" if article == reading.focus else "counterpart"
    height = reading.geometry.text_rows
    bar = _position_bar(reading.index, article, layout, pane.top, height)
    lines = [_header(reading, article, width)]
    for y in range(height):
        number = pane.top + y
        row = layout.rows[number] if 0 <= number < len(layout.rows) else None
        line: list[Span] = [Span(BAR, bar_role) if row and _meets(row, cursor) else Span(" ")]
        if row is not None and row.passage is not None and row.folded is not None:
            line.append(Span(f"  {fold_text(reading, article, (row.passage, row.folded))}", "dim"))
        elif row is not None and row.passage is not None:
            line += _gutter(reading, (article, row.passage), row.line, tagged, recheck)
            line += _text(reading, article, row)
        line = list(fit(line, width - POSITION_BAR))
        lines.append((*line, bar[y]))
    return lines


def _meets(row: Row, passages: range) -> bool:
    """Whether a row shows one of the passages, or is a fold that holds one."""
    if row.passage is None or row.folded is None:
        return row.passage in passages
    return row.passage < passages.stop and passages.start <= row.folded


def _cursor_passages(reading: Reading, article: int) -> range:
    if article == reading.focus:
        return range(reading.pane.cursor, reading.pane.cursor + 1)
    other = reading.beside(article)
    return range(other.far.first, other.far.last + 1) if other else range(0)


def _header(reading: Reading, article: int, width: int) -> Line:
    piece = reading.story.articles[article]
    focused = article == reading.focus
    place = f"{reading.panes[article].cursor + 1}/{len(piece.passages)}{_read(reading, article)}"
    label = Span(f"{'▸' if focused else ' '}{article + 1} ", "title" if focused else "")
    name = piece.label or piece.outlet
    outlet = f"  {shorten(one_line(name), max(4, width // 4))}" if name else ""
    tail = Span(f"{outlet}  {place}", "dim")
    room = width - 2 - width_of((label, tail))
    title = Span(shorten(one_line(piece.title), max(room, 0)), "title" if focused else "")
    middle = " " * (width - 2 - width_of((label, title, tail)))
    return fit((label, title, Span(middle), tail), width)


def _read(reading: Reading, article: int) -> str:
    """How much of an article has been on the screen, once that is more than nothing."""
    seen, total = len(reading.seen[article]), len(reading.story.articles[article].passages)
    return f" {seen * 100 // total}%" if seen and total and seen < total else " ✓" if seen else ""


def _gutter(
    reading: Reading, place: Place, line: int, tagged: Collection[Place], recheck: Collection[Place]
) -> list[Span]:
    marks = reading.index.marks.get(place, "")
    mark = marks[line] if line < len(marks) else " "
    # One under the other, as far as the passage has rows: the change of a claim's words goes before the claim.
    signs = ((UPDATED, recheck), (TAGGED, tagged), (CHECKED, reading.checked), (UPDATED, reading.updated))
    own = list(dict.fromkeys(sign for sign, there in signs if place in there))
    tag = own[line] if line < len(own) else " "
    return [Span(mark, ROLES.get(mark, "")), Span(tag, ROLES.get(tag, ""))]


def _text(reading: Reading, article: int, row: Row) -> list[Span]:
    piece = reading.story.articles[article]
    marks = highlights(reading.index).get((article, row.passage or 0), ())
    role = "heading" if _is_heading(piece, row) else ""
    pieces = with_hits(piece, reading.sought, row.start, row.end, marks)
    if reading.selection is not None and reading.selection.article == article:
        pieces = with_selection(pieces, reading.selection.start, reading.selection.end)
    return [Span(drawn(piece.text[start:end]), kind or role) for start, end, kind in pieces]


def _is_heading(article: Article, row: Row) -> bool:
    return row.passage is not None and article.passages[row.passage].kind == "heading"


@lru_cache(maxsize=64)
def _position_bar(index: LinkIndex, article: int, layout: Layout, top: int, height: int) -> tuple[Span, ...]:
    total = len(layout.rows)
    if total <= height:
        return (Span(" "),) * height
    cells = [Span(THUMB, "rule") if top <= y * total // height < top + height else Span(" ") for y in range(height)]
    for y, mark in _marked_rows(index, article, layout, height):
        cells[y] = Span(mark, ROLES[mark])
    return tuple(cells)


def _marked_rows(index: LinkIndex, article: int, layout: Layout, height: int) -> list[tuple[int, str]]:
    found: dict[int, str] = {}
    for mark in (CHECK, CONFLICT):
        for passage, row in enumerate(layout.first):
            if index.marks.get((article, passage), "").startswith(mark):
                found[row * height // len(layout.rows)] = mark
    return list(found.items())
