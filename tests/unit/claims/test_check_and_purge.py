import sqlite3
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, story
from tests.unit.claims.tagging import tag
from tui.claims import Store, StoreError
from tui.claims import versions as kept_texts
from tui.claims.check import check
from tui.claims.purge import foreseen, purge
from tui.story.model import Story

COST = "repairs costing $4.2 million"
CARS = "12,000 cars a day"


@pytest.fixture
def busy(path: Path, store: Store, bridge: Story) -> Path:
    claim = tag(store, bridge, COST, "number", "conflict")
    store.remove_tags(claim.id, ["conflict"])
    store.set_finding_verdict(bridge.id, "f1", "real")
    tag(store, bridge, CARS)
    store.undo(bridge.id)
    return path


def test_a_whole_store_has_no_problems_and_is_counted(busy: Path) -> None:
    report = check(busy)
    assert report.problems == ()
    assert (report.claims, report.dropped, report.events, report.versions, report.unverified) == (1, 1, 5, 2, 0)


def test_there_is_nothing_wrong_with_no_store(path: Path) -> None:
    assert check(path).problems == ()
    assert not path.exists()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE claims SET note = 'altered' WHERE number = 1", "is not what its history says"),
        ("UPDATE claims SET dropped = 0 WHERE number = 2", "is not what its history says"),
        ("DELETE FROM claim_tags", "cannot be found by all its tags"),
        ("DELETE FROM claim_articles", "cannot be found by all its tags and articles"),
        ("UPDATE marks SET value = '\"ignore\"'", "the finding f1 is not what its history says"),
        ("DELETE FROM marks", "the history speaks of a finding f1 that is missing"),
        ("UPDATE versions SET body = x'00'", "cannot be read"),
        ("UPDATE claims SET story = 'nowhere'", "points to nothing in stories"),
    ],
)
def test_what_was_altered_outside_is_found(busy: Path, statement: str, problem: str) -> None:
    connection = sqlite3.connect(busy)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert any(problem in found for found in check(busy).problems)


def test_an_anchor_that_does_not_fit_its_text_is_found(busy: Path) -> None:
    connection = sqlite3.connect(busy)
    body = kept_texts.compressed("quite another text")
    connection.execute("UPDATE versions SET body = ?", (body,))
    connection.commit()
    connection.close()
    assert any("its quote is not at" in found for found in check(busy).problems)


def test_purging_leaves_nothing_of_the_story_in_the_file(busy: Path, store: Store) -> None:
    other = story(article("Ferries\n\nFerries run late at night.", "/ferry.txt"), name="ferries")
    tag(store, other, "late at night")

    purged = purge(store, "bridge")

    assert (purged.stories, purged.claims, purged.events, purged.versions) == (1, 2, 5, 2)
    assert [claim.story_name for claim in store.claims()] == ["ferries"]
    content = busy.read_bytes()
    assert COST.encode() not in content
    assert b"Ada Quill" not in content
    assert check(busy).problems == ()
    assert len(purged.backups) == 1


def test_purging_keeps_texts_another_story_needs(store: Store, bridge: Story) -> None:
    shared = article(HARBOUR)
    tag(store, bridge, COST)
    tag(store, story(shared, name="other"), CARS)

    purge(store, bridge.id)

    assert store.version(shared.sha256) == HARBOUR
    assert store.version(article(WIRE).sha256) is None


def test_purging_what_is_not_there_says_so(path: Path, store: Store, bridge: Story) -> None:
    with pytest.raises(StoreError, match="there is no story 'none' in the store"):
        purge(store, "none")
    assert not path.exists()


def test_after_purging_the_history_is_closed_again(busy: Path, store: Store) -> None:
    purge(store, "bridge")
    tag(store, story(), COST)
    connection = sqlite3.connect(busy)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM events")
    connection.close()


def test_what_will_be_purged_is_foreseen_and_nothing_changes(busy: Path, store: Store) -> None:
    tag(store, story(article(HARBOUR), name="other"), CARS)
    before = store.claims(dropped=True)

    told = foreseen(store, "bridge")

    assert store.claims(dropped=True) == before
    done = purge(store, "bridge")
    assert (told.stories, told.claims, told.events, told.versions) == (1, 2, 5, 1)
    assert (done.claims, done.events, done.versions) == (told.claims, told.events, told.versions)
    assert check(busy).problems == ()
