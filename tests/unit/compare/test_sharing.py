"""Work parted among forks: the same result whoever does it, and nothing is left of them afterwards."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.unit import processes
from tui.compare.threads import processors

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks only on Linux")

HELPERS = """
    import os, signal, sys
    from contextlib import closing
    from tui.compare.sharing import shared
    from tui.compare.threads import can_fork

    HERE = os.getpid()

    def square(number):
        return str(number * number).encode()

    def descriptors():
        return sorted(os.listdir("/proc/self/fd"))

    def childless():
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return True
        return False

    SQUARES = [(number, square(number)) for number in range(50)]
    before = descriptors()
    assert can_fork()
"""


def run(root: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program that has the helpers above."""
    return processes.run(root, textwrap.dedent(HELPERS) + textwrap.dedent(program), *words)


def test_there_are_as_many_workers_as_processors_within_bounds() -> None:
    assert 1 <= processors() <= len(os.sched_getaffinity(0))


def test_every_number_is_done_once_by_any_number_of_workers_and_nothing_is_left(root: Path) -> None:
    run(
        root,
        """
        for workers in (0, 1, 2, 3, 8):
            assert sorted(shared(square, 50, workers)) == SQUARES
            assert sorted(shared(square, 1, workers)) == SQUARES[:1]
            assert list(shared(square, 0, workers)) == []
            assert childless() and descriptors() == before
        """,
    )


def test_what_is_done_comes_from_forks_and_may_be_longer_than_a_pipe(root: Path) -> None:
    run(
        root,
        """
        def long(number):
            return str(os.getpid()).encode() + bytes(300_000)
        found = [int(body.rstrip(bytes(1))) for _, body in shared(long, 20, 2)]
        assert len(found) == 20 and HERE not in found
        """,
    )


@pytest.mark.parametrize("killed", ["number == 3", "number % 5 == 1", "True"])
def test_what_killed_forks_leave_undone_is_done_here(root: Path, killed: str) -> None:
    run(
        root,
        f"""
        def work(number):
            if os.getpid() != HERE and ({killed}):
                os.kill(os.getpid(), signal.SIGKILL)
            return square(number)
        assert sorted(shared(work, 50, 3)) == SQUARES
        assert childless() and descriptors() == before
        """,
    )


def test_a_fork_out_of_memory_is_stood_in_for_and_what_fails_everywhere_is_raised_here(root: Path) -> None:
    run(
        root,
        """
        def work(number):
            if os.getpid() != HERE and number == 7:
                raise MemoryError
            return square(number)
        assert sorted(shared(work, 50, 2)) == SQUARES
        def fail(number):
            return square(number // (number - 9))
        try:
            list(shared(fail, 50, 2))
        except ZeroDivisionError:
            pass
        else:
            raise AssertionError
        assert childless() and descriptors() == before
        """,
    )


def test_where_nothing_more_can_be_forked_the_work_is_done_here(root: Path) -> None:
    run(
        root,
        """
        import resource
        resource.setrlimit(resource.RLIMIT_NOFILE, (len(before) + 2, 100))
        assert sorted(shared(square, 50, 3)) == SQUARES
        resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))
        assert childless() and descriptors() == before
        """,
    )


def test_closing_early_ends_forks_that_would_never_end(root: Path) -> None:
    run(
        root,
        """
        def work(number):
            while number > 1:
                pass
            return square(number)
        with closing(shared(work, 50, 2)) as found:
            next(found)
        assert childless() and descriptors() == before
        """,
    )


def test_forks_print_nothing_and_leave_to_others_what_is_done_at_exit(root: Path) -> None:
    done = run(
        root,
        """
        import atexit
        atexit.register(print, "at exit", HERE == os.getpid())
        print("before")
        def work(number):
            print("to nobody", flush=True)
            print("to nobody", file=sys.stderr, flush=True)
            os.write(1, b"to nobody")
            return square(number)
        assert sorted(shared(work, 50, 2)) == SQUARES
        """,
    )
    assert done.stdout == "before\nat exit True\n"
    assert done.stderr == ""


@pytest.mark.parametrize("busy", ["False", "number > 1"], ids=["sending", "at work"])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, -15), (signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_forks_end_with_the_process_they_work_for(root: Path, number: int, status: int, busy: str) -> None:
    program = f"""
        def work(number):
            while {busy}:
                pass
            return b"x" * 1_000_000
        try:
            with closing(shared(work, 100_000, 2)) as found:
                next(found)
                with open(f"/proc/self/task/{{HERE}}/children") as children:
                    print(children.read(), flush=True)
                for _ in found:
                    pass
        except KeyboardInterrupt:
            sys.exit(130)
        """
    started = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HELPERS) + textwrap.dedent(program)],
        cwd=root, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert started.stdout is not None
    with started, started.stdout:
        forks = [int(word) for word in started.stdout.readline().split()]
        started.send_signal(number)
        assert started.wait(60) == status
    assert len(forks) == 2
    assert all(map(processes.gone, forks))


def test_a_story_is_compared_the_same_by_one_process_and_by_several(root: Path) -> None:
    done = run(
        root,
        """
        import json
        from itertools import product
        from tests.unit.compare.builders import FIRE, STRIKE, story, text
        from tui.compare import between
        from tui.compare.engine import compare_story
        from tui.compare.model import PinnedPair, Thresholds
        between.WORTH_SHARING = 0
        made = story(*(text((*FIRE[at:], *STRIKE[: at + 1], *FIRE[:at])) for at in range(5)), text(FIRE).upper())
        pins = [PinnedPair((made.articles[0].sha256, (10, 80)), (made.articles[3].sha256, (30, 90)))]
        told = []
        for low, pinned in product((0.5, 0.1), ((), pins)):
            one, two, three = (
                compare_story(made, Thresholds(low, low), pins=pinned, workers=workers) for workers in (1, 2, 3)
            )
            assert repr(one) == repr(two) == repr(three)
            told.append([len(one.links), sum(link.pinned for link in one.links)])
        assert childless() and descriptors() == before
        print(json.dumps(told))
        """,
    )
    counts = json.loads(done.stdout)
    assert all(links > 10 for links, _ in counts)
    assert [pinned for _, pinned in counts] == [0, 1, 0, 1]


def test_nothing_is_shared_while_another_thread_runs_and_the_result_is_the_same(root: Path) -> None:
    done = run(
        root,
        """
        from tests.unit.compare.builders import FIRE, STRIKE, story, text
        from tests.unit.processes import waiting_thread
        from tui.compare import between
        from tui.compare.engine import compare_story
        from tui.compare.model import Thresholds
        between.WORTH_SHARING = 0
        made = story(*(text((*FIRE[at:], *STRIKE[: at + 1])) for at in range(4)))
        os.register_at_fork(before=lambda: print("forked", flush=True))
        with waiting_thread():
            one = compare_story(made, Thresholds(), workers=3)
        print("alone again", flush=True)
        assert repr(one) == repr(compare_story(made, Thresholds(), workers=3))
        """,
    )
    before, _, after = done.stdout.partition("alone again\n")
    assert (before, after) == ("", "forked\n" * 3)


def test_progress_is_told_in_this_process_and_raising_in_it_ends_all_forks(root: Path) -> None:
    run(
        root,
        """
        from tests.unit.compare.builders import FIRE, STRIKE, story, text
        from tui.compare import between
        from tui.compare.engine import compare_story
        from tui.compare.model import Thresholds
        between.WORTH_SHARING = 0
        made = story(*(text((*FIRE[at % 5:], *STRIKE[: at % 4 + 1])) + f" There are {at}." for at in range(9)))
        seen = []
        compare_story(made, Thresholds(), workers=2, progress=lambda *told: seen.append((*told, os.getpid())))
        assert seen == [(done, 36, HERE) for done in range(37)]
        class Enough(Exception):
            pass
        def stop(done, total):
            if done == 4:
                raise Enough
        memory = between.Memory()
        try:
            compare_story(made, Thresholds(), workers=2, progress=stop, memory=memory)
        except Enough:
            assert len(memory.pairs) == 4
        else:
            raise AssertionError
        assert childless() and descriptors() == before
        whole = compare_story(made, Thresholds(), workers=2, memory=memory)
        assert repr(whole) == repr(compare_story(made, Thresholds()))
        """,
    )
