"""New files of a story's folder are told until they have been read, whatever becomes of the reading."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.desk import LOOK_AGAIN, WORKER, Desk, open_desk
from tui.desk.story.articles import Articles

TOLD = "1 new file: R adds it"


@pytest.fixture(autouse=True)
def another_process() -> Iterator[None]:
    """Leave no reading that is under way, and no process that has ended, to the tests that follow."""
    yield
    WORKER.stop()


async def with_a_new_file(desk: Desk, story: Path) -> Articles:
    """Have the desk hear of a file that has come into its folder."""
    articles, files = desk.panes.desk.articles, desk.panes.desk.files
    # The looks are made here, not by the clock.
    files.stop()
    articles.folders = (str(story),)
    files.use_folders(articles.folders)
    assert files.look_for_new() is None
    (story / "4-radio.txt").write_text("Tug on its way\n\nA tug from Velden left port on Tuesday.\n")
    assert files.look_for_new() is None
    articles.hear_of_new(len(files.look_for_new() or ()))
    assert TOLD in desk.status
    return articles


async def read(desk: Desk) -> None:
    while desk.panes.desk.articles.busy:
        await desk.pilot.pause(LOOK_AGAIN)
    await desk.compared()


def cancel(desk: Desk) -> None:
    assert desk.panes.desk.cancel()


def lose(desk: Desk) -> None:
    """Have the process that reads end by itself."""
    process = WORKER._process
    assert process is not None
    process.kill()


def close_one(desk: Desk) -> None:
    """Ask for another reading before the first is done."""
    desk.panes.desk.articles.close(2)


@pytest.mark.parametrize("end", [cancel, lose, close_one])
async def test_a_reading_that_comes_to_nothing_leaves_new_files_told(
    end: Callable[[Desk], None], story: Path, store: Path
) -> None:
    async with open_desk([story], store) as desk:
        articles = await with_a_new_file(desk, story)
        articles.read_again()
        end(desk)
        while articles.busy:
            await desk.pilot.pause(LOOK_AGAIN)
        await desk.press("j")
        assert articles.new == 1
        files = desk.panes.desk.files
        assert files.told == {str(story / "4-radio.txt")}
        (story / "5-late.txt").write_text("Late news\n\nThe ferry is afloat.\n")
        assert files.look_for_new() is None
        assert files.look_for_new() == frozenset({str(story / "4-radio.txt"), str(story / "5-late.txt")})


async def test_r_adds_the_new_file_after_an_r_that_was_cancelled(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        articles = await with_a_new_file(desk, story)
        articles.read_again()
        cancel(desk)
        await desk.press("j")
        assert TOLD in desk.status
        await desk.press("R")
        await read(desk)
        assert "1 article added, 4 articles now" in desk.status
        await desk.press("j")
        assert "new file" not in desk.status
        assert [desk.panes.desk.files.look_for_new() for _ in range(2)] == [None, None]


async def test_what_was_read_while_a_word_is_typed_is_new_until_it_is_on_the_desk(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        articles = await with_a_new_file(desk, story)
        articles.read_again()
        await desk.press("j", "t")
        while articles.busy:
            await desk.pilot.pause(LOOK_AGAIN)
        assert (articles.new, len(desk.reading.story.articles)) == (1, 3)
        await desk.press("n")
        articles.settle()
        await desk.compared()
        assert (articles.new, len(desk.reading.story.articles)) == (0, 4)


async def test_files_that_came_unseen_before_r_are_opened_and_only_what_could_not_be_is_told(
    story: Path, store: Path
) -> None:
    async with open_desk([story], store) as desk:
        articles, files = await with_a_new_file(desk, story), desk.panes.desk.files
        (story / "5-late.txt").write_text("Late news\n\nThe ferry is afloat.\n")
        (story / "6-half.txt").write_bytes(bytes(range(256)) * 8)
        articles.read_again()
        await read(desk)
        assert (articles.new, len(desk.reading.story.articles)) == (0, 5)
        assert [files.look_for_new() for _ in range(2)] == [None, frozenset({str(story / "6-half.txt")})]


async def test_a_file_that_could_not_be_opened_is_named_once_and_told_no_more(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        articles, files = await with_a_new_file(desk, story), desk.panes.desk.files
        (story / "4-radio.txt").write_bytes(bytes(range(256)) * 8)
        await desk.press("R")
        await read(desk)
        assert "4-radio.txt: " in desk.status
        assert (articles.new, files.told) == (0, frozenset())
        assert [files.look_for_new() for _ in range(2)] == [None, None]
