"""The store's file: opened when first needed, created when first written, never followed to another file."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from tui.claims.errors import explain
from tui.claims.model import StoreError
from tui.claims.schema import VERSION, migrate, version_of

BUSY_SECONDS = 5.0
"""How long a writer waits for another before it gives up."""


class StoreFile:
    """A SQLite file and the connection to it; not safe for several threads at once by itself."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._connection: sqlite3.Connection | None = None
        self._writable = False
        self._identity: tuple[int, int] | None = None

    def reader(self) -> sqlite3.Connection | None:
        """A connection to read from; None while there is no store. Creates nothing.

        Raises:
            StoreError: the file is damaged, foreign, newer, or may not be read.
        """
        identity = _identity(self.path)
        if identity is None:
            self.close()
            return None
        if self._connection is None or identity != self._identity:
            self.close()
            self._open(identity)
        return self._connection

    def writer(self) -> sqlite3.Connection:
        """A connection to write to; the file and its folder are created where they are missing.

        Raises:
            StoreError: as `reader`, or the store or its folder is read-only.
        """
        if self.read_only:
            raise StoreError(f"nothing was saved, {self.path} was opened for reading only")
        if _identity(self.path) is None:
            self.close()
            _create(self.path)
        connection = self.reader()
        if connection is None or not self._writable:
            raise explain(PermissionError(13, "read-only"), self.path, writing=True)
        return connection

    def writable(self) -> bool:
        """Whether the file could be written, or be made where there is none yet."""
        if self.read_only:
            return False
        folder = self.path.absolute().parent
        if os.path.lexists(self.path):
            return os.access(self.path, os.W_OK) and os.access(folder, os.W_OK)
        there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
        return os.access(there, os.W_OK)

    def is_current(self) -> bool:
        """Whether the open connection still belongs to the file at the path, which a restore replaces."""
        return self._connection is not None and _identity(self.path) == self._identity

    def close(self) -> None:
        """Close the connection; the next use opens the file again."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._identity = None, None

    def _open(self, identity: tuple[int, int]) -> None:
        writable = not self.read_only and os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)
        connection = None
        try:
            connection = connect(self.path, "rw") if writable else _connect_to_read(self.path)
            version = version_of(connection, self.path)
            if version < VERSION:
                connection = self._upgrade(connection, version, writable)
        except (sqlite3.Error, OSError) as error:
            if connection is not None:
                connection.close()
            raise explain(error, self.path, writing=False) from error
        except StoreError:
            if connection is not None:
                connection.close()
            raise
        self._connection, self._writable, self._identity = connection, writable, identity

    def _upgrade(self, connection: sqlite3.Connection, version: int, writable: bool) -> sqlite3.Connection:
        if not writable:
            # An older store that may not be changed is read from an upgraded copy in memory.
            copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            try:
                connection.backup(copy)
                migrate(copy, self.path)
            except (sqlite3.Error, StoreError):
                copy.close()
                raise
            connection.close()
            return copy
        if version:
            _keep_before_upgrade(connection, self.path, version)
        migrate(connection, self.path)
        return connection


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """An open connection in autocommit mode with the settings every use of the store relies on."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        # EXTRA also syncs the folder after the journal is removed: a commit survives a power cut.
        for setting in (
            "foreign_keys = ON",
            "synchronous = EXTRA",
            "cache_size = -16384",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    try:
        return connect(path, "ro")
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_READONLY"):
            raise
    return _after_crash(path)


def _after_crash(path: Path) -> sqlite3.Connection:
    """A connection to read a store whose last writer was killed: its journal has to be rolled back first."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        connect(path, "rw").close()
        return connect(path, "ro")
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with TemporaryDirectory() as folder:
        for suffix in ("", "-journal"):
            copyfile(f"{path}{suffix}", Path(folder) / f"{path.name}{suffix}")
        with closing(connect(Path(folder) / path.name, "rw")) as copy:
            copy.backup(memory)
    return memory


def _keep_before_upgrade(connection: sqlite3.Connection, path: Path, version: int) -> None:
    kept = path.with_name(f"{path.name}.version-{version}.bak")
    if kept.exists():
        return
    partial = kept.with_name(f"{kept.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(partial),))
    os.chmod(partial, stat.S_IMODE(path.stat().st_mode))
    os.replace(partial, kept)


def _create(path: Path) -> None:
    """An empty file only its owner may read; group members too where the folder is set up for sharing."""
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shared = stat.S_ISGID | stat.S_IWGRP
        mode = 0o660 if path.parent.stat().st_mode & shared == shared else 0o600
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
        except FileExistsError:
            return
        try:
            os.fchmod(handle, mode)
        finally:
            os.close(handle)
    except OSError as error:
        raise explain(error, path, writing=True) from error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise explain(error, path, writing=False) from error
    # A pipe would be waited for, and a device of zeros looks like an empty store.
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{path} is no file: name another with --store")
    return found.st_dev, found.st_ino
