"""Which passages an editor has had before the eyes."""

from tui.desk.reading.state import Reading


def note_seen(reading: Reading) -> None:
    """Count what stands in the pane with the cursor as seen: passages in whole, and the one under the cursor."""
    article, geometry = reading.focus, reading.geometry
    if geometry.too_small or not reading.story.articles[article].passages:
        return
    layout, top = reading.layout(article), reading.pane.top
    shown: set[int] = set()
    for row in layout.rows[max(0, top) : max(0, top + geometry.text_rows)]:
        if row.passage is not None and row.folded is None and row.passage not in reading.seen[article]:
            start, end = layout.extent(row.passage)
            if (top <= start and end <= top + geometry.text_rows) or row.passage == reading.pane.cursor:
                shown.add(row.passage)
    reading.seen[article] |= shown
