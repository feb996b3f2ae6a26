"""The claims view: what is listed and in which order, what can be done to a claim there, and its history."""

from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.views import SIZES, cursor_line, fills_the_screen, view_of
from tui.claims import Claim, Store

HERALD = "1-herald.txt"


def rewrite(story: Path, old: str, new: str, name: str = HERALD) -> None:
    """Change the words of an article, as its newsroom would."""
    file = story / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def claim_under_cursor(desk: Desk) -> Claim:
    claim = view_of(desk).item
    assert isinstance(claim, Claim)
    return claim


async def tagged_and_changed(story: Path, store: Path) -> None:
    """Three claims: one verified on a figure that then changes, one whose words go, one left in peace."""
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "sv", "gg", "G", "td", "2", "zz", "G", "tp")
    rewrite(story, "Eleven passengers", "Fourteen passengers")
    rewrite(story, "The ferry had been inspected in March.", "Tugs stood by all night, and nobody slept.")


async def test_no_claim_yet_says_how_to_make_one(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("C")
        assert "no claim yet: t in the panes tags a passage" in desk.text
        await desk.press("s", "=", "r", "gh", "dd", "A", "a", "t")
        assert "no claim here" in desk.status
        await desk.press("q")
        assert desk.status.startswith(" PANES")
        assert not store.exists()


async def test_orphans_come_first_then_what_is_to_recheck(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C")
        rows = [line for line in desk.lines[2:14] if line.strip()]
        assert rows[0].startswith("── the quote or its article is gone")
        assert rows[1].startswith("▌x 1:5")
        assert "ORPHAN" in rows[1]
        assert rows[2].startswith("── the words changed")
        assert rows[3].startswith(" ~ 1:3")
        assert "RECHECK" in rows[3]
        assert rows[5].startswith(" ◆ 2:3")
        assert "~ 1 to recheck  x 1 orphan" in desk.lines[0]


async def test_both_wordings_stand_below_a_claim_to_recheck_with_the_verdict_that_ended(
    story: Path, store: Path
) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C", "j")
        assert " was    [Eleven] passengers were injured, the coastguard said." in desk.lines
        assert " now    [Fourteen] passengers were injured, the coastguard said." in desk.lines
        assert "verified: that ended when the words changed" in desk.text


async def test_keeping_a_claim_as_it_is_brings_its_verdict_back(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C", "j", "=")
        assert "kept as it is: verified, saved" in desk.status
        claim = claim_under_cursor(desk)
        assert (claim.state, claim.verdict) == ("placed", "verified")
        await desk.press("u")
        assert claim_under_cursor(desk).state == "recheck"


async def test_an_orphan_is_reattached_where_the_cursor_of_the_panes_is(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("P", "1", "l", "h", "gg", "j", "C", "r")
        assert "reattach to 1:2" in desk.text
        await desk.press("y")
        assert "reattached to 1:2, saved" in desk.status
        assert "orphan" not in desk.lines[0]
        assert desk.panes.claiming.here((0, 1)).tags == ("date",)  # type: ignore[union-attr]


async def test_an_orphan_is_taken_along_to_the_panes_and_reattached_there(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C", "Enter")
        assert "r reattaches the claim" in desk.status
        assert desk.reading.place == (0, 4)
        await desk.press("r")
        assert "reattached to 1:5, saved" in desk.status
        assert desk.panes.claiming.here((0, 4)).tags == ("date",)  # type: ignore[union-attr]
        await desk.press("r")
        assert "nothing to reattach" in desk.status


async def test_enter_goes_to_the_place_of_a_claim(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "3", "zz", "G", "tp", "1", "gg", "C", "j", "Enter")
        assert desk.reading.place == (2, 2)
        assert desk.status.startswith(" PANES")


async def test_status_note_tag_and_assignment_are_given_in_the_list(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "C", "sd", "td", "a")
        await desk.type("asked twice")
        await desk.press("Enter", "A")
        assert "nobody" in desk.text
        await desk.type("kim")
        await desk.press("Enter")
        assert "assigned to kim, saved" in desk.status
        claim = claim_under_cursor(desk)
        assert (claim.verdict, claim.tags, claim.note) == ("disputed", ("number", "date"), "asked twice")
        assert claim.assigned_to == "kim"
        assert "asked twice" in desk.text
        await desk.press("A", "nob", "Enter")
        assert claim_under_cursor(desk).assigned_to is None


async def test_a_claim_is_dropped_and_comes_back(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "C", "dd")
        assert "no claim yet" in desk.text
        await desk.press("u")
        assert claim_under_cursor(desk).tags == ("number",)


async def test_the_cursor_stays_on_its_claim_when_the_order_changes(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C", "j")
        before = claim_under_cursor(desk).id
        await desk.press("=")
        assert claim_under_cursor(desk).id == before
        assert cursor_line(desk).startswith("▌◆ 1:3")


@pytest.mark.parametrize(
    ("wanted", "tags"),
    [
        ("number", {"number"}),
        ("tag:person", {"person"}),
        ("status:verified", {"number"}),
        ("status:open article:2", {"person"}),
        ("article:1", {"number", "date"}),
        ("editor:mk inspected", {"date"}),
        ("editor:kim", set()),
        ("story:ferry tag:date", {"date"}),
    ],
)
async def test_the_filter_looks_at_words_tag_status_article_editor_and_story(
    story: Path, store: Path, wanted: str, tags: set[str]
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "sv", "G", "td", "2", "zz", "G", "tp", "C", "f")
        await desk.type(wanted)
        await desk.press("Enter")
        listed = [row.item for row in view_of(desk).rows if isinstance(row.item, Claim)]
        assert {tag for claim in listed for tag in claim.tags} == tags


async def test_claims_of_other_stories_are_found_by_the_filter_but_not_jumped_to(
    story: Path, store: Path, tmp_path: Path
) -> None:
    other = tmp_path / "flood"
    other.mkdir()
    (other / "a.txt").write_text("Water rises\n\nThe river stood at 7 metres on Friday.\n", encoding="utf-8")
    async with open_desk([other], store) as desk:
        await desk.press("j", "tn")
    async with open_desk([story], store) as desk:
        await desk.press("C")
        assert "no claim yet" in desk.text
        await desk.press("f")
        await desk.type("story:flood")
        await desk.press("Enter")
        assert "The river stood" in cursor_line(desk)
        await desk.press("Enter")
        assert "its article is not open" in desk.status


async def test_the_history_of_a_claim_can_be_read(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C", "j", "gh")
        drawer = desk.lines[-10:-2]
        assert "history" in desk.text
        assert "copydesk" in drawer[0]
        assert "recheck: the words changed, verified ended" in drawer[0]
        assert "status verified" in drawer[1]
        assert "tag number" in drawer[2]
        await desk.press("gh")
        assert "recheck: the words" not in desk.text
        await desk.press("sd", "u", "gh")
        assert "undo: status" in desk.text


async def test_the_history_is_opened_from_the_panes(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "jj", "td", "u", "U", "gh")
        assert desk.status.startswith(" CLAIMS")
        assert claim_under_cursor(desk).tags == ("date",)
        assert "redo: dropped" in desk.text


async def test_what_a_colleague_does_appears_in_the_open_list(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "C")
        with Store(store, editor="kim") as other:
            other.set_status(claim_under_cursor(desk).id, "done", "false")
        desk.panes.desk.look_for_others()
        await desk.pilot.pause()
        assert "false" in cursor_line(desk)


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_fills_screens_of_every_size(story: Path, store: Path, size: tuple[int, int]) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store, size) as desk:
        for keys in ("C", "j", "o", "gh", "o"):
            await desk.press(keys)
            assert fills_the_screen(desk, size)


async def test_speaker_priority_and_wording_are_given_in_the_panes_and_undone(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "gs")
        assert "who said it? now unknown" in desk.text
        await desk.type("Nora Lind")
        await desk.press("Enter")
        assert "said by Nora Lind, saved" in desk.status
        await desk.press("gu")
        assert "h high" in desk.text
        assert "/ type another" in desk.text
        await desk.press("h")
        assert "priority high, saved" in desk.status
        assert "priority high" in "\n".join(desk.lines[-6:-1])
        await desk.press("gw", "ctrl+u")
        await desk.type("Eleven were hurt")
        await desk.press("Enter")
        assert "claim in other words, saved" in desk.status
        claim = desk.panes.claiming.claims[0]
        assert (claim.speaker, claim.priority, claim.text) == ("Nora Lind", "high", "Eleven were hurt")
        await desk.press("u")
        assert "Undone: text on" in desk.status
        assert desk.panes.claiming.claims[0].text == claim.quote
        await desk.press("u")
        assert "Undone: priority high on" in desk.status
        await desk.press("u")
        assert "Undone: speaker Nora Lind on" in desk.status
        claim = desk.panes.claiming.claims[0]
        assert (claim.speaker, claim.priority, claim.text) == (None, None, claim.quote)


async def test_speaker_priority_and_wording_are_told_in_the_list_with_their_history(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jjj", "tn", "C", "gs")
        await desk.type("Nora Lind")
        await desk.press("Enter", "gu", "/")
        await desk.type("before noon")
        await desk.press("Enter", "gw", "ctrl+u")
        await desk.type("There was a noise")
        await desk.press("Enter")
        assert "priority before noon" in desk.text
        assert " who    said by Nora Lind" in desk.text
        assert " says   There was a noise" in desk.text
        await desk.press("gw", "ctrl+u", "Enter")
        assert claim_under_cursor(desk).text == claim_under_cursor(desk).quote
        await desk.press("gu", "0", "gh")
        for line in ("said by Nora Lind", "priority before noon", "priority none", "in other words: There was a noise"):
            assert line in desk.text
        await desk.press("gs", "unkn", "Enter")
        assert claim_under_cursor(desk).speaker is None


async def test_a_speaker_is_offered_from_the_quote_and_from_other_claims(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("2", "Esc", "jj", "tn", "gs")
        assert "[Nordline]" in desk.text
        await desk.press("Enter")
        assert "said by Nordline, saved" in desk.status
        await desk.press("k", "tn", "gs")
        assert "[Nordline]" in desk.text


async def test_a_claim_that_is_not_there_has_no_speaker(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for keys in ("gs", "gu", "gw"):
            await desk.press(keys)
            assert "no claim here: t tags this passage" in desk.status


async def test_a_claim_of_several_quotes_tells_how_many_and_where_each_stands(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("]c", "Tn", "C")
        assert cursor_line(desk).startswith("▌◆ 1:3 +1  Eleven")
        assert " 1:3    “Eleven" in desk.text
        assert " 2:2    “Seventeen" in desk.text
        await desk.press("t")
        assert "counterparts too" not in desk.status


async def test_the_head_counts_open_checked_and_to_recheck_as_reports_do(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    async with open_desk([story], store, size=(100, 24)) as desk:
        await desk.press("C", "G", "sd")
        assert " 3 claims, 0 open, 1 checked  ~ 1 to recheck  x 1 orphan" in desk.lines[0]
        await desk.press("so")
        assert " 3 claims, 1 open, 0 checked  ~ 1 to recheck" in desk.lines[0]
