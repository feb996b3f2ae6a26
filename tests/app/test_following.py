"""Pins and broken links when the passages they are on come back in other words, or not at all."""

from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.test_claims import rewrite
from tests.app.test_deciding import go, links, pin_inspection_to_tug, pinned, until
from tests.app.views import SIZES, cursor_line, fills_the_screen
from tui.claims import Store

INSPECTED = "The ferry had been inspected in March."
GONE = "Tugs stood by all night, and nobody slept."


def conflicts(desk: Desk) -> set[tuple[int, int]]:
    comparison = desk.reading.index.comparison
    found = comparison.links if comparison else ()
    return {(link.a.first, link.b.first) for link in found if link.relation == "conflict"}


async def break_the_conflict(desk: Desk) -> tuple[int, int]:
    """Break the first conflict of the first article; the passages it joined."""
    await desk.press("1", "]c")
    other = desk.reading.counterpart
    assert other is not None
    await desk.press("x")
    await until(desk, lambda: other.link.id not in links(desk))
    return other.link.a.first, other.link.b.first


async def test_a_pin_follows_its_passage_when_a_word_of_it_changes(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
    rewrite(story, INSPECTED, "The ferry had been inspected in April, its owners said.")
    async with open_desk([story], store) as desk:
        (link,) = pinned(desk)
        assert "inspected in April" in desk.panes.quote((0, link.a.first))
        assert "lost" not in desk.text
        await go(desk, "1:5")
        await desk.press("x")
        assert "pin taken off, saved" in desk.status
        await until(desk, lambda: not pinned(desk))


async def test_a_link_stays_broken_when_the_figure_it_was_about_changes(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        pair = await break_the_conflict(desk)
    rewrite(story, "Eleven passengers", "Fourteen passengers")
    async with open_desk([story], store) as desk:
        await until(desk, lambda: pair not in conflicts(desk))
        await desk.press("u")
        await until(desk, lambda: pair in conflicts(desk))


async def test_a_pin_whose_passage_is_gone_is_told_once_and_leads_to_its_other_end(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
        await desk.press("D", "q")
    rewrite(story, INSPECTED, GONE)
    async with open_desk([story], store) as desk:
        assert "── pins: 1 lost, their words are gone" in desk.text
        await desk.press("j")
        assert cursor_line(desk).startswith(f"▌x  {INSPECTED}")
        assert cursor_line(desk).endswith("1 2:3")
        assert f" gone   “{INSPECTED}”" in desk.text
        assert " pin 2:3“A tug from Velden" in desk.text.replace("2:3 ", "2:3")
        await desk.press("Enter")
        assert desk.reading.place == (1, 2)
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" PANES")
        assert "lost" not in desk.text
    rewrite(story, GONE, INSPECTED)
    async with open_desk([story], store) as desk:
        assert len(pinned(desk)) == 1


async def test_a_pin_lost_while_the_desk_is_open_is_said_in_the_status_row(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
        rewrite(story, INSPECTED, GONE)
        await desk.press("R")
        await until(desk, lambda: "lost" in desk.status)
        assert " 1 pin lost, D tells; changed" in desk.status
        await desk.compared()
        await until(desk, lambda: not pinned(desk))
        await desk.press("D")
        assert "pins: 1 lost" in desk.text


async def test_a_pin_on_an_article_that_was_closed_is_not_lost(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
        await desk.press(":")
        await desk.type("close 2")
        await desk.press("Enter")
        await until(desk, lambda: len(desk.reading.story.articles) == 2)
        assert "lost" not in desk.status
        assert desk.panes.desk.deciding.lost == ()


async def test_a_colleague_who_set_a_pin_is_named_without_digests(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
        a, b = desk.reading.story.articles[:2]
        one, two = ((article.sha256, article.passages[-1].start, article.passages[-1].end) for article in (a, b))
        with Store(store, editor="kim") as kim:
            kim.pin(desk.reading.story, one, two)
    async with open_desk([story], store) as desk:
        await desk.press("D", "G")
        assert "kim" in cursor_line(desk)
        assert "two passages pinned" in cursor_line(desk)
        assert a.sha256[:8] not in desk.text


@pytest.mark.parametrize("size", SIZES)
async def test_lost_pins_fill_screens_of_every_size(story: Path, store: Path, size: tuple[int, int]) -> None:
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
    rewrite(story, INSPECTED, GONE)
    rewrite(story, "A tug from Velden", "Nothing", "2-tribune.md")
    async with open_desk([story], store, size) as desk:
        for keys in ("D", "j", "j", "o", "G"):
            await desk.press(keys)
            assert fills_the_screen(desk, size)
