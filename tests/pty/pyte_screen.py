"""The pyte terminal emulator behind the interface of ours: a second opinion written by somebody else."""

from __future__ import annotations

import re

import pyte

from tests.pty.emulator import Emulator, Look

_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?2026[hl]")
_HOME = re.compile(r"\x1b\[r")


class PyteScreen(Emulator):
    """Feeds both; what is seen is pyte's. Our own answers the queries and knows the modes."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width, height)
        self.pyte = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.pyte)

    def feed(self, text: str) -> None:
        held = self._rest
        super().feed(text)
        complete = (held + text)[: len(held) + len(text) - len(self._rest)]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", complete))

    def resize(self, width: int, height: int) -> None:
        super().resize(width, height)
        self.pyte.resize(height, width)

    def seen(self) -> list[list[tuple[str, Look]]]:
        return [[self._cell(column, row) for column in range(self.width)] for row in range(self.height)]

    def _cell(self, column: int, row: int) -> tuple[str, Look]:
        cell = self.pyte.buffer[row][column]
        flags = {name for name in ("bold", "italics", "underscore", "strikethrough", "reverse") if getattr(cell, name)}
        if cell.data == " " and not flags & {"underscore", "strikethrough", "reverse"}:
            return " ", Look(background=cell.bg)
        return cell.data, Look(frozenset(flags), cell.fg, cell.bg)
