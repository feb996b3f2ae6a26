"""Watching files: a change is told once, when it has come to rest."""

import os
import threading
from pathlib import Path

import pytest

from tui.desk.story.watching import Watch


def test_a_change_is_told_once_when_it_has_come_to_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    watch = Watch(lambda: None)
    watch.use([str(file)])
    assert not watch.look()
    file.write_text("one and two")
    assert not watch.look()
    file.write_text("one, two and three")
    assert not watch.look()
    assert watch.look()
    assert not watch.look()


def test_a_file_that_goes_is_no_change_and_one_that_comes_back_is(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    watch = Watch(lambda: None)
    watch.use([str(file), str(tmp_path / "never.txt")])
    file.unlink()
    assert [watch.look() for _ in range(3)] == [False, False, False]
    file.write_text("another")
    assert [watch.look() for _ in range(3)] == [False, True, False]


def test_the_thread_tells_and_stops(tmp_path: Path) -> None:
    told = threading.Event()
    file = tmp_path / "a.txt"
    file.write_text("one")
    watch = Watch(told.set, seconds=0.01)
    watch.use([str(file)])
    assert not watch.look()
    watch.start()
    file.write_text("changed")
    assert told.wait(20)
    watch.stop()


def test_new_files_are_told_once_they_rest_unless_they_are_open_hidden_or_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    watch = Watch(lambda: None)
    watch.use([str(tmp_path / "a.txt"), str(tmp_path / "added.md")])
    watch.use_folders([str(tmp_path), str(tmp_path / "never")])
    assert [watch.look_for_new() for _ in range(2)] == [None, None]
    for name in ("b.TXT", "added.md", ".hidden.txt", "photo.jpg"):
        (tmp_path / name).write_text("two")
    (tmp_path / "folder.txt").mkdir()
    new = frozenset({str(tmp_path / "b.TXT")})
    assert [watch.look_for_new() for _ in range(3)] == [None, new, None]
    (tmp_path / "b.TXT").unlink()
    assert [watch.look_for_new() for _ in range(2)] == [frozenset(), None]


def test_what_is_there_when_the_folders_are_read_is_not_new_any_more(tmp_path: Path) -> None:
    watch = watching(tmp_path)
    (tmp_path / "b.txt").write_text("two")
    assert [watch.look_for_new() for _ in range(2)] == [None, frozenset({str(tmp_path / "b.txt")})]
    watch.use_folders([str(tmp_path)])
    assert [watch.look_for_new() for _ in range(2)] == [None, None]


def test_new_files_stay_told_until_they_are_passed_over_and_those_that_came_since_are_told(tmp_path: Path) -> None:
    watch = watching(tmp_path)
    (tmp_path / "b.txt").write_text("two")
    looks = [watch.look_for_new() for _ in range(2)]
    told = watch.told
    assert looks == [None, told]
    assert told == {str(tmp_path / "b.txt")}
    (tmp_path / "c.txt").write_text("three")
    both = told | {str(tmp_path / "c.txt")}
    assert [watch.look_for_new() for _ in range(2)] == [None, both]
    assert watch.pass_over(told) == 1
    assert watch.told == both - told
    assert [watch.look_for_new() for _ in range(2)] == [None, None]


def test_a_new_file_is_told_when_it_has_been_written_and_stays_told_when_it_grows(tmp_path: Path) -> None:
    watch = watching(tmp_path)
    file = tmp_path / "b.txt"
    file.touch()
    assert [watch.look_for_new() for _ in range(3)] == [None, None, None]
    for length in range(1, 4):
        file.write_text("x" * length)
        assert watch.look_for_new() is None
    assert watch.look_for_new() == frozenset({str(file)})
    file.write_text("and more")
    assert [watch.look_for_new() for _ in range(2)] == [None, None]


def test_what_a_reading_of_the_folder_refuses_is_no_new_file(tmp_path: Path) -> None:
    folder, outside = tmp_path / "story", tmp_path / "outside.txt"
    folder.mkdir()
    outside.write_text("elsewhere")
    (folder / "drafts").mkdir()
    watch = watching(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "dead.txt").symlink_to(tmp_path / "nowhere.txt")
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "away.txt").symlink_to(outside)
    (folder / "drafts.txt").symlink_to(folder / "drafts")
    assert [watch.look_for_new() for _ in range(3)] == [None, None, None]
    (folder / "drafts" / "late.txt").write_text("late")
    (folder / "late.txt").symlink_to(folder / "drafts" / "late.txt")
    (folder / "later.txt").symlink_to(folder / "late.txt")
    assert [watch.look_for_new() for _ in range(2)] == [None, {str(folder / "drafts" / "late.txt")}]
    (tmp_path / "nowhere.txt").write_text("outside, too")
    assert watch.look_for_new() is None


def test_an_article_that_was_opened_and_closed_is_no_new_file_and_a_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "story")
    watch = watching(tmp_path / "link")
    for name in ("b.txt", "c.txt"):
        (tmp_path / "story" / name).write_text(name)
    watch.use([str(tmp_path / "link" / "b.txt")])
    watch.use([])
    assert [watch.look_for_new() for _ in range(2)] == [None, {str(tmp_path / "story" / "c.txt")}]


def test_a_change_between_a_look_and_the_use_of_the_files_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    watch = Watch(lambda: None)
    watch.use([str(file)])
    assert not watch.look()
    file.write_text("one and two")
    watch.use([str(file), str(tmp_path / "b.txt")])
    assert [watch.look() for _ in range(3)] == [False, True, False]


@pytest.mark.parametrize("call", ["scandir", "stat"])
def test_the_desk_does_not_wait_for_a_disk_that_hangs(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, back, files = threading.Event(), threading.Event(), [str(tmp_path / "a.txt")]
    asking: list[str] = []
    real = getattr(os, call)

    def hang(path: str) -> object:
        if str(path).startswith(str(tmp_path)):
            asking.append(threading.current_thread().name)
            asked.set()
            assert back.wait(20)
        return real(path)

    watch = watching(tmp_path)
    watch.use(files)
    monkeypatch.setattr(os, call, hang)
    thread = threading.Thread(target=lambda: (watch.look(), watch.look_for_new()), name="disk")
    thread.start()
    assert asked.wait(20)
    watch.use(files)
    watch.use_folders([str(tmp_path)])
    assert not watch.told
    assert watch.pass_over(frozenset(files)) == 0
    assert thread.is_alive()
    assert set(asking) == {"disk"}
    back.set()
    thread.join()


def test_files_that_are_passed_over_while_the_disk_is_asked_are_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, scandir = watching(tmp_path), os.scandir
    (tmp_path / "b.txt").write_text("two")
    assert watch.look_for_new() is None
    told = watch.look_for_new()
    assert told

    def passing_over(path: str) -> object:
        assert watch.pass_over(told) == 0
        return scandir(path)

    monkeypatch.setattr(os, "scandir", passing_over)
    assert [watch.look_for_new() for _ in range(2)] == [None, None]


def watching(folder: Path) -> Watch:
    """A watch that knows what is in the folder by now."""
    watch = Watch(lambda: None)
    watch.use_folders([str(folder)])
    assert watch.look_for_new() is None
    return watch
