"""What a pair of passages is judged by: one column a feature, one row a pair."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from tui.compare.profiles import Profile
from tui.compare.vectors import Floats, Indexes, Rows, grams, near_spellings, weighted

Matrix = npt.NDArray[np.float32]

NAMES = (
    "dice", "containment", "cosine", "shared", "shared_other", "shared_names", "names_dice", "other_dice",
    "fuzzy", "character_cosine", "bigrams", "token_set", "indel", "numbers_same", "numbers_differ",
    "longer", "shorter",
)  # fmt: skip

_LENGTH_SCALE = 3.0


class Features:
    """The features of any pair among `profiles`.

    What is shared is counted with the weight of the words in either passage's own article, so a pair's
    features never depend on what other articles are open.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Keeps the passages; matrices are made when first needed."""
        self.profiles = profiles

    @cached_property
    def _terms(self) -> Rows:
        return Rows(weighted(self.profiles, lambda p, t: True, 0.5))

    @cached_property
    def _squares(self) -> Rows:
        return Rows(weighted(self.profiles, lambda p, t: True, 1.0))

    @cached_property
    def _names(self) -> Rows:
        return Rows(weighted(self.profiles, lambda p, t: t in p.names, 0.5))

    @cached_property
    def _numbers(self) -> Rows:
        return Rows(weighted(self.profiles, lambda p, t: t in p.numbers, 0.0))

    @cached_property
    def _grams(self) -> Rows:
        return Rows([grams(p) for p in self.profiles])

    @cached_property
    def _bigrams(self) -> Rows:
        return Rows([[(f"{a} {b}", 1.0) for a, b in _pairs(p)] for p in self.profiles])

    @cached_property
    def _total(self) -> Floats:
        return np.array([sum(p.weights[t] for t in p.terms) for p in self.profiles], dtype=np.float32)

    @cached_property
    def _total_names(self) -> Floats:
        return np.array([sum(p.weights[t] for t in p.names) for p in self.profiles], dtype=np.float32)

    @cached_property
    def _counts(self) -> Floats:
        return np.array([len(p.terms) for p in self.profiles], dtype=np.float32)

    @cached_property
    def _joined(self) -> list[str]:
        return [" ".join(token.norm for token in p.tokens) for p in self.profiles]

    @cached_property
    def _coded(self) -> list[str]:
        """Each passage as a string of one character a word, so that edits are counted in words."""
        codes: dict[str, str] = {}
        return [
            "".join(codes.setdefault(t.norm, chr(0x10000 + len(codes))) for t in p.tokens)
            for p in self.profiles
        ]

    def of(self, left: Indexes, right: Indexes) -> Matrix:
        """The features of the pairs (`left[k]`, `right[k]`): an array of len(left) by len(NAMES)."""
        total_a, total_b = self._total[left], self._total[right]
        shared = self._terms.products(left, right)
        named = self._names.products(left, right)
        norm = np.sqrt(self._squares.products(left, left) * self._squares.products(right, right))
        gram_norm = np.sqrt(self._grams.products(left, left) * self._grams.products(right, right))
        names_total = self._total_names[left] + self._total_names[right]
        numbers = self._numbers.products(left, right)
        most = np.minimum(self._numbers.sums[left], self._numbers.sums[right])
        bigrams = self._bigrams.products(left, right)
        counts_a, counts_b = self._counts[left], self._counts[right]
        columns = (
            2 * shared / np.maximum(total_a + total_b, 1),
            shared / np.maximum(np.minimum(total_a, total_b), 1),
            self._squares.products(left, right) / np.maximum(norm, 1e-6),
            np.log1p(shared),
            np.log1p(shared - named),
            np.log1p(named),
            2 * named / np.maximum(names_total, 1),
            2 * (shared - named) / np.maximum(total_a + total_b - names_total, 1),
            2 * self._fuzzy(left, right) / np.maximum(total_a + total_b, 1),
            self._grams.products(left, right) / np.maximum(gram_norm, 1e-6),
            2 * bigrams / np.maximum(self._bigrams.sums[left] + self._bigrams.sums[right], 1),
            self._strings(self._joined, left, right, fuzz.token_set_ratio) / 100,
            self._strings(self._coded, left, right, Indel.normalized_similarity),
            np.minimum(numbers, 1),
            ((most > 0) & (numbers < most)).astype(np.float32),
            np.log1p(np.maximum(counts_a, counts_b)) / _LENGTH_SCALE,
            np.log1p(np.minimum(counts_a, counts_b)) / _LENGTH_SCALE,
        )
        return np.stack(columns, axis=1).astype(np.float32)

    def _fuzzy(self, left: Indexes, right: Indexes) -> Floats:
        """Shared weight by near spellings of words that the other passage does not have as they are."""
        both = self._both
        return both.products(left, right + len(self.profiles))

    @cached_property
    def _both(self) -> Rows:
        plain = weighted(self.profiles, lambda p, t: True, 0.5)
        near = near_spellings({t for p in self.profiles for t in p.terms})
        other = [
            [(o, s * p.weights[t] ** 0.5) for t in p.terms for o, s in near.get(t, ()) if o not in p.terms]
            for p in self.profiles
        ]
        return Rows([*plain, *other])

    @staticmethod
    def _strings(texts: list[str], left: Indexes, right: Indexes, scorer: Any) -> Floats:
        first, second = [texts[i] for i in left], [texts[j] for j in right]
        return np.asarray(process.cpdist(first, second, scorer=scorer, dtype=np.float32))


def _pairs(profile: Profile) -> list[tuple[str, str]]:
    norms = [token.norm for token in profile.tokens]
    return sorted(set(pairwise(norms)))
