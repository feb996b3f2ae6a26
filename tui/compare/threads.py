"""How many threads the engine's arithmetic takes, how many processes its comparing, and where one may be forked."""

import os
import sys
import threading

# More processes than this gain little: each of them reads what the others read too.
_MOST = 8


def use_one_thread() -> None:
    """Have matrix products done by one thread, unless the environment says how many; before numpy is imported.

    The engine's products are small: the threads that OpenBLAS starts for them only spin, beside a desk that wants to
    answer keys.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def processors() -> int:
    """How many processes can work side by side here, of those that are worth it; 1 where none can be forked."""
    return min(_MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def can_fork() -> bool:
    """Whether a fork is safe: no other thread may hold a lock, and only Linux has no system libraries that mind."""
    return sys.platform == "linux" and threading.active_count() == 1
