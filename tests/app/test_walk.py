"""A walk over all views with keys drawn at random: nothing breaks, and every row of the screen is whole."""

import random
from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.views import HARBOUR, fills_the_screen
from tui.desk.keyboard.actions import ACTIONS
from tui.desk.keyboard.keys import split_keys
from tui.desk.screens.base import CanvasScreen

SIZES = ((80, 24), (41, 13), (120, 40), (80, 24), (200, 50))
LEFT_OUT = {"q", "ctrl+z"}
"""Keys that end the desk or stop the process it runs in."""
PRESSES = sorted(
    {press for action in ACTIONS for keys in action.keys for press in split_keys(keys)} - LEFT_OUT
    | set("123456789xyZ,")
)


async def shown(desk: Desk) -> None:
    """Wait until the screen that was opened has been drawn."""
    await desk.pilot.pause()
    while not (isinstance(desk.app.screen, CanvasScreen) and desk.app.screen.canvas.lines):
        await desk.pilot.pause()


@pytest.mark.parametrize("seed", range(3))
async def test_keys_drawn_at_random_leave_every_screen_whole(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # What is exported on the way lands here.
    monkeypatch.chdir(tmp_path)
    # The palette offers these too.
    monkeypatch.setattr("tui.desk.app.DeskApp.action_suspend_process", lambda self: None)
    monkeypatch.setattr("tui.desk.screens.panes.PanesScreen.leave", lambda self: None)
    generator = random.Random(seed)
    async with open_desk([HARBOUR], store, size=SIZES[0]) as desk:
        size = SIZES[0]
        for step in range(240):
            if step % 50 == 49:
                size = generator.choice(SIZES)
                await desk.resize(*size)
            key = generator.choice(PRESSES)
            screen = desk.app.screen
            assert isinstance(screen, CanvasScreen)
            screen.press(key)
            if desk.app.screen is not screen:
                await shown(desk)
            assert fills_the_screen(desk, size), (step, key, desk.text)
