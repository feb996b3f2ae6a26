"""Facts in order of time."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.views import HARBOUR, cursor_line
from tests.unit.compare.builders import article as made
from tui.compare.text.dates import order, time_of
from tui.desk.views.told_times import told_times
from tui.story.model import Story

STORY = {
    "a.md": """---
outlet: Skarn Herald
published: 2026-03-04
---
Ferry runs aground

The ferry Aurora ran aground at 2.10 a.m. on Tuesday with 80 people on board.

She was built in 2011. Divers looked at her hull in February.

The line will open again on Friday.

Nobody was hurt.
""",
    "b.md": """---
outlet: Brack Gazette
published: 2026-03-05
---
Aurora on the rocks

The ferry Aurora ran aground on Tuesday with 80 people on board.

The line is due to open again on Saturday.

Nobody was hurt.

A tug pulled at her on 3 March.
""",
}


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


async def test_gt_lists_what_happened_under_the_day_and_clock_time_each_passage_tells(ferry: Path, store: Path) -> None:
    async with open_desk([ferry], store, size=(100, 40)) as desk:
        await desk.press("gt")
        assert desk.lines[0].rstrip().endswith("in order of time")
        shown = [line[2:].strip("─▌ ") for line in desk.lines[2:15]]
        expected = [
            "2011", "1:3 She was built in 2011.", "2026-02", "1:4 Divers looked at her hull in February.",
            "Tue 2026-03-03", "2:5 A tug pulled at her on 3 March.",
            "Tue 2026-03-03  02:10", "1:2 The ferry Aurora ran aground at 2.10 a.m. on Tuesday",
            "Fri 2026-03-06", "1:5 The line will open again on Friday.",
            "Sat 2026-03-07", "2:3 The line is due to open again on Saturday.",
            "2026-03-04  no time told; first in 1 Skarn Herald",
        ]  # fmt: skip
        assert all(line.startswith(words) for line, words in zip(shown, expected, strict=True)), shown
        assert desk.lines[0].startswith(" MATRIX  7 entries")
        await desk.press("j", "j")
        assert "nothing found on this" not in desk.text
        await desk.press("Enter")
        assert desk.reading.place == (1, 4)


def test_a_time_is_told_as_far_as_the_passage_tells_it_and_what_is_to_come_lies_ahead() -> None:
    told = {
        "It broke on Monday.": "Mon 2026-03-02",
        "It is to be mended on Monday.": "Mon 2026-03-09",
        "It broke at 3.15 this morning.": "Wed 2026-03-04  03:15",
        "It broke at 9 p.m. and was mended.": "21:00  no day told",
        "It broke yesterday at noon.": "Tue 2026-03-03  12:00",
        "It broke in August.": "2025-08",
        "It will be mended in August.": "2026-08",
        "It broke in 2019.": "2019",
    }
    text = "Bridge\n\n" + "\n\n".join(told)
    article = replace(made(text), published="2026-03-04")
    found = told_times(Story("s", "bridge", (article,)))
    assert {article.quote(place[1]): str(time) for place, time in found.items()} == told
    undated = replace(article, published=None)
    assert [str(time) for time in told_times(Story("s", "bridge", (undated,))).values()] == [
        "03:15  no day told", "21:00  no day told", "12:00  no day told", "2019",
    ]  # fmt: skip


async def test_gt_lists_the_facts_that_tell_no_time_under_that_of_their_first_report(store: Path) -> None:
    async with open_desk([HARBOUR], store, size=(100, 90)) as desk:
        await desk.press("gt")
        # The newspaper says 07:40 +01:00; times on the screen are those of the editor's own clock.
        here = datetime.fromisoformat("2026-06-09T07:40:00+01:00").astimezone()
        headings = [line for line in desk.lines if "first in" in line]
        assert headings[0].startswith(f"── {here:%Y-%m-%d %H:%M}  no time told; first in 1 Radio Skarnwick")
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
