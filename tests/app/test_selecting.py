"""Selecting words and passages in the panes, and tagging exactly them."""

from pathlib import Path

from tests.app.desk import Desk, open_desk
from tests.surroundings import write_story
from tui.desk.canvas import Canvas
from tui.settings import Settings
from tui.settings.model import StatusSetting


def shown_selected(desk: Desk) -> str:
    """The words drawn as selected."""
    lines = desk.app.screen.query_one(Canvas).lines
    return " ".join("".join(span.text for span in line if span.role == "selected") for line in lines).strip()


def quotes(desk: Desk) -> list[str]:
    return [claim.quote for claim in desk.panes.claiming.claims]


async def test_words_are_selected_and_tagged_as_they_stand(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "v")
        assert shown_selected(desk) == "Eleven"
        assert "SELECT  1 word of 1:3" in desk.status
        await desk.press("w")
        assert shown_selected(desk) == "Eleven passengers"
        await desk.press("t")
        assert desk.lines[18].startswith("── tag 2 words of 1:3 ──")
        assert "“Eleven passengers”" in desk.text
        await desk.press("n")
        assert quotes(desk) == ["Eleven passengers"]
        assert "2 words of 1:3 tagged number, saved" in desk.status
        assert shown_selected(desk) == ""
        assert any(line.startswith("▌!◆Eleven") for line in desk.lines)


async def test_selecting_begins_at_the_words_that_differ(tmp_path: Path, store: Path) -> None:
    texts = {
        "1.txt": "The coastguard said on Monday evening that 11 passengers of the ferry Aurora were injured.\n",
        "2.txt": "The coastguard said on Monday evening that 17 passengers of the ferry Aurora were injured.\n",
    }
    async with open_desk([write_story(tmp_path / "figures", texts)], store) as desk:
        await desk.press("v")
        assert shown_selected(desk) == "11"
        await desk.press("Esc", "l", "v")
        assert shown_selected(desk) == "17"
        await desk.press("w")
        assert shown_selected(desk) == "17 passengers"


async def test_the_ends_are_swapped_and_moved_by_count(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "v", "3w", "o", "2w")
        assert shown_selected(desk) == "were injured"
        assert desk.reading.place == (0, 2)
        await desk.press("0")
        assert shown_selected(desk) == "Eleven passengers were injured"
        await desk.press("o", "$")
        assert shown_selected(desk).startswith("Eleven passengers were injured, the")
        assert shown_selected(desk).endswith("said.")


async def test_a_selection_across_passages_is_one_quote_marked_on_both(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "v", "$", "3w", "tw")
        assert quotes(desk) == ["Eleven passengers were injured, the coastguard said. “We heard"]
        assert set(desk.panes.claiming.by_place) == {(0, 2), (0, 3)}
        assert desk.reading.place == (0, 2)


async def test_passages_are_selected_with_a_capital(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "V", "j")
        assert "SELECT  1:3-4" in desk.status
        await desk.press("tn")
        assert quotes(desk)[0].startswith("Eleven passengers")
        assert quotes(desk)[0].endswith("on the car deck.")


async def test_the_last_tag_and_a_note_go_to_the_selection(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "jj", "v", ".")
        assert quotes(desk)[1] == "Eleven"
        await desk.press("v", "w", "a")
        await desk.type("ask them")
        await desk.press("Enter")
        assert [(claim.quote, claim.note) for claim in desk.panes.claiming.claims][2] == (
            "Eleven passengers",
            "ask them",
        )
        await desk.press("u")
        assert len(quotes(desk)) == 2


async def test_leaving_selects_nothing_and_goes_back_to_where_it_began(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for leave in ("Esc", "v", "q"):
            await desk.press("gg", "v", "jjj")
            assert desk.reading.place[1] > 0
            await desk.press(leave)
            assert shown_selected(desk) == ""
            assert desk.reading.place == (0, 0)
            assert desk.status.startswith(" PANES")
        assert not store.exists()


async def test_escape_in_the_tag_prompt_keeps_the_selection(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("v", "w", "t", "Esc")
        assert shown_selected(desk) == "Ferry runs"


async def test_digits_go_to_no_article_while_selecting(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("v", "2", "w", "3")
        assert desk.reading.focus == 0
        assert shown_selected(desk) == "Ferry runs aground"


async def test_the_help_names_the_keys_of_selecting(story: Path, store: Path) -> None:
    async with open_desk([story], store, (120, 40)) as desk:
        await desk.press("v", "?")
        assert "move the other end" in desk.text
        await desk.press("q")
        assert shown_selected(desk) == "Ferry"


async def test_an_orphan_is_reattached_to_the_words_selected(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("G", "td")
    file = story / "1-herald.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("The ferry had been inspected in March.", "Tugs stood by."), encoding="utf-8")
    async with open_desk([story], store) as desk:
        await desk.press("C", "Enter", "v", "w", "r")
        claim = desk.panes.claiming.here((0, 4))
        assert claim is not None
        assert (claim.quote, claim.tags) == ("Tugs stood", ("date",))


async def test_selected_words_are_tagged_with_what_stands_against_them(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("1", "gg", "j", "j", "v", "w", "T")
        assert "and 1 counterpart" in desk.text
        await desk.press("n")
        assert "tagged number, saved" in desk.status
        (claim,) = desk.store.claims()
        assert claim.anchors[0].exact == "Eleven passengers"
        assert claim.anchors[1].exact.startswith("Seventeen passengers")
        assert desk.reading.selection is None


async def test_selected_words_are_searched_for_in_all_articles(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("1", "gg", "j", "v", "w", "w", "*")
        assert "“The ferry Aurora”  1 of 2 passages: 1 in 1, 1 in 2" in desk.status
        await desk.press("n")
        assert desk.reading.place[0] == 1


async def test_selected_words_are_evidence_for_the_claim_made_last(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("1", "gg", "j", "t", "n", "j", "v", "w", "E")
        assert "is evidence for" in desk.status
        (claim,) = desk.store.claims()
        assert [item.anchor.exact for item in claim.evidence if item.anchor] == ["Eleven passengers"]
        assert desk.reading.selection is None


async def test_the_status_prompt_explains_the_editors_own_statuses(story: Path, store: Path) -> None:
    own = Settings(statuses=(StatusSetting("m", "mostly true", 4),))
    async with open_desk([story], store, settings=own) as desk:
        await desk.press("t", "n", "s", "?")
        assert "your own: m mostly true, 4 of 5" in desk.text
        await desk.press("m")
        assert "mostly true, saved" in desk.status
    async with open_desk([story], store) as desk:
        await desk.press("]t", "s", "?")
        assert "none of your own yet" in desk.text
