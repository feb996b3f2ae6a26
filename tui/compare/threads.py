"""How many threads the engine's arithmetic takes."""

import os


def use_one_thread() -> None:
    """Have matrix products done by one thread, unless the environment says how many; before numpy is imported.

    The engine's products are small: the threads that OpenBLAS starts for them only spin, beside a desk that wants to
    answer keys.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
