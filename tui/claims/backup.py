"""Copies of the store: on demand, once a day, and back."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from tui.claims.clock import now
from tui.claims.errors import explain
from tui.claims.file import connect
from tui.claims.model import StoreError
from tui.claims.paths import backup_folder
from tui.claims.schema import version_of

KEPT_BACKUPS = 7
_SIDE_FILES = ("-journal", "-wal", "-shm")


def backup(store: Path, target: Path, *, force: bool = False) -> Path:
    """Copy the store to `target`, whole or not at all; others may go on writing meanwhile.

    Raises:
        StoreError: there is no store, the target is there and `force` is not given, or it cannot be written.
    """
    if not store.exists():
        raise StoreError(f"there is nothing to back up: {store} does not exist")
    if target.exists() and not force:
        raise StoreError(f"{target} is there already: choose another name or add --force")
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        partial.unlink(missing_ok=True)
        with _opened(store, store) as connection:
            connection.execute("VACUUM INTO ?", (str(partial),))
        os.chmod(partial, stat.S_IMODE(store.stat().st_mode))
        _require_whole(partial)
        _sync(partial)
        os.replace(partial, target)
        _sync(target.parent)
    except OSError as error:
        raise explain(error, target, writing=True) from error
    finally:
        partial.unlink(missing_ok=True)
    return target


def backup_today(store: Path) -> Path | None:
    """Make today's backup beside the store unless there is one, and remove all but the last seven."""
    folder = backup_folder(store)
    target = folder / f"{store.stem}-{date.today().isoformat()}.db"
    if target.exists() or not store.exists() or not store.stat().st_size:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, folder, writing=True) from error
    made = backup(store, target, force=True)
    for old in backups(store)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)
    return made


def backups(store: Path) -> list[Path]:
    """The daily backups of the store, youngest first."""
    pattern = f"{store.stem}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"
    return sorted(backup_folder(store).glob(pattern), reverse=True)


def restore(source: Path, store: Path) -> Path | None:
    """Put a backup in the place of the store; the store there was is kept beside it, and its name returned.

    Raises:
        StoreError: the backup is damaged, foreign or newer, or the store's folder cannot be written.
    """
    if not source.exists():
        raise StoreError(f"there is no backup {source}")
    # A link that stands for the store stays one: what it points to is exchanged.
    store = Path(os.path.realpath(store))
    if store.exists() and source.samefile(store):
        raise StoreError(f"{source} is the store itself: name one of its backups")
    if store.exists():
        _require_file(store)
    partial = store.with_name(f".{store.name}.{os.getpid()}.partial")
    try:
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with _opened(source, source) as connection:
            if version_of(connection, source) == 0:
                raise StoreError(f"{source} is empty: it is no backup of a store")
            connection.execute("VACUUM INTO ?", (str(partial),))
        _require_whole(partial)
        os.chmod(partial, stat.S_IMODE(store.stat().st_mode) if store.exists() else 0o600)
        _sync(partial)
        return _exchange(partial, store)
    except OSError as error:
        raise explain(error, store, writing=True) from error
    finally:
        partial.unlink(missing_ok=True)


def _exchange(partial: Path, store: Path) -> Path | None:
    """Rename `partial` to the store's name while nobody writes; what was there stays under another name."""
    if not store.exists():
        os.replace(partial, store)
        _sync(store.parent)
        return None
    kept = _free_name(store)
    with _writers_kept_out(store):
        _set_aside(store, kept)
        for suffix in _SIDE_FILES:
            # A journal left by a crash belongs to the old file: it would spoil the new one.
            side = store.with_name(store.name + suffix)
            if side.exists():
                os.replace(side, kept.with_name(kept.name + suffix))
        os.replace(partial, store)
        _sync(store.parent)
    return kept


def _free_name(store: Path) -> Path:
    moment = now()[:19].replace(":", "").replace("-", "")
    name, count = f"{store.name}.before-restore-{moment}", 1
    while (path := store.with_name(name if count == 1 else f"{name}-{count}")).exists():
        count += 1
    return path


def _set_aside(store: Path, kept: Path) -> None:
    # Copying would open and close the file, and closing it would drop the lock held on it.
    try:
        os.link(store, kept)
    except OSError:
        os.replace(store, kept)


@contextmanager
def _writers_kept_out(store: Path) -> Iterator[None]:
    """Hold the lock of the store, where it is whole enough to have one; it also rolls back a hot journal."""
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(store, "rw")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
            connection = None
        if "locked" in str(error):
            raise explain(error, store, writing=True) from error
    try:
        yield
    finally:
        if connection is not None:
            connection.close()


@contextmanager
def _opened(path: Path, named: Path) -> Iterator[sqlite3.Connection]:
    _require_file(path)
    try:
        # A journal left by a crash can only be rolled back by a connection that may write.
        with closing(connect(path, "rw" if os.access(path, os.W_OK) else "ro")) as connection:
            version_of(connection, named)
            yield connection
    except sqlite3.Error as error:
        raise explain(error, named, writing=False) from error


def _require_file(path: Path) -> None:
    # A pipe would be waited for, and a device of zeros looks like an empty store.
    if not path.is_file():
        raise StoreError(f"{path} is no file: name another")


def _require_whole(copy: Path) -> None:
    with closing(connect(copy, "ro")) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreError(f"the copy is not whole ({found}): nothing was replaced; run `copydesk claims check`")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
