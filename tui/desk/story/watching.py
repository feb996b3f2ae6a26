"""Watching the files of a story: a change is told once it has come to rest, and nothing is sent while idle.

New files in the folders it came from are told as well; whether they are opened is for the editor to say.
"""

import os
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress

SECONDS = 2.0
Stamp = tuple[int, int, int] | None


def stamps(paths: Collection[str]) -> Mapping[str, Stamp]:
    """Modification time, size and inode of files; None for one that is not there."""
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            status = os.stat(path)
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        except (OSError, ValueError):
            found[path] = None
    return found


def articles_in(folders: Sequence[str]) -> frozenset[str]:
    """The real paths of what a reading of these folders could open; nothing of a folder that cannot be listed."""
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError, ValueError):
            root = os.path.realpath(folder)
            with os.scandir(root) as entries:
                found.update([path for entry in entries if (path := _article(entry, root)) is not None])
    return frozenset(found)


class Watch:
    """Looks at files every so often, on a thread of its own: a slow disk never stops the desk.

    `changed` is called on that thread when a file differs from what it was and has stayed so for one look. A file
    that has gone is no change: its text stays on the desk until it is back. `came` is called with the real paths of
    new files that could be articles, once they have stayed the same for two looks, and again when these become more
    or fewer. What the desk calls touches no disk and waits for none.
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
        self._there: frozenset[str] | None = frozenset()
        self._coming: Mapping[str, Stamp] = {}
        self._told: frozenset[str] = frozenset()
        self._paths: tuple[str, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._known: Mapping[str, Stamp] = {}
        self._moving: Mapping[str, Stamp] | None = None
        # Held for what is above alone, and never while the disk is asked; `_looking` keeps one look from another.
        self._lock = threading.Lock()
        self._looking = threading.RLock()
        self._woken = threading.Event()
        self._ended = threading.Event()

    @property
    def told(self) -> frozenset[str]:
        """The new files that were told and not passed over."""
        with self._lock:
            return self._told

    def use(self, paths: Sequence[str]) -> None:
        """Watch these files from now on: those watched before from how they were seen last, others as they are."""
        with self._lock:
            self._paths = tuple(paths)
            self._opened |= set(paths)
            self._known = {path: stamp for path, stamp in self._known.items() if path in self._paths}
            self._moving = None
        self._woken.set()

    def use_folders(self, folders: Sequence[str]) -> None:
        """Look for new files in these folders from now on: what is there now is not new."""
        with self._lock:
            self._folders, self._there = tuple(folders), None
            self._coming, self._told = {}, frozenset()
        self._woken.set()

    def pass_over(self, paths: frozenset[str]) -> int:
        """Take these files for new no more; how many remain of those that were told."""
        with self._lock:
            if self._there is not None:
                self._there |= paths
            self._told -= paths
            return len(self._told)

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._run, daemon=True, name="copydesk-watch").start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._woken.set()

    def look(self) -> bool:
        """Look once; whether files have changed and come to rest."""
        with self._looking:
            self._take_stock()
            with self._lock:
                paths = self._paths
            now = stamps(paths)
            with self._lock:
                if paths != self._paths:
                    return False
                different = any(stamp is not None and stamp != self._known.get(path) for path, stamp in now.items())
                rested = different and now == self._moving
                self._moving = now if different and not rested else None
                if rested:
                    self._known = now
            return rested

    def look_for_new(self) -> frozenset[str] | None:
        """Look into the folders once; the new files that have come to rest, None where they were told already."""
        with self._looking:
            self._take_stock()
            with self._lock:
                folders, there, opened, told = self._folders, self._there, self._opened, self._told
            new = articles_in(folders) - (there or frozenset())
            now = stamps(new - {os.path.realpath(path) for path in opened} if new else ())
            with self._lock:
                if self._there is None:
                    return None
                # One that is told stays told, whatever is written to it after that.
                still = {path for path, stamp in now.items() if path in told or _rests(stamp, self._coming.get(path))}
                rested, self._coming = still - self._there, now
                if rested == self._told:
                    return None
                self._told = frozenset(rested)
                return self._told

    def _take_stock(self) -> None:
        """Keep how files and folders are that are watched from now on."""
        with self._looking:
            with self._lock:
                paths = [path for path in self._paths if path not in self._known]
                folders = self._folders if self._there is None else None
            found = stamps(paths)
            there = None if folders is None else articles_in(folders)
            with self._lock:
                self._known = {**found, **self._known}
                if folders == self._folders and self._there is None:
                    self._there = there

    def _run(self) -> None:
        while not self._ended.is_set():
            if self._woken.wait(self._seconds):
                self._woken.clear()
                self._take_stock()
                continue
            if self.look():
                self._changed()
            if (came := self.look_for_new()) is not None:
                self._came(came)


def _rests(now: Stamp, before: Stamp) -> bool:
    """Whether a file is as it was one look before, and has something in it: an empty one is still to be written."""
    return now is not None and now == before and now[1] > 0


def _article(entry: os.DirEntry[str], root: str) -> str | None:
    """The real path of what a reading of the folder `root` could open: a file, or a link to one inside the folder."""
    # Imported when first needed: that is after the first screen has been drawn.
    from tui.story.folders import SUFFIXES

    if entry.name.startswith(".") or not entry.name.lower().endswith(SUFFIXES):
        return None
    try:
        if not entry.is_file():
            return None
        path = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
        return path if os.path.commonpath([path, root]) == root else None
    except (OSError, ValueError):
        return None
