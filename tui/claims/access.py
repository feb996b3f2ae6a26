"""Getting at the store: reads, and writes in one transaction each, from any thread."""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from tui.claims.errors import damaged, explain
from tui.claims.file import StoreFile
from tui.claims.model import StoreError
from tui.claims.paths import default_editor
from tui.claims.transactions import committed

if TYPE_CHECKING:
    from tui.claims.journal import Journal

Result = TypeVar("Result")

_QUICKLY_COPIED = 4 * 1024 * 1024
"""Bytes of a store whose daily backup is made at once, with its first write; larger ones wait for the end."""


class Access:
    """A store's file and the one who uses it. Nothing is opened before it is needed."""

    def __init__(self, path: Path | str, *, editor: str | None = None, read_only: bool = False) -> None:
        self.path = Path(path).expanduser()
        self._editor = editor
        self.read_only = read_only
        self._file = StoreFile(self.path, read_only=read_only)
        self._lock = threading.RLock()
        self._wrote = False

    @property
    def editor(self) -> str:
        """Who uses the store: as named, else as the configuration file or the login says."""
        if self._editor is None:
            self._editor = default_editor()
        return self._editor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store can be used again and opens it anew. What was written is backed up."""
        with self._lock:
            if self._wrote:
                self._back_up()
            self._file.close()

    def writable(self) -> bool:
        """Whether something can be saved: the file and its folder may be written."""
        return self._file.writable()

    def exists(self) -> bool:
        """Whether there is a store yet; it comes into being with the first write."""
        with self._lock:
            return self._file.reader() is not None

    def read(self, read: Callable[[sqlite3.Connection], Result], absent: Result) -> Result:
        """What `read` finds in the store, `absent` while there is none."""
        with self._lock:
            connection = self._file.reader()
            if connection is None:
                return absent
            try:
                return read(connection)
            except (sqlite3.Error, OSError) as error:
                raise explain(error, self.path, writing=False) from error
            except (ValueError, TypeError, LookupError) as error:
                # SQLite does not notice every damage: a row that cannot be decoded is one.
                raise StoreError(damaged(self.path)) from error

    def write(self, write: "Callable[[Journal], Result]", *, automatic: bool = False) -> Result:
        """Run `write` in one transaction, which is committed when this returns and undone when it raises."""
        from tui.claims.journal import Journal

        with self._lock:
            with self._transaction() as connection:
                result = write(Journal(connection, self.editor, automatic=automatic))
            if not self._wrote:
                self._wrote = True
                if self.path.stat().st_size <= _QUICKLY_COPIED:
                    self._back_up()
        return result

    def _back_up(self) -> None:
        """Make the backup of the day, and with it forget texts of long ago that nothing needs."""
        from tui.claims.backup import backup_today
        from tui.claims.versions import prune

        # What was asked for is saved already: a full disk must not turn that into a failure.
        with suppress(StoreError, OSError):
            if backup_today(self.path) is not None:
                self.write(lambda journal: prune(journal.connection))

    def maintain(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do work on the whole file, which SQLite allows only outside transactions."""
        with self._lock:
            try:
                work(self._file.writer())
            except (sqlite3.Error, OSError) as error:
                raise explain(error, self.path, writing=True) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            with committed(self._begin()) as connection:
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise explain(error, self.path, writing=True) from error
        except json.JSONDecodeError as error:
            raise StoreError(damaged(self.path)) from error

    def _begin(self) -> sqlite3.Connection:
        while True:
            connection = self._file.writer()
            connection.execute("BEGIN IMMEDIATE")
            # A restore may have put another file at the path while this waited for the lock.
            if self._file.is_current():
                return connection
            connection.execute("ROLLBACK")
