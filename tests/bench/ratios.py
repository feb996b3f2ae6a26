"""What is measured beside a yardstick in the same run: on a busy machine both are slow, their ratio stays."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """A cost and that of its yardstick, in the same unit: milliseconds unless said."""

    what: str
    cost: float
    yardstick: str
    base: float
    unit: str = "ms"

    @property
    def times(self) -> float:
        """How many times the yardstick it costs."""
        return self.cost / self.base if self.base else float("inf")


def fixed_work() -> float:
    """Processor seconds of some counting, sorting and joining of strings."""
    start = time.process_time()
    counts: dict[str, int] = {}
    for number in range(600_000):
        word = str(number % 50_000)
        counts[word] = counts.get(word, 0) + len(word)
    " ".join(sorted(counts, key=lambda word: -counts[word]))
    return time.process_time() - start
