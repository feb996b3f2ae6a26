from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.claims.stories import story
from tests.unit.claims.tagging import tag
from tui.claims import Store, clock
from tui.claims.check import check
from tui.story.model import Story

COST = "repairs costing $4.2 million"


def write_many(path: Path, editor: str, actions: int) -> list[str]:
    """Tag, note and tag again, `actions` actions in all; the ids of the claims."""
    made: list[str] = []
    with Store(path, editor=editor) as store:
        for number in range(actions):
            if number % 4 == 3:
                store.set_note(made[-1], f"{editor} {number}")
            else:
                made.append(tag(store, story(), COST, editor).id)
    return made


def all_there(path: Path, writers: int, actions: int) -> None:
    editors = [f"editor{number}" for number in range(writers)]
    with ProcessPoolExecutor(writers) as pool:
        made = list(pool.map(write_many, [path] * writers, editors, [actions] * writers))
    with Store(path, read_only=True) as store:
        assert {claim.id for claim in store.claims()} == {each for ids in made for each in ids}
        assert len(store.changes_since(0).events) == writers * actions
        for editor, ids in zip(editors, made, strict=True):
            assert [claim.id for claim in store.claims(tag=editor)] == ids
    assert check(path).problems == ()


def test_several_writers_lose_nothing(path: Path) -> None:
    all_there(path, writers=4, actions=12)


@pytest.mark.long
def test_four_writers_of_five_hundred_actions_lose_nothing(path: Path) -> None:
    all_there(path, writers=4, actions=500)


def test_a_clock_that_goes_back_changes_no_order(
    path: Path, store: Store, bridge: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(datetime(2026, 3, 1, tzinfo=UTC) - timedelta(hours=number) for number in range(100))
    monkeypatch.setattr("tui.claims.journal.now", lambda: next(times).strftime(clock._FORMAT))
    claim = tag(store, bridge, COST)
    seen = [claim.updated]
    for number in range(5):
        seen.append(store.set_note(claim.id, f"note {number}").updated)

    assert seen == sorted(set(seen))
    assert store.claim(claim.id).note == "note 4"
    store.undo(bridge.id)
    assert store.claim(claim.id).note == "note 3"
    verbs = [event.verb for event in store.history(claim.id)]
    assert verbs == ["add", *["note"] * 5, "undo"]
    assert check(path).problems == ()


def test_a_writer_that_waits_too_long_says_so_and_saves_nothing(
    path: Path, store: Store, bridge: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from tui.claims import StoreError

    claim = tag(store, bridge, COST)
    store.close()
    monkeypatch.setattr("tui.claims.file.BUSY_SECONDS", 0.05)
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="is being written by another copydesk: nothing was saved, try again"):
        store.set_note(claim.id, "no")
    blocker.execute("ROLLBACK")
    blocker.close()
    assert store.set_note(claim.id, "yes").note == "yes"
