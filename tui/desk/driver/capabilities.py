"""What the terminal is said to be able to do: its terminfo entry, read through curses."""

from __future__ import annotations

import os
from dataclasses import dataclass

_MONOCHROME = ("dumb", "vt", "unknown")


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`background_erase`: erasing paints the background colour set (bce). `colour`: it has colours at all."""

    background_erase: bool = False
    colour: bool = True


def read_capabilities(terminal: str | None = None) -> Capabilities:
    """Read the terminfo entry of `terminal` (TERM by default).

    Without an entry nothing is taken for granted but colour, which only plainly monochrome names lack.
    """
    name = os.environ.get("TERM", "") if terminal is None else terminal
    fallback = Capabilities(colour=not name.startswith(_MONOCHROME))
    try:
        import curses
    except ImportError:
        return fallback
    try:
        curses.setupterm(name or "unknown", 1)
        return Capabilities(curses.tigetflag("bce") == 1, curses.tigetnum("colors") >= 8)
    except (curses.error, ValueError, OSError):
        return fallback
