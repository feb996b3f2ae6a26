"""A passage without a counterpart: where it may be told for all that."""

from pathlib import Path

from tests.app.desk import open_desk
from tests.app.test_deciding import pinned, until
from tests.app.views import HARBOUR
from tui.claims import Store
from tui.compare import compare
from tui.desk.keyboard.tagset import TagSet
from tui.desk.plain import PlainReader
from tui.story import load

TALKS = HARBOUR.with_name("iran-talks")
SIXTH = (4, 7)
SEVENTH = (1, 20)


async def test_the_drawer_says_where_a_passage_without_counterpart_may_be_told(store: Path) -> None:
    async with open_desk([TALKS], store) as desk:
        await desk.press("5", "Esc", "8gg")
        assert desk.reading.place == SIXTH
        assert desk.lines[18].startswith("── · alone and checkable  5:8")
        assert desk.lines[19].startswith(" found  only in 5 ")
        assert desk.lines[20].startswith(" maybe  2:21, sure ")
        assert "The White House meeting was the seventh" in desk.lines[20]
        assert "Enter to 2:21?" in desk.status


async def test_enter_goes_there_and_shows_both_and_a_pin_makes_it_a_counterpart(store: Path) -> None:
    async with open_desk([TALKS], store) as desk:
        await desk.press("5", "Esc", "8gg", "Enter")
        assert desk.reading.place == SEVENTH
        assert {SIXTH[0], SEVENTH[0]} <= set(desk.reading.shown)
        await desk.press("p", "BS", "p")
        assert "2:21 and 5:8 pinned" in desk.status
        await until(desk, lambda: len(pinned(desk)) == 1)
        assert desk.reading.place == SIXTH
        assert desk.lines[18].startswith("── ≈ same in other words  2:21 and 5:8  pinned")


async def test_a_passage_that_nothing_comes_near_has_no_counterpart_and_enter_says_so(store: Path) -> None:
    async with open_desk([TALKS], store) as desk:
        await desk.press("1", "Esc", "17gg")
        assert desk.lines[18].startswith("── · alone")
        assert not any(line.startswith(" maybe") for line in desk.lines)
        await desk.press("Enter")
        assert "no counterpart here" in desk.status


async def test_the_view_of_what_is_alone_says_it_too(store: Path) -> None:
    async with open_desk([TALKS], store) as desk:
        await desk.press("S")
        while not any("5:8 " in line for line in desk.lines if line.startswith("▌")):
            await desk.press("j")
        assert any(line.startswith(" maybe  2:21, sure ") for line in desk.lines)
        await desk.press("gg", "j")
        assert not any(line.startswith(" maybe ") for line in desk.lines)


def test_the_plain_reading_tells_where_a_passage_may_be_told_and_e_goes_there(store: Path) -> None:
    story = load([str(TALKS)])
    with Store(store, editor="mk") as claims:
        reader = PlainReader(story, claims, TagSet(), lambda: None)
        reader.use(compare(story))
        said = list(reader.answer("g 5:8"))
        assert "alone and checkable: found only in this article" in said
        (maybe,) = (line for line in said if line.startswith("maybe told in "))
        assert maybe.startswith("maybe told in article 2 passage 21, sure ")
        assert ", e goes there: “The White House meeting was the seventh" in maybe
        assert any(line.startswith("2:21 of ") for line in reader.answer("e"))
        assert not any(line.startswith("maybe") for line in reader.answer("g 1:17"))


async def test_the_matrix_says_in_which_articles_nothing_was_found_and_not_that_they_say_nothing(store: Path) -> None:
    async with open_desk([TALKS], store) as desk:
        await desk.press("M")
        while not any("not found in: " in line and "not found in: none" not in line for line in desk.lines):
            await desk.press("j")
        assert "silent" not in desk.text
