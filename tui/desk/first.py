"""The first screen: the articles as soon as they are read, drawn while Textual is still being imported."""

import os
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from types import FrameType

from tui.desk.crash import log_crash
from tui.desk.draw.drawer import draw_drawer
from tui.desk.draw.panes import BAR, draw_panes
from tui.desk.draw.status import Notice, draw_status
from tui.desk.driver.first import FirstScreen
from tui.desk.lines import Line, width_of
from tui.desk.reading.geometry import Geometry
from tui.desk.reading.keeping import restore
from tui.desk.reading.linking import settle
from tui.desk.reading.seen import note_seen
from tui.desk.reading.state import set_drawer, start_reading
from tui.desk.session import recall_story
from tui.desk.themes import Theme, colour_depth, sgr_of
from tui.settings.model import DeskSettings
from tui.story.model import Story

_KNOWN_DRIVERS = ("", "quiet")
_PATIENCE = 1.0
_HEAD_START, _ALONE = 0.4, 1.0
"""Seconds the first screen has before the rest of the desk is imported, with processors to share and with one."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the desk is to open: the number of panes asked for, drawer and lock, the look, and who is at the desk.

    `store` is where the claims are kept, and beside them where each story was left.
    """

    panes: int | None
    desk: DeskSettings
    theme: Theme
    editor: str
    store: Path


def can_draw_first() -> bool:
    """Whether a first screen is safe: a terminal at both ends, and this project's driver to go on with."""
    wish = os.environ.get("COPYDESK_DRIVER", "")
    ends = all(os.isatty(descriptor) for descriptor in (0, 1, 2))
    return ends and wish in _KNOWN_DRIVERS and not os.environ.get("TEXTUAL_DRIVER")


def first_lines(story: Story, wishes: Wishes, width: int, height: int) -> Sequence[Line] | None:
    """What the panes show before anything is compared or tagged; None where there is no room for them."""
    geometry = Geometry(width, height, len(story.articles), wishes.panes)
    if geometry.too_small:
        return None
    reading = start_reading(story, geometry)
    set_drawer(reading, wishes.desk.drawer)
    reading.locked = wishes.desk.lock
    restore(reading, recall_story(wishes.store, wishes.editor, story.id))
    settle(reading)
    note_seen(reading)
    drawer = draw_drawer(reading, {})
    panes = draw_panes(reading, {})
    return [*panes[: height - 1 - len(drawer)], *drawer, draw_status(reading, wishes.editor, Notice())]


def frame_of(lines: Sequence[Line], theme: Theme, depth: int) -> str:
    """Lines as one of the frames that a terminal driver is given, the cursor on the passage it is on."""
    parts: list[str] = []
    for number, line in enumerate(lines, 1):
        parts.append(f"\x1b[{number};1H")
        for span in line:
            look = sgr_of(theme.look(span.role), depth)
            parts.append(f"\x1b[0;{look}m{span.text}" if look else f"\x1b[0m{span.text}")
    column, row = _cursor(lines)
    parts.append(f"\x1b[0m\x1b[{row + 1};{column + 1}H")
    return "".join(parts)


def _cursor(lines: Sequence[Line]) -> tuple[int, int]:
    """Column and row of the first bar beside the passage under the cursor."""
    for row, line in enumerate(lines):
        for number, span in enumerate(line):
            if span == (BAR, "cursor"):
                return width_of(line[:number]), row
    return 0, 0


class Opening:
    """Reads the sources and draws the first screen in a thread, while the caller imports the rest of the desk.

    `read` gives the story, or None once what it is given says that it has been given up.
    """

    def __init__(self, read: Callable[[Callable[[], bool]], Story | None], wishes: Wishes) -> None:
        self.screen: FirstScreen | None = None
        self._read = read
        self._wishes = wishes
        self._story: Story | None = None
        self._error: Exception | None = None
        self._until: float | None = None
        self._signals = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
        for number, before in self._signals.items():
            if before is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        self._thread = threading.Thread(target=self._run, name="copydesk-opening", daemon=True)
        self._thread.start()
        # What is to be seen first comes first: the caller's imports would take processor time from it.
        self._thread.join(_HEAD_START if _processors() > 1 else _ALONE)

    def _run(self) -> None:
        try:
            self._story = self._read(lambda: self._until is not None and monotonic() > self._until)
        except Exception as error:
            self._error = error
            return
        if self._story is None or not can_draw_first():
            return
        try:
            self._draw(self._story)
        except Exception:
            # The desk opens without it; the log knows why.
            log_crash()
            if self.screen is not None:
                self.screen.give_back()
                self.screen = None

    def _draw(self, story: Story) -> None:
        width, height = os.get_terminal_size(1)
        lines = first_lines(story, self._wishes, width, height)
        if lines is not None:
            frame = frame_of(lines, self._wishes.theme, colour_depth())
            self.screen = FirstScreen(width, height)
            self.screen.take()
            self.screen.draw(frame)

    def story(self, seconds: float | None) -> Story | None:
        """The story, once it has been read; None if that takes longer than so many seconds from now.

        Raises:
            Exception: whatever reading raised.
        """
        if seconds is not None:
            self._until = monotonic() + seconds
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._story

    def close(self) -> None:
        """Give the terminal back if the desk has not taken it over, and signals their old meaning."""
        self._thread.join(_PATIENCE)
        if self.screen is not None:
            self.screen.give_back()
        for number, before in self._signals.items():
            signal.signal(number, before)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self.screen is not None:
            self.screen.drop()
        os._exit(128 + number)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
