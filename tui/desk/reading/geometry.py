"""How the screen is shared out among panes, drawer and status row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Drawer = Literal["off", "short", "half"]
NEXT_DRAWER: Mapping[Drawer, Drawer] = {"short": "half", "half": "off", "off": "short"}

MIN_WIDTH, MIN_HEIGHT = 40, 12
PANE_WIDTH = 36
NARROWEST = 16
DRAWER_ROWS = 4
SPACED_FROM = 30
GUTTER = 3
POSITION_BAR = 1


@dataclass(frozen=True, slots=True)
class Geometry:
    """The places of things on a screen of `width` × `height` cells with so many articles to show.

    `fixed` is the number of panes the user asked for, None for as many as fit; `single` shows one, whatever
    else was asked for.
    """

    width: int
    height: int
    articles: int
    fixed: int | None = None
    drawer: Drawer = "short"
    single: bool = False

    @property
    def too_small(self) -> bool:
        """Whether there is no room for a desk."""
        return self.width < MIN_WIDTH or self.height < MIN_HEIGHT

    @property
    def panes(self) -> int:
        """How many panes stand side by side."""
        if self.single:
            return 1
        fitting = (self.width + 1) // (PANE_WIDTH + 1)
        wanted = fitting if self.fixed is None else min(self.fixed, (self.width + 1) // (GUTTER + 8))
        return max(1, min(wanted, self.articles))

    @property
    def pane_widths(self) -> tuple[int, ...]:
        """The width of each pane; a rule of one cell stands between two."""
        share, rest = divmod(self.width - (self.panes - 1), self.panes)
        return tuple(share + (number >= self.panes - rest) for number in range(self.panes))

    @property
    def drawer_rows(self) -> int:
        """The rows of the drawer, without its title."""
        if self.drawer == "off":
            return 0
        return max(DRAWER_ROWS, self.height // 2 - 1) if self.drawer == "half" else DRAWER_ROWS

    @property
    def text_rows(self) -> int:
        """The rows of text in a pane: all but header, drawer with its title, and status."""
        drawer = self.drawer_rows + 1 if self.drawer_rows else 0
        return self.height - 2 - drawer

    @property
    def spaced(self) -> bool:
        """Whether there is room for a blank row between paragraphs."""
        return self.text_rows >= SPACED_FROM

    @property
    def text_width(self) -> int:
        """The width of the text in every pane.

        Panes may differ by a cell; text is wrapped to the narrowest, so that an article keeps its rows
        when it slides to another pane.
        """
        return text_width(min(self.pane_widths))


def text_width(pane: int) -> int:
    """The width of the text in a pane of so many cells."""
    return max(pane - GUTTER - POSITION_BAR, 1)


def widened(widths: Sequence[int], extra: Sequence[int]) -> tuple[int, ...]:
    """Pane widths with `extra` cells for each pane, taken from the others; the sum stays, none gets too narrow."""
    count, total = len(widths), sum(extra)
    if count < 2 or not any(extra):
        return tuple(widths)
    least = min(NARROWEST, *widths)
    wanted = [
        max(least, width + more - round((total - more) / (count - 1)))
        for width, more in zip(widths, extra, strict=True)
    ]
    surplus = sum(wanted) - sum(widths)
    while surplus:
        slot = max(range(count), key=wanted.__getitem__) if surplus > 0 else min(range(count), key=wanted.__getitem__)
        step = min(surplus, wanted[slot] - least) if surplus > 0 else surplus
        wanted[slot] -= step
        surplus -= step
        if surplus > 0 and not step:
            break
    return tuple(wanted)
