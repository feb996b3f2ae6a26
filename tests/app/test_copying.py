"""Copying quotes with their source: to the terminal's clipboard, to a file, to standard output."""

import base64
import re
from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.views import HARBOUR
from tui.desk.clipboard import clipboard_sequence


async def command(desk: Desk, typed: str) -> None:
    await desk.press(":")
    await desk.type(typed)
    await desk.press("Enter")


async def test_a_quote_goes_to_the_terminal_with_source_and_offsets(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("2", "Esc", "j", "y")
        assert "sent to the terminal" in desk.status
        article = desk.reading.story.articles[1]
        passage = article.passages[1]
        copied = desk.app.clipboard
        assert copied.startswith("“Seventeen passengers were injured, the coastguard said.”")
        assert f"2:2, characters {passage.start} to {passage.end}" in copied
        assert "Tribune, 2026-03-03" in copied
        assert "2-tribune.md" in copied


async def test_just_the_selected_words_are_copied(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("j", "v", "l", "l", "y")
        assert desk.app.clipboard.startswith("“The ferry Aurora”")
        assert desk.reading.selection is None


async def test_both_wordings_are_copied_with_what_differs(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("Y")
        await desk.press("3", "]c", "Y")
        other = desk.reading.counterpart
        assert other is not None
        assert other.link.reason in desk.app.clipboard
        assert len(re.findall("characters", desk.app.clipboard)) == 2
        await desk.press("F", "Y")
        assert len(re.findall("characters", desk.app.clipboard)) == 2
        await desk.press("y")
        assert len(re.findall("characters", desk.app.clipboard)) == 1


async def test_quotes_are_gathered_in_a_file(story: Path, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "quotes.txt"
    async with open_desk([story], store) as desk:
        await desk.press("j")
        await command(desk, f"copy {file}")
        assert "written to" in desk.status
        await desk.press("]o")
        await command(desk, f"both {file}")
        await command(desk, f"copy {tmp_path}/no/such/folder.txt")
        assert "not written: No such file or directory" in desk.status
        await command(desk, "copy")
        assert "name a file" in desk.status
    assert file.read_text(encoding="utf-8").count("characters") == 3


async def test_what_is_to_be_printed_waits_until_the_desk_is_left(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("j")
        await command(desk, "copy -")
        assert "go to standard output when you leave" in desk.status
        assert "The ferry Aurora ran aground" in desk.app.printed[0]


def test_inside_tmux_the_sequence_goes_wrapped_and_plain() -> None:
    plain = clipboard_sequence("“ferry”", {})
    assert plain == f"\x1b]52;c;{base64.b64encode('“ferry”'.encode()).decode()}\a"
    inside = clipboard_sequence("“ferry”", {"TMUX": "/run/tmux,1,0"})
    assert inside == f"\x1bPtmux;\x1b{plain}\x1b\\{plain}"


@pytest.mark.parametrize("hostile", ["\x1b]52;c;AAAA\a", "\a\x1b[2J"])
def test_nothing_in_a_quote_ends_the_sequence(hostile: str) -> None:
    sequence = clipboard_sequence(hostile, {})
    assert sequence.count("\x1b") == 1
    assert sequence.count("\a") == 1


async def test_a_file_in_the_home_of_nobody_is_not_written_and_said_so(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await command(desk, "copy ~no-such-user-here/quotes.txt")
        assert "not written" in desk.status
