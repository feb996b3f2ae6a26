"""Making a process that lives for one command ready for the engine."""

import gc

from tui.compare.threads import use_one_thread

# New objects between two looks for what can be thrown away.
_OBJECTS = 50_000


def prepare_engine() -> None:
    """Spare what a short life need not pay for; to be called before the engine is imported.

    What the engine loads lives on: looking through it every few hundred new objects finds nothing.
    """
    gc.set_threshold(_OBJECTS)
    use_one_thread()


def settle_engine() -> None:
    """Leave what is loaded out of all later looks, the last one at exit too."""
    gc.freeze()
