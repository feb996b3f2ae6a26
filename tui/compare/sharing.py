"""Work done by several processes, each on a processor core of its own.

The processes are forks: they go on from what this one has read, nothing is copied until it is changed, and each takes
of what is to be done until nothing is left. A fork is safe where no thread may hold a lock that its copy would wait
for: there is none beside threads, and none elsewhere than on Linux.
"""

import os
import select
import signal
import struct
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise

# So many pieces of work lie ready for each process, so that none waits while this one takes in what is done.
_AHEAD = 2
_TICKET = struct.Struct("=I")
_HEAD = struct.Struct("=IQ")
_READ = 1 << 20
# A fork has no use for any descriptor below this but its own two.
_DESCRIPTORS = 4096

Work = Callable[[int], bytes]
Done = tuple[int, bytes]


def shared(work: Work, size: int, workers: int) -> Generator[Done, None, None]:
    """What `work` gives for each number below `size`, with that number, as soon as one of `workers` forks has done it.

    Each fork has a stretch of the numbers, all as long but for one, and takes those in ascending order; then it takes
    the last ones of others. What a fork leaves undone, because it ran out of memory or was killed, is done in this
    process at the end; so is all of it where nothing can be forked. Close the iterator: no fork outlives it.
    """
    crew = _Crew(size, workers)
    done = set()
    try:
        crew.fork(work)
        for number, body in crew.results():
            done.add(number)
            yield number, body
    finally:
        crew.end()
    for number in range(size):
        if number not in done:
            yield number, work(number)


@dataclass(slots=True)
class _Fork:
    """A fork: its process, the pipe it is given numbers on, one that ends with this process, and its own stretch.

    `answer` is what has come in of its next answer.
    """

    process: int
    giving: int
    held: int
    stretch: deque[int]
    answer: bytearray = field(default_factory=bytearray)


class _Crew:
    """The forks, by the pipes they answer on, and the numbers they are given."""

    def __init__(self, size: int, workers: int) -> None:
        """`size` numbers are to be done by so many `workers`."""
        edges = [size * at // max(1, workers) for at in range(workers + 1)]
        self._stretches = [deque(range(first, last)) for first, last in pairwise(edges)]
        self._forks: dict[int, _Fork] = {}
        self._answering: set[int] = set()

    def fork(self, work: Work) -> None:
        """Start a fork for each stretch, or as many as the system allows."""
        with _uninterrupted(), suppress(OSError):
            for stretch in self._stretches:
                self._fork(work, stretch)
        for fork in self._forks.values():
            self._give(fork, _AHEAD)

    def results(self) -> Iterator[Done]:
        """What the forks send, until each of them has come to its end."""
        poll = select.poll()
        for descriptor in self._answering:
            poll.register(descriptor, select.POLLIN)
        while self._answering:
            for descriptor, _ in poll.poll():
                part = os.read(descriptor, _READ)
                if part:
                    yield from self._taken(self._forks[descriptor], part)
                else:
                    poll.unregister(descriptor)
                    self._answering.discard(descriptor)
                    os.close(descriptor)

    def end(self) -> None:
        """End all forks, whatever they are doing, and give up the pipes."""
        with _uninterrupted():
            forks = [*self._forks.values()]
            for descriptor in (*self._answering, *(end for fork in forks for end in (fork.giving, fork.held))):
                if descriptor >= 0:
                    os.close(descriptor)
            self._answering.clear()
            self._forks.clear()
            for fork in forks:
                with suppress(ProcessLookupError):
                    os.kill(fork.process, signal.SIGKILL)
            for fork in forks:
                with suppress(ChildProcessError):
                    os.waitpid(fork.process, 0)

    def _fork(self, work: Work, stretch: deque[int]) -> None:
        pipes: list[int] = []
        try:
            for _ in range(3):
                pipes += os.pipe()
            number = os.fork()
        except OSError:
            for descriptor in pipes:
                os.close(descriptor)
            raise
        taking, giving, reading, writing, watched, held = pipes
        if not number:
            _live(work, taking, writing, watched)
        for descriptor in (taking, writing, watched):
            os.close(descriptor)
        self._forks[reading] = _Fork(number, giving, held, stretch)
        self._answering.add(reading)

    def _give(self, fork: _Fork, count: int = 1) -> None:
        """Lay so many more numbers ready for a fork; after the last of all its pipe is closed, which is how it is told.

        Its own come first.
        """
        if fork.giving < 0:
            return
        for _ in range(count):
            rest = fork.stretch or max(self._stretches, key=len)
            try:
                if rest:
                    os.write(fork.giving, _TICKET.pack(rest.popleft() if rest is fork.stretch else rest.pop()))
                    continue
            except BrokenPipeError:
                pass
            os.close(fork.giving)
            fork.giving = -1
            return

    def _taken(self, fork: _Fork, part: bytes) -> Iterator[Done]:
        """What has come in whole with one more part."""
        held = fork.answer
        held += part
        while len(held) >= _HEAD.size:
            number, length = _HEAD.unpack_from(held)
            end = _HEAD.size + length
            if len(held) < end:
                return
            body = bytes(held[_HEAD.size : end])
            del held[:end]
            self._give(fork)
            yield number, body


def _live(work: Work, *pipes: int) -> None:
    """The whole life of a fork: it never returns, prints nothing, and leaves what the process does at exit undone.

    On the first of the pipes it takes numbers, on the second it answers, and the third ends with the process it works
    for.
    """
    status = 1
    try:
        taking, answering, watched = _alone(pipes)
        _end_with(watched)
        while ticket := os.read(taking, _TICKET.size):
            (number,) = _TICKET.unpack(ticket)
            body = work(number)
            left = memoryview(_HEAD.pack(number, len(body)) + body)
            while left:
                left = left[os.write(answering, left) :]
        status = 0
    finally:
        os._exit(status)


def _alone(pipes: Sequence[int]) -> list[int]:
    """Lets go of the other process's signals, terminal and files; the pipes are given as they are numbered then.

    It is for the other process to say what an interrupt ends.
    """
    import fcntl

    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGIO):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    kept = [fcntl.fcntl(pipe, fcntl.F_DUPFD, 3) for pipe in pipes]
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    for before, after in pairwise((2, *sorted(kept), _DESCRIPTORS)):
        os.closerange(before + 1, after)
    return kept


def _end_with(watched: int) -> None:
    """Has the system end this process (with SIGIO) when the other end of a pipe is closed, were it by a SIGKILL."""
    import fcntl

    fcntl.fcntl(watched, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(watched, fcntl.F_SETFL, os.O_ASYNC)
    if select.select([watched], [], [], 0)[0]:
        raise EOFError


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """With the signals that end a process held back, so that no fork is left unknown."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
