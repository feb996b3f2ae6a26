"""An article from the web: fetched again when that is asked for, and then compared in place as a file is."""

from pathlib import Path

from tests.app.desk import Desk
from tests.unit.story.web_server import Site, serving
from tui.claims import Store
from tui.desk.app import DeskApp
from tui.desk.process.jobs import Loaded, Manner
from tui.desk.process.worker import Worker
from tui.story.model import Story


def opened(worker: Worker, site: Site) -> Story:
    worker.load([f"{site.address}/changing"], Manner(allow_private=True))
    while not isinstance(answer := worker.next_answer(60), Loaded):
        assert answer is not None
    return answer.story


async def test_a_page_that_changed_is_shown_changed_only_after_it_was_asked_for(store: Path) -> None:
    worker = Worker()
    try:
        with serving() as site, Store(store, editor="mk") as claims:
            app = DeskApp(opened(worker, site), claims, worker)
            async with app.run_test(size=(100, 30)) as pilot:
                desk = Desk(app, pilot, claims)
                await desk.compared()
                await desk.press("j", "tn")
                desk.panes.desk.changed_on_disk()
                while desk.panes.desk.articles.busy:
                    await pilot.pause()
                assert site.asked == ["/changing"]

                await desk.press("O", "o")
                assert "not watched, R in the panes fetches it again" in desk.text
                await desk.press("q", "R")
                while "changed on the web: 1; gd shows how" not in desk.status:
                    assert not desk.panes.notice.error, desk.status
                    await pilot.pause()
                assert site.asked == ["/changing"] * 2
                await desk.press("gd")
                assert "12 changed   0 gone   0 new" in desk.lines[0]
    finally:
        worker.stop()
