"""What is typed arrives whole, in order and at once, however a slow line cuts it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from threading import Thread
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.desk.driver.keyboard import Keyboard

LIMIT = 10.0


@dataclass
class Line:
    """A keyboard being read in a thread; `messages` are all it gave so far."""

    end: int
    keyboard: Keyboard
    messages: list[Message] = field(default_factory=list)
    gone: bool = False

    def __post_init__(self) -> None:
        self.thread = Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        self.gone = not self.keyboard.read(self.messages.append)

    def type(self, data: bytes) -> None:
        os.write(self.end, data)

    def told(self) -> list[str]:
        """Keys by name, pasted text in guillemets, reports as places."""
        return [_told(message) for message in self.messages]

    def wait(self, count: int) -> list[str]:
        """Wait until so many messages came."""
        end = perf_counter() + LIMIT
        while len(self.messages) < count and perf_counter() < end:
            self.thread.join(0.001)
        return self.told()


def _told(message: Message) -> str:
    if isinstance(message, events.Key):
        return message.key
    if isinstance(message, events.Paste):
        return f"«{message.text}»"
    if isinstance(message, events.CursorPosition):
        return f"{message.x},{message.y}"
    return type(message).__name__


def open_line(escape_delay: float = 0.1) -> Line:
    reading, writing = os.pipe()
    return Line(writing, Keyboard(reading, XTermParser(), escape_delay))


def close(line: Line) -> None:
    line.keyboard.stop()
    line.thread.join(LIMIT)
    assert not line.thread.is_alive()
    os.close(line.end)
    os.close(line.keyboard._descriptor)
    line.keyboard.close()


@pytest.fixture
def line() -> Iterator[Line]:
    opened = open_line()
    yield opened
    close(opened)


def test_an_escape_that_nothing_follows_is_the_key(line: Line) -> None:
    line.type(b"\x1b")
    assert line.wait(1) == ["escape"]
    line.type(b"j")
    assert line.wait(2) == ["escape", "j"]


def test_a_report_cut_in_two_by_a_slow_line_is_no_keys(line: Line) -> None:
    line.type(b"\x1b[12;")
    line.thread.join(0.3)
    line.type(b"40R")
    assert line.wait(1) == ["39,11"]


def test_pasted_text_is_one_message_however_long(line: Line) -> None:
    text = "ü漢 ]c q\n" * 3000
    data = f"j\x1b[200~{text}\x1b[201~k".encode()
    for start in range(0, len(data), 1000):
        line.type(data[start : start + 1000])
    assert line.wait(3) == ["j", f"«{text}»", "k"]


def test_bytes_that_are_no_text_do_not_end_the_reading(line: Line) -> None:
    line.type(b"\xff\xfe")
    line.type(b"j")
    assert line.wait(3)[-1] == "j"


def test_a_line_that_has_gone_is_told_from_being_stopped() -> None:
    gone, stopped = open_line(), open_line()
    os.close(gone.end)
    gone.thread.join(LIMIT)
    assert gone.gone
    close(stopped)
    assert not stopped.gone


SEQUENCES = ["j", "G", "\x1b[A", "\x1b[6~", "\x1bOP", "ü", "漢", "\r", "\x7f", "\x05", "\x1b[3;7R"]
SEQUENCES += ["\x1b[200~a b\x1b[201~"]


@given(st.lists(st.sampled_from(SEQUENCES), min_size=1, max_size=12), st.sets(st.integers(1, 80), max_size=12))
@settings(max_examples=40, deadline=None)
def test_wherever_the_line_cuts_what_is_typed_the_same_arrives(typed: list[str], cuts: set[int]) -> None:
    data = "".join(typed).encode()
    whole = [_told(message) for message in XTermParser().feed("".join(typed) + "q")]
    line = open_line(escape_delay=LIMIT)
    places = [0, *sorted(cut for cut in cuts if cut < len(data)), len(data)]
    for start, end in pairwise(places):
        line.type(data[start:end])
    line.type(b"q")
    assert line.wait(len(whole)) == whole
    close(line)
