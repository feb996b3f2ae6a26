"""What is typed, read from the terminal until told to stop: at once, and without waking for nothing."""

from __future__ import annotations

import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Protocol

from textual.message import Message

_CHUNK = 4096
_OPEN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[^\x1b\[][^\x1b]{0,30})?\Z", re.DOTALL)
_REPORT = re.compile(r"\x1b\[[0-9;:<=>?]+[ -/]*\Z")
_PATIENCE = 1.0
"""Seconds that the rest of a report may take: no hand types its beginning, so a slow line has cut it in two."""


class Parser(Protocol):
    """Turns characters into messages; `tick` gives what an escape becomes when nothing has followed it in time."""

    def feed(self, data: str, /) -> Iterable[Message]:
        """Take characters."""

    def tick(self) -> Iterable[Message]:
        """Take note that time has passed."""


class Keyboard:
    """Reads one terminal in the calling thread; `stop`, from any thread, ends that within a moment.

    `escape_delay`: seconds after which an escape that nothing followed is the key, not the beginning of one.
    """

    def __init__(self, descriptor: int, parser: Parser, escape_delay: float) -> None:
        self._descriptor = descriptor
        self._parser = parser
        self._delay = escape_delay
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._asleep, self._wake = os.pipe()
        self._tail = ""

    def read(self, take: Callable[[Message], object]) -> bool:
        """Hand all messages to `take` until stopped; False if the line has gone.

        What was typed before `stop` but not read is left to whoever reads the terminal next.
        """
        patience: float | None = None
        while True:
            readable = select.select([self._descriptor, self._asleep], [], [], patience)[0]
            if self._asleep in readable:
                return True
            if not readable:
                messages, patience, self._tail = self._parser.tick(), None, ""
            else:
                text = self._read()
                if text is None:
                    return False
                messages = self._parser.feed(text) if text else ()
                patience = self._patience(text)
            for message in messages:
                take(message)

    def stop(self) -> None:
        """End the reading."""
        with suppress(OSError):
            os.write(self._wake, b"x")

    def close(self) -> None:
        """Let the pipe go, once the reading has ended."""
        for descriptor in (self._asleep, self._wake):
            os.close(descriptor)

    def _read(self) -> str | None:
        """What has come; None if the line has gone."""
        try:
            data = os.read(self._descriptor, _CHUNK)
        except BlockingIOError:
            return ""
        except OSError:
            return None
        return self._decode(data) if data else None

    def _patience(self, text: str) -> float | None:
        """How long to wait for the rest of what has begun; None if nothing has."""
        begun = _OPEN.search(self._tail + text)
        self._tail = begun[0] if begun else ""
        if not begun:
            return None
        return _PATIENCE if _REPORT.fullmatch(begun[0]) else self._delay
