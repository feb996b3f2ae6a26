"""Watching the files of a story: a change is told once it has come to rest, and nothing is sent while idle.

New files in the folders it came from are told as well; whether they are opened is for the editor to say.
"""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

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


def files_in(folders: Sequence[str]) -> frozenset[str]:
    """The paths of all that is in these folders and not hidden; nothing of a folder that cannot be listed."""
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError, ValueError), os.scandir(folder) as entries:
            found.update(entry.path for entry in entries if not entry.name.startswith("."))
    return frozenset(found)


class Watch:
    """Looks at files every so often, on a thread of its own: a slow disk never stops the desk.

    `changed` is called on that thread when a file differs from what it was and has stayed so for one look. A file
    that has gone is no change: its text stays on the desk until it is back. `came` is called with the paths of new
    files that could be articles, once they have been there for two looks, and again when these become more or fewer.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        came: Callable[[frozenset[str]], None] = lambda paths: None,
        seconds: float = SECONDS,
    ) -> None:
        self._changed = changed
        self._came = came
        self._seconds = seconds
        self._folders: tuple[str, ...] = ()
        self._there: frozenset[str] = frozenset()
        self._coming: frozenset[str] = frozenset()
        self._told: frozenset[str] = frozenset()
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

    def use_folders(self, folders: Sequence[str]) -> None:
        """Look for new files in these folders from now on: what is there now is not new."""
        with self._lock:
            self._folders = tuple(folders)
            self._there = files_in(self._folders)
            self._coming = self._told = frozenset()

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

    def look_for_new(self) -> frozenset[str] | None:
        """Look into the folders once; the new files that have come to rest, None where they were told already."""
        with self._lock:
            open_now = {os.path.realpath(path) for path in self._paths}
            new = (path for path in files_in(self._folders) - self._there if _may_be_article(path))
            now = frozenset(path for path in new if os.path.realpath(path) not in open_now)
            rested, self._coming = now & self._coming, now
            if rested == self._told:
                return None
            self._told = rested
        return rested

    def _run(self) -> None:
        while not self._ended.wait(self._seconds):
            if self.look():
                self._changed()
            if (came := self.look_for_new()) is not None:
                self._came(came)


def _may_be_article(path: str) -> bool:
    # Imported when first needed: that is after the first screen has been drawn.
    from tui.story.folders import SUFFIXES

    return path.lower().endswith(SUFFIXES) and not os.path.isdir(path)
