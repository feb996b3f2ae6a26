"""Two frames of one kind, held against each other."""

from dataclasses import dataclass

from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.model import ConflictKind

Verdict = tuple[ConflictKind, float, float, str, str]
"""Kind, confidence, weight, reason, downgrade."""


@dataclass(frozen=True, slots=True)
class Both:
    """Two frames of one kind and the articles they are taken from."""

    one: Frame
    other: Frame
    reading_a: Reading
    reading_b: Reading

    @property
    def mine(self) -> str:
        """The words of the first frame on one line."""
        return _shown(self.one, self.reading_a)

    @property
    def theirs(self) -> str:
        """The words of the second frame on one line."""
        return _shown(self.other, self.reading_b)

    @property
    def shared(self) -> frozenset[str]:
        """The actors both frames name; a country's leader stands for it where either article says so."""
        nations = self.reading_a.nations | self.reading_b.nations
        ours = self.one.actors | {nations[a] for a in self.one.actors if a in nations}
        theirs = self.other.actors | {nations[a] for a in self.other.actors if a in nations}
        return ours & theirs


def _shown(frame: Frame, reading: Reading) -> str:
    text = reading.texts[frame.passage].text
    return " ".join(text[frame.span[0] : frame.span[1]].split())
