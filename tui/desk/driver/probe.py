"""How wide the terminal draws East Asian ambiguous glyphs: print some, ask where the cursor is."""

from __future__ import annotations

from textual.message import Message

GLYPHS = "≈·─│▌…“”"
PROBE = f"\x1b[H{GLYPHS}\x1b[6n\x1b[H\x1b[K"
"""Goes out before the first frame, on the empty screen, and clears what it printed; nothing waits for it."""


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
