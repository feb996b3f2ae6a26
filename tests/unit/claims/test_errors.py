"""What SQLite and the file system answer, as sentences that say what to do."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.claims.errors import damaged, explain, newest_backup
from tui.claims.paths import backup_folder


def answer(act: Callable[[], object]) -> sqlite3.Error:
    with pytest.raises(sqlite3.Error) as caught:
        act()
    return caught.value


def table(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    connection.execute("CREATE TABLE IF NOT EXISTS words (word TEXT)")
    return connection


def busy(path: Path) -> sqlite3.Error:
    with closing(table(path)) as one, closing(table(path)) as other:
        one.execute("BEGIN IMMEDIATE")
        return answer(lambda: other.execute("BEGIN IMMEDIATE"))


def full(path: Path) -> sqlite3.Error:
    with closing(table(path)) as connection:
        connection.execute("PRAGMA max_page_count = 2")
        return answer(lambda: connection.execute("INSERT INTO words VALUES (?)", ("x" * 100_000,)))


def read_only(path: Path) -> sqlite3.Error:
    table(path).close()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return answer(lambda: connection.execute("INSERT INTO words VALUES ('x')"))


def no_database(path: Path) -> sqlite3.Error:
    path.write_bytes(b"these are no claims" * 100)
    with closing(sqlite3.connect(path)) as connection:
        return answer(lambda: connection.execute("SELECT * FROM words"))


def misspelt(path: Path) -> sqlite3.Error:
    with closing(table(path)) as connection:
        return answer(lambda: connection.execute("SELECT * FROM sentences"))


@pytest.mark.parametrize(
    ("fail", "sentence"),
    [
        (busy, "{path} is being written by another copydesk: nothing was saved, try again"),
        (full, "nothing was saved, there is no room left for {path}: free some space and try again"),
        (read_only, "nothing was saved, {path} or its folder is read-only: name another file with --store"),
        (no_database, "{path} is damaged and was left as it is; there is no backup of it: "
                      "name another file with --store to go on"),
        (misspelt, "nothing was saved, {path} answered: no such table: sentences; run `copydesk claims check`"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)  # fmt: skip
def test_an_error_of_sqlite_says_what_happened_and_what_to_do(
    tmp_path: Path, fail: Callable[[Path], sqlite3.Error], sentence: str
) -> None:
    path = tmp_path / "claims.db"
    assert str(explain(fail(path), path, writing=True)) == sentence.format(path=path)


@pytest.mark.parametrize(
    ("number", "writing", "words"),
    [
        (errno.ENOSPC, True, "there is no room left"),
        (errno.EDQUOT, True, "there is no room left"),
        (errno.EROFS, True, "its folder is read-only"),
        (errno.EACCES, False, "cannot be opened: check its permissions"),
        (errno.EIO, True, "cannot be written: Input/output error"),
        (errno.EIO, False, "cannot be read: Input/output error"),
    ],
)
def test_an_error_of_the_file_system_does_too(tmp_path: Path, number: int, writing: bool, words: str) -> None:
    sentence = str(explain(OSError(number, os.strerror(number)), tmp_path / "claims.db", writing=writing))
    assert words in sentence
    assert str(tmp_path / "claims.db") in sentence


def test_the_newest_backup_that_is_whole_is_the_one_to_go_back_to(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    assert newest_backup(path) is None
    folder = backup_folder(path)
    folder.mkdir()
    for day in ("2026-01-01", "2026-01-02"):
        table(folder / f"claims-{day}.db").close()
    (folder / "claims-2026-01-03.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    (folder / "claims-2026-01-04.db").mkdir()
    assert newest_backup(path) == folder / "claims-2026-01-02.db"
    assert damaged(path).endswith(
        f"`copydesk claims restore {folder / 'claims-2026-01-02.db'}` goes back to the newest good backup"
    )
