"""Watching the files of a story: a change is told once it has come to rest, and nothing is sent while idle."""

import os
import threading
from collections.abc import Callable, Mapping, Sequence

SECONDS = 2.0
Stamp = tuple[int, int, int] | None


def stamps(paths: Sequence[str]) -> Mapping[str, Stamp]:
    """Modification time, size and inode of files; None for one that is not there."""
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            status = os.stat(path)
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        except (OSError, ValueError):
            found[path] = None
    return found


class Watch:
    """Looks at files every so often, on a thread of its own: a slow disk never stops the desk.

    `changed` is called on that thread when a file differs from what it was and has stayed so for one look. A file
    that has gone is no change: its text stays on the desk until it is back.
    """

    def __init__(self, changed: Callable[[], None], seconds: float = SECONDS) -> None:
        self._changed = changed
        self._seconds = seconds
        self._paths: tuple[str, ...] = ()
        self._known: Mapping[str, Stamp] = {}
        self._moving: Mapping[str, Stamp] | None = None
        self._lock = threading.Lock()
        self._ended = threading.Event()

    def use(self, paths: Sequence[str]) -> None:
        """Watch these files from now on, as they are now."""
        with self._lock:
            self._paths = tuple(paths)
            self._known, self._moving = stamps(self._paths), None

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._run, daemon=True, name="copydesk-watch").start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()

    def look(self) -> bool:
        """Look once; whether files have changed and come to rest."""
        with self._lock:
            now = stamps(self._paths)
            different = any(stamp is not None and stamp != self._known.get(path) for path, stamp in now.items())
            rested = different and now == self._moving
            self._moving = now if different and not rested else None
            if rested:
                self._known = now
        return rested

    def _run(self) -> None:
        while not self._ended.wait(self._seconds):
            if self.look():
                self._changed()
