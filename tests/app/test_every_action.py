"""Every action of the table is asked for by each of its keys, in each of its views, and does no harm there."""

from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.test_walk import shown
from tests.app.views import HARBOUR, fills_the_screen
from tui.desk.keyboard.actions import ACTIONS, SELECT, VIEWS, Action
from tui.desk.keyboard.keys import Command, split_keys
from tui.desk.screens.base import CanvasScreen
from tui.desk.screens.listing import ListScreen
from tui.desk.screens.panes import PanesScreen

PLACES = (*VIEWS, SELECT)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The actions the screens were asked for, as they come; the desk neither stops nor ends meanwhile."""
    names: list[str] = []
    for screen in (PanesScreen, ListScreen):
        perform = screen.perform

        def record(self: object, command: Command, perform: object = perform) -> None:
            names.append(command.action)
            perform(self, command)  # type: ignore[operator]

        monkeypatch.setattr(screen, "perform", record)
    monkeypatch.setattr("tui.desk.app.DeskApp.action_suspend_process", lambda self: None)
    monkeypatch.setattr(PanesScreen, "leave", lambda self: None)
    return names


async def go_to(desk: Desk, view: str) -> None:
    """The view with nothing half typed and nothing over it, and the story compared."""
    panes, screen = desk.panes, desk.app.screen
    resting = panes.idle and not panes.desk.articles.busy and panes.reading.index.comparison is not None
    if resting and panes.desk.comparing.survey is not None and view != SELECT and getattr(screen, "view", "") == view:
        return
    while desk.app.screen is not desk.panes:
        desk.app.pop_screen()
        await shown(desk)
    desk.panes.prompt = desk.panes.reading.selection = None
    desk.panes.keys.clear()
    while desk.panes.desk.articles.busy:
        await desk.pilot.pause(0.01)
    await desk.compared()
    if view == SELECT:
        await desk.press("v")
    elif view != "panes":
        desk.app.open_view(view)
        await shown(desk)


def ways(view: str) -> list[tuple[Action, str]]:
    """Each action of a view with each of its keys."""
    return [(action, keys) for action in ACTIONS if view in action.views for keys in action.keys or ("1",)]


@pytest.mark.parametrize("view", PLACES)
async def test_every_key_of_every_view_does_what_the_table_says(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], view: str
) -> None:
    # What is exported on the way lands here.
    monkeypatch.chdir(tmp_path)
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("2j", "tn", "]c", "tc")
        for action, keys in ways(view):
            await go_to(desk, view)
            asked.clear()
            for press in split_keys(keys):
                screen = desk.app.screen
                assert isinstance(screen, CanvasScreen)
                screen.press(press)
            await shown(desk)
            assert asked[-1:] == [action.id], (view, keys, asked)
            assert fills_the_screen(desk, (80, 24)), (view, keys, desk.text)


def test_every_action_has_a_key_and_works_somewhere() -> None:
    assert [action.id for action in ACTIONS if not action.keys] == ["article.go"]
    assert {action.id for view in PLACES for action, _ in ways(view)} == {action.id for action in ACTIONS}
