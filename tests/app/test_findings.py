"""The findings view and verdicts: what is listed, how it is judged, and what the panes make of it."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.test_claims import rewrite
from tests.app.views import HARBOUR, SIZES, cursor_line, fills_the_screen, view_of
from tui.claims import Store
from tui.desk.screens.findings import FindingsScreen
from tui.desk.screens.panes import PanesScreen
from tui.desk.views.alone import alone_rows


async def test_the_findings_stand_worst_first_with_both_wordings_below(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F")
        assert desk.lines[0].startswith(" FINDINGS  ! 1")
        assert "1:3 2:2" in cursor_line(desk)
        drawer = "\n".join(desk.lines[13:])
        assert "1:3 no outlet, no date" in drawer
        assert "2:2 Tribune, 2026-03-03" in drawer
        assert "[Eleven] passengers" in drawer
        assert "[Seventeen] passengers" in drawer
        assert "why" in drawer
        assert "+ real   - apparent   _ ignore" in desk.lines[-2]


@pytest.mark.parametrize("size", SIZES)
async def test_every_reason_is_told_whole_below_the_list_at_the_latest_in_the_large_drawer(
    store: Path, size: tuple[int, int]
) -> None:
    async with open_desk([HARBOUR.parent / "iran-talks"], store, size=size) as desk:
        await desk.press("F")
        if size[0] < 80:
            await desk.press("o")
        reasons = [row.item.reason for row in view_of(desk).rows if row.item]  # type: ignore[attr-defined]
        assert max(map(len, reasons)) > 100
        for reason in reasons:
            assert reason in " ".join(" ".join(line.strip() for line in desk.lines).split())
            await desk.press("j")


async def test_conflicts_come_before_what_is_to_check(store: Path) -> None:
    async with open_desk([HARBOUR], store, size=(80, 60)) as desk:
        await desk.press("F")
        rows = desk.lines[2 : 2 + len(view_of(desk).rows)]
        rule = next(number for number, line in enumerate(rows) if line.startswith("── differs, check"))
        assert all(line[1] == "!" for line in rows[:rule])
        assert all(line[1] == "?" for line in rows[rule + 1 :] if line and not line.startswith("──"))
        severities = [row.item.link.severity for row in view_of(desk).rows[:rule] if row.item]  # type: ignore[attr-defined]
        assert severities == sorted(severities, reverse=True)


async def test_a_verdict_is_kept_counted_and_leads_to_the_next_finding(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        first = view_of(desk).item
        assert first is not None
        await desk.press("+")
        assert view_of(desk).place.cursor == 1
        assert "real, saved" in desk.status
        assert desk.lines[2].endswith("+ real")
        assert "1 judged" in desk.lines[0]
        await desk.press("-")
        assert desk.lines[3].endswith("- apparent")
        await desk.press("j")
        assert "2 judged" in desk.status
    with Store(store, read_only=True) as kept:
        assert {mark["value"] for mark in kept.marks() if mark["kind"] == "finding"} == {"apparent", "real"}


async def test_the_same_verdict_again_takes_it_back(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F", "+", "k", "+")
        assert "verdict taken back" in desk.status
        assert view_of(desk).place.cursor == 0
        assert not desk.lines[2].endswith("+ real")
        assert "judged" not in desk.lines[0]


async def test_what_is_ignored_leaves_the_panes_and_goes_to_the_end_of_the_list(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        assert any(line.startswith(" ! Eleven") for line in desk.lines)
        await desk.press("F", "_")
        assert "! 0" in desk.lines[0]
        assert "ignored 1" in desk.lines[0]
        assert any(line.startswith("── ignored") for line in desk.lines)
        assert any(line.startswith(("▌!", " !")) and line.endswith("_ ignored") for line in desk.lines)
        await desk.press("q")
        assert not any("! Eleven" in line for line in desk.lines)
        assert "! 0" in desk.status
    async with open_desk([story], store) as desk:
        assert not any("! Eleven" in line for line in desk.lines)
        await desk.press("F")
        assert "ignored 1" in desk.lines[0]


async def test_an_ignored_finding_stays_ignored_when_its_articles_are_read_with_another(
    story: Path, store: Path
) -> None:
    async with open_desk([story / "1-herald.txt", story / "2-tribune.md"], store) as desk:
        await desk.press("F", "_")
    async with open_desk([story], store) as desk:
        assert "new article" in desk.text
        await desk.press("P")
        assert "! 0" in desk.status


async def test_undo_and_redo_reach_verdicts_from_every_view(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F", "_", "u")
        assert "Undone" in desk.status
        assert desk.lines[0].startswith(" FINDINGS  ! 1")
        await desk.press("U")
        assert desk.lines[0].startswith(" FINDINGS  ! 0")
        await desk.press("q", "u")
        assert any(line.startswith(" ! Eleven") for line in desk.lines)


async def test_undoing_a_verdict_tells_where_the_finding_stands(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F", "+", "u")
        assert "1:3 2:2: Undone: the verdict real on a finding." in desk.status
        await desk.press("U")
        assert "1:3 2:2: Done again: the verdict real on a finding." in desk.status


async def test_the_finding_in_the_drawer_is_judged_with_the_same_keys(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("+")
        assert "no finding in the drawer" in desk.status
        await desk.press("]c", "+")
        assert "1:3 2:2 real, saved" in desk.status
        await desk.press("]c", "_")
        assert not any("! Eleven" in line for line in desk.lines)
        await desk.press("u")
        assert any("! Eleven" in line for line in desk.lines)


async def test_judging_in_the_panes_goes_on_to_the_next_finding_below(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("3", "l", "]c")
        judged = desk.reading.counterpart
        assert judged is not None
        await desk.press("+")
        following = desk.reading.counterpart
        assert following is not None
        assert following.link.id != judged.link.id
        assert following.link.relation == "conflict"
        assert following.link.id not in desk.panes.desk.judging.verdicts


async def test_enter_shows_both_articles_with_the_finding_in_the_drawer(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F", "j")
        group = view_of(desk).item
        assert group is not None
        link = group.link  # type: ignore[attr-defined]
        await desk.press("Enter")
        assert isinstance(desk.app.screen, PanesScreen)
        assert desk.reading.place == (link.a.article, link.a.first)
        assert {link.a.article, link.b.article} <= set(desk.reading.shown)
        assert desk.reading.counterpart is not None
        assert desk.reading.counterpart.link == link
        await desk.press("F")
        assert view_of(desk).item == group


async def test_a_finding_is_tagged_and_noted_without_leaving_the_list(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F", "a")
        assert "no claim on this finding" in desk.status
        rows = desk.lines[:6]
        await desk.press("T")
        assert desk.lines[:6] == rows
        await desk.press("c")
        claim = desk.panes.claiming.here((0, 2))
        assert claim is not None
        assert claim == desk.panes.claiming.here((1, 1))
        await desk.press("a")
        await desk.type("rang the coastguard")
        await desk.press("Enter")
        assert "“rang the coastguard”" in desk.text
        assert isinstance(desk.app.screen, FindingsScreen)


async def test_the_list_is_filtered_by_words(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F")
        before = len(view_of(desk).rows)
        await desk.press("f")
        await desk.type("solberg")
        await desk.press("Enter")
        assert 0 < len(view_of(desk).rows) < before
        assert "with “solberg”" in desk.lines[0]
        await desk.press("f", "ctrl+u", "Enter")
        assert len(view_of(desk).rows) == before


@pytest.mark.parametrize("size", SIZES)
async def test_the_view_fits_every_size(store: Path, size: tuple[int, int]) -> None:
    async with open_desk([HARBOUR], store, size=size) as desk:
        await desk.press("F")
        for keys in ("G", "_", "gg", "+", "t", "Esc", "o", "o", "o", "f", "Esc", "?"):
            await desk.press(keys)
            assert fills_the_screen(desk, size), keys


async def test_resizing_keeps_the_row_under_the_cursor_in_view(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F", "G")
        for size in (*SIZES, (30, 10), (80, 24)):
            await desk.resize(*size)
            assert fills_the_screen(desk, size)
            if size[0] >= 40:
                assert cursor_line(desk)


async def test_without_findings_the_view_says_so(story: Path, store: Path) -> None:
    async with open_desk([story / "1-herald.txt"], store) as desk:
        await desk.press("F")
        assert "no difference found, which is not to say that the articles agree" in desk.lines[2]
        assert not any(line.startswith("──") for line in desk.lines)
        await desk.press("+", "j", "G", "Enter", "t", "a")
        assert isinstance(desk.app.screen, FindingsScreen)


async def test_a_verdict_outlives_a_change_of_the_article_elsewhere(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("]c", "_")
        assert len(desk.panes.desk.judging.verdicts) == 1
    rewrite(story, "The ferry had been inspected in March.", "The ferry had been inspected in March, and in May.")
    async with open_desk([story], store) as desk:
        assert list(desk.panes.desk.judging.verdicts.values()) == ["ignore"]
        assert "!" not in {marks[:1] for marks in desk.reading.index.marks.values()}
        await desk.press("P", "u")
        assert desk.panes.desk.judging.verdicts == {}
    rewrite(story, "Eleven passengers", "Fourteen passengers")
    async with open_desk([story], store) as desk:
        assert desk.panes.desk.judging.verdicts == {}


async def test_a_passage_with_a_finding_is_not_called_alone(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        index = desk.reading.index
        assert index.comparison is not None
        loud = {place for place, marks in index.marks.items() if "!" in marks or "?" in marks}
        listed = {(one.article, at) for one in index.comparison.sources for at in one.alone[: one.checkable]}
        assert loud & listed
        for article, passage in loud & listed:
            await desk.press(f":{article + 1}:{passage + 1}", "Enter")
            assert "alone and checkable" not in desk.text
            assert "·" not in index.marks[article, passage]
        shown = {row.item.place for row in alone_rows(index) if row.item is not None}
        assert shown == listed - loud
