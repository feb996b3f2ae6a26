"""What the search between phrase frames gives back."""

from dataclasses import dataclass

from tui.compare.model import Finding

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FrameFinding:
    """A finding between two passages that need not be aligned.

    `a` and `b` are (article index, passage index) in the order of the articles handed in; the evidence of
    `finding` counts code points from the start of those two passages.
    """

    a: Place
    b: Place
    finding: Finding
