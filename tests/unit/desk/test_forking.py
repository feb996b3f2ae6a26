"""The worker as a fork: there at once, silent, ended with its parent, and only where no thread is in the way."""

import sys
from pathlib import Path

import pytest

from tests.unit.processes import gone, run, waiting_thread
from tui.compare.threads import can_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks only on Linux")


def test_a_fork_is_refused_while_another_thread_runs() -> None:
    with waiting_thread():
        assert not can_fork()


def test_a_child_answers_on_a_pipe_and_writes_nothing_else(root: Path) -> None:
    done = run(
        root,
        """
        import os
        from tui.compare.threads import can_fork
        from tui.desk.process.forking import fork
        assert can_fork()
        reading, writing = os.pipe()
        def work():
            print("to nobody", flush=True)
            os.write(writing, b"done")
        child = fork(work, (reading,))
        os.close(writing)
        print(os.read(reading, 10).decode(), os.read(reading, 10) == b"", os.waitstatus_to_exitcode(child.wait()))
        """,
    )
    assert done.stdout == "done True 1\n"
    assert done.stderr == ""


def test_the_worker_reads_a_story_as_a_fork_and_again_as_a_new_process(root: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A title\n\nThe ferry ran aground.\n", encoding="utf-8")
    done = run(
        root,
        """
        import sys
        from tui.desk.process.forking import Child
        from tui.desk.process.jobs import Loaded
        from tui.desk.process.worker import Worker
        worker = Worker()
        for _ in range(2):
            worker.load(sys.argv[1:])
            forked = isinstance(worker._process, Child)
            while not isinstance(answer := worker.next_answer(30), Loaded):
                assert answer is not None
            print(forked, answer.story.articles[0].title)
            worker.stop()
        """,
        str(article),
    )
    assert [line.split(" ", 1)[1] for line in done.stdout.splitlines()] == ["A title", "A title"]
    assert done.stdout.startswith("True")


def test_a_forked_worker_ends_with_its_parent(root: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A title\n\nThe ferry ran aground.\n", encoding="utf-8")
    done = run(
        root,
        """
        import os, sys
        from tui.desk.process.worker import Worker
        worker = Worker()
        worker.load(sys.argv[1:])
        worker.next_answer(30)
        print(worker._process._number, flush=True)
        os._exit(0)
        """,
        str(article),
    )
    assert gone(int(done.stdout))
