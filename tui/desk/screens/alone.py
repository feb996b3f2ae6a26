"""The view of what is said in one article alone, to be checked."""

from collections.abc import Sequence

from tui.desk.draw.alone import draw_alone, draw_alone_details, draw_alone_title, draw_head
from tui.desk.keyboard.actions import ALONE
from tui.desk.lines import Line, Span
from tui.desk.screens.listing import ListScreen
from tui.desk.views.alone import AloneItem, alone_rows
from tui.desk.views.rows import Row, position


class AloneScreen(ListScreen[AloneItem]):
    """Passages without counterpart, by article, most checkable first."""

    view = ALONE
    nothing = "nothing checkable was found in one article alone"

    def list_rows(self) -> Sequence[Row[AloneItem]]:
        """The passages under the names of their articles."""
        return alone_rows(self.reading.index)

    def text_of(self, item: AloneItem) -> str:
        """The words of the passage, and its source."""
        return f"{self.quote(item.place)}\n{item.source.name if item.source else ''}"

    def draw_head(self, width: int) -> Sequence[Line]:
        """How many there are."""
        return draw_head([row.item for row in self.rows if row.item is not None], width)

    def draw_item(self, item: AloneItem, width: int) -> Sequence[Span]:
        """Where, what, and whether it is single-source."""
        return draw_alone(self.reading.story, item, item.place in self.claiming.by_place, width)

    def draw_details(self, item: AloneItem, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """The passage in full, with its source."""
        number, total = position(self.rows, self.place)
        lines = draw_alone_details(self.reading.story, item, self.claiming.by_place, width, rows)
        return draw_alone_title(item, number, total), lines

    def open_item(self, item: AloneItem) -> None:
        """Go to the passage."""
        self.show_in_panes(item.place)
