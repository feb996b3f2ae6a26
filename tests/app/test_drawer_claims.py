"""The line of a claim in the drawer: what a change of the article asks for, and who said it."""

from pathlib import Path

from tests.app.desk import open_desk
from tests.app.test_claims import rewrite, tagged_and_changed


def line_of(lines: list[str], tag: str) -> str:
    """The drawer's line of the claim with that tag."""
    return next(line for line in lines[-6:] if tag in line and line[1] in "◆~")


async def test_a_claim_whose_figure_changed_says_recheck_and_what_changed(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("q", "gg", "jj")
        assert line_of(desk.lines, "number") == " ~ RECHECK  number  open  was Eleven, now Fourteen  mk"
        await desk.press("C", "j", "=", "P")
        assert line_of(desk.lines, "number") == " ◆ number  verified  mk"


async def test_the_gutter_marks_what_is_to_be_rechecked_for_as_long_as_it_is(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("q", "D", "q")
    async with open_desk([story], store) as desk:
        await desk.press("gg", "jj")
        assert desk.reading.updated == frozenset()
        row = next(number for number, line in enumerate(desk.lines) if "Fourteen passengers" in line)
        assert [line[2] for line in desk.lines[row : row + 2]] == ["~", "◆"]
        await desk.press("C", "j", "=", "P")
        assert desk.lines[row][2] == "◆"


async def test_a_verdict_given_before_the_words_are_kept_is_told_beside_recheck(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("q", "gg", "jj", "sd")
        assert " ~ RECHECK  number  disputed" in desk.text


async def test_who_said_it_is_told_in_the_drawer(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "gs")
        await desk.type("Nora Lind")
        await desk.press("Enter")
        assert line_of(desk.lines, "number") == " ◆ number  open  said by Nora Lind  mk"
    rewrite(story, "on Monday evening", "on Tuesday evening")
    async with open_desk([story], store) as desk:
        await desk.press("q", "gg", "jj")
        assert "said by Nora Lind" in line_of(desk.lines, "number")
