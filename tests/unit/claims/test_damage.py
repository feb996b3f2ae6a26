import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.unit.claims.tagging import tag
from tests.unit.claims.unprivileged import in_a_child, open_to_all
from tui.claims import Store, StoreError
from tui.claims.backup import backup_today
from tui.claims.check import check
from tui.claims.schema import APPLICATION_ID, VERSION
from tui.story.model import Story

COST = "repairs costing $4.2 million"


@pytest.fixture
def filled(path: Path, bridge: Story) -> Path:
    with Store(path, editor="mk") as store:
        for number in range(12):
            tag(store, bridge, COST, f"t{number}", note="n" * 2500)
    return path


def what_reading_says(path: Path, story: Story) -> str | None:
    try:
        with Store(path) as store:
            store.claims()
            store.claims_on(story.articles)
            store.changes_since(0)
    except StoreError as error:
        return str(error)
    return None


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.2, 0.5, 0.9, 0.999])
def test_a_truncated_store_is_named_kept_and_the_backup_offered(filled: Path, share: float, bridge: Story) -> None:
    size = int(filled.stat().st_size * share)
    os.truncate(filled, size)
    before = filled.read_bytes()

    said = what_reading_says(filled, bridge)

    if said is None:
        assert check(filled).problems
    else:
        assert "is damaged and was left as it is" in said
        assert f"copydesk claims restore {filled.parent / 'backups'}" in said
    assert filled.read_bytes() == before


def test_garbage_in_the_middle_is_found_by_check(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = os.urandom(4096)
    filled.write_bytes(content)

    assert check(filled).problems


def test_a_file_of_another_kind_is_refused_and_kept(path: Path, bridge: Story) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"This is a letter, not a store of claims. " * 50)
    content = path.read_bytes()

    with Store(path) as store, pytest.raises(StoreError, match="is damaged and was left as it is"):
        tag(store, bridge, COST)
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused_and_kept(path: Path, bridge: Story) -> None:
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    content = path.read_bytes()

    with Store(path) as store:
        for act in (store.claims, lambda: tag(store, bridge, COST)):
            with pytest.raises(StoreError, match="is not a store of copydesk: name another file with --store"):
                act()
    assert path.read_bytes() == content


def test_a_newer_store_is_refused_and_kept(filled: Path, bridge: Story) -> None:
    connection = sqlite3.connect(filled)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    content = filled.read_bytes()

    with Store(filled) as store:
        for act in (store.claims, lambda: tag(store, bridge, COST)):
            with pytest.raises(StoreError, match="was written by a newer copydesk"):
                act()
    assert filled.read_bytes() == content


def test_an_empty_file_becomes_a_store(path: Path, bridge: Story) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    with Store(path) as store:
        assert store.claims() == []
        assert store.claims_on(bridge.articles) == []
        tag(store, bridge, COST)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


def test_a_folder_in_the_store_s_place_is_one_sentence(tmp_path: Path, bridge: Story) -> None:
    with Store(tmp_path) as store, pytest.raises(StoreError):
        tag(store, bridge, COST)


def test_a_full_disk_refuses_the_action_in_one_sentence_and_reading_goes_on(filled: Path) -> None:
    limit = filled.stat().st_size + 30_000

    sentence, counts = in_a_child(filled, 400, limit=limit)

    assert sentence.startswith("nothing was saved, there is no room left for")
    acknowledged, seen = counts.split()
    assert acknowledged == seen
    assert 12 <= int(seen) < 412
    assert check(filled).problems == ()
    with Store(filled) as store:
        assert len(store.claims()) == int(acknowledged)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to be refused")
def test_a_read_only_folder_refuses_to_write_and_reads_on(filled: Path) -> None:
    open_to_all(filled)
    os.chmod(filled, 0o666)

    sentence, counts = in_a_child(filled, 1, user=65534)

    assert sentence.startswith("nothing was saved")
    assert "read-only" in sentence
    assert counts == "12 12"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to be refused")
def test_a_store_of_someone_else_cannot_be_opened_in_one_sentence(filled: Path) -> None:
    open_to_all(filled)

    sentence, counts = in_a_child(filled, 1, user=65534)

    assert "check its permissions" in sentence
    assert counts == "unreadable"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to be refused")
def test_a_folder_of_someone_else_cannot_hold_a_new_store(filled: Path) -> None:
    open_to_all(filled)

    sentence, counts = in_a_child(filled.with_name("new.db"), 1, user=65534)

    assert sentence.startswith("nothing was saved")
    assert "read-only" in sentence
    assert counts == "0 0"


def test_the_sentence_offers_the_newest_backup_that_is_whole(filled: Path) -> None:
    folder = filled.parent / "backups"
    shutil.rmtree(folder)
    good = backup_today(filled)
    assert good is not None
    old = good.with_name("claims-2020-01-01.db")
    good.rename(old)
    (folder / "claims-2021-01-01.db").write_bytes(b"not whole" * 1000)
    filled.write_bytes(b"x" * 8192)

    with Store(filled) as store, pytest.raises(StoreError, match=f"copydesk claims restore {old}"):
        store.claims()


def test_without_a_backup_the_sentence_says_so(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * 8192)
    with Store(path) as store, pytest.raises(StoreError, match="there is no backup of it"):
        store.claims()
