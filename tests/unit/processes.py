"""Processes that tests start and watch, and a thread that is in the way of forks."""

import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def run(root: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own: the one of the tests has threads."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *words],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )


def gone(number: int) -> bool:
    """Whether a process has ended, after some patience."""
    for _ in range(2000):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] in "ZX":
            return True
        threading.Event().wait(0.005)
    return False


@contextmanager
def waiting_thread() -> Iterator[None]:
    """With another thread that runs, and waits."""
    ready, done = threading.Event(), threading.Event()

    def wait() -> None:
        ready.set()
        done.wait()

    thread = threading.Thread(target=wait)
    thread.start()
    ready.wait()
    try:
        yield
    finally:
        done.set()
        thread.join()
