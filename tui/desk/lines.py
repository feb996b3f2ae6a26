"""Lines of styled text: what every view draws, before a terminal is thought of.

A line is a tuple of spans; a span is text with the name of a role ("conflict", "dim" …) that the
stylesheet turns into a look. Text is plain: it is never read as markup.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.desk.driver.clusters import clusters
from tui.story.sanitise import sanitise_line


class Span(NamedTuple):
    """A piece of text drawn in one role; "" is the role of ordinary text."""

    text: str
    role: str = ""


Line = tuple[Span, ...]
ELLIPSIS = "…"
MOST_MARKS = 8
"""How many combining marks of a letter are drawn; no writing has more."""


def width_of(spans: Iterable[Span]) -> int:
    """The width of a line in terminal cells."""
    return sum(cell_len(span.text) for span in spans)


def plain(line: Line) -> str:
    """The text of a line without its roles."""
    return "".join(span.text for span in line)


def fit(spans: Sequence[Span], width: int, role: str = "") -> Line:
    """The spans cut or padded (in `role`) to exactly `width` cells; a cut through a wide glyph pads.

    Here every line goes through, so here what would command the terminal is replaced, wherever it came from: a
    store may have been written by another program.
    """
    fitted: list[Span] = []
    left = width
    for span in spans:
        if not span.text.isprintable():
            span = Span(sanitise_line(span.text), span.role)
        cells = cell_len(span.text)
        if len(span.text) > MOST_MARKS * (cells + 1):
            span = Span(_thinned(span.text), span.role)
        if cells > left:
            if left > 0:
                fitted.append(Span(set_cell_size(span.text, left), span.role))
            return tuple(fitted)
        if span.text:
            fitted.append(span)
            left -= cells
    if left > 0:
        fitted.append(Span(" " * left, role))
    return tuple(fitted)


def _thinned(text: str) -> str:
    """`text` with at most `MOST_MARKS` marks on a letter: what is drawn must not grow beyond the screen."""
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, its end replaced by an ellipsis when it is longer."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    return take(text, width - 1).rstrip() + ELLIPSIS


def take(text: str, width: int) -> str:
    """The longest beginning of `text` that fits `width` cells without cutting what is drawn as one glyph."""
    cells = end = 0
    for cluster, size in clusters(text[: 4 * width + 32]):
        if cells + size > width:
            break
        cells, end = cells + size, end + len(cluster)
    return text[:end]


def one_line(text: str) -> str:
    """`text` with every run of white space made one space."""
    return " ".join(text.split())


def drawn(text: str) -> str:
    """`text` as it stands inside a line: every run of white space one space, also at the ends."""
    if text.isprintable() and "  " not in text:
        return text
    words = one_line(text)
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
