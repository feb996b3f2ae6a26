"""What went wrong in SQLite or in the file system, as one sentence for the editor."""

import errno
import sqlite3
from pathlib import Path

from tui.claims.model import StoreError
from tui.claims.paths import backup_folder

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE")
_READ_ONLY = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def explain(error: sqlite3.Error | OSError, path: Path, *, writing: bool) -> StoreError:
    """The sentence for `error`, which came up while reading or writing the store at `path`."""
    if isinstance(error, OSError):
        return StoreError(_system(error, path, writing))
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(_DAMAGED) or "malformed" in str(error):
        return StoreError(damaged(path))
    if name.startswith(_BUSY):
        return StoreError(f"{path} is being written by another copydesk: nothing was saved, try again")
    if name.startswith(_FULL):
        return StoreError(f"nothing was saved, there is no room left for {path}: free some space and try again")
    if name.startswith(_READ_ONLY):
        return StoreError(_forbidden(path, writing))
    did = "saved" if writing else "read"
    return StoreError(f"nothing was {did}, {path} answered: {error}; run `copydesk claims check`")


def damaged(path: Path) -> str:
    """Says that the store at `path` is damaged, that it is kept, and which backup to go back to."""
    backup = newest_backup(path)
    kept = f"{path} is damaged and was left as it is"
    if backup is None:
        return f"{kept}; there is no backup of it: name another file with --store to go on"
    return f"{kept}: `copydesk claims restore {backup}` goes back to the newest good backup"


def newest_backup(path: Path) -> Path | None:
    """The youngest backup of the store at `path` that SQLite finds whole; None where there is none."""
    try:
        found = sorted(backup_folder(path).glob(f"{path.stem}-*.db"), reverse=True)
    except OSError:
        return None
    return next((backup for backup in found if _whole(backup)), None)


def _whole(backup: Path) -> bool:
    try:
        connection = sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return False
    try:
        return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False
    finally:
        connection.close()


def _system(error: OSError, path: Path, writing: bool) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"nothing was saved, there is no room left for {path}: free some space and try again"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _forbidden(path, writing)
    did = "written" if writing else "read"
    return f"{path} cannot be {did}: {error.strerror or error}"


def _forbidden(path: Path, writing: bool) -> str:
    if writing:
        return f"nothing was saved, {path} or its folder is read-only: name another file with --store"
    return f"{path} cannot be opened: check its permissions, or name another file with --store"
