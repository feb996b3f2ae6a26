"""Passages as rows of weighted terms, and the products of those rows."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from tui.compare.profiles import Profile

Floats = npt.NDArray[np.float32]
Indexes = npt.NDArray[np.int32]
Entries = Iterable[tuple[str, float]]

# Above this many cells a dense matrix costs more than importing scipy.
_DENSE_CELLS = 12_000_000
_CHUNK = 20_000
_FUZZY = 0.9
_FUZZY_LETTERS = 5
_PREFIX = 3


class Rows:
    """A matrix of passages by terms; dense where small, sparse where large."""

    def __init__(self, passages: Sequence[Entries], columns: dict[str, int] | None = None) -> None:
        """Each passage is given by its terms and their values; `columns` numbers the terms seen so far."""
        self.columns: dict[str, int] = {} if columns is None else columns
        rows: list[int] = []
        cols: list[int] = []
        values: list[float] = []
        for row, entries in enumerate(passages):
            for term, value in entries:
                rows.append(row)
                cols.append(self.columns.setdefault(term, len(self.columns)))
                values.append(value)
        self.shape = (len(passages), max(1, len(self.columns)))
        self._sparse: Any = None
        self._dense: Floats | None = None
        self._gram: Floats | None = None
        if self.shape[0] * self.shape[1] <= _DENSE_CELLS:
            self._dense = np.zeros(self.shape, dtype=np.float32)
            np.add.at(self._dense, (rows, cols), np.asarray(values, dtype=np.float32))
        else:
            from scipy.sparse import csr_matrix

            data = (np.asarray(values, dtype=np.float32), (rows, cols))
            self._sparse = csr_matrix(data, shape=self.shape)

    @property
    def sums(self) -> Floats:
        """The sum of each row."""
        matrix: Any = self._dense if self._dense is not None else self._sparse
        return np.asarray(matrix.sum(axis=1), dtype=np.float32).ravel()

    def products(self, left: Indexes, right: Indexes) -> Floats:
        """The inner product of row `left[k]` and row `right[k]`, for each k."""
        if self._dense is not None:
            if self._gram is None:
                self._gram = self._dense @ self._dense.T
            return np.asarray(self._gram[left, right])
        out = np.empty(len(left), dtype=np.float32)
        for start in range(0, len(left), _CHUNK):
            part = slice(start, start + _CHUNK)
            product = self._sparse[left[part]].multiply(self._sparse[right[part]])
            out[part] = np.asarray(product.sum(axis=1)).ravel()
        return out

    @property
    def sparse(self) -> Any:
        """The matrix in compressed rows."""
        from scipy.sparse import csr_matrix

        return self._sparse if self._sparse is not None else csr_matrix(self._dense)


def weighted(
    profiles: Sequence[Profile], wanted: Callable[[Profile, str], bool], power: float
) -> list[Entries]:
    """The wanted terms of each profile with their weight to the `power`."""
    return [[(t, p.weights[t] ** power) for t in p.terms if wanted(p, t)] for p in profiles]


def grams(profile: Profile) -> Entries:
    """Character 3- to 5-grams of each term, sharing out the term's weight among them."""
    for term in profile.terms:
        found = grams_of(term)
        value = profile.weights[term] / len(found) ** 0.5
        for gram in found:
            yield gram, value


_GRAMS: dict[str, tuple[str, ...]] = {}


def grams_of(term: str) -> tuple[str, ...]:
    """The distinct 3- to 5-grams of a term, its edges marked by a space; the term itself where shorter."""
    found = _GRAMS.get(term)
    if found is None:
        padded = f" {term} "
        cut = {padded[k : k + n] for n in (3, 4, 5) for k in range(len(padded) - n + 1)}
        found = _GRAMS[term] = tuple(sorted(cut)) or (padded,)
    return found


def near_spellings(terms: Iterable[str]) -> dict[str, list[tuple[str, float]]]:
    """For each term the others spelt nearly alike (Jaro-Winkler), with their likeness, both ways."""
    buckets: dict[str, list[str]] = {}
    for term in terms:
        if len(term) >= _FUZZY_LETTERS and term.isalpha():
            buckets.setdefault(term[:_PREFIX], []).append(term)
    near: dict[str, list[tuple[str, float]]] = {}
    for words in buckets.values():
        if len(words) < 2:
            continue
        scores = process.cdist(words, words, scorer=JaroWinkler.normalized_similarity, score_cutoff=_FUZZY)
        for i, j in zip(*np.nonzero(scores), strict=True):
            if i != j:
                near.setdefault(words[i], []).append((words[j], float(scores[i, j])))
    return near
