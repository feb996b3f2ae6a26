"""The worker as a fork: there at once, silent, ended with its parent, and only where no thread is in the way."""

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from tui.compare.threads import can_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks only on Linux")


def run(root: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own: the one of the tests has threads."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *words],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def test_a_fork_is_refused_while_another_thread_runs() -> None:
    ready, done = threading.Event(), threading.Event()

    def wait() -> None:
        ready.set()
        done.wait()

    thread = threading.Thread(target=wait)
    thread.start()
    ready.wait()
    assert not can_fork()
    done.set()
    thread.join()


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
    number = int(done.stdout)
    for _ in range(2000):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] in "ZX":
            break
        threading.Event().wait(0.005)
    else:
        pytest.fail("the worker outlived its parent")
