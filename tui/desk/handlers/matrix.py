"""Choosing a cell of the matrix, and sorting its rows."""

from collections.abc import Callable
from typing import Protocol

from tui.desk.handlers.lists import HANDLERS as LISTS
from tui.desk.handlers.view import ListView
from tui.desk.views.rows import Sorting


class Matrix(ListView, Protocol):
    """The list of facts, with a column for each article."""

    def choose_column(self, step: int) -> None:
        """Choose the cell of an article further right, or left if negative."""

    def sort_by(self, sorting: Sorting) -> None:
        """Sort the rows."""


Handler = Callable[[Matrix, int | None], None]


def _column(sign: int) -> Handler:
    def handle(view: Matrix, count: int | None) -> None:
        view.choose_column(sign * (count or 1))

    return handle


def _sort(sorting: Sorting) -> Handler:
    def handle(view: Matrix, count: int | None) -> None:
        view.sort_by(sorting)

    return handle


HANDLERS: dict[str, Callable[..., None]] = {
    **LISTS,
    "matrix.right": _column(1),
    "matrix.left": _column(-1),
    "matrix.sources": _sort("sources"),
    "matrix.conflicts": _sort("conflicts"),
    "matrix.order": _sort("order"),
}
