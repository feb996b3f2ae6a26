"""An article that is taken away between two sessions: it is named, and no claim on it is lost to sight."""

from pathlib import Path

from tests.app.desk import open_desk
from tui.claims import Store

POST = "3-post.txt"


async def claim_on_the_post(story: Path, store: Path) -> str:
    """Tag a passage of the article that goes; its text."""
    async with open_desk([story], store) as desk:
        await desk.press(":3:3", "Enter", "tn")
    return (story / POST).read_text(encoding="utf-8")


async def test_an_article_that_went_is_named_with_the_claims_that_stood_on_it(story: Path, store: Path) -> None:
    await claim_on_the_post(story, store)
    (story / POST).unlink()
    async with open_desk([story], store) as desk:
        assert desk.lines[0].startswith(" SINCE YOU LEFT")
        row = next(line for line in desk.lines if POST in line)
        assert row.endswith("gone, 1 claim stood on it")
        assert "1 claim: 1 orphan, 0 as they were" in desk.text
        await desk.press("gg")
        assert "C lists its claims without a place; r reattaches one" in desk.text


async def test_a_claim_whose_article_went_is_listed_without_a_place_however_often_the_desk_is_opened(
    story: Path, store: Path
) -> None:
    await claim_on_the_post(story, store)
    (story / POST).unlink()
    for _ in range(3):
        async with open_desk([story], store) as desk:
            await desk.press("C")
            assert "x 1 orphan" in desk.lines[0]
            assert "We heard a terrible noise" in desk.text
            assert "its file is no longer there" in desk.text
    with Store(store) as opened:
        assert len(opened.claims(status="orphan")) == 1


async def test_a_claim_whose_article_went_is_given_a_place_in_another(story: Path, store: Path) -> None:
    await claim_on_the_post(story, store)
    (story / POST).unlink()
    async with open_desk([story], store) as desk:
        await desk.press("C", "Enter")
        assert "its article is gone; r in the panes gives it a place: Coastguard prai" in desk.status
        await desk.press("q", ":1:4", "Enter", "r")
        assert "reattached to 1:4, saved" in desk.status
        assert desk.store.claims()[0].state != "orphan"


async def test_a_claim_stands_again_where_it_stood_once_its_article_is_back(story: Path, store: Path) -> None:
    text = await claim_on_the_post(story, store)
    (story / POST).unlink()
    async with open_desk([story], store) as desk:
        assert "orphan" in desk.text
    (story / POST).write_text(text, encoding="utf-8")
    async with open_desk([story], store) as desk:
        await desk.press("C")
        assert "orphan" not in desk.text
        assert desk.store.claims()[0].state == "placed"


async def test_a_folder_with_one_article_for_another_is_the_same_story(story: Path, store: Path) -> None:
    await claim_on_the_post(story, store)
    (story / POST).unlink()
    (story / "4-wire.txt").write_text("Aurora afloat again\n\nThe ferry was towed to Velden at dawn.\n", "utf-8")
    async with open_desk([story], store) as desk:
        assert desk.lines[0].startswith(" SINCE YOU LEFT")
        row = next(line for line in desk.lines if "Aurora afloat again" in line)
        assert row.endswith("new article")
        assert any(POST in line and "gone, 1 claim stood on it" in line for line in desk.lines)
        await desk.press("C")
        assert "x 1 orphan" in desk.lines[0]


async def test_an_article_the_editor_closed_is_no_news(story: Path, store: Path) -> None:
    await claim_on_the_post(story, store)
    for _ in range(2):
        async with open_desk([story], store) as desk:
            await desk.press(":")
            await desk.type("close 2")
            await desk.press("Enter")
            await desk.compared()
            await desk.press("D")
            assert "gone" not in desk.text
            assert "not open" not in desk.text
