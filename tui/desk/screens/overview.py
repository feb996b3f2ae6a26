"""The overview of a story: where to begin, and what is left before it runs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tui.compare.links.runs import SharedRun
from tui.desk.draw.overview import draw_head, draw_overview, draw_overview_details, draw_overview_title, list_text
from tui.desk.handlers.lists import HANDLERS as LISTS
from tui.desk.handlers.sources import ask_listed
from tui.desk.keyboard.actions import OVERVIEW
from tui.desk.lines import Line, Span
from tui.desk.screens.listing import ListScreen
from tui.desk.story.story_desk import StoryDesk
from tui.desk.views.overview import ArticleLine, OverviewItem, overview_rows
from tui.desk.views.rows import ListPlace, Row
from tui.desk.views.survey import Cited


class OverviewScreen(ListScreen[OverviewItem]):
    """Articles, origins, same words, and what is to settle."""

    view = OVERVIEW
    handlers: ClassVar[Mapping[str, Callable[[Any, int | None], None]]] = {**LISTS, "source.details": ask_listed}

    def __init__(self, desk: StoryDesk) -> None:
        # The whole overview fits the screen of most stories when its drawer is shut.
        desk.list_places.setdefault(self.view, ListPlace(drawer="off"))
        super().__init__(desk)

    def list_rows(self) -> Sequence[Row[OverviewItem]]:
        """The rows, section by section."""
        comparison, survey = self.reading.index.comparison, self.desk.comparing.survey
        if comparison is None or survey is None:
            return ()
        return overview_rows(self.reading.index, comparison, survey, self.desk.judging.verdicts)

    def text_of(self, item: OverviewItem) -> str:
        """The words of the row."""
        return list_text(self.reading.story, item)

    def draw_head(self, width: int) -> Sequence[Line]:
        """The story, and how large it is."""
        return draw_head(self.reading.story, width)

    def draw_item(self, item: OverviewItem, width: int) -> Sequence[Span]:
        """One row of any section."""
        return draw_overview(self.reading.story, item, width)

    def draw_details(self, item: OverviewItem, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """What the row has no room for."""
        story = self.reading.story
        return draw_overview_title(story, item), draw_overview_details(story, item, width, rows)

    def open_item(self, item: OverviewItem) -> None:
        """Go to the article or the place, or to the view that lists what the row counts."""
        if isinstance(item, ArticleLine):
            self.show_in_panes((item.number, self.reading.panes[item.number].cursor))
        elif isinstance(item, Cited):
            self.show_in_panes(item.places[0][0])
        elif isinstance(item, SharedRun):
            place, *others = item.places(self.reading.story)
            self.show_in_panes(place, also=others)
        elif item.view:
            self.shell.open_view(item.view)
        else:
            self.show_in_panes(item.places[0])
