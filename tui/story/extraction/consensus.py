"""Which of several extractions of one page to trust: the one that the others agree with most."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tui.story.extraction.paragraphs import Paragraph

_WORD = re.compile(r"\w+")
_RUN = 4
_MOST_WORDS = 50_000


def most_agreed(candidates: Mapping[str, Sequence[Paragraph]], favoured: Sequence[str] = ()) -> tuple[str, float]:
    """The name of the candidate nearest to the others, and its mean similarity to them, 0 to 1.

    Similarity is the Dice coefficient of the multisets of runs of four words. A candidate of `favoured` gains
    three per cent in the comparison, so that it wins where all are alike. With one candidate the similarity is 0.
    """
    runs = {name: _runs(paragraphs) for name, paragraphs in candidates.items()}
    agreed = {
        name: sum(_dice(own, other) for key, other in runs.items() if key != name) / max(1, len(runs) - 1)
        for name, own in runs.items()
    }
    best = max(candidates, key=lambda name: agreed[name] * (1.03 if name in favoured else 1.0))
    return best, agreed[best]


def _runs(paragraphs: Sequence[Paragraph]) -> Counter[int]:
    words: list[str] = []
    for paragraph in paragraphs:
        words.extend(_WORD.findall(paragraph.text))
        if len(words) > _MOST_WORDS:
            break
    # Hashes, because tuples of a large page take ten times the memory.
    return Counter(hash(tuple(words[place : place + _RUN])) for place in range(max(1, len(words) - _RUN + 1)))


def _dice(one: Counter[int], other: Counter[int]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())
