"""The matrix of facts and sources; its cursor is a cell."""

from collections.abc import Sequence

from tui.desk.draw.matrix import draw_head, draw_line, draw_line_details, draw_line_title, wording
from tui.desk.handlers.matrix import HANDLERS
from tui.desk.keyboard.actions import MATRIX
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span
from tui.desk.screens.listing import ListScreen
from tui.desk.views.matrix import MatrixLine, matrix_rows
from tui.desk.views.rows import Row, Sorting, position


class MatrixScreen(ListScreen[MatrixLine]):
    """Who says what: facts down, articles across."""

    view = MATRIX
    nothing = "no two articles were found to say the same"
    handlers = HANDLERS

    def list_rows(self) -> Sequence[Row[MatrixLine]]:
        """The facts, sorted as last asked for."""
        comparison = self.reading.index.comparison
        if comparison is None:
            return ()
        return matrix_rows(self.reading.story, comparison, self.desk.judging.verdicts, self.place.sorting)

    def text_of(self, item: MatrixLine) -> str:
        """All wordings of the fact."""
        quotes = (self.quote((number, passage)) for number, found in item.cells.items() for passage in found.passages)
        return "\n".join((wording(self.reading.story, item), *quotes))

    def draw_head(self, width: int) -> Sequence[Line]:
        """How many facts, how they are sorted, and the numbers of the articles."""
        lines = [row.item for row in self.rows if row.item is not None]
        return draw_head(lines, len(self.reading.story.articles), self.place.column, self.place.sorting, width)

    def draw_item(self, item: MatrixLine, width: int) -> Sequence[Span]:
        """The wording and the cells of a fact."""
        in_time = self.place.sorting == "time"
        return draw_line(self.reading.story, item, self._column(item), item is self.item, width, in_time=in_time)

    def _column(self, item: MatrixLine) -> int:
        """The article to show first of a fact: the chosen one; in order of time the one that tells the time."""
        return item.name[0] if self.place.sorting == "time" else self.place.column

    def draw_details(self, item: MatrixLine, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """What each article says of it."""
        number, total = position(self.rows, self.place)
        title = draw_line_title(self.reading.story, item, number, total)
        return title, draw_line_details(self.reading.story, item, self._column(item), width, rows)

    def open_item(self, item: MatrixLine) -> None:
        """Go to the chosen cell in the panes, the other articles where they speak of it.

        In order of time to the passage that tells the time.
        """
        if self.place.sorting == "time":
            others = [(number, item.passages(number)[0]) for number in item.cells if number != item.name[0]]
            self.show_in_panes(item.name, also=others)
            return
        if self.place.column not in item.cells:
            keys = f"{key_for('matrix.left')} and {key_for('matrix.right')}"
            self.say(f"nothing found on this in {self.place.column + 1}: {keys} choose another article")
            return
        others = [(number, item.passages(number)[0]) for number in item.cells if number != self.place.column]
        self.show_in_panes((self.place.column, item.passages(self.place.column)[0]), also=others)

    def sort_by(self, sorting: Sorting) -> None:
        """Sort the rows, and show the first of them."""
        self.place.sorting, self.place.cursor, self.place.top = sorting, 0, 0
        self.read_rows()

    def choose_column(self, step: int) -> None:
        """Choose the cell of an article further right, or left if negative, as far as there are any."""
        last = len(self.reading.story.articles) - 1
        self.place.column = max(0, min(self.place.column + step, last))

    def read_rows(self) -> None:
        """Make the rows anew; the chosen article is one that is still there."""
        self.place.column = max(0, min(self.place.column, len(self.reading.story.articles) - 1))
        super().read_rows()
