"""Arranging the panes, and letters for passages."""

from pathlib import Path

from tests.app.desk import open_desk
from tests.app.views import HARBOUR, fills_the_screen


async def test_one_pane_takes_the_whole_width_and_back(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("|")
        assert "│" not in desk.lines[1]
        assert desk.reading.shown == (0,)
        await desk.press("3")
        assert desk.reading.shown == (2,)
        await desk.press("|")
        assert desk.lines[1].count("│") == 1


async def test_a_pane_grows_and_shrinks_and_the_others_make_room(store: Path) -> None:
    async with open_desk([HARBOUR], store, size=(120, 40)) as desk:
        before = desk.reading.pane_widths
        await desk.press(">")
        wider = desk.reading.pane_widths
        assert wider[0] == before[0] + 4
        assert sum(wider) == sum(before)
        assert fills_the_screen(desk, (120, 40))
        await desk.press("<", "<")
        assert desk.reading.pane_widths[0] == before[0] - 4
        for _ in range(60):
            await desk.press(">")
        assert "gets no wider" in desk.status
        assert min(desk.reading.pane_widths) >= 16
        assert fills_the_screen(desk, (120, 40))


async def test_one_pane_alone_cannot_be_widened(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        await desk.press(">")
        assert "there is only this pane" in desk.status


async def test_an_article_moves_and_keeps_its_number(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        assert desk.lines[0].startswith("▸1 ")
        await desk.press("g>")
        assert desk.reading.order == (1, 0, 2, 3)
        assert desk.lines[0].startswith(" 2 ")
        assert "▸1 " in desk.lines[0]
        await desk.press("l")
        assert desk.reading.focus == 2
        await desk.press("h", "h")
        assert desk.reading.focus == 1
        await desk.press("g<")
        assert "is the first already" in desk.status


async def test_a_letter_leads_back_to_its_passage(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("'")
        assert "no passage has a letter yet" in desk.status
        await desk.press("3j", "m", "q")
        assert "1:4 has the letter q" in desk.status
        await desk.press("3", "Esc", "j", "m", "B", "gg", "'")
        assert "1:4" in desk.text
        await desk.press("q")
        assert desk.reading.place == (0, 3)
        await desk.press("'", "B")
        assert desk.reading.place == (2, 1)
        await desk.press("'", "x")
        assert "no passage has the letter x" in desk.status
        await desk.press("BS")
        assert desk.reading.place == (0, 3)


async def test_the_header_says_how_much_has_been_on_the_screen(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        assert "%" in desk.lines[0]
        for _ in range(6):
            await desk.press(" ")
        assert desk.lines[0].rstrip().endswith("✓")
