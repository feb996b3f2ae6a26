"""Which words the alignment of two texts may pair, for all the words of some articles at once."""

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from tui.compare.text.synonyms import synonyms
from tui.compare.text.tokens import Token
from tui.compare.text.words import FUZZY, SYNONYM, is_spelt

Words = frozenset[str]

# Scores come as numbers of half the width: what lies this near to the bar may reach it.
_MARGIN = 1e-4


class Partners:
    """For each word of a vocabulary the words of it that `align_tokens` may pair with it, itself among them.

    It may only err on the side of more: what two texts can have in common is told from it before they are aligned.
    """

    def __init__(self, texts: Iterable[Sequence[Token]]) -> None:
        """The vocabulary is that of `texts`."""
        self._stems: dict[str, set[str]] = {}
        self._norms: dict[str, set[str]] = {}
        for tokens in texts:
            for token in tokens:
                self._norms.setdefault(token.stem, set()).add(token.norm)
                self._stems.setdefault(token.norm, set()).add(token.stem)
        self._near = _spelt_alike(self._stems)
        self._found: dict[str, Words] = {}

    def of(self, tokens: Sequence[Token]) -> Words | None:
        """All words that any of `tokens` may be paired with; None where a word is not of the vocabulary."""
        if any(token.norm not in self._stems for token in tokens):
            return None
        return frozenset().union(*(self.of_word(token.norm) for token in tokens))

    def of_word(self, norm: str) -> Words:
        """All words that a word of the vocabulary may be paired with."""
        found = self._found.get(norm)
        if found is None:
            found = self._found[norm] = frozenset({norm, *self._near.get(norm, ()), *self._related(norm)})
        return found

    def _related(self, norm: str) -> Iterable[str]:
        """The words of the same stem and of stems that may stand for it."""
        for stem in self._stems[norm]:
            yield from self._norms[stem]
            for other, score in synonyms(stem).items():
                if score >= SYNONYM:
                    yield from self._norms.get(other, ())


def _spelt_alike(norms: Iterable[str]) -> dict[str, list[str]]:
    """For each word those spelt nearly alike, where there are any."""
    buckets: dict[str, list[str]] = {}
    for norm in norms:
        if is_spelt(norm):
            buckets.setdefault(norm[0], []).append(norm)
    found: dict[str, list[str]] = {}
    for words in buckets.values():
        scores = process.cdist(words, words, scorer=JaroWinkler.normalized_similarity, score_cutoff=FUZZY - _MARGIN)
        np.fill_diagonal(scores, 0)
        for i, j in zip(*(places.tolist() for places in np.nonzero(scores)), strict=True):
            found.setdefault(words[i], []).append(words[j])
            found.setdefault(words[j], []).append(words[i])
    return found
