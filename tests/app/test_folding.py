"""Folding what is agreed or alone, and filtering the panes."""

from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.views import HARBOUR, fills_the_screen
from tui.desk.reading.folding import fold_at


def folds(desk: Desk) -> list[str]:
    """The rows of the screen that are folds."""
    return [line for line in desk.lines if "···" in line]


async def to_a_fold(desk: Desk) -> None:
    """Fold everything, and go down to the first fold of the first article."""
    await desk.press("zM", "gg")
    for _ in range(30):
        if fold_at(desk.reading, desk.reading.place):
            return
        await desk.press("j")
    raise AssertionError("nothing folded here")


async def test_what_is_agreed_or_alone_folds_into_one_row_and_opens_again(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        before = desk.lines
        await desk.press("zM")
        assert folds(desk)
        assert any("agreed" in line for line in folds(desk))
        assert "folds; za opens one, zR all" in desk.status
        assert fills_the_screen(desk, (80, 24))
        await desk.press("zR")
        assert desk.lines[1:-1] == before[1:-1]


async def test_conflicts_checks_and_tagged_passages_stay_open(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("2j", "tn", "zM")
        loud = {place for place, marks in desk.reading.index.marks.items() if set("!?") & set(marks)}
        assert desk.reading.folded.isdisjoint(loud | set(desk.panes.claiming.by_place))
        assert all((article, 0) not in desk.reading.folded for article in range(4))
        assert len(desk.reading.folded | loud | set(desk.panes.claiming.by_place)) >= sum(
            len(article.passages) - 1 for article in desk.reading.story.articles
        )


async def test_moving_takes_a_fold_as_one_passage(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        await desk.press("zM", "gg")
        visited = [desk.reading.pane.cursor]
        for _ in range(40):
            await desk.press("j")
            if desk.reading.pane.cursor == visited[-1]:
                break
            visited.append(desk.reading.pane.cursor)
        inside = {number for first, last in desk.reading.runs(0) for number in range(first + 1, last + 1)}
        everything = set(range(len(desk.reading.story.articles[0].passages)))
        assert set(visited) == everything - inside
        backwards = [visited[-1]]
        while desk.reading.pane.cursor:
            await desk.press("k")
            backwards.append(desk.reading.pane.cursor)
        assert backwards == visited[::-1]


async def test_za_folds_and_opens_around_the_cursor(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        await to_a_fold(desk)
        first, last = desk.reading.runs(0)[0]
        await desk.press(f"{first + 1}", "G")
        assert not any(begin == first for begin, _ in desk.reading.runs(0))
        await desk.press("za")
        assert (first, last) in desk.reading.runs(0)
        assert desk.reading.pane.cursor == first
        await desk.press("za")
        assert (first, last) not in desk.reading.runs(0)


async def test_za_on_a_difference_says_why_nothing_folds(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("]c", "za")
        assert "not folded: it differs from others, is tagged, or is the first" in desk.status


async def test_a_jump_opens_the_fold_it_leads_into(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("zM")
        folded = len(desk.reading.folded)
        await desk.press("]s")
        assert desk.reading.place not in desk.reading.folded
        assert len(desk.reading.folded) < folded


async def test_a_folded_passage_is_not_tagged_unseen(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        await to_a_fold(desk)
        await desk.press("t")
        assert "the fold is open" in desk.status
        assert desk.panes.prompt is None
        assert desk.panes.claiming.count == 0
        await desk.press("tn")
        assert desk.panes.claiming.count == 1


async def test_the_drawer_says_what_is_in_a_fold(store: Path) -> None:
    async with open_desk([HARBOUR], store, panes=1) as desk:
        await to_a_fold(desk)
        first, last = desk.reading.runs(0)[0]
        assert f"1:{first + 1} to 1:{last + 1}" in desk.text or f"1:{first + 1}  " in desk.text
        assert "za opens" in desk.text


async def test_a_filter_leaves_what_has_the_words_and_ends_with_nothing_typed(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("f")
        await desk.type("police")
        await desk.press("Enter")
        assert "passages with “police”" in desk.status
        assert any("without “police”" in line for line in folds(desk))
        left = {
            (article, number)
            for article, piece in enumerate(desk.reading.story.articles)
            for number in range(len(piece.passages))
        } - desk.reading.folded
        assert all("police" in desk.panes.quote(place).lower() for place in left)
        await desk.press("f", "ctrl+u", "Enter")
        assert not desk.reading.folded
        assert not folds(desk)


@pytest.mark.parametrize("word", ["police", "said"])
@pytest.mark.parametrize("keys", ["gg", "G"])
async def test_what_a_filter_leaves_begins_whole_or_beside_its_counterpart(store: Path, word: str, keys: str) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press(keys, "f")
        await desk.type(word)
        await desk.press("Enter")
        reading = desk.reading
        row = reading.layout(reading.focus).first[reading.pane.cursor] - reading.pane.top
        for article in reading.shown:
            layout, pane = reading.layout(article), reading.panes[article]
            if article != reading.focus and reading.beside(article) is not None:
                assert layout.first[pane.cursor] - pane.top == max(0, row)
                continue
            rows, top = layout.rows, pane.top
            assert top <= 0 or rows[top].line == 0
            assert top <= 0 or len(rows) > desk.reading.geometry.text_rows


async def test_a_mark_filters_the_passages_that_carry_it_and_folds_come_back(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("zM")
        folded = desk.reading.folded
        await desk.press("f")
        await desk.type("!")
        await desk.press("Enter")
        shown = {place for place, marks in desk.reading.index.marks.items() if "!" in marks}
        assert not desk.reading.folded & shown
        await desk.press("f", "ctrl+u", "Enter")
        assert desk.reading.folded == folded


async def test_a_filter_stays_in_the_article_that_is_read_where_it_leaves_something_there(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("3", "Esc", "G", "f")
        assert "!" not in desk.reading.index.marks.get(desk.reading.place, "")
        await desk.type("!")
        await desk.press("Enter")
        assert desk.reading.focus == 2
        assert "!" in desk.reading.index.marks[desk.reading.place]
        await desk.press("zR", "1", "Esc", "f")
        await desk.type("Lindqvist")
        await desk.press("Enter")
        assert desk.reading.place == (2, 2)


async def test_what_no_passage_has_filters_nothing(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("f")
        await desk.type("submarine")
        await desk.press("Enter")
        assert "no passage has “submarine”" in desk.status
        assert not desk.reading.folded


async def test_selecting_opens_the_fold(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await to_a_fold(desk)
        folded = desk.reading.folded
        await desk.press("V")
        assert desk.reading.selection is not None
        await desk.press("j", "Esc")
        assert desk.reading.folded < folded


async def test_no_pane_is_left_empty_when_all_folds(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("l", "G", "h", "L", "G", "zM")
        for article in desk.reading.shown:
            pane, layout = desk.reading.panes[article], desk.reading.layout(article)
            assert 0 <= pane.top < len(layout.rows)
