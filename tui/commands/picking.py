"""Picking from what a feed lists, at the terminal: numbered lines, then the numbers wanted."""

import os
import re
import sys
from collections.abc import Sequence
from typing import TextIO

from tui.story.feeds import Entry

_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
_HOW = "numbers like 1 3-5, all, or nothing for none"


def at_a_terminal() -> bool:
    """Whether somebody is there to be asked: keyboard and messages both go to a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def pick(entries: Sequence[Entry], keyboard: TextIO, screen: TextIO, width: int | None = None) -> list[Entry]:
    """Show the entries, the date and title of each, and ask which are wanted; none at the end of the input."""
    room = (width or _width()) - 16
    for number, entry in enumerate(entries, start=1):
        day = (entry.published or "")[:10]
        title = entry.title if len(entry.title) <= room else entry.title[: max(1, room - 1)] + "…"
        print(f"{number:>4} {day:<10} {title}", file=screen)
    while True:
        print(f"which? ({_HOW}) ", end="", file=screen, flush=True)
        line = keyboard.readline()
        if not line:
            print(file=screen)
            return []
        chosen = numbers_in(line, len(entries))
        if chosen is not None:
            return [entries[number - 1] for number in chosen]
        print(f"that is none of 1 to {len(entries)}: {_HOW}", file=screen)


def numbers_in(line: str, most: int) -> list[int] | None:
    """The numbers from 1 to `most` that a line names, in its order and each once; None where it names others."""
    words = line.replace(",", " ").split()
    if words == ["all"]:
        return list(range(1, most + 1))
    found: list[int] = []
    for word in words:
        match = _RANGE.fullmatch(word) if word.isascii() else None
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            return None
        found.extend(range(first, last + 1))
    return list(dict.fromkeys(found))


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        return 80
