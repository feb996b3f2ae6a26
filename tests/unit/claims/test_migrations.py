import shutil
import sqlite3
import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, story
from tests.unit.claims.tagging import tag
from tui.claims import Store
from tui.claims.check import check
from tui.claims.schema import MIGRATIONS, VERSION, statements

FIXTURES = Path(__file__).with_name("fixtures")
OLDER = sorted(FIXTURES.glob("version_*.db"))


def test_there_is_a_fixture_of_every_older_schema() -> None:
    assert [path.stem for path in OLDER] == [f"version_{number}" for number in range(1, VERSION)]


@pytest.mark.parametrize("fixture", OLDER, ids=lambda path: path.stem)
def test_an_older_store_opens_with_everything_in_it(fixture: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    shutil.copy(fixture, path)
    bridge = story()

    with Store(path, editor="mk") as store:
        cost, cars = store.claims_on(bridge.articles)
        assert (cost.tags, cost.verdict, cost.evidence[0].url) == (
            ("number", "conflict"),
            "disputed",
            "https://council.example/minutes",
        )
        assert cost.story_name == "harbour bridge"
        assert not cars.dropped
        assert store.finding_verdicts(bridge.id) == {"f-1": "real"}
        assert store.version(bridge.articles[0].sha256) == HARBOUR
        assert len(store.history(cost.id)) == 5
        undone = store.undo(bridge.id)
        assert undone is not None
        assert undone.done
        tag(store, bridge, "3 March", "date")

    assert check(path).problems == ()
    version = fixture.stem.removeprefix("version_")
    kept = tmp_path / f"claims.db.version-{version}.bak"
    connection = sqlite3.connect(kept)
    assert connection.execute("PRAGMA user_version").fetchone() == (int(version),)
    connection.close()
    assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("fixture", OLDER, ids=lambda path: path.stem)
def test_reading_only_an_older_store_leaves_it_as_it_is(fixture: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    shutil.copy(fixture, path)
    content = path.read_bytes()

    with Store(path, read_only=True) as store:
        assert len(store.claims()) == 2

    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def open_and_count(path: Path) -> int:
    with Store(path) as store:
        return len(store.claims())


@pytest.mark.parametrize("fixture", OLDER, ids=lambda path: path.stem)
def test_several_processes_may_open_an_older_store_at_once(fixture: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    shutil.copy(fixture, path)
    with ProcessPoolExecutor(4) as pool:
        assert list(pool.map(open_and_count, [path] * 8)) == [2] * 8
    assert check(path).problems == ()


def test_every_migration_is_made_of_whole_statements() -> None:
    for script in MIGRATIONS:
        assert "".join(statements(script)).count(";") == script.count(";")
