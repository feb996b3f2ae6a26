"""The worker process: reads and compares articles, so that the desk answers keys meanwhile.

Started by `tui.desk.process.worker` with two descriptors: jobs come in on the first, answers go out on the second.
It ends when the desk does, whatever it is doing.
"""

import os
import queue
import signal
import sys
from _thread import start_new_thread
from typing import TYPE_CHECKING

from tui.compare.threads import processors, use_one_thread
from tui.desk.crash import crash_sentence, log_crash
from tui.desk.process.jobs import (
    Answer,
    Compared,
    CompareJob,
    Failed,
    GatherJob,
    Job,
    Loaded,
    LoadJob,
    Progress,
    ReadAgainJob,
    Surveyed,
)
from tui.desk.process.pipes import receive, send

if TYPE_CHECKING:
    from tui.compare.scoring.semantic import Meaning

NICENESS = 5


def main(jobs_in: int, answers_out: int) -> None:
    """Do the jobs that come in, one after the other."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_one_thread()
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    # Not one of `threading`, which would keep comparing from being shared: it waits in a read and holds no lock.
    start_new_thread(_take_jobs, (jobs_in, jobs))
    worker = _Worker(answers_out)
    while True:
        worker.do(jobs.get())


def _take_jobs(descriptor: int, jobs: "queue.SimpleQueue[Job]") -> None:
    while True:
        try:
            jobs.put(receive(descriptor))
        except (EOFError, OSError):
            os._exit(0)


class _Worker:
    """Does jobs; what was compared once is remembered for the next time."""

    def __init__(self, answers_out: int) -> None:
        self._out = answers_out
        self._memory: object = None
        self._known: object = None

    def do(self, job: Job) -> None:
        try:
            if isinstance(job, CompareJob):
                self._answer(self._compare(job))
                self._answer(self._survey(job))
            else:
                self._answer(self._load(job) if isinstance(job, LoadJob) else self._renew(job))
        except Exception:
            self._answer(Failed(job.number, crash_sentence(log_crash())))

    def _load(self, job: LoadJob) -> Answer:
        from tui.story import load

        story = load(
            job.sources,
            progress=lambda count: self._answer(Progress(job.number, count, 0)),
            keep_duplicates=job.manner.keep_duplicates,
            allow_private=job.manner.allow_private,
        )
        return Loaded(job.number, story)

    def _renew(self, job: GatherJob | ReadAgainJob) -> Answer:
        from tui.story.gathering import gathered, read_again

        if isinstance(job, ReadAgainJob):
            again = (job.story, job.folders, job.left_out)
            return Loaded(job.number, read_again(*again, web=job.web, allow_private=job.manner.allow_private))
        story = gathered(
            job.story,
            job.kept,
            job.sources,
            keep_duplicates=job.manner.keep_duplicates,
            allow_private=job.manner.allow_private,
            progress=lambda count: self._answer(Progress(job.number, count, 0)),
        )
        return Loaded(job.number, story)

    def _compare(self, job: CompareJob) -> Answer:
        from tui.compare.between import Memory
        from tui.compare.engine import compare_story
        from tui.compare.model import Thresholds

        os.nice(NICENESS if os.nice(0) < NICENESS else 0)
        memory = self._memory if isinstance(self._memory, Memory) else Memory()
        self._memory = memory
        meaning, notice = self._meaning(job)
        comparison = compare_story(
            job.story,
            Thresholds(),
            memory=memory,
            progress=lambda done, total: self._answer(Progress(job.number, done, total)),
            pins=job.pins,
            broken=job.broken,
            meaning=meaning,
            workers=processors(),
        )
        return Compared(job.number, comparison, notice)

    def _meaning(self, job: CompareJob) -> "tuple[Meaning | None, str]":
        """The sentence model where one is wanted, kept for the next comparison; or why there is none."""
        if job.meant is None:
            return None, ""
        from tui.compare.scoring.semantic import Meaning, SemanticUnavailable

        if not isinstance(self._known, Meaning):
            try:
                self._known = Meaning(job.meant.folder)
                self._known.vectors(["ready"])
            except SemanticUnavailable as error:
                self._known = None
                return None, f"{error}; compared without"
        return self._known, ""

    def _survey(self, job: CompareJob) -> Answer:
        from tui.desk.process.surveying import survey_of

        return Surveyed(job.number, survey_of(job.story))

    def _answer(self, answer: Answer) -> None:
        try:
            send(self._out, answer)
        except OSError:
            os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
