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
