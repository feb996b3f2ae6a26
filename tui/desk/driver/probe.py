"""How wide the terminal draws East Asian ambiguous glyphs, told by where the cursor is after some of them."""

from __future__ import annotations

from textual.message import Message

from tui.desk.driver.first import GLYPHS


class WidthMeasured(Message):
    """The terminal answered: `wide` says that it draws ambiguous glyphs two cells wide.

    The driver has then turned to stock drawing, and marks should be ASCII. No answer, no message.
    """

    def __init__(self, wide: bool) -> None:
        super().__init__()
        self.wide = wide


def is_wide(column: int) -> bool:
    """Whether the reported column (from 0) is beyond what narrow glyphs take."""
    return column > len(GLYPHS)
