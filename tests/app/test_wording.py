"""Small sentences of the desk: where more is, where an article ends, and what fits a row of 80 columns."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.desk import open_desk
from tests.app.views import HARBOUR
from tui.desk.draw.findings import Columns, draw_head, short_reason
from tui.desk.draw.shared import told_shared
from tui.desk.draw.words import address, words_quoted
from tui.desk.lines import plain
from tui.desk.reading.grouping import INTERNAL, grouped
from tui.desk.views.findings import IGNORED
from tui.reports.comparison_text import comparison_text


async def test_tagged_passages_of_other_articles_are_told(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "2", "Esc", "]t")
        assert "no tagged passage below in article 2; some in 1" in desk.status


async def test_an_address_past_the_end_goes_to_the_end_and_says_where_that_is(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        last = len(desk.reading.story.articles[1].passages)
        await desk.press(":")
        await desk.type("2:99")
        await desk.press("Enter")
        assert desk.reading.place == (1, last - 1)
        assert f"article 2 ends at 2:{last}" in desk.status


async def test_hints_and_messages_are_not_cut(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("t")
        assert "T: counterparts too" in desk.status
        await desk.press("Esc", ":")
        await desk.type("theme")
        await desk.press("Enter")
        assert "…" not in desk.status


def test_the_header_of_the_findings_says_what_its_number_counts_where_room_is_short() -> None:
    counts = {"conflict": (11, 2), "check": (5, 1), INTERNAL: (1, 0), IGNORED: (2, 0)}
    heads = [plain(draw_head(counts, 19, "", Columns(12, 6), width)[0]) for width in (120, 90, 80)]
    assert heads[0].endswith(" 19 in all, worst first ")
    assert heads[1].endswith(" 19 in all ")
    assert heads[2].rstrip().endswith("ignored 2")


async def test_what_differs_has_the_room_that_nothing_else_takes(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        comparison = desk.reading.index.comparison
        assert comparison is not None
        reasons = [short_reason(group.link) for group in grouped(comparison)[:8]]
        short = [reason for reason in reasons if len(reason) <= 54]
        assert max(map(len, short)) == 54
        assert all(reason in desk.text for reason in short)
        await desk.press("+")
        assert any(line.endswith("+ real") for line in desk.lines[:-1])


async def test_the_findings_are_counted_alike_above_and_below(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F")
        total = desk.lines[0].split(" in all")[0].split()[-1]
        assert f"1 of {total}" in desk.text


async def test_what_is_copied_is_counted_by_the_words_of_the_copied_part(store: Path) -> None:
    async with open_desk([HARBOUR.parent / "iran-talks"], store, size=(120, 40)) as desk:
        comparison = desk.reading.index.comparison
        assert comparison is not None
        link = next(link for link in comparison.links if link.copied and link.a.article == 1 and link.b.article == 4)
        article = desk.reading.story.articles[link.a.article]
        copied = article.text[link.a.start : link.a.end]
        assert len(copied.split()) == 8
        assert copied != article.quote(link.a.first)
        await desk.press(":")
        await desk.type(address((link.a.article, link.a.first)))
        await desk.press("Enter")
        while "= copied" not in desk.text:
            await desk.press(";")
        assert "= copied  7 words, 5 in a row  2:2 and 5:6" in desk.text
        text = comparison_text(desk.reading.story, comparison, only={"overlap"})
        assert "= 2:2  5:6  the same: 7 words, 5 in a row" in text


def test_what_two_passages_share_begins_with_the_longest_stretch_and_goes_on_as_it_stands() -> None:
    pieces = ("Netanyahu", "of the", "the ballistic missile programme", "underscore the", "missile", "of", "talks")
    assert told_shared(pieces, "en", 72) == "“ballistic missile programme”  and Netanyahu … underscore … talks"
    assert told_shared(("Trump", "told", "Iran"), "en", 72) == "Trump … told … Iran"
    assert told_shared((), "en", 72) == ""


def test_what_two_passages_share_is_counted_where_there_is_no_room_for_it_and_never_cut_in_a_word() -> None:
    pieces = ("Netanyahu", "the ballistic missile programme", "underscore the", "talks")
    assert told_shared(pieces, "en", 56) == "“ballistic missile programme”  and Netanyahu … talks  +1"
    assert told_shared(pieces, "en", 44) == "“ballistic missile programme”  and talks  +2"
    assert told_shared(pieces, "en", 36) == "“ballistic missile programme”  +3"
    assert told_shared(pieces, "en", 20) == "“ballistic missile…"
    assert told_shared(("Trump", "told", "Iran"), "en", 12) == "Trump  +2"


@given(st.lists(st.text(st.sampled_from("ab“” 日"), max_size=12), max_size=8), st.integers(1, 60))
def test_what_two_passages_share_is_never_wider_than_its_room(pieces: list[str], room: int) -> None:
    assert cell_len(told_shared(pieces, "en", room)) <= room


def test_words_out_of_a_text_stand_in_quotation_marks_unless_they_hold_some() -> None:
    assert words_quoted("the two leaders’ talks") == "“the two leaders’ talks”"
    for text in ("is “worried about Iran’s progress", "like a church door,” said", 'said. "However, it', "das „Nein“"):
        assert words_quoted(text) == text


async def test_of_a_counterpart_that_is_not_on_the_screen_the_drawer_tells_the_words(story: Path, store: Path) -> None:
    async with open_desk([story], store, panes=1) as desk:
        await desk.press("]c")
        drawer = "\n".join(desk.lines[-5:])
        assert "2:2    [Seventeen] passengers were injured, the coastguard said." in drawer
        assert "“Eleven”" not in drawer
        await desk.press("k")
        drawer = "\n".join(desk.lines[-5:])
        assert " 2:1    The ferry Aurora ran aground near the harbour of Skarn on Monday" in drawer
        assert " same " in drawer


async def test_the_overview_tells_all_articles_that_cite_somebody(store: Path) -> None:
    async with open_desk([HARBOUR.parent / "iran-talks"], store) as desk:
        await desk.press("O")
        assert "1 2 3 4…" not in desk.text
        await desk.press("o")
        assert re.search("^ by +.*, no date|^ by +.*, [0-9]{4}-", desk.text, re.MULTILINE)


async def test_a_long_message_has_the_status_row_to_itself_at_80_columns(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "e")
        assert desk.status == " PANES  this is the claim itself: go to what speaks for or against it"
        await desk.press("k")
        assert desk.status.endswith("mk  ? help")
        await desk.press("e", "gg", "r")
        assert desk.status.endswith("in C, Enter takes along a claim without a place")


async def test_the_words_of_a_copied_passage_take_the_rows_of_the_drawer_that_nothing_else_needs(
    tmp_path: Path, store: Path
) -> None:
    copied = (
        "The final wording is to be released only when the national board of directors of the association approves "
        "the resolution at its meeting in Baltimore in October."
    )
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# Report {name}\n\n{copied}\n", encoding="utf-8")
    async with open_desk([tmp_path / "a.md", tmp_path / "b.md"], store) as desk:
        await desk.press("]=")
        assert "meeting in Baltimore in October”" in " ".join(" ".join(desk.lines[-5:-1]).split())
        await desk.press("tn")
        assert "◆ number" in desk.lines[-2]
        assert "meeting in Baltimore in October”" in " ".join(" ".join(desk.lines[-5:-2]).split())
