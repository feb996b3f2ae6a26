"""The terminal given back as it was found."""

from __future__ import annotations

import os
import termios
from typing import Any

RESTORE = b"\x1b[m\x1b[r\x1b[?2026l\x1b[?2004l\x1b[?1004l\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"


def give_back(keyboard: int, screen: int, modes: list[Any] | None) -> None:
    """End every mode that may have been set, and set the line's own as they were before.

    Raises:
        OSError, termios.error: the line has gone.
    """
    os.write(screen, RESTORE)
    if modes is not None:
        termios.tcsetattr(keyboard, termios.TCSANOW, modes)
