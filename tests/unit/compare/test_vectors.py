"""However rows of terms are kept, dense or sparse, their products are the same."""

import numpy as np
import pytest

from tui.compare.scoring import vectors
from tui.compare.scoring.vectors import Entries, Rows

SIZE, TERMS = 40, 25
WAYS = {
    "all at once": {},
    "a dense window": {"_GRAM_ROWS": 0},
    "a sparse window": {"_GRAM_ROWS": 0, "_DENSE_CELLS": 0},
    "sparse, all at once": {"_DENSE_CELLS": 0},
    "sparse, in pieces": {"_GRAM_ROWS": 0, "_WINDOW_CELLS": 0, "_CHUNK": 7},
}


def matrix(seed: int) -> tuple[Rows, np.ndarray]:
    """Rows, and the same as an array; some cells lie in no column."""
    chance = np.random.default_rng(seed)
    values, rows = chance.random(200), chance.integers(0, SIZE, 200)
    columns = chance.integers(-1, TERMS, 200)
    full = np.zeros((SIZE, TERMS))
    np.add.at(full, (rows[columns >= 0], columns[columns >= 0]), values[columns >= 0])
    return Rows(Entries(values, rows, columns, (SIZE, TERMS))), full


@pytest.mark.parametrize("way", WAYS)
def test_products_are_those_of_the_whole_matrix(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    for name, value in WAYS[way].items():
        monkeypatch.setattr(vectors, name, value)
    (one, full), (other, more) = matrix(1), matrix(2)
    grid = np.meshgrid(np.arange(0, SIZE, 3, dtype=np.int32), np.arange(1, SIZE, 2, dtype=np.int32))
    left, right = (each.ravel() for each in grid)
    assert np.allclose(one.products(left, right), (full @ full.T)[left, right], atol=1e-5)
    assert np.allclose(one.products(left, right, other), (full @ more.T)[left, right], atol=1e-5)
    some, all_ = np.array([3, 5, 8]), np.arange(SIZE)
    assert np.allclose(one.window(some, all_), full[some] @ full.T, atol=1e-5)
    assert np.allclose(one.window(all_, some, other), full @ more[some].T, atol=1e-5)


def test_cells_in_no_column_count_in_sums_and_squares_alone() -> None:
    values, rows, columns = np.array([1.0, 2.0, 3.0]), np.array([0, 0, 1]), np.array([0, -1, -1])
    made = Rows(Entries(values, rows, columns, (3, 1)))
    assert made.sums.tolist() == [3.0, 3.0, 0.0]
    assert made.squares.tolist() == [5.0, 9.0, 0.0]
    assert made.window(np.arange(3), np.arange(3)).tolist() == [[1.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
