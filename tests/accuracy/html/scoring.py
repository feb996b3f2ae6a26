"""Scores of an extraction: precision and recall of runs of four words, as multisets."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.accuracy.html.pages import Label
from tui.story.metadata import Metadata

_WORD = re.compile(r"\w+")
_RUN = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(found: str, wanted: str) -> Score:
    """How well the text `found` covers the text `wanted`."""
    ours, theirs = _runs(found), _runs(wanted)
    common = (ours & theirs).total()
    return Score(common / ours.total() if ours else 0.0, common / theirs.total() if theirs else 0.0)


def mean(scores: Sequence[Score]) -> Score:
    """The mean precision and the mean recall over pages."""
    count = max(1, len(scores))
    return Score(sum(each.precision for each in scores) / count, sum(each.recall for each in scores) / count)


def right_fields(about: Metadata, label: Label) -> tuple[bool, bool, bool]:
    """Whether title, author and day of publication are those of the label."""
    return (
        _words(about.title) == _words(label.title),
        _words(about.author) == _words(label.author),
        (about.published or "")[:10] == label.published,
    )


def _words(text: str | None) -> list[str]:
    return _WORD.findall((text or "").casefold())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) < _RUN:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))
