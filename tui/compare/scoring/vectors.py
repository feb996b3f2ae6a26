"""Passages as rows of weighted terms, and the products of those rows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indexes = npt.NDArray[np.int32]
Wide = npt.NDArray[np.int64]

# Above this many cells a dense matrix costs more than importing scipy.
_DENSE_CELLS = 3_000_000
# Up to this many rows all products are worked out at once and looked up.
_GRAM_ROWS = 700
# The most products that are worked out at once beyond that.
_WINDOW_CELLS = 4_000_000
_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class Entries:
    """The filled cells of a matrix of passages by terms: value, row and column; a column of -1 meets no other."""

    values: npt.NDArray[np.float64]
    rows: Wide
    columns: Wide
    shape: tuple[int, int]


class Rows:
    """A matrix of passages by terms; dense where small, sparse where large."""

    def __init__(self, entries: Entries) -> None:
        """Cells of column -1 count in `sums` and `squares` alone."""
        size = entries.shape[0]
        self.sums = np.bincount(entries.rows, entries.values, size).astype(np.float32)
        self.squares = np.bincount(entries.rows, entries.values**2, size).astype(np.float32)
        held = entries.columns >= 0
        self._entries = (entries.values[held].astype(np.float32), entries.rows[held], entries.columns[held])
        self._shape = (size, max(1, entries.shape[1]))
        self._grams: dict[int, Floats] = {}

    def products(self, left: Indexes, right: Indexes, other: "Rows | None" = None) -> Floats:
        """The inner product of row `left[k]` and row `right[k]` (of `other`, else of this), for each k."""
        second = other or self
        if self._shape[0] <= _GRAM_ROWS:
            return np.asarray(self._gram(second)[left, right])
        first_rows, first_places = _distinct(left, self._shape[0])
        second_rows, second_places = _distinct(right, self._shape[0])
        if len(first_rows) * len(second_rows) <= _WINDOW_CELLS:
            return np.asarray(self.window(first_rows, second_rows, second)[first_places, second_places])
        out = np.empty(len(left), dtype=np.float32)
        for start in range(0, len(left), _CHUNK):
            part = slice(start, start + _CHUNK)
            pairs = self._sparse[left[part]].multiply(second._sparse[right[part]])
            out[part] = np.asarray(pairs.sum(axis=1)).ravel()
        return out

    def window(self, left: Wide, right: Wide, other: "Rows | None" = None) -> Floats:
        """The inner products of the rows `left` with the rows `right` (of `other`, else of this), all with all."""
        second = other or self
        if self._shape[0] <= _GRAM_ROWS:
            return np.asarray(self._gram(second)[np.ix_(left, right)])
        if self._is_dense:
            return np.asarray(self._dense[left] @ second._dense[right].T)
        return np.asarray((self._sparse[left] @ second._sparse[right].T).toarray())

    def _gram(self, second: "Rows") -> Floats:
        """The inner products of all rows with all rows."""
        found = self._grams.get(id(second))
        if found is None:
            product = self._dense @ second._dense.T if self._is_dense else (self._sparse @ second._sparse.T).toarray()
            found = self._grams[id(second)] = product
        return found

    @property
    def _is_dense(self) -> bool:
        return self._shape[0] * self._shape[1] <= _DENSE_CELLS

    @cached_property
    def _dense(self) -> Floats:
        data, place, column = self._entries
        cells = np.bincount(place * self._shape[1] + column, data, self._shape[0] * self._shape[1])
        return cells.astype(np.float32).reshape(self._shape)

    @cached_property
    def _sparse(self) -> Any:
        """The matrix in compressed rows (scipy)."""
        from scipy.sparse import csr_matrix

        data, place, column = self._entries
        return csr_matrix((data, (place, column)), shape=self._shape)


def _distinct(indexes: Indexes, size: int) -> tuple[Wide, Wide]:
    """The distinct indexes below `size` in ascending order, and where each of `indexes` stands among them."""
    present = np.zeros(size, dtype=np.bool_)
    present[indexes] = True
    return np.flatnonzero(present), (np.cumsum(present) - 1)[indexes]
