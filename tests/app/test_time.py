"""Facts in order of time."""

from datetime import datetime
from itertools import pairwise
from pathlib import Path

from tests.app.desk import open_desk
from tests.app.views import HARBOUR, cursor_line
from tui.compare.text.dates import order, time_of


async def test_gt_lists_facts_under_the_time_they_were_first_reported(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("gt")
        assert desk.lines[0].rstrip().endswith("in order of time")
        # The newspaper says 07:40 +01:00; times on the screen are those of the editor's own clock.
        here = datetime.fromisoformat("2026-06-09T07:40:00+01:00").astimezone()
        headings = [line for line in desk.lines if "first in" in line]
        assert headings[0].startswith(f"── {here:%Y-%m-%d %H:%M}  first in 1 Radio Skarnwick")
        times = [time_of(line[3:19].replace(" ", "T")) for line in headings]
        assert all(order(one, other) < 0 for one, other in pairwise(times))


async def test_gt_sorts_the_matrix_that_is_open_and_keeps_that_order(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("M", "gt")
        assert "in order of time" in desk.lines[0]
        line = cursor_line(desk)
        await desk.press("q", "M")
        assert cursor_line(desk) == line
        await desk.press("s")
        assert "most sources first" in desk.lines[0]


async def test_articles_without_a_date_leave_the_order_unknown(story: Path, store: Path) -> None:
    text = (story / "2-tribune.md").read_text(encoding="utf-8")
    (story / "2-tribune.md").write_text(text.replace("published: 2026-03-03\n", ""))
    async with open_desk([story], store) as desk:
        await desk.press("gt")
        assert "order unknown: none of these articles has a date" in desk.text
