"""Comparing in the background, with progress, so that the articles can be read meanwhile."""

import asyncio
import threading
from collections.abc import AsyncIterator

from tui.compare.engine import compare_story
from tui.compare.model import Comparison, Thresholds
from tui.story.model import Story

PROGRESS_SECONDS = 0.5


class Stopped(Exception):
    """The editor asked to stop comparing."""


class Comparing:
    """One comparison of a story at a time, in a thread of its own."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._stop = threading.Event()
        self._done = (0, 0)
        self._running = False

    async def run(self) -> AsyncIterator[tuple[str, Comparison | None]]:
        """Yield how far it is, twice a second, and at last an empty text with the comparison."""
        self._stop.clear()
        self._running = True
        task = asyncio.create_task(asyncio.to_thread(self._compare))
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=PROGRESS_SECONDS)
                if not task.done():
                    yield self._progress(), None
            comparison = task.result()
            yield "" if comparison else "not compared", comparison
        finally:
            self._running = False

    def stop(self) -> bool:
        """Stop as soon as the next pair of articles is done; whether anything was under way."""
        self._stop.set()
        return self._running

    def _compare(self) -> Comparison | None:
        try:
            return compare_story(self._story, Thresholds(), progress=self._report)
        except Stopped:
            return None

    def _report(self, done: int, total: int) -> None:
        self._done = (done, total)
        if self._stop.is_set():
            raise Stopped

    def _progress(self) -> str:
        done, total = self._done
        return f"comparing {done} of {total}, ctrl-c stops" if total else "comparing, ctrl-c stops"
