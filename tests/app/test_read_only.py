"""A store that cannot be written: every view says so from the start, and nothing is asked for in vain."""

import os
from pathlib import Path

import pytest

from tests.app.desk import WORKER, open_desk
from tui.claims import Store
from tui.desk.app import DeskApp
from tui.desk.canvas import Canvas

REAL = os.access


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the store, which the system lets nobody write, whoever runs the tests."""

    def access(path: str | Path, mode: int) -> bool:
        return not mode & os.W_OK and REAL(path, mode)

    monkeypatch.setattr(os, "access", access)
    return tmp_path


@pytest.mark.usefixtures("closed")
async def test_every_view_says_read_only(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" PANES  READ-ONLY")
        for view in "CFSWMOD":
            await desk.press(view)
            assert "READ-ONLY" in desk.status, view
            await desk.press("q")
        await desk.press("v")
        assert "READ-ONLY" in desk.status
        await desk.press("Esc", "gd")
        assert desk.status.startswith(" DIFF  READ-ONLY")
        await desk.press("?")
        assert desk.status.startswith(" HELP diff  READ-ONLY")


@pytest.mark.usefixtures("closed")
async def test_the_list_of_stories_says_read_only(story: Path, store: Path) -> None:
    with Store(store, editor="mk") as claims:
        app = DeskApp([story], claims, WORKER)
        async with app.run_test(size=(80, 24)):
            assert " STORIES  READ-ONLY" in app.screen.query_one(Canvas).text


@pytest.mark.usefixtures("closed")
async def test_a_paste_is_refused_before_anything_is_asked(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gp")
        assert desk.panes.prompt is None
        assert "not pasted: store is read-only" in desk.status


async def test_a_tag_that_cannot_be_kept_is_told_in_one_row(
    story: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK and REAL(path, mode))
    async with open_desk([story], store) as desk:
        await desk.press("j", "tn")
        assert "not saved: store is read-only" in desk.status
        assert "…" not in desk.status
        assert desk.panes.claiming.count == 1


async def test_digits_that_wait_say_what_they_do(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("3")
        assert "article 3; j k now count 3, Esc keeps it" in desk.status
        assert desk.status.rstrip().endswith("3_")
        await desk.press("Esc")
        assert "now count" not in desk.status


async def test_an_export_elsewhere_says_where_with_the_name_last(
    story: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.desk.handlers.exporting import told

    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path / "a-folder-with-a-long-name" / "and-one-more-below" / "ferry.md"
    assert told([tmp_path / "ferry.md"]) == "ferry.md"
    assert told([elsewhere]).endswith("/ferry.md")
    assert told([elsewhere]).startswith("/")
    assert len(told([elsewhere])) <= 44
