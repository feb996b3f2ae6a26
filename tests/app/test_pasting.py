"""Articles pasted into the desk join the story that is open; nothing of them is read as keys."""

from pathlib import Path

import pytest
from textual import events

from tests.app.desk import Desk, open_desk
from tests.unit.story.hostile import FORBIDDEN

FIRST = "Tug reaches the Aurora\r\rA tug from Velden reached the ferry Aurora on Wednesday, Nordline said.\r"
SECOND = "---\routlet: Gazette\rpublished: 2026-03-04\r---\rAurora afloat\r\rThe ferry Aurora was pulled free.\r"


async def paste(desk: Desk, text: str) -> None:
    """What the terminal sends when text is pasted."""
    desk.app.screen.post_message(events.Paste(text))
    await desk.pilot.pause()


async def opened(desk: Desk, articles: int) -> None:
    """Wait until the story has so many articles, and is compared."""
    while len(desk.reading.story.articles) != articles:
        assert not desk.panes.notice.error, desk.panes.notice.message
        await desk.pilot.pause()
    await desk.compared()


async def test_pasted_articles_join_the_story_after_outlet_and_date_were_asked(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gp")
        assert "Paste one article, or several with a line of --- between them." in desk.text
        await paste(desk, f"{FIRST}\r---\r{SECOND}")
        assert "pasted: 2 articles" in desk.text
        await desk.press("Enter")
        assert "outlet of article 1 of 2" in desk.text
        await desk.type("Island Wire")
        await desk.press("Enter")
        await desk.type("soon")
        await desk.press("Enter")
        assert "no date is like that" in desk.text
        await desk.press("ctrl+u")
        await desk.type("4 March 2026")
        await desk.press("Enter")
        await opened(desk, 5)

        told = [(article.title, article.outlet, article.published) for article in desk.reading.story.articles[3:]]
        assert told == [
            ("Tug reaches the Aurora", "Island Wire", "2026-03-04"),
            ("Aurora afloat", "Gazette", "2026-03-04"),
        ]
        assert "2 articles added, 5 articles now" in desk.status


async def test_what_is_not_known_stays_unknown(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gp")
        await paste(desk, FIRST)
        await desk.press("Enter", "Enter", "Enter")
        await opened(desk, 4)

        article = desk.reading.story.articles[3]
        assert (article.outlet, article.published) == (None, None)


async def test_text_pasted_onto_the_panes_is_shown_before_anything_is_done(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await paste(desk, f"{FIRST}dd q tn ]c :q")
        assert "pasted: 1 article" in desk.text
        await desk.press("Esc")

        assert len(desk.reading.story.articles) == 3
        assert desk.store.claims() == []
        assert not store.with_name("claims.db.pasted").exists()


async def test_a_terminal_that_sends_a_paste_as_keys_does_no_harm(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gp", "t", "n", "dd", "q", "Enter", "j", "Enter")

        assert "nothing pasted yet" in desk.status
        assert (desk.reading.place, desk.store.claims()) == ((0, 0), [])


async def test_pieces_pasted_one_after_the_other_are_articles_of_their_own(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gp")
        await paste(desk, FIRST)
        await paste(desk, "\r\r")
        assert "no words in it" in desk.text
        await paste(desk, SECOND)

        assert "Enter opens 2 articles" in desk.status


async def test_an_article_pasted_twice_is_said_to_be_open_already(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for _ in range(2):
            await desk.press("gp")
            await paste(desk, SECOND)
            await desk.press("Enter")
            await opened(desk, 4)
        while "open already" not in desk.status:
            await desk.pilot.pause()

        assert len(list(store.with_name("claims.db.pasted").iterdir())) == 1


async def test_the_editors_own_program_can_be_used_instead(
    story: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, article = tmp_path / "editor.sh", tmp_path / "article"
    article.write_text(SECOND.replace("\r", "\n"))
    script.write_text(f'#!/bin/sh\ncat "{article}" >> "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    async with open_desk([story], store) as desk:
        await desk.press("gp", "ctrl+x")
        assert "pasted: 1 article" in desk.text
        await desk.press("Enter")
        await opened(desk, 4)

        assert desk.reading.story.articles[3].outlet == "Gazette"


async def test_a_folder_that_cannot_be_written_is_told(story: Path, store: Path) -> None:
    store.with_name("claims.db.pasted").write_text("a file in the way")
    async with open_desk([story], store) as desk:
        await desk.press("gp")
        await paste(desk, SECOND)
        await desk.press("Enter")

        assert "not opened, it cannot be kept beside the store" in desk.panes.notice.message


HOSTILE = "\x1b]52;c;aGk=\x07\x1b[2J\x9b31m\u202e\u200b[bold]\x00"


@pytest.mark.parametrize(
    "keys", [["gp"], ["/"], ["t", "/"], ["a"], [":"], ["E"], ["f"], ["F", "f"], ["t"], ["gp", "Esc"]]
)
async def test_hostile_text_pasted_anywhere_is_shown_harmlessly(story: Path, store: Path, keys: list[str]) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("t", "n", *keys)
        await paste(desk, f"{HOSTILE}Fares {HOSTILE}\r{HOSTILE * 50} rise\n{HOSTILE}")
        assert not FORBIDDEN.search("".join(desk.lines))
        await desk.press("Enter", "Enter", "Enter")

        assert not FORBIDDEN.search("".join(desk.lines))
        for claim in desk.store.claims():
            assert not FORBIDDEN.search(f"{claim.tags}{claim.note}{claim.evidence}")


async def test_purging_a_story_removes_what_was_pasted_into_it(story: Path, store: Path) -> None:
    from tui.cli import main

    async with open_desk([story], store) as desk:
        await desk.press("gp")
        await paste(desk, SECOND)
        await desk.press("Enter")
        await opened(desk, 4)
        await desk.press("4", "t", "n")
        name = desk.reading.story.name
    assert main(["claims", "purge", "--story", name, "--store", str(store)]) == 0

    assert list(store.with_name("claims.db.pasted").iterdir()) == []
    assert len(list(story.iterdir())) == 3


async def test_esc_at_a_question_opens_what_was_pasted_as_it_is(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gp")
        await paste(desk, FIRST)
        await desk.press("Enter")
        assert "Esc skips the questions and opens what was pasted" in desk.text
        await desk.type("Island Wire")
        await desk.press("Enter")
        await desk.press("Esc")
        assert "opening it; i enters what was not answered" in desk.status or len(desk.reading.story.articles) == 4
        await opened(desk, 4)

        article = desk.reading.story.articles[3]
        assert (article.outlet, article.published) == ("Island Wire", None)
