"""Choosing a cell of the matrix, and sorting its rows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.handlers.lists import HANDLERS as LISTS
from tui.desk.views.rows import Sorting

if TYPE_CHECKING:
    from tui.desk.screens.matrix import MatrixScreen

Handler = Callable[["MatrixScreen", int | None], None]


def _column(sign: int) -> Handler:
    def handle(view: "MatrixScreen", count: int | None) -> None:
        view.choose_column(sign * (count or 1))

    return handle


def _sort(sorting: Sorting) -> Handler:
    def handle(view: "MatrixScreen", count: int | None) -> None:
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
