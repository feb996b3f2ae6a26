"""The desk and `compare` count the same differences."""

import re
from pathlib import Path

from tests.app.desk import open_desk
from tests.app.views import HARBOUR
from tui.reports.comparison_report import comparison_markdown
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


async def test_words_are_counted_in_one_way_by_the_overview_and_the_reports(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    told = "# Ferry late\n\nThe ferry left an hour late on Monday.\n\nRead more: The harbour in ten pictures\n"
    (folder / "1.md").write_text(told, encoding="utf-8")
    (folder / "2.md").write_text("# Ferry on time\n\nThe ferry left as planned on Monday.\n", encoding="utf-8")
    async with open_desk([folder], store) as desk:
        comparison = desk.reading.index.comparison
        assert comparison is not None
        await desk.press("O")
        assert re.search(r"^▌1 .* 10 ", desk.text, re.MULTILINE)
        await desk.press("o")
        assert "10 words compared" in desk.text
        text = comparison_text(desk.reading.story, comparison)
        assert "2 articles, 20 words compared;" in text
        assert re.search("^  1 +10 words  Ferry late", text, re.MULTILINE)
        report = comparison_markdown(desk.reading.story, comparison)
        assert "words compared: 10" in report


async def test_what_is_judged_only_apparent_or_ignored_is_not_counted_in_the_status_row(
    story: Path, store: Path
) -> None:
    async with open_desk([story], store, size=(100, 24)) as desk:
        index = desk.reading.index
        conflicts = index.count("!")
        assert f"  ! {conflicts}  " in desk.status
        await desk.press("]c", "-", "j")
        assert f"  ! {conflicts - 1}  " in desk.status
        assert index.marks == desk.reading.index.marks
        await desk.press("F")
        assert f"! {conflicts}, 1 judged" in desk.lines[0]
        await desk.press("q", "u", "j")
        assert f"  ! {conflicts}  " in desk.status
        await desk.press("gg", "]c", "+", "j")
        assert f"  ! {conflicts}  " in desk.status
        await desk.press("gg", "]c", "_", "j")
        assert f"  ! {conflicts - 1}  " in desk.status
    async with open_desk([story], store, size=(100, 24)) as desk:
        assert desk.reading.index.count("!") == conflicts - 1
