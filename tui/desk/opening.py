"""Reading the sources in the background, so that the desk can be left while that takes long."""

import threading
from collections.abc import Sequence

from tui.story import load
from tui.story.model import Story


class Given(Exception):
    """The editor gave up waiting."""


class Opening:
    """The sources being read into a story, in a thread of its own."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.sources = tuple(sources)
        self.count = 0
        self.story: Story | None = None
        self.error: Exception | None = None
        self._stop = False
        self._thread = threading.Thread(target=self._read, name="copydesk-opening", daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait so long at most, for ever if None; whether all is read."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Give up after the article being read."""
        self._stop = True

    def _read(self) -> None:
        try:
            self.story = load(self.sources, progress=self._report)
        except Given:
            return
        except Exception as error:
            self.error = error

    def _report(self, count: int) -> None:
        self.count = count
        if self._stop:
            raise Given
