"""Pins, broken links, and what is entered about sources: kept, undone, and respected by the comparison."""

from collections.abc import Callable
from pathlib import Path

from tests.app.desk import Desk, open_desk
from tests.app.test_claims import rewrite
from tui.claims import Store
from tui.compare.model import Link
from tui.desk.screens.listing import ListScreen


async def until(desk: Desk, holds: Callable[[], bool]) -> None:
    """Wait until a comparison that an action asked for is on the screen."""
    while not holds():
        await desk.pilot.pause(0.01)
    await desk.pilot.pause()


def pinned(desk: Desk) -> list[Link]:
    comparison = desk.reading.index.comparison
    return [link for link in comparison.links if link.pinned] if comparison else []


def links(desk: Desk) -> set[str]:
    comparison = desk.reading.index.comparison
    return {link.id for link in comparison.links} if comparison else set()


async def go(desk: Desk, address: str) -> None:
    await desk.press(":")
    await desk.type(address)
    await desk.press("Enter")


async def pin_inspection_to_tug(desk: Desk) -> None:
    """Pin 1:5, on the inspection in March, to 2:3, on the tug."""
    await go(desk, "1:5")
    await desk.press("p")
    await go(desk, "2:3")
    await desk.press("p")
    await until(desk, lambda: len(pinned(desk)) == 1)


async def test_two_passages_pinned_by_hand_become_a_link(story, store):
    async with open_desk([story], store) as desk:
        await go(desk, "1:5")
        await desk.press("p")
        assert "pin 1:5: p on its counterpart as well" in desk.status
        await go(desk, "2:3")
        assert "pin 1:5 to …" in desk.status
        await desk.press("p")
        assert "1:5 and 2:3 pinned, saved; comparing anew" in desk.status
        await until(desk, lambda: len(pinned(desk)) == 1)
        (link,) = pinned(desk)
        assert (link.a.article, link.b.article) == (0, 1)
        assert any(line.startswith("──") and "pinned" in line for line in desk.lines)
        assert "sure" not in next(line for line in desk.lines if line.startswith("──"))


async def test_the_drawer_shows_a_pin_that_was_just_set_before_other_findings(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await go(desk, "1:3")
        await desk.press("p")
        await go(desk, "2:3")
        await desk.press("p")
        await until(desk, lambda: len(pinned(desk)) == 1)
        await go(desk, "2:2")
        await desk.press("p")
        await go(desk, "1:3")
        assert "pinned" not in desk.text
        await desk.press("p")
        await until(desk, lambda: len(pinned(desk)) == 2)
        head = next(line for line in desk.lines if line.startswith("──"))
        assert "pinned" in head
        assert "2:2" in head


async def test_what_waits_to_be_pinned_does_not_run_into_the_keys(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await go(desk, "1:2")
        await desk.press("p", "zz")
        for width in range(56, 90):
            await desk.resize(width, 24)
            assert "…Enter" not in desk.status
            assert "…o more" not in desk.status


async def test_undo_says_what_was_entered_of_a_source_in_words(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("ia")
        await desk.type("See wire")
        await desk.press("Enter", "q", "u")
        assert "Undone: author “See wire” entered for a source." in desk.status


async def test_a_pin_is_still_there_when_the_desk_is_opened_again(story, store):
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
        assert len(pinned(desk)) == 1
    async with open_desk([story], store) as desk:
        assert len(pinned(desk)) == 1
        await desk.press("u")
        await until(desk, lambda: not pinned(desk))
        await desk.press("U")
        await until(desk, lambda: len(pinned(desk)) == 1)


async def test_x_takes_a_pin_off(story, store):
    async with open_desk([story], store) as desk:
        await pin_inspection_to_tug(desk)
        await desk.press("x")
        assert "pin taken off, saved" in desk.status
        await until(desk, lambda: not pinned(desk))


async def test_pinning_is_let_go_by_escape_and_by_p_on_the_same_passage(story, store):
    async with open_desk([story], store) as desk:
        await desk.press("1", "p", "Esc", "j")
        assert "pin 1:1" not in desk.status
        await desk.press("p", "p")
        assert "is not to be pinned any more" in desk.status
        assert desk.store.pins() == []


async def test_a_pin_waits_visibly_while_the_articles_are_compared_anew(story, store):
    async with open_desk([story], store) as desk:
        await go(desk, "1:5")
        await desk.press("p", "j")
        desk.panes.desk.comparing.begin()
        before = desk.reading.index.comparison
        await until(desk, lambda: desk.reading.index.comparison is not before)
        await desk.press("k")
        assert "pin 1:5 to …" in desk.status
        await desk.press("Esc", "j")
        assert "pin 1:5" not in desk.status


async def test_a_broken_link_goes_with_its_findings_and_comes_back_with_undo(story, store):
    async with open_desk([story], store) as desk:
        before = links(desk)
        await desk.press("1", "]c")
        other = desk.reading.counterpart
        assert other is not None
        await desk.press("x")
        assert "link broken, saved; u brings it back" in desk.status
        await until(desk, lambda: other.link.id not in links(desk))
        gone = before - links(desk)
    async with open_desk([story], store) as desk:
        assert links(desk) == before - gone
        await desk.press("u")
        await until(desk, lambda: links(desk) == before)


async def test_x_in_the_findings_view_breaks_the_links_of_a_finding(story, store):
    async with open_desk([story], store) as desk:
        await desk.press("F")
        assert isinstance(desk.app.screen, ListScreen)
        view: ListScreen[object] = desk.app.screen
        count = len(view.rows)
        await desk.press("x")
        assert "link broken, saved" in desk.status
        await until(desk, lambda: len(view.rows) < count)


async def test_a_colleagues_pin_appears_and_is_compared(story, store):
    async with open_desk([story], store) as desk:
        a, b = desk.reading.story.articles[:2]
        one, two = ((article.sha256, article.passages[-1].start, article.passages[-1].end) for article in (a, b))
        with Store(store, editor="kim") as kim:
            kim.pin(desk.reading.story, one, two)
        desk.panes.desk.look_for_others()
        await until(desk, lambda: len(pinned(desk)) == 1)


async def test_details_of_a_source_are_entered_one_after_the_other_and_used_at_once(story, store):
    async with open_desk([story], store, size=(100, 24)) as desk:
        await desk.press("1", "i")
        assert "o outlet: unknown" in desk.text
        assert "d date: unknown" in desk.text
        await desk.press("o")
        await desk.type("Skarn Herald")
        await desk.press("Enter")
        assert "o outlet: Skarn Herald" in desk.text
        await desk.press("d")
        await desk.type("2 March 2026")
        await desk.press("Enter", "l")
        await desk.type("HER")
        await desk.press("Enter", "Esc")
        assert "HER" in desk.lines[0]
        article = desk.reading.story.articles[0]
        assert (article.outlet, article.published, article.label) == ("Skarn Herald", "2026-03-02", "HER")
        await desk.compared()
        await desk.press("O")
        assert any("1 HER" in line for line in desk.lines)


async def test_details_are_kept_by_the_text_and_undone_one_by_one(story, store, tmp_path: Path):
    async with open_desk([story], store) as desk:
        await desk.press("1", "i", "o")
        await desk.type("Herald")
        await desk.press("Enter", "a")
        await desk.type("Nora Lind")
        await desk.press("Enter", "Esc")
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    for file in story.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    async with open_desk([copy], store) as desk:
        article = desk.reading.story.articles[0]
        assert (article.outlet, article.author) == ("Herald", "Nora Lind")
    async with open_desk([story], store) as desk:
        await desk.press("u")
        assert desk.reading.story.articles[0].author is None
        await desk.press("u")
        assert desk.reading.story.articles[0].outlet is None


async def test_a_date_that_could_be_two_days_is_not_taken(story, store):
    async with open_desk([story], store, size=(110, 24)) as desk:
        await desk.press("1", "i", "d")
        await desk.type("03/04/2026")
        await desk.press("Enter")
        assert "not saved: write the date as" in desk.status
        assert not desk.store.exists()


async def test_an_entered_date_says_who_was_first(story, store):
    async with open_desk([story], store, size=(110, 30)) as desk:
        await desk.press("O")
        assert "who was first cannot be said" in desk.text
        await desk.press("P")
        for number, date in (("1", "2026-03-02"), ("3", "2026-03-04")):
            await desk.press(number, "i", "d")
            await desk.type(date)
            await desk.press("Enter", "Esc")
        await desk.press("O")
        await until(desk, lambda: "first: 1, 2026-03-02" in desk.text)
        assert "who was first cannot be said" not in desk.text


async def test_the_overview_asks_for_the_source_under_the_cursor(story, store):
    async with open_desk([story], store, size=(100, 30)) as desk:
        await desk.press("O", "j", "j", "i")
        assert "source 3: what is known of it" in desk.text
        await desk.press("l")
        await desk.type("POST")
        await desk.press("Enter", "Esc")
        assert desk.reading.story.articles[2].label == "POST"
        assert any("3 POST" in line for line in desk.lines)


async def test_pins_and_broken_links_hold_when_their_articles_change_elsewhere(story: Path, store: Path):
    async with open_desk([story], store) as desk:
        await desk.press("1", "]c")
        other = desk.reading.counterpart
        assert other is not None
        pair = (other.link.a.first, other.link.b.first)
        await desk.press("x")
        await until(desk, lambda: other.link.id not in links(desk))
        await pin_inspection_to_tug(desk)
    rewrite(story, "Ferry runs aground off Skarn", "Ferry runs aground off Skarn at night")
    async with open_desk([story], store) as desk:
        await until(desk, lambda: pair not in conflicts(desk))
        (link,) = pinned(desk)
        assert "inspected in March" in desk.panes.quote((0, link.a.first))
        await go(desk, "1:5")
        await desk.press("x")
        await until(desk, lambda: not pinned(desk))
        await desk.press("u", "u", "u")
        await until(desk, lambda: pair in conflicts(desk))


def conflicts(desk: Desk) -> set[tuple[int, int]]:
    comparison = desk.reading.index.comparison
    found = comparison.links if comparison else ()
    return {(link.a.first, link.b.first) for link in found if link.relation == "conflict"}


async def test_a_passage_that_waits_to_be_pinned_is_let_go_when_an_article_is_closed(story, store):
    async with open_desk([story], store) as desk:
        total = len(desk.reading.story.articles)
        await desk.press(str(total), "gg", "p", ":")
        await desk.type(f"close {total}")
        await desk.press("Enter")
        await until(desk, lambda: len(desk.reading.story.articles) < total)
        await desk.press("1", "gg", "p")
        assert "pin 1:1: p on its counterpart as well" in desk.status
        assert desk.store.pins() == []
