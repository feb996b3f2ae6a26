"""Where a reader stands: kept before digits go to an article, for they may turn out to be a count."""

from dataclasses import dataclass

from tui.desk.reading.state import Reading


@dataclass(frozen=True, slots=True)
class Standing:
    """The article with the cursor, those shown, and the cursor and first row of each."""

    focus: int
    shown: tuple[int, ...]
    panes: tuple[tuple[int, int], ...]


def standing(reading: Reading) -> Standing:
    """Where the reader stands now."""
    return Standing(reading.focus, reading.shown, tuple((pane.cursor, pane.top) for pane in reading.panes))


def stand(reading: Reading, there: Standing) -> None:
    """Put the reader back; the articles are the same as then."""
    reading.focus, reading.shown = there.focus, there.shown
    for pane, (cursor, top) in zip(reading.panes, there.panes, strict=True):
        pane.cursor, pane.top = cursor, top
