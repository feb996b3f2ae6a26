"""The help: searched as articles are, and left by the keys that lead there."""

import re
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tui.desk.draw.help import help_lines
from tui.desk.keyboard.actions import SELECT, VIEWS
from tui.desk.lines import plain


async def test_the_help_is_searched_and_goes_from_line_to_line(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("?", "/")
        assert "search this help" in desk.text
        await desk.type("clipboard")
        await desk.press("Enter")
        assert "“clipboard”  1 of 2" in desk.status
        assert any("send the quote with its source" in line for line in desk.lines)
        await desk.press("n")
        assert "“clipboard”  2 of 2" in desk.status
        await desk.press("n")
        assert "“clipboard”  1 of 2" in desk.status
        await desk.press("N")
        assert "“clipboard”  2 of 2" in desk.status


async def test_what_is_sought_in_the_help_is_drawn_as_found(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("?", "/")
        await desk.type("clipboard")
        await desk.press("Enter")
        found = [span.text for line in desk.spans for span in line if span.role == "found"]
        assert set(found) == {"clipboard"}


async def test_what_the_help_does_not_have_is_said(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("?", "n")
        assert "nothing looked for yet" in desk.status
        await desk.press("/")
        await desk.type("submarine")
        await desk.press("Enter")
        assert "“submarine” is not in this help" in desk.status
        await desk.press("/")
        await desk.type("\\v(")
        await desk.press("Enter")
        assert "no regular expression" in desk.status
        await desk.press("?")
        assert desk.status.startswith(" PANES")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_last_lines_of_the_help_are_reached_by_searching(
    story: Path, store: Path, size: tuple[int, int]
) -> None:
    async with open_desk([story], store, size=size) as desk:
        await desk.press("?", "/")
        await desk.type("new or changed")
        await desk.press("Enter")
        for _ in range(4):
            assert any("new or changed" in line for line in desk.lines[:-1])
            await desk.press("n")


@pytest.mark.parametrize("width", [80, 120, 160, 200])
def test_no_line_of_the_help_is_cut(width: int) -> None:
    cut = re.compile(r"\w…( |$)")
    for view in (*VIEWS, SELECT):
        lines = [plain(line) for line in help_lines(view, width)]
        assert not [line for line in lines if cut.search(line) and ":add" not in line], view


async def test_a_key_that_means_nothing_is_told_and_ctrl_c_says_how_to_leave(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for key in ("Q", "Z", "&", "%"):
            before = desk.lines[:-1]
            await desk.press(key)
            assert f"no key {key} here; ? shows the keys" in desk.status
            assert desk.lines[:-1] == before
        await desk.press("z", "Q")
        assert "no key zQ here" in desk.status
        await desk.press("ctrl+c")
        assert "q leaves" in desk.status
        await desk.press("F", "Q")
        assert "no key Q here" in desk.status
        await desk.press("j")
        assert "no key" not in desk.status
