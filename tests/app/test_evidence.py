"""Evidence for claims, notes of more than a line, and what is left to check."""

import stat
from pathlib import Path

import pytest

from tests.app.desk import Desk, open_desk
from tests.app.views import cursor_line


def claim_of(desk: Desk):  # type: ignore[no-untyped-def]
    (claim,) = desk.panes.claiming.claims
    return claim


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor's program that adds a line to what it is given."""
    file = tmp_path / "my editor"
    file.write_text('#!/bin/sh\nprintf "second line\\033[31m\\n" >> "$1"\n', encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{file}'")
    return file


async def test_another_passage_becomes_evidence_for_the_last_claim(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "l", "gg", "j", "e")
        assert "2:2 is evidence for “Eleven passengers were…”, saved" in desk.status
        (evidence,) = claim_of(desk).evidence
        assert evidence.anchor.exact == "Seventeen passengers were injured, the coastguard said."
        await desk.press("C")
        assert "evid.  “Seventeen passengers were injured" in desk.text
        await desk.press("u")
        assert claim_of(desk).evidence == ()


async def test_the_last_claim_is_known_after_a_restart(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("e")
        assert "no claim yet" in desk.status
        await desk.press("jj", "tn")
    async with open_desk([story], store) as desk:
        await desk.press("jj", "e")
        assert "this is the claim itself" in desk.status
        await desk.press("j", "e")
        assert len(claim_of(desk).evidence) == 1


async def test_a_web_address_becomes_evidence_and_nothing_else_does(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "E")
        await desk.type("coastguard.example")
        await desk.press("Enter")
        assert "not saved" in desk.status
        await desk.press("C", "E")
        await desk.type("https://coastguard.example/log?day=2")
        await desk.press("Enter")
        assert [item.url for item in claim_of(desk).evidence] == ["https://coastguard.example/log?day=2"]


async def test_a_note_of_more_than_a_line_is_written_in_ones_own_program(
    story: Path, store: Path, program: Path
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "a")
        assert "ctrl-x for more than a line" in desk.text
        await desk.type("first line")
        await desk.press("ctrl+x")
        assert claim_of(desk).note == "first line\nsecond line\ufffd[31m"
        assert "note saved" in desk.status
        await desk.press("a")
        assert claim_of(desk).note.count("second line") == 2


async def test_a_program_that_fails_leaves_the_note_as_it_was(
    story: Path, store: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
        for command in ("false", "/nowhere/editor", "'unbalanced"):
            monkeypatch.setenv("EDITOR", command)
            await desk.press("a", "ctrl+x")
            assert desk.panes.notice.error
            assert claim_of(desk).note == ""


async def test_a_checked_passage_is_marked_and_counts_no_more(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        before = desk.reading.left
        assert before
        assert f"{before} left" in desk.status
        await desk.press("]s", "c")
        number = desk.reading.place[1]
        assert f"1:{number + 1} checked, saved; {before - 1} thing" in desk.status
        assert any("✓" in line for line in desk.lines)
    async with open_desk([story], store) as desk:
        assert desk.reading.left == before - 1
        await desk.press("]s", "c")
        assert desk.reading.left == before
        await desk.press("u")
        assert desk.reading.left == before - 1


async def test_a_passage_stays_checked_when_its_article_changes_elsewhere(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "c")
    file = story / "1-herald.txt"
    file.write_text("A new headline\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    async with open_desk([story], store) as desk:
        assert set(desk.reading.checked) == {(0, 3)}


async def test_a_finding_is_checked_in_the_list_and_a_verdict_counts_as_well(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        before = desk.reading.left
        assert before
        await desk.press("F", "c")
        assert f"checked, saved; {before - 1} thing" in desk.status
        assert cursor_line(desk).endswith("✓ checked")
        await desk.press("c")
        assert desk.reading.left == before
        await desk.press("+")
        assert desk.reading.left == before - 1


async def test_the_history_says_which_evidence_came(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "jj", "e", "k", "e", "E")
        await desk.type("https://coast.example/report")
        await desk.press("Enter", "gg", "gh")
        await desk.resize(120, 40)
        assert "evidence “Eleven passengers" in desk.text
        assert "evidence “The ferry Aurora" in desk.text


async def test_a_passage_that_holds_the_words_of_the_claim_is_no_evidence_for_it(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "v", "w", "tn", "e")
        assert "this is the claim itself" in desk.status
        (claim,) = desk.store.claims()
        assert claim.evidence == ()
