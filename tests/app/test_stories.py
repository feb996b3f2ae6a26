"""A folder of stories: one is picked, read, and left for the list again."""

import shutil
from pathlib import Path

from tests.app.desk import WORKER
from tests.app.views import HARBOUR
from tui.claims import Store
from tui.desk.app import DeskApp
from tui.desk.canvas import Canvas
from tui.desk.driver.probe import WidthMeasured
from tui.desk.screens.panes import PanesScreen
from tui.desk.screens.stories import StoriesScreen


async def test_q_in_a_story_picked_from_a_list_leads_back_to_the_list(tmp_path: Path, story: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "all" / "harbour")
    shutil.copytree(story, tmp_path / "all" / "ferry")
    folders = [tmp_path / "all" / "ferry", tmp_path / "all" / "harbour"]
    with Store(tmp_path / "claims.db", editor="mk") as store:
        app = DeskApp(folders, store, WORKER)
        async with app.run_test(size=(80, 24)) as pilot:
            for number, articles in ((0, 3), (1, 4)):
                await pilot.press(*["j"] * number, "enter")
                while not isinstance(app.screen, PanesScreen):
                    await pilot.pause()
                assert len(app.screen.reading.story.articles) == articles
                await pilot.press("q")
                await pilot.pause()
                assert isinstance(app.screen, StoriesScreen)
                assert app.return_code is None
                await pilot.press("g", "g")
            assert "ferry" in app.screen.query_one(Canvas).text
            await pilot.press("q")
        assert app.return_code == 0


async def test_wide_glyphs_are_replaced_on_screens_that_open_later_and_on_those_below(
    tmp_path: Path, story: Path
) -> None:
    from tests.app.desk import open_desk

    async with open_desk([story], tmp_path / "claims.db") as desk:
        await desk.press("F")
        desk.app.on_width_measured(WidthMeasured(True))
        assert all(canvas.ascii_only for screen in desk.app.screen_stack for canvas in screen.query(Canvas))
        await desk.press("M")
        assert desk.app.screen.query_one(Canvas).ascii_only
        await desk.press("?")
        assert desk.app.screen.query_one(Canvas).ascii_only
