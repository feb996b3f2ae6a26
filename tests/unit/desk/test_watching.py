"""Watching files: a change is told once, when it has come to rest."""

from pathlib import Path

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
    import threading

    told = threading.Event()
    file = tmp_path / "a.txt"
    file.write_text("one")
    watch = Watch(told.set, seconds=0.01)
    watch.use([str(file)])
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
    watch = Watch(lambda: None)
    watch.use_folders([str(tmp_path)])
    (tmp_path / "b.txt").write_text("two")
    assert [watch.look_for_new() for _ in range(2)] == [None, frozenset({str(tmp_path / "b.txt")})]
    watch.use_folders([str(tmp_path)])
    assert [watch.look_for_new() for _ in range(2)] == [None, None]
