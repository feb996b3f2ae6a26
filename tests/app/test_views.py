"""Going from view to view, and what all lists have in common."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.views import HARBOUR, cursor_line, view_of
from tui.desk.keyboard.actions import ACTIONS, LISTS, VIEWS, Action, actions_in
from tui.desk.keyboard.keys import show_keys
from tui.desk.screens.panes import PanesScreen

LETTERS = {
    action.id.removeprefix("view."): action.keys[0].replace(" ", "")
    for action in ACTIONS
    if action.id.startswith("view.")
}


def _entry(action: Action) -> str:
    """The beginning of an action's line in the help."""
    keys = " ".join(map(show_keys, action.keys))
    return f" {keys:<15} {action.title}"[:50] if keys else ""


async def test_a_capital_letter_goes_from_any_view_to_any_other(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for start in VIEWS:
            for end in VIEWS:
                await desk.press(LETTERS[start], LETTERS[end])
                assert desk.status.split()[0] == end.upper()
                assert len(desk.app.screen_stack) == (1 if end == "panes" else 2)


@pytest.mark.parametrize("view", LISTS)
async def test_q_leaves_a_view_for_the_panes(story: Path, store: Path, view: str) -> None:
    async with open_desk([story], store) as desk:
        before = desk.lines[:18]
        await desk.press(LETTERS[view], "q")
        assert isinstance(desk.app.screen, PanesScreen)
        assert desk.lines[:18] == before


@pytest.mark.parametrize("view", VIEWS)
async def test_help_shows_the_keys_of_the_view_it_was_asked_from(story: Path, store: Path, view: str) -> None:
    async with open_desk([story], store, size=(160, 100)) as desk:
        await desk.press(LETTERS[view], "?")
        here = {_entry(action) for action in actions_in(view)}
        elsewhere = {_entry(action) for action in ACTIONS if action.keys} - here
        assert [entry for entry in here if entry not in desk.text] == []
        assert [entry for entry in elsewhere if entry in desk.text] == []
        await desk.press("q")
        assert desk.status.split()[0] == view.upper()


# Nothing has happened since the desk was opened, so that view lists nothing here.
@pytest.mark.parametrize("view", [view for view in LISTS if view not in ("since", "diff")])
async def test_every_list_takes_moves_and_counts_at_its_ends(store: Path, view: str) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("tn", "j", "tn", "j", "td", LETTERS[view])
        top = cursor_line(desk)
        await desk.press("k", "5k", "b", "ctrl+u")
        assert cursor_line(desk) == top
        await desk.press("G")
        bottom = view_of(desk).place.cursor
        await desk.press("j", "9", "9", "j", " ", "ctrl+d")
        assert view_of(desk).place.cursor == bottom
        await desk.press("gg", "2", "j", "2", "k")
        assert cursor_line(desk) == top
        await desk.press("j", "1", "G")
        assert cursor_line(desk) == top


async def test_a_view_is_found_as_it_was_left(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F", "3j")
        line = cursor_line(desk)
        await desk.press("q", "jj", "F")
        assert cursor_line(desk) == line


async def test_a_view_opened_before_the_comparison_fills_when_it_is_done(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F")
        listed = desk.lines
        comparison = desk.reading.index.comparison
        assert comparison is not None
        desk.panes.desk.judging.use(comparison)
        assert desk.lines == listed


async def test_the_drawer_of_a_list_has_three_sizes(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        rooms = []
        for _ in range(3):
            rooms.append(view_of(desk).room)
            await desk.press("o")
        assert rooms[1] < rooms[0] < rooms[2]
        assert view_of(desk).room == rooms[0]


async def test_what_another_editor_judges_appears_in_the_open_view(story: Path, store: Path) -> None:
    from tui.claims import Store

    async with open_desk([story], store) as desk:
        await desk.press("F")
        link = view_of(desk).item.link  # type: ignore[attr-defined]
        with Store(store, editor="kim") as other:
            other.set_finding_verdict(desk.reading.story.id, link.id, "real")
        desk.panes.desk.look_for_others()
        await desk.pilot.pause()
        assert cursor_line(desk).endswith("+ real")


async def test_a_key_of_two_presses_that_a_view_does_not_have_is_no_key_of_one_press_there(
    story: Path, store: Path
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "F", "+")
        for view, keys in (("D", "]u"), ("F", "]c"), ("C", "[="), ("O", "zt"), ("C", "]s")):
            await desk.press(view, keys)
            assert f"no key {keys} here" in desk.status
        (claim,) = desk.store.claims()
        assert claim.tags == ("number",)
        assert set(desk.panes.desk.judging.verdicts.values()) == {"real"}
