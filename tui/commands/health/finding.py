"""What the doctor says of one thing."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["fine", "note", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence; what is `broken` keeps something from working, a `note` is worth knowing."""

    level: Level
    sentence: str


def fine(sentence: str) -> Finding:
    """All is well."""
    return Finding("fine", sentence)


def note(sentence: str) -> Finding:
    """It works, with less than it could do, or not as one may expect."""
    return Finding("note", sentence)


def broken(sentence: str) -> Finding:
    """Something does not work; the sentence says what to do."""
    return Finding("broken", sentence)
