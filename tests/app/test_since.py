"""The view of what changed since the editor left, and exports from the desk."""

import csv
import io
import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.app.desk import open_desk
from tests.app.test_claims import rewrite, tagged_and_changed
from tests.app.test_session import left
from tests.app.views import HARBOUR, SIZES, cursor_line, fills_the_screen
from tui.claims import Store
from tui.desk.reading.grouping import grouped
from tui.reports.exchange import export_claims, handover


async def test_nothing_opens_and_nothing_is_written_at_the_first_look(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" PANES")
        await desk.press("D")
        assert "nothing changed since you left" in desk.text
        await desk.press("q", "q")
    assert not store.exists()


async def test_nothing_opens_when_nothing_changed(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" PANES")


async def test_a_changed_article_opens_the_view_with_its_counts_and_its_claims(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        assert desk.lines[0].startswith(" SINCE YOU LEFT  ferry")
        assert cursor_line(desk).startswith("▌  1 Ferry runs aground")
        assert "2 changed   0 gone   0 new" in cursor_line(desk)
        assert "── 3 claims: 1 orphan, 1 to recheck, 1 as they were" in desk.text
        assert " was    [Eleven] passengers were injured" in desk.text
        await desk.press("j")
        assert cursor_line(desk).startswith("▌x 1:5")
        await desk.press("j")
        assert cursor_line(desk).startswith("▌~ 1:3")
        assert "verified: that ended when the words changed" in desk.text


async def test_a_claim_is_settled_in_the_view(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("jj", "=")
        assert "kept as it is: verified, saved" in desk.status
        await desk.press("u", "sv")
        assert "verified, saved" in desk.status
        await desk.press("Enter")
        assert desk.reading.place == (0, 2)


async def test_an_article_that_returns_to_its_earlier_text_is_as_it_was_in_store_and_exports(
    story: Path, store: Path
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "sv")
    rewrite(story, "Eleven passengers", "Fourteen passengers")
    async with open_desk([story], store) as desk:
        assert "1 to recheck" in desk.text
    rewrite(story, "Fourteen passengers", "Eleven passengers")
    for _ in range(2):
        async with open_desk([story], store) as desk:
            await desk.press("C")
            assert "recheck" not in desk.text
    with Store(store) as opened:
        (claim,) = opened.claims()
        assert (claim.state, claim.verdict) == ("placed", "verified")
        assert claim.quote.startswith("Eleven passengers")
        assert "Fourteen" not in handover(opened)[1] + export_claims(opened, "csv")
        assert [event.verb for event in opened.history(claim.id)][-3:] == ["recheck", "place", "restore"]
    async with open_desk([story], store) as desk:
        await desk.press("u")
        assert "Undone: restore verified on “Eleven passengers" in desk.status


async def test_what_was_seen_is_no_news_next_time(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("q")
        assert desk.status.startswith(" PANES")
        await desk.press("D")
        assert "1 orphan" in desk.text
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" PANES")


async def test_a_passage_that_came_and_one_that_went_are_shown(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
    rewrite(story, "The ferry had been inspected in March.\n", "")
    rewrite(story, "Seventeen passengers were injured, the coastguard said.\n",
            "Seventeen passengers were injured, the coastguard said.\n\nA crane arrived at noon.\n",
            "2-tribune.md")  # fmt: skip
    async with open_desk([story], store) as desk:
        assert "0 changed   1 gone   0 new" in cursor_line(desk)
        assert "gone   The ferry had been inspected in March." in desk.text
        await desk.press("j")
        assert "new    A crane arrived at noon." in desk.text
        await desk.press("Enter")
        assert desk.reading.place == (1, 2)


async def test_a_new_finding_is_listed(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
    rewrite(story, "with 240 people on board", "with 310 people on board")
    async with open_desk([story], store) as desk:
        assert "new, " in desk.text
        row = next(line for line in desk.lines if line[1:3] in ("+!", "+?"))
        assert "240" in row
        assert "310" in row


async def test_what_a_colleague_did_is_listed_with_the_note(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn")
    with Store(store, editor="kim") as kim:
        kim.set_note(kim.claims()[0].id, "Called the coastguard: they stand by it.")
    async with open_desk([story], store) as desk:
        assert "── done by kim: 1" in desk.text
        assert "note “Called the coastguard" in desk.text
        await desk.press("G", "Enter")
        assert desk.reading.place == (0, 2)


@pytest.mark.parametrize("size", SIZES)
async def test_the_view_fills_screens_of_every_size(story: Path, store: Path, size: tuple[int, int]) -> None:
    await tagged_and_changed(story, store)
    with Store(store, editor="kim") as kim:
        kim.set_note(kim.claims()[0].id, "Called them.")
    async with open_desk([story], store, size) as desk:
        for keys in ("k", "j", "j", "gh", "o", "G"):
            await desk.press(keys)
            assert fills_the_screen(desk, size)


async def test_exports_go_to_new_files_in_the_current_folder(
    story: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "ferry.md").write_text("mine", encoding="utf-8")
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "Xh")
        assert "written: ferry-handover.json, ferry-handover.txt" in desk.status
        await desk.press("Xm")
        assert "written: ferry-2.md" in desk.status
        await desk.press("F", "Xj", "Xc", "Xw", "Xw")
        assert "written: ferry-2.html" in desk.status
    assert (folder / "ferry.md").read_text(encoding="utf-8") == "mine"
    assert "Eleven passengers" in (folder / "ferry-2.md").read_text(encoding="utf-8")
    assert "Eleven passengers" in (folder / "ferry-handover.txt").read_text(encoding="utf-8")
    assert "Eleven passengers" in (folder / "ferry.html").read_text(encoding="utf-8")
    assert len(json.loads((folder / "ferry-claims.json").read_text(encoding="utf-8"))["claims"]) == 1
    table = (folder / "ferry-claims.csv").read_text(encoding="utf-8-sig")
    assert [row["tags"] for row in csv.DictReader(io.StringIO(table))] == ["number"]


async def test_the_report_of_a_story_tells_what_the_editor_judged(
    story: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_desk([story], store) as desk:
        await desk.press("F", "+", "Xm", "Xw")
    assert (tmp_path / "ferry.md").read_text(encoding="utf-8").count("- judged: real") == 1
    assert (tmp_path / "ferry.html").read_text(encoding="utf-8").count("<dt>judged</dt><dd>real</dd>") == 1


async def test_a_finding_that_is_gone_is_told_in_the_words_it_had(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "]c")
        assert desk.reading.counterpart is not None
        reason = desk.reading.counterpart.link.reason
        await desk.press("q")
    rewrite(story, "Seventeen passengers", "Eleven passengers", "2-tribune.md")
    async with open_desk([story], store, size=(110, 30)) as desk:
        await desk.press("D")
        gone = [line for line in desk.lines if line.startswith((" -  ", "▌-  "))]
        assert len(gone) == 1
        assert f"-  {reason[:30]}" in gone[0]
        assert gone[0].endswith("1:3 2:2")


async def test_what_changed_since_last_time_is_marked_and_can_be_gone_through(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "q")
    rewrite(story, "Eleven passengers", "Fourteen passengers")
    rewrite(story, "in March", "in April")
    async with open_desk([story], store) as desk:
        await desk.press("P", "1", "gg", "]u")
        assert desk.reading.place == (0, 2)
        assert "~" in next(line[:4] for line in desk.lines if "Fourteen" in line)
        await desk.press("]u")
        assert "in April" in desk.panes.quote(desk.reading.place)
        await desk.press("]u")
        assert "nothing new or changed below in article 1" in desk.status
        await desk.press("[u")
        assert desk.reading.place == (0, 2)
    async with open_desk([story], store) as desk:
        await desk.press("]u")
        assert "nothing is new or changed since last time" in desk.status


async def test_what_changes_while_the_desk_is_open_is_marked_as_well(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        rewrite(story, "Eleven passengers", "Fourteen passengers")
        await desk.press("R")
        while not desk.reading.updated:
            await desk.pilot.pause(0.01)
        assert desk.reading.updated == {(0, 2)}


async def test_news_of_an_article_that_is_closed_leaves_the_view_with_it(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        total = len(desk.reading.story.articles)
        assert "2 changed" in desk.text
        await desk.press(":")
        await desk.type("close 1")
        await desk.press("Enter")
        while len(desk.reading.story.articles) == total:
            await desk.pilot.pause(0.01)
        assert desk.lines[0].startswith(" SINCE YOU LEFT")
        assert "2 changed" not in desk.text
        await desk.compared()
        assert "2 changed" not in desk.text


async def test_news_of_an_article_follows_it_to_the_number_it_has_when_one_before_it_is_closed(
    story: Path, store: Path
) -> None:
    third = story / "zz.txt"
    third.write_text("A storm is coming\n\nThe harbour master said two boats are at sea.\n", encoding="utf-8")
    async with open_desk([story], store) as desk:
        await desk.press("tn", "q")
    third.write_text("A storm is coming\n\nThe harbour master said four boats are at sea.\n", encoding="utf-8")
    async with open_desk([story], store) as desk:
        total = len(desk.reading.story.articles)
        assert f"  {total} A storm is coming" in desk.text
        await desk.press(":")
        await desk.type("close 1")
        await desk.press("Enter")
        while len(desk.reading.story.articles) == total:
            await desk.pilot.pause(0.01)
        assert f"  {total - 1} A storm is coming" in desk.text


async def test_news_that_are_shown_already_are_not_announced_again(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        assert desk.lines[0].startswith(" SINCE YOU LEFT")
        desk.panes.desk.comparing.survey = None
        desk.panes.desk.comparing.begin()
        await desk.compared()
        await desk.press("q")
        assert "changed since you left" not in desk.status


async def test_one_disagreement_is_one_new_finding_however_many_pairs_show_it(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "fire"
    copytree(HARBOUR, folder)
    async with open_desk([folder], store) as desk:
        await desk.press("tn")
        await left(desk)
    path = folder / "1-radio-skarnwick.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("3.15 this morning", "3.45 this morning").replace("North Quay", "South Quay"), "utf-8")
    async with open_desk([folder], store) as desk:
        comparison, news = desk.reading.index.comparison, desk.panes.desk.since.news
        assert comparison is not None
        assert news is not None
        new = [group for group in grouped(comparison) if {link.id for link in group.links} & set(news.findings_new)]
        assert 0 < len(new) < len(news.findings_new)
        assert f"{len(new)} new, " in next(line for line in desk.lines if line.startswith("── findings"))
        assert sum(line.startswith((" +", "▌+")) for line in desk.lines) == len(new)
        assert "1:3 2:4 +2" in next(line for line in desk.lines if "3.45 this morning" in line and " +" in line)
        await desk.press("G", "gd")
        assert desk.lines[0].startswith(" DIFF  1 Fire at Skarnwick harbour ")
        assert "“North” → “South”" in desk.text


async def test_a_link_broken_by_the_editor_is_no_change_of_the_sources(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", ":1:3", "Enter", "x")
        await desk.compared()
        assert "link broken" in desk.status
        await desk.press("D")
        assert "nothing changed since you left" in desk.text
        await desk.press("q", "u")
        await desk.compared()
        assert "something changed" not in desk.status
        await desk.press("D")
        assert "nothing changed since you left" in desk.text
        await desk.press("q", "x")
        await desk.compared()
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" PANES")
        await desk.press("D")
        assert "nothing changed since you left" in desk.text


async def test_findings_are_the_same_where_their_articles_change_places(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
    (story / "1-herald.txt").rename(story / "4-herald.txt")
    async with open_desk([story], store) as desk:
        await desk.press("D")
        assert "findings:" not in desk.text
