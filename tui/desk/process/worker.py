"""The desk's end of the worker process, which reads and compares while the desk answers keys."""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.compare.threads import can_fork
from tui.desk.process.forking import Child, fork
from tui.desk.process.jobs import Answer, CompareJob, Failed, GatherJob, Job, LoadJob, Manner, Meant, ReadAgainJob
from tui.desk.process.pipes import receive, send
from tui.story.model import Article, Story

if TYPE_CHECKING:
    from subprocess import Popen

    from tui.compare.model import PinnedPair

    Process = Popen[bytes] | Child

_ROOT = Path(__file__).resolve().parents[3]


class Worker:
    """A process that does jobs one by one; it is started with the first, and again after `stop`.

    Answers wait until `listen` says who takes them.
    """

    def __init__(self) -> None:
        self._process: Process | None = None
        self._jobs_out = -1
        self._number = 0
        self._manner = Manner()
        self.meant: Meant | None = None
        """How sentences are compared by meaning, None if they are not."""
        self._listener: Callable[[Answer], object] | None = None
        self._unheard: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._lock = threading.Lock()

    def load(self, sources: Sequence[str], manner: Manner | None = None) -> int:
        """Have sources read into a story, in the given manner or the last one; returns the number of the job."""
        self._manner = manner or self._manner
        return self._ask(LoadJob(self._next(), tuple(sources), self._manner))

    def gather(self, story: Story, kept: Sequence[Article], sources: Sequence[str] = ()) -> int:
        """Have a story made of the `kept` articles and more sources; returns the number of the job."""
        return self._ask(GatherJob(self._next(), story, tuple(kept), tuple(sources), self._manner))

    def read_again(
        self, story: Story, folders: Sequence[str] = (), left_out: Sequence[str] = (), *, web: bool = False
    ) -> int:
        """Have the files of a story read again, with `web` its web addresses too; returns the number of the job."""
        return self._ask(ReadAgainJob(self._next(), story, tuple(folders), tuple(left_out), web, self._manner))

    def compare(self, story: Story, pins: Sequence[PinnedPair] = (), broken: Collection[str] = ()) -> int:
        """Have a story compared, with pinned passages and without broken links; returns the number of the job."""
        return self._ask(CompareJob(self._next(), story, tuple(pins), frozenset(broken), self.meant))

    def listen(self, listener: Callable[[Answer], object]) -> None:
        """Hand all answers to `listener`, on a thread of the worker's, those that waited first."""
        with self._lock:
            self._listener = listener
            while not self._unheard.empty():
                listener(self._unheard.get())

    def next_answer(self, seconds: float | None) -> Answer | None:
        """The next answer, while no one listens; None if none comes within so many seconds."""
        try:
            return self._unheard.get(timeout=seconds)
        except queue.Empty:
            return None

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            os.close(self._jobs_out)
            process.kill()
            process.wait()

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _ask(self, job: Job) -> int:
        if self._process is None:
            self._start()
        try:
            send(self._jobs_out, job)
        except OSError:
            self._hear(Failed(job.number, "the worker process has ended: open the story again"))
        return job.number

    def _start(self) -> None:
        jobs_in, self._jobs_out = os.pipe()
        answers_in, answers_out = os.pipe()
        # A fork is there at once with all that is imported, a new process a tenth of a second later.
        if can_fork():
            self._process = fork(lambda: _work(jobs_in, answers_out), (self._jobs_out, answers_in))
        else:
            self._process = _spawn(jobs_in, answers_out)
        os.close(jobs_in)
        os.close(answers_out)
        threading.Thread(target=self._listen, args=(answers_in, self._process), daemon=True).start()

    def _listen(self, descriptor: int, process: Process) -> None:
        try:
            while True:
                self._hear(receive(descriptor))
        except (EOFError, OSError):
            if self._process is process:
                self._hear(Failed(self._number, "the worker process has ended: open the story again"))
        finally:
            os.close(descriptor)

    def _hear(self, answer: Answer) -> None:
        with self._lock:
            if self._listener is None:
                self._unheard.put(answer)
            else:
                self._listener(answer)


def _work(jobs_in: int, answers_out: int) -> None:
    from tui.desk.process.worker_process import main

    main(jobs_in, answers_out)


def _spawn(jobs_in: int, answers_out: int) -> Popen[bytes]:
    import subprocess

    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    # -P: a module in the current folder, which may hold anybody's files, must not stand in for one of Python's.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tui.desk.process.worker_process", str(jobs_in), str(answers_out)],
        pass_fds=(jobs_in, answers_out),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
