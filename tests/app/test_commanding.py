"""The command line and palette: addresses, commands, and every action by its name."""

from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.views import HARBOUR, fills_the_screen
from tui.desk.keyboard.actions import LISTS, PANES, actions_in
from tui.desk.prompts.palette import NOT_OFFERED, entries, offered
from tui.desk.screens.help import HelpScreen


async def command(desk: Desk, typed: str) -> None:
    await desk.press(":")
    await desk.type(typed)
    await desk.press("Enter")


async def settled(desk: Desk) -> None:
    """Wait until articles have been read and compared again."""
    while desk.panes.desk.articles.busy:
        await desk.pilot.pause(0.01)
    await desk.compared()


async def test_the_palette_offers_everything_with_its_keys_and_covers_no_text(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        text = desk.lines[:18]
        await desk.press(":")
        assert desk.lines[:18] == text
        assert desk.lines[19].startswith("▌")
        assert desk.lines[-1].startswith(" :")
        await desk.type("fold all that")
        assert "zM" in desk.text
        await desk.press("Enter")
        assert desk.reading.folded


@pytest.mark.parametrize("view", [PANES, *LISTS])
def test_every_action_of_a_view_is_found_by_its_title(view: str) -> None:
    everything = entries(actions_in(view))
    for action in actions_in(view):
        if action.id not in NOT_OFFERED:
            assert action.id in [entry.action for entry in offered(everything, action.title)], action.title


def test_words_in_any_order_parts_of_words_and_initials_are_understood() -> None:
    everything = entries(actions_in(PANES))
    assert offered(everything, "conflict next")[0].action == "conflict.next"
    assert any(entry.action == "view.findings" for entry in offered(everything, "inding"))
    assert any(entry.action == "conflict.next" for entry in offered(everything, "nc"))
    assert offered(everything, "clo")[0].command == "close"
    assert [entry.command for entry in offered(everything, "add some file")] == ["add"]
    assert [entry.command for entry in offered(everything, "clo 2")] == ["close"]


@pytest.mark.parametrize("typed", ["frob", "delete", "qzxw", "findngs", "frob conflict"])
async def test_what_is_no_word_of_any_name_runs_nothing(store: Path, typed: str) -> None:
    assert not offered(entries(actions_in(PANES)), typed)
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("G")
        place, depth = desk.reading.place, len(desk.app.screen_stack)
        await command(desk, typed)
        assert f"no command {typed}" in desk.status
        assert desk.reading.place == place
        assert len(desk.app.screen_stack) == depth
        assert desk.panes.prompt is None


async def test_a_command_typed_short_takes_what_follows_it(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await command(desk, "clo 99")
        assert "there is no article 99" in desk.status


async def test_tab_and_arrows_pick_another_entry(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press(":")
        await desk.type("fold")
        first = next(line for line in desk.lines if line.startswith("▌") and "fold" in line)
        await desk.press("Tab")
        assert next(line for line in desk.lines[19:] if line.startswith("▌")) != first
        await desk.press("shift+tab")
        assert first in desk.lines
        await desk.press("Esc")
        assert desk.status.startswith(" PANES")


async def test_an_address_goes_there_from_any_view(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await command(desk, "3:8")
        assert desk.reading.place == (2, 7)
        await command(desk, "2")
        assert desk.reading.place == (2, 1)
        await desk.press("F")
        await command(desk, "2:5")
        assert desk.reading.place == (1, 4)
        assert desk.status.startswith(" PANES")
        await command(desk, "go 1:99")
        assert desk.reading.place == (0, len(desk.reading.story.articles[0].passages) - 1)
        await command(desk, "9:1")
        assert "there is no article 9" in desk.status


async def test_the_palette_works_in_every_view_and_while_selecting(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for view in LISTS:
            desk.app.open_view(view)
            await desk.pilot.pause()
            await desk.press(":")
            assert fills_the_screen(desk, (80, 24))
            await desk.type("help: the keys")
            await desk.press("Enter")
            assert isinstance(desk.app.screen, HelpScreen)
            await desk.press("q", "q")
        await desk.press("v", ":")
        await desk.type("move the other end")
        await desk.press("Enter")
        assert desk.reading.selection is not None


async def test_an_article_is_added_and_compared_without_leaving(story: Path, store: Path, tmp_path: Path) -> None:
    late = tmp_path / "late news.txt"
    late.write_text("Aurora is free\n\nEleven passengers were injured, the coastguard said on Tuesday.\n")
    async with open_desk([story], store) as desk:
        await desk.press("2", "Esc", "j")
        await command(desk, f"add '{late}'")
        await settled(desk)
        assert len(desk.reading.story.articles) == 4
        assert "1 article added, 4 articles now" in desk.status
        assert desk.reading.place == (1, 1)
        assert desk.reading.index.counterparts((3, 1))
        await command(desk, f"add '{late}'")
        await settled(desk)
        assert "open already" in desk.status
        await command(desk, "add nowhere.txt")
        await settled(desk)
        assert "nowhere.txt" in desk.status
        assert len(desk.reading.story.articles) == 4


async def test_an_article_is_closed_and_the_claims_on_it_stay_in_the_store(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("2", "Esc", "j", "tn", "3", "Esc", "j")
        await command(desk, "close 2")
        await settled(desk)
        assert [article.title for article in desk.reading.story.articles] == [
            "Ferry runs aground off Skarn",
            "Coastguard praises calm crew",
        ]
        assert desk.reading.place == (1, 1)
        assert len(desk.store.claims()) == 1
        assert desk.panes.desk.articles.closed == [str(story / "2-tribune.md")]
        await command(desk, f"add '{story / '2-tribune.md'}'")
        await settled(desk)
        assert desk.panes.desk.articles.closed == []
        assert len(desk.panes.claiming.by_place) == 1
        await command(desk, "close 3")
        await settled(desk)
        await command(desk, "close 7")
        assert "there is no article 7" in desk.status
        await command(desk, "close")
        await settled(desk)
        assert len(desk.reading.story.articles) == 1
        await command(desk, "close")
        assert "the only article" in desk.status


async def test_a_view_that_is_open_while_an_article_goes_lists_what_is_left(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("M", "3l")
        await command(desk, "close 4")
        await settled(desk)
        assert fills_the_screen(desk, (80, 24))
        assert "3 articles" in desk.lines[0]


async def test_the_story_gets_another_name_that_is_kept_and_can_be_undone(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await command(desk, "name Aurora aground")
        assert "is called Aurora aground now, saved" in desk.status
        await desk.press("O")
        assert "Aurora aground" in desk.lines[0]
    async with open_desk([story], store) as desk:
        assert desk.reading.story.name == "Aurora aground"
        await desk.press("P", "u")
        assert desk.reading.story.name == "ferry"


async def test_ctrl_c_gives_up_reading_more_articles(story: Path, store: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for number in range(30):
        (tmp_path / "more" / f"{number}.txt").write_text(f"Ferry report {number}\n\n" + f"Boat {number} left.\n" * 400)
    async with open_desk([story], store) as desk:
        await desk.press(":")
        await desk.type(f"add {tmp_path / 'more'}")
        desk.panes.press("enter")
        assert desk.panes.desk.articles.busy
        desk.panes.press("ctrl+c")
        assert not desk.panes.desk.articles.busy
        await desk.compared()
        assert len(desk.reading.story.articles) == 3
        await desk.press("j")
        assert desk.reading.place == (0, 1)


async def test_a_number_of_thousands_of_digits_is_the_number_of_no_article(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press(":")
        prompt = desk.panes.prompt
        assert prompt is not None
        prompt.paste("close " + "9" * 5000)
        await desk.press("Enter")
        assert "there is no article 9999" in desk.status
