"""Passages as rows of weighted terms, and the products of those rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indexes = npt.NDArray[np.int32]
Entries = Iterable[tuple[str, float]]

# Above this many cells a dense matrix costs more than importing scipy.
_DENSE_CELLS = 3_000_000
# Up to this many rows all products are worked out at once and looked up.
_GRAM_ROWS = 2_200
_CHUNK = 50_000


class Rows:
    """A matrix of passages by terms; dense where small, sparse where large."""

    def __init__(self, passages: Sequence[Entries], columns: Mapping[str, int]) -> None:
        """Each passage is given by its terms and their values.

        `columns` numbers the terms that products need; the others count in `sums` and `squares` alone.
        """
        rows: list[int] = []
        cols: list[int] = []
        values: list[float] = []
        for row, entries in enumerate(passages):
            for term, value in entries:
                rows.append(row)
                cols.append(columns.get(term, -1))
                values.append(value)
        place, column, data = np.asarray(rows, dtype=np.int64), np.asarray(cols), np.asarray(values)
        self.sums = np.bincount(place, data, len(passages)).astype(np.float32)
        self.squares = np.bincount(place, data * data, len(passages)).astype(np.float32)
        held = column >= 0
        self._entries = (data[held].astype(np.float32), place[held], column[held].astype(np.int64))
        self._shape = (len(passages), max(1, len(columns)))
        self._grams: dict[int, Floats] = {}
        self._sparse: Any = None

    def products(self, left: Indexes, right: Indexes, other: "Rows | None" = None) -> Floats:
        """The inner product of row `left[k]` and row `right[k]` (of `other`, else of this), for each k."""
        second = other or self
        if self._shape[0] <= _GRAM_ROWS:
            return np.asarray(self.gram(second)[left, right])
        out = np.empty(len(left), dtype=np.float32)
        for start in range(0, len(left), _CHUNK):
            part = slice(start, start + _CHUNK)
            pairs = self.sparse[left[part]].multiply(second.sparse[right[part]])
            out[part] = np.asarray(pairs.sum(axis=1)).ravel()
        return out

    def gram(self, other: "Rows | None" = None) -> Floats:
        """The inner products of all rows with all rows (of `other`, else of this)."""
        second = other or self
        found = self._grams.get(id(second))
        if found is None:
            if self._shape[0] * self._shape[1] <= _DENSE_CELLS:
                found = self._dense() @ second._dense().T
            else:
                found = (self.sparse @ second.sparse.T).toarray()
            self._grams[id(second)] = found
        return found

    def _dense(self) -> Floats:
        data, place, column = self._entries
        cells = np.bincount(place * self._shape[1] + column, data, self._shape[0] * self._shape[1])
        return cells.astype(np.float32).reshape(self._shape)

    @property
    def sparse(self) -> Any:
        """The matrix in compressed rows (scipy)."""
        if self._sparse is None:
            from scipy.sparse import csr_matrix

            data, place, column = self._entries
            self._sparse = csr_matrix((data, (place, column)), shape=self._shape)
        return self._sparse
