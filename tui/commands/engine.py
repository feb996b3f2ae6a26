"""Making a process that lives for one command ready for the engine."""

import gc
import os

# New objects between two looks for what can be thrown away.
_OBJECTS = 50_000


def prepare_engine() -> None:
    """Spare what a short life need not pay for; to be called before the engine is imported.

    What the engine loads lives on: looking through it every few hundred new objects finds nothing. Its matrix products
    are small: the threads that OpenBLAS starts for them, unless the environment says how many, only spin.
    """
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def settle_engine() -> None:
    """Leave what is loaded out of all later looks, the last one at exit too."""
    gc.freeze()
