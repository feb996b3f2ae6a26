"""The writer keeps order, merges late frames, and stops when the line is gone. Real pipes and ptys, real threads."""

import os
import pty
import threading
from collections.abc import Iterator

import pytest

from tests.pty.emulator import Emulator
from tui.desk.driver.cells import Artist, Grid, empty_grid
from tui.desk.driver.writer import ENTER_SCREEN, LEAVE_SCREEN, ScreenWriter

WIDTH, HEIGHT = 80, 24


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    for descriptor in (reading, writing):
        try:
            os.close(descriptor)
        except OSError:
            continue


def full(letter: str) -> Grid:
    """A screen full of one letter."""
    rows = "".join(f"\x1b[{row};1H{letter * WIDTH}" for row in range(1, HEIGHT + 1))
    return Artist().draw(empty_grid(WIDTH, HEIGHT), rows + "\x1b[1;1H")


def read_all(descriptor: int) -> str:
    parts = []
    while data := os.read(descriptor, 65536):
        parts.append(data)
    return b"".join(parts).decode()


def test_raw_writes_keep_their_order_and_their_place_between_frames(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    for item in ("\x1b[?25l", full("a"), "\x1b]52;c;eA==\x07", "unknown text", full("b"), "\x07"):
        if isinstance(item, str):
            writer.raw(item)
        else:
            writer.frame(item)
    writer.start()
    writer.stop()
    os.close(pipe[1])
    sent = read_all(pipe[0])
    marks = ["\x1b[?25l", "aaaa", "\x1b]52;c;eA==\x07", "unknown text", "bbbb", "\x07"]
    places = [sent.index(mark) for mark in marks[:-1]]
    assert places == sorted(places)
    assert sent.endswith("\x07")


def test_after_unknown_bytes_everything_is_drawn_again(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    for item in (full("a"), "garbage", full("a")):
        writer.raw(item) if isinstance(item, str) else writer.frame(item)
    writer.start()
    writer.stop()
    os.close(pipe[1])
    emulator = Emulator(WIDTH, HEIGHT)
    emulator.feed(read_all(pipe[0]))
    assert emulator.lines == ["a" * WIDTH] * HEIGHT


def test_frames_that_wait_are_replaced_by_the_newest(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    for letter in "abcdefgh":
        writer.frame(full(letter))
        writer.raw("\x07")
    writer.start()
    writer.stop()
    os.close(pipe[1])
    sent = read_all(pipe[0])
    assert sent.count("\x07") == 8
    assert "hhhh" in sent
    assert not any(letter * 4 in sent for letter in "abcdefg")


def test_a_blocked_line_merges_what_comes_meanwhile(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    writer.start()
    letters = "abcdefghijklmnopqrstuvwxyz" * 10
    for letter in letters:
        writer.frame(full(letter))
    emulator = Emulator(WIDTH, HEIGHT)

    def close() -> None:
        writer.stop(20.0)
        os.close(pipe[1])

    closing = threading.Thread(target=close)
    closing.start()
    sent = read_all(pipe[0])
    closing.join()
    emulator.feed(sent)
    assert emulator.lines == [letters[-1] * WIDTH] * HEIGHT
    assert len(sent) < len(letters) * WIDTH * HEIGHT


def test_nothing_is_written_for_a_frame_that_changes_nothing(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    writer.start()
    writer.frame(full("a"))
    writer.raw("\x07")
    sent = b""
    while b"\x07" not in sent:
        sent += os.read(pipe[0], 65536)
    writer.frame(full("a"))
    writer.stop()
    os.close(pipe[1])
    assert read_all(pipe[0]) == ""


def test_a_frame_that_waits_when_the_screen_is_left_is_dropped(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    for item in (ENTER_SCREEN, full("a"), LEAVE_SCREEN):
        writer.raw(item) if isinstance(item, str) else writer.frame(item)
    writer.start()
    writer.stop()
    os.close(pipe[1])
    assert read_all(pipe[0]) == ENTER_SCREEN + LEAVE_SCREEN


def test_longer_updates_stand_between_synchronized_output_marks(pipe: tuple[int, int]) -> None:
    writer = ScreenWriter(pipe[1])
    writer.frame(full("a"), synchronized=True)
    writer.start()
    writer.stop()
    os.close(pipe[1])
    sent = read_all(pipe[0])
    assert sent.startswith("\x1b[?2026h")
    assert sent.endswith("\x1b[?2026l")
    assert sent.count("\x1b[?2026") == 2


def test_a_line_that_has_gone_ends_the_writer() -> None:
    ours, theirs = pty.openpty()
    gone = threading.Event()
    writer = ScreenWriter(theirs, on_gone=gone.set)
    os.close(ours)
    writer.start()
    writer.frame(full("a"))
    assert gone.wait(10)
    writer.stop()
    assert not writer.is_alive()
    os.close(theirs)
