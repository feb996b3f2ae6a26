"""Moving the cursor and scrolling, each a function on the reading state."""

from typing import Literal

from tui.desk.reading.linking import settle
from tui.desk.reading.state import Pane, Reading


def move_passages(reading: Reading, count: int) -> None:
    """Move the cursor by `count` passages, down if positive; a fold counts as one."""
    runs = reading.runs(reading.focus)
    cursor, last = reading.pane.cursor, len(reading.story.articles[reading.focus].passages) - 1
    if not runs:
        go_to_passage(reading, cursor + count)
        return
    inside = {number for first, end in runs for number in range(first + 1, end + 1)}
    stops = [number for number in range(last + 1) if number not in inside]
    here = max((index for index, number in enumerate(stops) if number <= cursor), default=0)
    go_to_passage(reading, stops[max(0, min(here + count, len(stops) - 1))])


def move_paragraphs(reading: Reading, count: int) -> None:
    """Move the cursor to the beginning of the paragraph `count` further on, or back."""
    passages = reading.story.articles[reading.focus].passages
    cursor = reading.pane.cursor
    for _ in range(abs(count)):
        cursor = _paragraph_step(passages, cursor, 1 if count > 0 else -1)
        while count > 0 and cursor < len(passages) - 1 and _hidden(reading, cursor):
            cursor = _paragraph_step(passages, cursor, 1)
    go_to_passage(reading, cursor)


def _hidden(reading: Reading, passage: int) -> bool:
    """Whether a passage is folded, and not the first of its fold."""
    return any(first < passage <= last for first, last in reading.runs(reading.focus))


def _paragraph_step(passages: tuple[object, ...], cursor: int, step: int) -> int:
    starts = [
        index
        for index, passage in enumerate(passages)
        if not index or getattr(passage, "paragraph", 0) != getattr(passages[index - 1], "paragraph", 0)
    ]
    if step > 0:
        return next((start for start in starts if start > cursor), len(passages) - 1)
    return next((start for start in reversed(starts) if start < cursor), 0)


def go_to_passage(reading: Reading, passage: int) -> None:
    """Put the cursor on a passage of the present article, the nearest there is; in a fold, on its first."""
    last = len(reading.story.articles[reading.focus].passages) - 1
    passage = max(0, min(passage, last))
    reading.pane.cursor = next(
        (first for first, end in reading.runs(reading.focus) if first <= passage <= end), passage
    )
    reading.chosen = None
    settle(reading)


def go_to_article(reading: Reading, article: int) -> None:
    """Put the cursor in another article, where it was there; wrap around at the ends."""
    reading.focus = article % len(reading.panes)
    reading.chosen = None
    settle(reading)


def scroll(reading: Reading, rows: int) -> None:
    """Scroll all panes by so many rows; the cursor stays on its passage while that is in view."""
    last = max(0, len(reading.layout(reading.focus).rows) - 1)
    top = max(0, min(reading.pane.top + rows, last))
    moved = top - reading.pane.top
    if not moved:
        return
    for article in reading.shown:
        reading.panes[article].top += moved
    _keep_cursor_in_view(reading)


def page(reading: Reading, rows: int) -> None:
    """Turn the page by so many rows; at the article's end the cursor goes to the last passage."""
    layout = reading.layout(reading.focus)
    bottom = max(0, len(layout.rows) - reading.geometry.text_rows)
    top = max(0, min(reading.pane.top + rows, bottom))
    moved = top - reading.pane.top
    if not moved:
        go_to_passage(reading, len(layout.first) - 1 if rows > 0 else 0)
        return
    for article in reading.shown:
        reading.panes[article].top += moved
    _cursor_to_row(reading, layout.first[reading.pane.cursor] + moved)


def move_article(reading: Reading, count: int) -> bool:
    """Move the article with the cursor so many places to the right, left if negative; whether it moved."""
    order = list(reading.order)
    here = order.index(reading.focus)
    there = max(0, min(here + count, len(order) - 1))
    order.insert(there, order.pop(here))
    reading.order = tuple(order)
    settle(reading)
    return there != here


def widen(reading: Reading, cells: int) -> bool:
    """Make the pane with the cursor so many cells wider, narrower if negative; whether there was room."""
    before = reading.pane_widths
    extra = reading.extra.get(reading.focus, 0)
    reading.extra[reading.focus] = extra + cells
    if reading.pane_widths == before:
        reading.extra[reading.focus] = extra
    settle(reading)
    return reading.pane_widths != before


def place_cursor(reading: Reading, where: Literal["top", "middle", "bottom"]) -> None:
    """Scroll so that the passage under the cursor stands at the top, middle or bottom of the screen."""
    start, end = reading.layout(reading.focus).extent(reading.pane.cursor)
    room = max(0, reading.geometry.text_rows - (end - start))
    reading.pane.top = start - {"top": 0, "middle": room // 2, "bottom": room}[where]
    if reading.locked:
        settle(reading)


def _keep_cursor_in_view(reading: Reading) -> None:
    pane, layout = reading.pane, reading.layout(reading.focus)
    start, end = layout.extent(pane.cursor)
    if end <= pane.top:
        _cursor_to_row(reading, pane.top)
    elif start >= pane.top + reading.geometry.text_rows:
        _cursor_to_row(reading, pane.top + reading.geometry.text_rows - 1)


def _cursor_to_row(reading: Reading, row: int) -> None:
    pane: Pane = reading.pane
    rows = reading.layout(reading.focus).rows
    row = max(0, min(row, len(rows) - 1))
    passage = rows[row].passage
    if passage is None:
        passage = rows[row + 1].passage
    pane.cursor = passage or 0
    reading.chosen = None
