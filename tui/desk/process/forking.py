"""A child process that goes on from where this one is, where that is safe: what is imported is imported in both."""

import gc
import os
import signal
from collections.abc import Callable, Collection


class Child:
    """A forked process, ended and waited for as `subprocess.Popen` is."""

    def __init__(self, number: int) -> None:
        self._number = number

    def kill(self) -> None:
        """End it, whatever it is doing."""
        os.kill(self._number, signal.SIGKILL)

    def wait(self) -> int:
        """Wait until it has ended; how it did, as `os.waitpid` says."""
        return os.waitpid(self._number, 0)[1]


def fork(run: Callable[[], object], unneeded: Collection[int]) -> Child:
    """Run something in a child without standard output, the `unneeded` descriptors closed; it never returns there."""
    number = os.fork()
    if number:
        return Child(number)
    try:
        gc.enable()
        for descriptor in unneeded:
            os.close(descriptor)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for descriptor in (1, 2):
            os.dup2(nowhere, descriptor)
        run()
    finally:
        os._exit(1)
