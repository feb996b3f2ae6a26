"""Passages as rows of weighted terms, and the products of those rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indexes = npt.NDArray[np.int32]
Entries = Iterable[tuple[str, float]]

# Above this many cells a dense matrix costs more than importing scipy.
_DENSE_CELLS = 6_000_000
_CHUNK = 50_000


class Rows:
    """A matrix of passages by terms; dense where small, sparse where large."""

    def __init__(self, passages: Sequence[Entries], columns: Mapping[str, int]) -> None:
        """Each passage is given by its terms and their values; `columns` numbers the terms."""
        rows: list[int] = []
        cols: list[int] = []
        values: list[float] = []
        for row, entries in enumerate(passages):
            for term, value in entries:
                rows.append(row)
                cols.append(columns[term])
                values.append(value)
        data = np.asarray(values, dtype=np.float32)
        self._shape = (len(passages), max(1, len(columns)))
        self._grams: dict[int, Floats] = {}
        self._dense: Floats | None = None
        self._sparse: Any = None
        if self._shape[0] * self._shape[1] <= _DENSE_CELLS:
            flat = np.asarray(rows, dtype=np.int64) * self._shape[1] + np.asarray(cols, dtype=np.int64)
            cells = np.bincount(flat, data, self._shape[0] * self._shape[1])
            self._dense = cells.astype(np.float32).reshape(self._shape)
        else:
            from scipy.sparse import csr_matrix

            self._sparse = csr_matrix((data, (rows, cols)), shape=self._shape)
        self.sums = np.bincount(rows, data, len(passages)).astype(np.float32)
        self.squares = np.bincount(rows, data * data, len(passages)).astype(np.float32)

    def products(self, left: Indexes, right: Indexes, other: "Rows | None" = None) -> Floats:
        """The inner product of row `left[k]` and row `right[k]` (of `other`, else of this), for each k."""
        second = other or self
        if self._dense is not None and second._dense is not None:
            gram = self._grams.get(id(second))
            if gram is None:
                gram = self._grams[id(second)] = self._dense @ second._dense.T
            return np.asarray(gram[left, right])
        out = np.empty(len(left), dtype=np.float32)
        mine, theirs = self.sparse, second.sparse
        for start in range(0, len(left), _CHUNK):
            part = slice(start, start + _CHUNK)
            out[part] = np.asarray(mine[left[part]].multiply(theirs[right[part]]).sum(axis=1)).ravel()
        return out

    @property
    def sparse(self) -> Any:
        """The matrix in compressed rows (scipy)."""
        if self._sparse is None:
            from scipy.sparse import csr_matrix

            self._sparse = csr_matrix(self._dense)
        return self._sparse
