"""A disagreement of several papers is one row of the findings, judged and tagged as one."""

from pathlib import Path

from tests.app.desk import Desk, open_desk
from tests.app.views import HARBOUR, cursor_line, view_of
from tui.claims import Store
from tui.desk.reading.grouping import FindingGroup


def row_of(desk: Desk, words: str) -> FindingGroup:
    """The finding with these words in its reason, with the cursor on it."""
    view = view_of(desk)
    for number, row in enumerate(view.rows):
        if isinstance(row.item, FindingGroup) and words in row.item.reason:
            view.place.cursor = number
            return row.item
    raise AssertionError(f"no finding has {words}")


async def test_four_papers_that_differ_over_an_hour_stand_in_one_row_with_all_their_wordings(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        group = row_of(desk, "alarm raised")
        assert len(group.links) == 3
        await desk.press("j", "k")
        assert "1:3 2:4 3:5 4:7" in cursor_line(desk)
        assert sum("1:3 2:4" in line for line in desk.lines[2:12]) == 1
        drawer = "\n".join(desk.lines[12:])
        assert "3.15 this morning in 1, 3 and 4; 4.15am in 2" in drawer
        assert "also   3:5" in drawer
        assert "[03:15]" in drawer
        assert "also   4:7" in drawer


async def test_a_verdict_on_it_holds_for_every_pair_of_papers(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        group = row_of(desk, "alarm raised")
        await desk.press("+")
        assert "1:3 2:4 and 2 more places real, saved" in desk.status
    with Store(store, read_only=True) as kept:
        judged = {mark["subject"] for mark in kept.marks() if mark["kind"] == "finding"}
    assert {link.id for link in group.links} <= judged


async def test_the_dead_man_leads_the_findings(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        first, second = desk.lines[2:4]
        assert "Lindqvist" in first
        assert "Lindqvist" in second
