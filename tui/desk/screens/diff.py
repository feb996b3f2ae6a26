"""The word diff of the article with the cursor: how it reads now against how it read before."""

from collections.abc import Sequence

from tui.claims import StoreError
from tui.claims.versions import identity_of
from tui.desk.draw.diff import draw_change, draw_change_details, draw_head
from tui.desk.keyboard.actions import DIFF
from tui.desk.lines import Line, Span
from tui.desk.screens.listing import ListScreen
from tui.desk.views.diff import Change, diff_rows
from tui.desk.views.rows import Row, filtered, position


class DiffScreen(ListScreen[Change]):
    """The passages that changed since the last look, or since the file was read before."""

    view = DIFF

    @property
    def _number(self) -> int:
        """The article whose changes are shown."""
        return min(self.place.column, len(self.reading.story.articles) - 1)

    def _former(self) -> str | None:
        """The text the article had: as the editor last saw it, else before its file changed under the desk."""
        number = self._number
        article = self.reading.story.articles[number]
        news = self.desk.since.news
        for change in news.articles if news else ():
            if change.index == number:
                try:
                    if before := self.claiming.store.version(change.before):
                        return before
                except StoreError:
                    break
        return self.desk.articles.former.get(identity_of(article))

    def list_rows(self) -> Sequence[Row[Change]]:
        """The changes, in the order of the text."""
        number = self._number
        before = self._former()
        return diff_rows(number, self.reading.story.articles[number], before) if before is not None else ()

    def read_rows(self) -> None:
        """Make the rows anew; they need no comparison."""
        self.rows = filtered(self.list_rows(), self.text_of, self.place.wanted)

    def text_of(self, item: Change) -> str:
        """Both wordings."""
        return "\n".join(filter(None, (item.passage.before, item.passage.after)))

    def draw_head(self, width: int) -> Sequence[Line]:
        """The article, and how much of it changed."""
        number = self._number
        changes = [row.item for row in self.rows if row.item is not None]
        return draw_head(self.reading.story.articles[number], number, changes, width)

    def draw_item(self, item: Change, width: int) -> Sequence[Span]:
        """The words that went and came."""
        return draw_change(item, width)

    def draw_details(self, item: Change, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """Both wordings."""
        number, total = position(self.rows, self.place)
        return (Span(f"{number} of {total}"),), draw_change_details(item, width, rows)

    def _empty(self) -> str:
        if self.place.wanted:
            return super()._empty()
        return "no former text of this article is known: unchanged since you last saw it"

    def open_item(self, item: Change) -> None:
        """Go to the passage as it is now."""
        self.show_in_panes((item.article, item.passage.passage))
