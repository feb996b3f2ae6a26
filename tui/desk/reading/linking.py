"""Linked reading: the other panes follow the cursor, each counterpart on the cursor's row."""

from tui.desk.reading.state import Pane, Reading


def settle(reading: Reading) -> None:
    """Bring the cursor into view, and the counterparts beside it when panes are locked together."""
    reveal_pane(reading)
    reveal_cursor(reading, reading.focus)
    if reading.locked:
        align(reading)


def reveal_pane(reading: Reading) -> None:
    """Slide the panes just as far as needed to have the cursor's article among them."""
    shown = reading.geometry.panes
    if reading.focus < reading.first:
        reading.first = reading.focus
    elif reading.focus >= reading.first + shown:
        reading.first = reading.focus - shown + 1
    reading.first = max(0, min(reading.first, len(reading.panes) - shown))


def reveal_cursor(reading: Reading, article: int) -> None:
    """Scroll a pane just as far as needed to show the passage under its cursor, its beginning at least."""
    pane = reading.panes[article]
    if not reading.story.articles[article].passages:
        return
    start, end = reading.layout(article).extent(pane.cursor)
    rows = reading.geometry.text_rows
    if end > pane.top + rows:
        pane.top = end - rows
    if start < pane.top:
        pane.top = start


def align(reading: Reading) -> None:
    """Scroll the other panes so that each counterpart begins on the row where the cursor's passage does."""
    if not reading.story.articles[reading.focus].passages:
        return
    row = max(0, reading.layout(reading.focus).first[reading.pane.cursor] - reading.pane.top)
    for article in reading.visible:
        if article == reading.focus:
            continue
        other = reading.beside(article)
        if other is not None:
            pane: Pane = reading.panes[article]
            pane.cursor = other.far.first
            pane.top = reading.layout(article).first[other.far.first] - row
