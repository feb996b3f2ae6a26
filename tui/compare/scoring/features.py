"""What a pair of passages is judged by: one column a feature, one row a pair.

`Features` works out many pairs at once by products of matrices, `pair_features` one pair by itself; both
follow the same definitions, which are written down at `pair_features.NAMES`.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import sqrt

import numpy as np
import numpy.typing as npt

from tui.compare.scoring.pair_features import LEAD, NAMES, pair_features
from tui.compare.scoring.vectors import Entries, Floats, Indexes, Rows, Wide
from tui.compare.text.profiles import Profile
from tui.compare.text.substitutes import substitutes_among

__all__ = ["NAMES", "Features", "Matrix", "pair_features"]

_NAME, _NUMBER, _LEAD = 1, 2, 4

Matrix = npt.NDArray[np.float32]


class Features:
    """The features of any pair among `profiles`.

    The weight of a shared term is the root of the product of its weights in the two passages' own articles,
    so a pair's features never depend on which other articles are open.
    """

    def __init__(self, profiles: Sequence[Profile], owner: Indexes | None = None) -> None:
        """Keeps the passages, and the article of each (else each is one); matrices are made when first needed."""
        self.profiles = profiles
        self._owner = np.arange(len(profiles), dtype=np.int32) if owner is None else owner
        counts = Counter(term for profile in profiles for term in profile.terms)
        self._others = substitutes_among(counts)
        # What stands in one passage alone is shared with none, unless another word may stand for it.
        shared = [term for term, count in counts.items() if count > 1 or term in self._others]
        self._columns = {term: column for column, term in enumerate(shared)}

    @cached_property
    def _terms(self) -> tuple[Entries, Wide]:
        """The terms of all passages with their weights, and for each the bits of what it is there."""
        columns = self._columns
        rows, cols, weights, marks = [], [], [], []
        for row, profile in enumerate(self.profiles):
            of = profile.weights
            for place, term in enumerate(profile.terms):
                rows.append(row)
                cols.append(columns.get(term, -1))
                weights.append(of[term])
                mark = _LEAD if place < LEAD else 0
                if term in profile.names:
                    mark |= _NAME
                if term in profile.numbers:
                    mark |= _NUMBER
                marks.append(mark)
        return self._entries(weights, rows, cols), np.asarray(marks, dtype=np.int64)

    def _entries(self, values: Sequence[float], rows: Sequence[int], columns: Sequence[int]) -> Entries:
        shape = (len(self.profiles), len(self._columns))
        places = (np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64))
        return Entries(np.asarray(values, dtype=np.float64), *places, shape)

    def _rows(self, power: float, mark: int = 0) -> Rows:
        """The terms, or those of a kind, with that power of their weights."""
        terms, marks = self._terms
        chosen = slice(None) if not mark else np.flatnonzero(marks & mark)
        return Rows(Entries(terms.values[chosen] ** power, terms.rows[chosen], terms.columns[chosen], terms.shape))

    @cached_property
    def _roots(self) -> Rows:
        return self._rows(0.5)

    @cached_property
    def _plain(self) -> Rows:
        return self._rows(1.0)

    @cached_property
    def _name_roots(self) -> Rows:
        return self._rows(0.5, _NAME)

    @cached_property
    def _ones(self) -> Rows:
        return self._rows(0.0)

    @cached_property
    def _name_ones(self) -> Rows:
        return self._rows(0.0, _NAME)

    @cached_property
    def _numbers(self) -> Rows:
        return self._rows(0.0, _NUMBER)

    @cached_property
    def _leads(self) -> Rows:
        return self._rows(0.0, _LEAD)

    @cached_property
    def _substitutes(self) -> Rows:
        others, columns = self._others, self._columns
        found = [
            (score * sqrt(profile.weights[term]), row, columns[other])
            for row, profile in enumerate(self.profiles)
            for term in profile.terms
            if term in others
            for other, score in others[term]
            if other not in profile.term_set
        ]
        values, rows, cols = zip(*found, strict=True) if found else ((), (), ())
        return Rows(self._entries(values, rows, cols))

    @cached_property
    def _rarities(self) -> Rows:
        """The roots of the weights, each over the number of passages of its article that have the term."""
        terms, _ = self._terms
        keys = self._owner[terms.rows].astype(np.int64) * (len(self._columns) + 1) + terms.columns
        _, places, counts = np.unique(keys, return_inverse=True, return_counts=True)
        return Rows(Entries(terms.values**0.5 / counts[places], terms.rows, terms.columns, terms.shape))

    def exclusive(self, left: Indexes, right: Indexes) -> Floats:
        """For each pair log(1 + the shared weight), a term counting by how few passages of either article have it."""
        return np.asarray(np.log1p(self._rarities.products(left, right)))

    @cached_property
    def persons(self) -> npt.NDArray[np.bool_]:
        """Which passages say of somebody who it is."""
        return np.array([bool(profile.epithets) for profile in self.profiles], dtype=np.bool_)

    @cached_property
    def _known(self) -> tuple[Rows, Rows]:
        """Names, and what says of them who they are: with the roots of their weights, and with one for each."""
        terms, _ = self._terms
        chosen = np.flatnonzero(
            [t in profile.names or t in profile.epithets for profile in self.profiles for t in profile.terms]
        )
        of = terms.values[chosen], terms.rows[chosen], terms.columns[chosen]
        roots, ones = (Rows(Entries(of[0] ** power, *of[1:], terms.shape)) for power in (0.5, 0.0))
        return roots, ones

    def known(self, left: Indexes, right: Indexes) -> tuple[Floats, Floats]:
        """For each pair the shared weight of names and of what says who they are, and the number of such terms."""
        roots, ones = self._known
        return roots.products(left, right), ones.products(left, right)

    @property
    def roots(self) -> Rows:
        """Each passage's terms with the roots of their weights: their products are shared weights."""
        return self._roots

    @property
    def totals(self) -> Floats:
        """The weight of each passage."""
        return self._plain.sums

    def of(self, left: Indexes, right: Indexes) -> Matrix:
        """The features of the pairs (`left[k]`, `right[k]`): an array of len(left) by len(NAMES)."""
        weight_a, weight_b = self._plain.sums[left], self._plain.sums[right]
        shared = self._roots.products(left, right)
        named = self._name_roots.products(left, right)
        same_names = self._name_ones.products(left, right)
        only_a = self._name_ones.sums[left] - same_names
        only_b = self._name_ones.sums[right] - same_names
        numbers = self._numbers.products(left, right)
        fewest = np.minimum(self._numbers.sums[left], self._numbers.sums[right])
        terms_a, terms_b = self._ones.sums[left], self._ones.sums[right]
        both = np.maximum(weight_a + weight_b, 1)
        columns = (
            2 * shared / both,
            shared / np.maximum(np.minimum(weight_a, weight_b), 1),
            self._cosine(left, right),
            np.log1p(shared),
            np.log1p(np.maximum(shared - named, 0)),
            np.log1p(named),
            np.log1p(alike := self._ones.products(left, right)),
            np.log1p(np.maximum(alike - same_names, 0)),
            2 * self._substituted(left, right) / both,
            (self._leads.products(left, right, self._ones) + self._leads.products(right, left, self._ones)) / 10,
            np.minimum(numbers, 1),
            (fewest > 0) & (numbers < fewest),
            np.log1p(np.maximum(np.minimum(only_a, only_b), 0)),
            np.log1p(np.maximum(only_a + only_b, 0)),
            np.log1p(np.maximum(terms_a, terms_b)),
            np.log1p(np.minimum(terms_a, terms_b)),
        )
        return np.stack(columns, axis=1).astype(np.float32)

    def _cosine(self, left: Indexes, right: Indexes) -> Floats:
        lengths = np.sqrt(np.maximum(self._plain.squares, 1e-9))
        return np.asarray(self._plain.products(left, right) / (lengths[left] * lengths[right]))

    def _substituted(self, left: Indexes, right: Indexes) -> Floats:
        there = self._roots.products(left, right, self._substitutes)
        back = self._roots.products(right, left, self._substitutes)
        return np.minimum(there, back)
