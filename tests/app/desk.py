"""The real desk under a pilot: a test says which keys go in, and reads the lines the screen then shows."""

import asyncio
import atexit
from collections.abc import AsyncIterator, Sequence, Sized
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tui.claims import Store
from tui.desk.app import DeskApp
from tui.desk.canvas import Canvas
from tui.desk.lines import Line, plain
from tui.desk.process.worker import Worker
from tui.desk.reading.state import Reading
from tui.desk.screens.panes import PanesScreen
from tui.settings import Settings
from tui.story import load

# One process compares for all tests: what takes long is its start.
WORKER = Worker()
atexit.register(WORKER.stop)
LOOK_AGAIN = 0.005
"""Seconds until a test looks again whether another process has done its part."""
NAMED = {"Enter": "enter", "Esc": "escape", "BS": "backspace", "Tab": "tab", "Right": "right", "Del": "delete"}


async def at_rest(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Wait until nothing on the event loop is left to run; the pilot's wait, but for what it waits for.

    Textual's own looks whether the process was idle for a fiftieth of a second, twice a key.
    """
    ready: Sized = vars(asyncio.get_running_loop())["_ready"]
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


@dataclass
class Desk:
    """A desk that is running; `press` takes keys as they are typed."""

    app: DeskApp
    pilot: Pilot[int]
    store: Store

    @property
    def panes(self) -> PanesScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, PanesScreen)
        return screen

    @property
    def reading(self) -> Reading:
        return self.panes.reading

    @property
    def lines(self) -> list[str]:
        """The screen as text, trailing blanks left out."""
        return [plain(line).rstrip() for line in self.app.screen.query_one(Canvas).lines]

    @property
    def spans(self) -> Sequence[Line]:
        """The screen as it is drawn, with its roles."""
        return self.app.screen.query_one(Canvas).lines

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        return self.lines[-1]

    async def press(self, *keys: str) -> None:
        """Type keys; a word like "]c" is typed letter by letter, names of keys are pressed as such."""
        for key in keys:
            presses = [NAMED[key]] if key in NAMED else [key] if "+" in key[1:] else list(key)
            await self.pilot.press(*presses)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type text into a prompt."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Change the size of the screen, and wait until it is drawn in that size."""
        await self.pilot.resize_terminal(width, height)
        while self.app.screen.query_one(Canvas).size != (width, height):
            await self.pilot.pause(LOOK_AGAIN)
        await self.pilot.pause()

    async def compared(self) -> None:
        """Wait until the comparison is done, and what else is to be found."""
        while self.reading.index.comparison is None or self.panes.desk.comparing.survey is None:
            assert not self.panes.notice.error, self.panes.notice.message
            await self.pilot.pause(LOOK_AGAIN)
        await self.pilot.pause()


@asynccontextmanager
async def open_desk(
    sources: Sequence[Path],
    store: Path,
    size: tuple[int, int] = (80, 24),
    panes: int | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Desk]:
    """A desk on these sources, compared, with its claims in the file `store`."""
    story = load([str(source) for source in sources])
    with Store(store, editor="mk") as claims:
        app = DeskApp(story, claims, WORKER, panes, settings)
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot, claims)
            await desk.compared()
            yield desk
