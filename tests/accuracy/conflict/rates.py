"""Shares with their uncertainty."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of `of` cases, with its 95 % interval (Wilson, 1927)."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 where there is no case."""
        return self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        low, high = interval(self.hits, self.of)
        return f"{self.value:.3f} ({low:.3f}–{high:.3f}, {self.hits}/{self.of})"


def interval(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a share."""
    if not of:
        return 0.0, 1.0
    share, weight = hits / of, z * z / of
    middle = (share + weight / 2) / (1 + weight)
    reach = z / (1 + weight) * math.sqrt(share * (1 - share) / of + weight / (4 * of))
    return max(0.0, middle - reach), min(1.0, middle + reach)
