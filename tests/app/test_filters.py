"""Filters of the lists: they end with the session, and say how much they hide."""

from pathlib import Path

from tests.app.desk import Desk, open_desk
from tests.app.test_claims import tagged_and_changed


async def filter_by(desk: Desk, words: str) -> None:
    await desk.press("f")
    await desk.type(words)
    await desk.press("Enter")


async def test_a_filter_ends_with_the_session(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "j", "td", "C", "j")
        await filter_by(desk, "nothing like it")
        assert "0 of 2 claims with “nothing like it”" in desk.lines[0]
        desk.panes.desk.look_for_others()
    async with open_desk([story], store) as desk:
        await desk.press("C")
        assert desk.lines[0].startswith(" CLAIMS  2 claims")
        assert len(desk.reading.story.articles) == 3


async def test_claims_to_decide_on_are_told_though_a_filter_hides_them(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        assert desk.lines[0].startswith(" SINCE YOU LEFT  ferry")
        await filter_by(desk, "fs")
        assert "0 of 5 with “fs”  ~ 1 to recheck  x 1 orphan hidden" in desk.lines[0]
        await desk.press("C")
        assert "1 orphan" in desk.lines[0]
        await filter_by(desk, "tag:person")
        assert "1 of 3 claims with “tag:person”" in desk.lines[0]
        assert "1 to recheck  x 1 orphan hidden" in desk.lines[0]


async def test_every_list_says_how_many_there_are_without_the_filter(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("W", "j")
        every = desk.status.split()[3]
        await filter_by(desk, "zebra")
        assert f"0 of {every} with “zebra”: f changes the filter" in desk.text
