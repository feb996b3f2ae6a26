"""The desk and `compare` count the same differences."""

import re
from pathlib import Path

from tests.app.desk import open_desk
from tests.app.views import HARBOUR
from tui.reports.comparison_text import comparison_text


async def test_a_difference_that_several_pairs_show_counts_once_in_the_desk_and_in_the_text(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        comparison = desk.reading.index.comparison
        assert comparison is not None
        text = comparison_text(desk.reading.story, comparison)
        conflicts, checks = desk.reading.index.count("!"), desk.reading.index.count("?")
        assert f"; {conflicts} conflicts, {checks} to check" in text
        links = [link for link in comparison.links if link.tier == "conflict"]
        assert len(links) > conflicts
        assert len(re.findall("^! ", text, re.MULTILINE)) == conflicts
        assert re.search(r"^! \d:\d+  \d:\d+  \d:\d+  \d:\d+  ", text, re.MULTILINE)
