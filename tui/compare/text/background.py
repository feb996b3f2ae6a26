"""How much a word says: inverse frequency in background news and in the article it stands in."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# How many background sentences a sentence of the article itself counts for: the words an article is
# about ("Iran" in a story on Iran) then say little inside it, however rare they are elsewhere.
ARTICLE_WEIGHT = 40.0

_DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `sentences` news sentences each stem stands; `names` mostly have a capital."""

    sentences: int
    stems: Mapping[str, int]
    names: frozenset[str]


@cache
def background() -> Background:
    """The counts that ship with the engine."""
    data = json.loads((_DATA / "background.json").read_text(encoding="utf-8"))
    return Background(data["sentences"], data["stems"], frozenset(data["names"].split()))


class Weights:
    """Inverse document frequency of terms inside one article (Spärck Jones, 1972), natural logarithm.

    It rests on the background and on this article alone, so that what two articles have in common never
    depends on which others are open.
    """

    def __init__(self, passages: Iterable[Iterable[str]]) -> None:
        """Counts in how many of `passages`, each given by its terms, a term stands."""
        known = background()
        counts: Counter[str] = Counter()
        size = 0
        for terms in passages:
            counts.update(set(terms))
            size += 1
        # A lone passage is no article: its words are not common because they stand in it.
        weight = ARTICLE_WEIGHT if size > 1 else 0.0
        total = known.sentences + weight * size
        self._unseen = math.log((total + 1) / 0.5)
        self._idf = {
            term: math.log((total + 1) / (known.stems.get(term, 0) + weight * (count - 1 if size > 1 else 0) + 0.5))
            for term, count in counts.items()
        }

    def __getitem__(self, term: str) -> float:
        """The weight of `term`; that of a word never seen where it is in neither."""
        return self._idf.get(term, self._unseen)
