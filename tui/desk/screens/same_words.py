"""The view of the same words: what articles have copied from each other or from a third."""

from collections.abc import Sequence

from tui.compare.links.runs import SharedRun
from tui.desk.draw.same_words import draw_head, draw_run, draw_run_details, draw_run_title
from tui.desk.keyboard.actions import WORDS
from tui.desk.lines import Line, Span
from tui.desk.screens.listing import ListScreen
from tui.desk.views.rows import Row, position
from tui.desk.views.same_words import run_rows


class SameWordsScreen(ListScreen[SharedRun]):
    """Runs of the same words, longest first."""

    view = WORDS
    nothing = "no wording was found that articles have in common"

    def list_rows(self) -> Sequence[Row[SharedRun]]:
        """The runs of the story."""
        return run_rows(self.desk.comparing.survey.runs) if self.desk.comparing.survey else ()

    def text_of(self, item: SharedRun) -> str:
        """The words of the run."""
        return item.text(self.reading.story)

    def draw_head(self, width: int) -> Sequence[Line]:
        """How many runs, and who shares most."""
        comparison = self.reading.index.comparison
        runs = [row.item for row in self.rows if row.item is not None]
        return draw_head(runs, comparison.sources if comparison else (), width)

    def draw_item(self, item: SharedRun, width: int) -> Sequence[Span]:
        """How many words, where, and which."""
        return draw_run(self.reading.story, item, width)

    def draw_details(self, item: SharedRun, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """The run in the sentences of each article, and who was first."""
        number, total = position(self.rows, self.place)
        return draw_run_title(item, number, total), draw_run_details(self.reading.story, item, width, rows)

    def open_item(self, item: SharedRun) -> None:
        """Show the first two articles that have the run, each where it stands."""
        place, *others = item.places(self.reading.story)
        self.show_in_panes(place, also=others)
