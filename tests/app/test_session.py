"""A story is found as it was left, and its files are read again when they change."""

import json
from pathlib import Path

from tests.app.desk import Desk, open_desk
from tests.app.views import HARBOUR, fills_the_screen
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.cli import main
from tui.desk.reading.keeping import kept, restore
from tui.desk.session import KEPT, last_closed, last_sources, recall_story, remember_sources, remember_story
from tui.story import load

WRONG: list[object] = [None, 3, "x", [1, {"a": 2}], {"a": [None]}, -5, 10**9]


async def left(desk: Desk) -> None:
    """Have the desk keep where the editor is, as it does every other second."""
    desk.panes.desk.look_for_others()


async def settled(desk: Desk) -> None:
    while desk.panes.desk.articles.busy:
        await desk.pilot.pause(0.01)
    await desk.compared()


async def test_passage_panes_folds_letters_and_drawer_are_as_they_were(store: Path) -> None:
    async with open_desk([HARBOUR], store, size=(120, 40)) as desk:
        await desk.press("3", "Esc", "5j", "m", "k", "g<", ">", "L", "o", "zM", "/")
        await desk.type("fire")
        await desk.press("Enter", "Esc")
        before = desk.lines
        state = (desk.reading.place, desk.reading.order, desk.reading.extra, desk.reading.folded, desk.reading.places)
        await left(desk)
    async with open_desk([HARBOUR], store, size=(120, 40)) as desk:
        reading = desk.reading
        assert (reading.place, reading.order, reading.extra, reading.folded, reading.places) == state
        assert not reading.locked
        assert reading.drawer == "half"
        assert reading.sought == "fire"
        assert [line for line in zip(desk.lines[:20], before[:20], strict=True) if line[0] != line[1]] == []


async def test_the_view_and_the_place_in_it_are_as_they_were(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("F", "4j")
        line = next(line for line in desk.lines if line.startswith("▌"))
        await left(desk)
    async with open_desk([HARBOUR], store) as desk:
        assert desk.status.startswith(" FINDINGS")
        assert line in desk.lines


async def test_how_far_each_article_was_read_is_kept(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("3", "Esc", "G")
        seen = desk.reading.seen
        await left(desk)
    async with open_desk([story], store) as desk:
        assert desk.reading.seen == seen


async def test_each_editor_of_a_shared_store_has_a_place_of_their_own(tmp_path: Path) -> None:
    store = tmp_path / "claims.db"
    remember_story(store, "mk", "s1", {"view": "panes"})
    remember_story(store, "kim/../x", "s1", {"view": "matrix"})
    assert recall_story(store, "mk", "s1") == {"view": "panes"}
    assert recall_story(store, "kim/../x", "s1") == {"view": "matrix"}
    assert not recall_story(store, "mk", "s2")


async def test_what_was_kept_may_be_damaged_without_harm(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("2", "Esc", "3j", "m", "k", "zM")
        good = kept(desk.reading)
        for key in good:
            for wrong in WRONG:
                restore(desk.reading, {**good, key: wrong})
                desk.panes.redraw()
                assert fills_the_screen(desk, (80, 24)), (key, wrong)
        entry = good["articles"][0]
        for key in entry:
            for wrong in WRONG:
                restore(desk.reading, {**good, "articles": [{**entry, key: wrong}, *good["articles"][1:]]})
                desk.panes.redraw()
                assert fills_the_screen(desk, (80, 24)), (key, wrong)


async def test_only_so_many_stories_are_remembered(tmp_path: Path) -> None:
    store = tmp_path / "claims.db"
    for number in range(KEPT + 5):
        remember_story(store, "mk", f"s{number}", {"view": "panes"})
    assert len(list((tmp_path / "claims.db.places").iterdir())) == KEPT


def test_a_purged_story_is_forgotten_with_its_places(story: Path, store: Path) -> None:
    opened = load([str(story)])
    with Store(store, editor="mk") as claims:
        passage = opened.articles[0].passages[0]
        claims.add(opened, [anchor_of(opened.articles[0], passage.start, passage.end)], tags=["number"])
    remember_story(store, "mk", opened.id, {"view": "panes"})
    remember_story(store, "mk", "another", {"view": "panes"})
    assert main(["claims", "purge", "--story", opened.name, "--store", str(store)]) == 0
    assert not recall_story(store, "mk", opened.id)
    assert recall_story(store, "mk", "another")


async def test_closed_articles_are_remembered_with_the_sources(tmp_path: Path) -> None:
    store = tmp_path / "claims.db"
    remember_sources(store, (str(tmp_path),), ("b",))
    assert last_sources(store) == (str(tmp_path),)
    assert last_closed(store) == ("b",)
    store.with_name("claims.db.last").write_text(json.dumps({"sources": 3, "closed": {"a": 1}}))
    assert last_sources(store) == last_closed(store) == ()


async def test_a_changed_file_is_read_again_and_compared_in_place(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("2", "Esc", "j", "tn", "sv")
        text = (story / "2-tribune.md").read_text(encoding="utf-8")
        news = text.replace("Seventeen passengers were injured", "Nineteen passengers were injured")
        (story / "2-tribune.md").write_text(news.replace("---\nThe ferry", "---\nA new first line.\n\nThe ferry"))
        assert not desk.panes.desk.files.look()
        assert desk.panes.desk.files.look()
        desk.panes.desk.changed_on_disk()
        await settled(desk)
        assert "changed on disk: 2; gd shows how" in desk.status
        assert "Nineteen" in desk.panes.quote(desk.reading.place)
        assert desk.panes.claiming.claims[0].state == "recheck"
        await desk.press("gd")
        assert "~ 2:3     “Seventeen” → “Nineteen”" in desk.text
        assert "1 changed   0 gone   1 new" in desk.lines[0]
        await desk.press("j")
        assert "[Nineteen]" in desk.text
        await desk.press("Enter")
        assert desk.status.startswith(" PANES")


async def test_r_reads_again_and_finds_what_is_new_in_the_folder(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        desk.panes.desk.articles.folders = (str(story),)
        await desk.press("R")
        await settled(desk)
        assert "the articles are as they were" in desk.status
        (story / "4-radio.txt").write_text("Tug on its way\n\nA tug from Velden left port on Tuesday.\n")
        await desk.press("R")
        await settled(desk)
        assert "1 article added, 4 articles now" in desk.status


async def test_new_files_are_told_in_the_status_row_and_opened_by_r_alone(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        articles, files = desk.panes.desk.articles, desk.panes.desk.files
        articles.folders = (str(story),)
        files.use_folders(articles.folders)
        assert files.look_for_new() is None
        (story / "4-radio.txt").write_text("Tug on its way\n\nA tug from Velden left port on Tuesday.\n")
        assert files.look_for_new() is None
        articles.hear_of_new(len(files.look_for_new() or ()))
        assert "! 1  ? 0" in desk.status
        assert "1 new file: R adds it" in desk.status
        await desk.press("j", "k")
        assert "1 new file: R adds it" in desk.status
        (story / "1-herald.txt").write_text("Ferry afloat\n\nThe ferry Aurora is afloat again.\n")
        desk.panes.desk.changed_on_disk()
        await settled(desk)
        assert "changed on disk: 1" in desk.status
        assert len(desk.reading.story.articles) == 3
        await desk.press("j")
        assert "1 new file: R adds it" in desk.status
        await desk.press("R")
        await settled(desk)
        assert "1 article added, 4 articles now" in desk.status
        await desk.press("j")
        assert "new file" not in desk.status


async def test_a_new_file_is_told_once_in_a_list_and_an_unreadable_one_by_name_when_it_is_read(
    story: Path, store: Path
) -> None:
    async with open_desk([story], store) as desk:
        desk.panes.desk.articles.folders = (str(story),)
        await desk.press("F")
        (story / "4-radio.txt").write_bytes(bytes(range(256)) * 8)
        desk.panes.desk.articles.hear_of_new(1)
        assert "1 new file: R adds it" in desk.status
        await desk.press("R")
        await settled(desk)
        assert desk.status.startswith(" FINDINGS  4-radio.txt: ")


async def test_a_file_that_has_gone_keeps_its_text_on_the_desk(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        (story / "3-post.txt").unlink()
        assert not desk.panes.desk.files.look()
        assert not desk.panes.desk.files.look()
        await desk.press("R")
        await settled(desk)
        assert "cannot be read now, its text stays" in desk.status
        assert len(desk.reading.story.articles) == 3


async def test_what_is_being_typed_is_finished_before_the_story_changes(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("j", "t")
        (story / "1-herald.txt").write_text("Another headline\n\nAnother text altogether.\n")
        desk.panes.desk.changed_on_disk()
        while desk.panes.desk.articles.busy:
            await desk.pilot.pause(0.01)
        assert desk.reading.story.articles[0].title == "Ferry runs aground off Skarn"
        await desk.press("n")
        await settled(desk)
        assert desk.reading.story.articles[0].title == "Another headline"


async def test_an_article_without_a_former_text_says_so(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("gd")
        assert "no former text of this article is known" in desk.text


async def test_gd_on_the_news_of_an_article_shows_that_article(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn", "3", "Esc", "j")
        await left(desk)
    text = (story / "1-herald.txt").read_text(encoding="utf-8")
    (story / "1-herald.txt").write_text(text.replace("Eleven", "Twelve"))
    async with open_desk([story], store) as desk:
        assert desk.status.startswith(" SINCE")
        assert desk.reading.focus == 2
        await desk.press("gd")
        assert desk.lines[0].startswith(" DIFF  1 Ferry runs aground")
        assert "“Eleven” → “Twelve”" in desk.text
        await desk.press("Enter")
        assert desk.reading.place == (0, 2)


async def test_the_diff_stays_with_its_article_when_another_is_closed(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("tn")
        await left(desk)
    path = story / "2-tribune.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Seventeen", "Nineteen"))
    async with open_desk([story], store) as desk:
        await desk.press("q", "2", "Esc", "gd")
        assert desk.lines[0].startswith(" DIFF  2 Aurora stuck")
        await desk.press(":")
        await desk.type("close 1")
        await desk.press("Enter")
        await settled(desk)
        assert desk.lines[0].startswith(" DIFF  1 Aurora stuck")
        assert "“Seventeen” → “Nineteen”" in desk.text
        await desk.press(":")
        await desk.type("close 1")
        await desk.press("Enter")
        await settled(desk)
        assert desk.lines[0].startswith(" DIFF  1 Coastguard praises")
        assert "no former text of this article is known" in desk.text
