import os
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, article
from tests.unit.claims.tagging import tag
from tui.claims import Store, StoreError
from tui.claims.backup import KEPT_BACKUPS, backup, backup_today, backups, restore
from tui.claims.check import check
from tui.story.model import Story

COST = "repairs costing $4.2 million"
CARS = "12,000 cars a day"


def test_a_backup_holds_everything_and_restoring_goes_back_to_it(
    path: Path, store: Store, bridge: Story, tmp_path: Path
) -> None:
    first = tag(store, bridge, COST)
    target = backup(path, tmp_path / "copy.db")
    tag(store, bridge, CARS)

    kept = restore(target, path)

    assert store.claims() == [first]
    assert check(path).problems == ()
    assert kept is not None
    with Store(kept, read_only=True) as before:
        assert len(before.claims()) == 2


def test_an_open_store_goes_on_in_the_restored_file(path: Path, store: Store, bridge: Story, tmp_path: Path) -> None:
    first = tag(store, bridge, COST)
    target = backup(path, tmp_path / "copy.db")
    restore(target, path)

    second = tag(store, bridge, CARS)

    with Store(path) as again:
        assert [claim.id for claim in again.claims()] == [first.id, second.id]


def test_a_link_to_the_store_stays_a_link(path: Path, store: Store, bridge: Story, tmp_path: Path) -> None:
    claim = tag(store, bridge, COST)
    target = backup(path, tmp_path / "copy.db")
    link = tmp_path / "link.db"
    link.symlink_to(path)

    restore(target, link)

    assert link.is_symlink()
    assert store.claims() == [claim]


def test_a_damaged_store_can_be_restored_and_is_kept(path: Path, store: Store, bridge: Story) -> None:
    tag(store, bridge, COST)
    store.close()
    (good,) = backups(path)
    path.write_bytes(b"x" * 9000)
    path.with_name("claims.db-journal").write_bytes(b"left by a crash")

    kept = restore(good, path)

    assert kept is not None
    assert kept.read_bytes() == b"x" * 9000
    assert not path.with_name("claims.db-journal").exists()
    assert len(store.claims()) == 1


def test_restoring_where_there_is_no_store_makes_one(path: Path, store: Store, bridge: Story, tmp_path: Path) -> None:
    tag(store, bridge, COST)
    target = backup(path, tmp_path / "copy.db")
    elsewhere = tmp_path / "new" / "claims.db"

    assert restore(target, elsewhere) is None
    with Store(elsewhere) as again:
        assert len(again.claims()) == 1


def test_a_backup_does_not_replace_a_file_unless_forced(
    path: Path, store: Store, bridge: Story, tmp_path: Path
) -> None:
    tag(store, bridge, COST)
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(StoreError, match="is there already: choose another name or add --force"):
        backup(path, target)
    assert target.read_text() == "mine"
    assert backup(path, target, force=True) == target


@pytest.mark.parametrize("content", [b"", b"letter" * 1000])
def test_what_is_no_backup_is_not_restored(
    path: Path, store: Store, bridge: Story, tmp_path: Path, content: bytes
) -> None:
    claim = tag(store, bridge, COST)
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    with pytest.raises(StoreError):
        restore(wrong, path)
    assert store.claims() == [claim]
    assert not [each for each in path.parent.iterdir() if "partial" in each.name or "before" in each.name]


def test_without_a_store_there_is_nothing_to_back_up(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is nothing to back up"):
        backup(path, tmp_path / "copy.db")
    with pytest.raises(StoreError, match="there is no backup"):
        restore(tmp_path / "none.db", path)


def test_the_first_write_of_a_day_makes_a_backup_and_seven_are_kept(path: Path, store: Store, bridge: Story) -> None:
    folder = path.parent / "backups"
    folder.mkdir(parents=True)
    for days in range(1, 12):
        name = f"claims-{(date.today() - timedelta(days)).isoformat()}.db"
        (folder / name).write_bytes(b"old")
    (folder / "my own copy.db").write_bytes(b"mine")

    tag(store, bridge, COST)

    assert len(backups(path)) == KEPT_BACKUPS
    assert backups(path)[0].name == f"claims-{date.today().isoformat()}.db"
    assert (folder / "my own copy.db").exists()
    assert backup_today(path) is None


def test_a_backup_that_cannot_be_written_does_not_stop_the_action(path: Path, store: Store, bridge: Story) -> None:
    path.parent.mkdir(parents=True)
    (path.parent / "backups").write_text("a file in the folder's place")

    claim = tag(store, bridge, COST)
    store.close()

    assert store.claims() == [claim]


def test_backups_are_as_private_as_the_store(path: Path, store: Store, bridge: Story) -> None:
    tag(store, bridge, COST)
    (made,) = backups(path)
    assert os.stat(made).st_mode & 0o777 == 0o600
    assert os.stat(made.parent).st_mode & 0o777 == 0o700


def test_with_the_backup_of_the_day_texts_of_long_ago_are_forgotten(path: Path, store: Store, bridge: Story) -> None:
    old, new = article(HARBOUR + "old", "/x.txt"), article(HARBOUR + "new", "/x.txt")
    tag(store, bridge, COST)
    store.keep_version(old)
    store.keep_version(new)
    store.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE versions SET last_seen = '2020-01-01T00:00:00.000000Z'")
    connection.close()
    for each in backups(path):
        each.unlink()

    with Store(path, editor="mk") as again:
        again.set_note(again.claims()[0].id, "the first write of the day")

        assert again.version(old.sha256) is None
        assert again.version(new.sha256) == HARBOUR + "new"
        assert again.version(bridge.articles[0].sha256) == HARBOUR
