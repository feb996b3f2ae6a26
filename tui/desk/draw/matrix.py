"""The matrix: facts down, articles across, how each says it, and how many origins stand behind it."""

from collections.abc import Sequence
from itertools import zip_longest

from tui.desk.draw.drawer import labelled
from tui.desk.draw.findings import short_reason
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.words import address, byline, counted
from tui.desk.lines import Line, Span, fit, one_line, shorten
from tui.desk.reading.links import Place
from tui.desk.reading.marks import CHECK, CONFLICT, COPIED, ROLES, SAME, WORDS
from tui.desk.views.matrix import MatrixLine
from tui.desk.views.rows import Sorting
from tui.story.model import Story

COUNTED = 9
WIDE = 100
NARROW = 60
SORTED = {
    "sources": "most sources first",
    "conflicts": "conflicts first",
    "order": "in order of the story",
    "time": "in order of time",
}


def columns_shown(width: int, articles: int, column: int) -> range:
    """The articles that have a column: as many as leave the wording half the width, the chosen one among them."""
    counted = COUNTED if width >= NARROW else 0
    room = max(1, (width // 2 - counted) // 3)
    if articles <= room:
        return range(articles)
    first = max(0, min(column - room // 2, articles - room))
    return range(first, first + room)


def draw_head(lines: Sequence[MatrixLine], articles: int, column: int, sorting: Sorting, width: int) -> list[Line]:
    """The title with the order of the rows, and the numbers of the articles."""
    # In order of time a fact may stand under two days, and what one article alone tells has a row.
    rows = counted(len(lines), "entry", "entries") if sorting == "time" else counted(len(lines), "fact")
    left = (Span(" MATRIX", "title"), Span(f"  {rows}  {counted(articles, 'article')}"))
    marks = [Span(f"{mark} {WORDS[mark]}  ", "dim") for mark in (COPIED, SAME)] if width >= WIDE else []
    right = (*marks, Span(f"{SORTED[sorting]} ", "strong"))
    shown = columns_shown(width, articles, column)
    numbers: list[Span] = []
    for number in shown:
        chosen = number == column
        text = f"[{number + 1}]" if chosen and number < 9 else f"{number + 1:>2} "
        numbers.append(Span(f"{text:<3}"[:3], "strong" if chosen else "dim"))
    counts = cell("art orig", COUNTED) if width >= NARROW else ()
    fact = width - 2 - 3 * len(shown) - (COUNTED if width >= NARROW else 0)
    names = [Span(span.text, "dim") for span in cell("  what is said", fact + 2)]
    return [two_sided(left, right, width), fit([*names, *numbers, *(Span(s.text, "dim") for s in counts)], width)]


def draw_line(
    story: Story, line: MatrixLine, column: int, here: bool, width: int, *, in_time: bool = False
) -> list[Span]:
    """The row of a fact, without the cursor's cell; the chosen cell of the row under the cursor is in brackets.

    In order of time it has the passage that tells the time, with its address.
    """
    shown = columns_shown(width, len(story.articles), column)
    fact = width - 2 - 3 * len(shown) - (COUNTED if width >= NARROW else 0)
    spans: list[Span] = [Span(" "), *cell(_dated(story, line) if in_time else wording(story, line), fact)]
    for number in shown:
        found = line.cells.get(number)
        mark = found.mark if found else " "
        text = f"[{mark}]" if here and number == column else f" {mark} "
        spans.append(Span(text, ROLES.get(mark, "")))
    if width >= NARROW:
        origins = "-" if line.origins is None else str(line.origins)
        spans.append(Span(f"{len(line.cells):>3} {origins:>4} "))
    return spans


def _dated(story: Story, line: MatrixLine) -> str:
    return f"{address(line.name)} {one_line(story.articles[line.name[0]].quote(line.name[1]))}"


def wording(story: Story, line: MatrixLine) -> str:
    """What stands for a fact: what differs where no two articles say it alike, else its most central wording."""
    if line.origins is None and line.finding is not None:
        return short_reason(line.finding)
    return one_line(story.articles[line.name[0]].quote(line.name[1]))


def draw_line_title(story: Story, line: MatrixLine, number: int, total: int) -> list[Span]:
    """The title of the drawer: articles and origins counted apart."""
    title = [Span(f"{number} of {total}", "title"), Span(f"  {counted(len(line.cells), 'article')}")]
    if line.origins is not None:
        title.append(Span(f", {counted(line.origins, 'origin')}", "strong" if line.origins < len(line.cells) else ""))
    missing = [str(article + 1) for article in range(len(story.articles)) if article not in line.cells]
    return [*title, Span(f"  not found in: {' '.join(missing) or 'none'}", "dim")]


def draw_line_details(story: Story, line: MatrixLine, column: int, width: int, rows: int) -> list[Line]:
    """What each article says, the chosen one first; why it conflicts, where it does."""
    lines: list[Line] = []
    if line.finding is not None:
        mark = CONFLICT if line.finding.tier == "conflict" else CHECK
        lines += labelled(f"{mark} why", line.finding.reason, width, ROLES[mark])
    if column not in line.cells:
        piece = story.articles[column]
        lines.append((Span(f" {column + 1}", "strong"), Span(f" nothing found on this  {byline(piece)}", "dim")))
    places = _listed(line, column, rows - len(lines))
    spare = rows - len(lines) - len(places)
    for place in places:
        text = shorten(story.articles[place[0]].quote(place[1]), 2000)
        label, role = f"{line.cells[place[0]].mark} {address(place)}", "strong" if place[0] == column else ""
        shown = labelled(label, text, width, role, rows=2 if spare > 0 else 1)
        spare -= len(shown) - 1
        lines += shown
    return lines[:rows]


def _listed(line: MatrixLine, column: int, room: int) -> list[Place]:
    """The passages that so many rows have room for, those of the chosen article first.

    One of each article comes before the second of any, and the one that names the fact before others of its article.
    The chosen article has a row more for its wording where there is one.
    """
    numbers = sorted(line.cells, key=lambda number: (number != column, number != line.name[0], number))
    rounds = zip_longest(*([(number, passage) for passage in line.passages(number)] for number in numbers))
    places = [place for one in rounds for place in one if place is not None]
    kept = places[: max(1, room - 1 if room > len(numbers) else room)]
    return sorted(kept, key=lambda place: (place[0] != column, place[0], place != line.name, place[1]))
