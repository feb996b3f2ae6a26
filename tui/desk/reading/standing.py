"""Where a reader stands: kept before digits go to an article, for they may turn out to be a count."""

from dataclasses import dataclass

from tui.desk.reading.state import Reading


@dataclass(frozen=True, slots=True)
class Standing:
    """The article with the cursor, those shown, the cursor and first row of each, and the link picked by hand."""

    focus: int
    shown: tuple[int, ...]
    panes: tuple[tuple[int, int], ...]
    chosen: int | None = None


def standing(reading: Reading) -> Standing:
    """Where the reader stands now."""
    panes = tuple((pane.cursor, pane.top) for pane in reading.panes)
    return Standing(reading.focus, reading.shown, panes, reading.chosen)


def stand(reading: Reading, there: Standing) -> None:
    """Put the reader back; the articles are the same as then."""
    reading.focus, reading.shown, reading.chosen = there.focus, there.shown, there.chosen
    for pane, (cursor, top) in zip(reading.panes, there.panes, strict=True):
        pane.cursor, pane.top = cursor, top
