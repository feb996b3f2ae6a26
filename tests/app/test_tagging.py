"""Tagging at the desk: prompts, what is kept, undo, and finding the tags again."""

import os
import stat
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tui.claims import Store


async def test_a_letter_tags_at_once_and_is_kept(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("j", "t")
        assert desk.lines[18].startswith("── tag 1:2 ──")
        assert "n number" in desk.text
        assert "/ type a name" in desk.text
        await desk.press("n")
        with Store(store, read_only=True) as other:
            assert [claim.tags for claim in other.claims()] == [("number",)]
        assert "1:2 tagged number, saved" in desk.status
        assert any(line.startswith("▌=◆The ferry Aurora") for line in desk.lines)
        assert "◆ number  open  mk" in desk.text


async def test_the_tag_prompt_covers_no_text_at_80_columns(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        before = desk.lines[:18]
        await desk.press("t")
        assert desk.lines[:18] == before


async def test_escape_leaves_the_prompt_without_a_tag(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("t", "Esc", "j")
        assert desk.reading.place == (0, 1)
        assert not store.exists()


async def test_a_name_can_be_typed_and_is_found_fuzzily_next_time(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("t/")
        await desk.type("needs a second source")
        await desk.press("Enter")
        assert desk.panes.claiming.here((0, 0)).tags == ("needs a second source",)  # type: ignore[union-attr]
        await desk.press("j", "t/")
        await desk.type("secnd")
        assert "[needs a second source]" in desk.text
        await desk.press("Enter")
        assert desk.panes.claiming.here((0, 1)).tags == ("needs a second source",)  # type: ignore[union-attr]


async def test_a_new_name_like_an_old_one_can_still_be_made(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("t/")
        await desk.type("num")
        assert "[number]" in desk.text
        while "[num]" not in desk.text:
            await desk.press("Tab")
        await desk.press("Enter")
        assert desk.panes.claiming.here((0, 0)).tags == ("num",)  # type: ignore[union-attr]


async def test_the_last_tag_is_repeated_with_one_key(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "jj", ".")
        assert "1:3 tagged number, saved" in desk.status
        assert desk.panes.claiming.count == 2


async def test_counterparts_are_tagged_as_one_claim(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("j", "T", "w")
        claim = desk.panes.claiming.here((0, 1))
        assert claim is not None
        assert len(claim.anchors) >= 2
        assert desk.panes.claiming.here((1, 0)) == claim


async def test_a_second_tag_joins_the_claim_on_the_passage(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "td")
        assert desk.panes.claiming.count == 1
        assert desk.panes.claiming.here((0, 0)).tags == ("number", "date")  # type: ignore[union-attr]


async def test_status_and_note(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "s")
        assert "v verified" in desk.text
        await desk.press("v", "a")
        await desk.type("asked the coastguard")
        await desk.press("Enter")
        claim = desk.panes.claiming.here((0, 0))
        assert claim is not None
        assert (claim.status, claim.verdict, claim.note) == ("done", "verified", "asked the coastguard")
        assert "number  verified  mk  “asked the coastguard”" in desk.text


async def test_keys_typed_into_a_note_are_text(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "a")
        await desk.type("quit? jj 5G")
        assert desk.reading.place == (0, 0)
        await desk.press("Esc")
        assert desk.panes.claiming.here((0, 0)).note == ""  # type: ignore[union-attr]


@pytest.mark.parametrize("leave", ["Esc", "ctrl+c"])
async def test_half_a_note_is_kept_when_its_prompt_is_left(story: Path, store: Path, leave: str) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "a")
        await desk.type("asked the coast")
        await desk.press(leave)
        assert "note not saved" in desk.status
        assert desk.panes.claiming.here((0, 0)).note == ""  # type: ignore[union-attr]
        await desk.press("a")
        assert "asked the coast" in desk.status
        await desk.type("guard")
        await desk.press("Enter")
        assert desk.panes.claiming.here((0, 0)).note == "asked the coastguard"  # type: ignore[union-attr]
        await desk.press("a", leave)
        assert "not saved" not in desk.status


async def test_undo_and_redo_say_what_they_did(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "u")
        assert desk.panes.claiming.count == 0
        await desk.press("U")
        assert desk.panes.claiming.count == 1
        await desk.press("dd")
        assert desk.panes.claiming.count == 0
        await desk.press("u")
        assert desk.panes.claiming.count == 1
        await desk.press("uu")
        assert "nothing to undo" in desk.status


async def test_reopening_shows_the_tags_at_their_places(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "3", "zz", "j", "tp")
    async with open_desk([story], store) as desk:
        assert set(desk.panes.claiming.by_place) == {(0, 2), (2, 1)}
        await desk.press("]t")
        assert desk.reading.place == (0, 2)


async def test_what_another_process_tags_appears(story: Path, store: Path) -> None:
    from tui.claims.anchors import anchor_of

    async with open_desk([story], store) as desk:
        article = desk.reading.story.articles[0]
        with Store(store, editor="kim") as other:
            other.add(desk.reading.story, anchor_of(article, 0, 5), tags=["place"])
        desk.panes.desk.look_for_others()
        await desk.pilot.pause()
        assert "◆ place  open  kim" in desk.text


async def test_a_store_that_cannot_be_written_is_said_and_reading_goes_on(story: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file-not-folder"
    blocked.write_text("x")
    async with open_desk([story], blocked / "claims.db") as desk:
        await desk.press("tn")
        assert "saved" not in desk.status
        assert desk.panes.notice.error
        await desk.press("j")
        assert desk.reading.place == (0, 1)


async def test_the_store_is_private(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
        assert stat.S_IMODE(os.stat(store).st_mode) == 0o600


async def test_a_new_name_never_turns_into_one_that_only_resembles_it(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for name in ("call Kiew", "call Kyiv"):
            await desk.press("t/")
            await desk.type(name)
            await desk.press("Enter", "j")
        assert [claim.tags for claim in desk.store.claims()] == [("call Kiew",), ("call Kyiv",)]


async def test_a_name_that_is_typed_is_taken_before_one_that_only_has_its_letters(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for name in ("first edition", "wire", "single quote"):
            await desk.press("t/")
            await desk.type(name)
            while f"[{name}]" not in desk.text:
                await desk.press("Tab")
            await desk.press("Enter", "j")
        for typed, taken in (
            ("fire", "fire"), ("ed", "first edition"), ("f e", "first edition"), ("sq", "single quote"),
            ("quo", "quote edge"), ("wire", "wire"), ("wi", "wire"), ("edtion", "first edition"), ("dit", "dit"),
        ):  # fmt: skip
            await desk.press("t/")
            await desk.type(typed)
            assert f"[{taken}]" in desk.text, typed
            await desk.press("Esc")
        await desk.press("t/")
        await desk.type("dit")
        await desk.press("Tab")
        assert "[first edition]" in desk.text


@pytest.mark.parametrize("keys", ["t", "s", "gu"])
async def test_a_letter_that_answers_no_prompt_is_named_and_q_leaves_it(story: Path, store: Path, keys: str) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", keys, "Z")
        assert "Z is none of these letters" in desk.status
        await desk.press("q")
        assert desk.status.startswith(" PANES")
        assert desk.store.claims()[0].tags == ("number",)
