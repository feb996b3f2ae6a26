"""The findings view: every difference, worst first, to be judged one after the other."""

from collections.abc import Mapping, Sequence

from tui.desk.draw.findings import (
    Columns,
    columns,
    draw_finding,
    draw_finding_details,
    draw_finding_title,
    draw_head,
    draw_state,
)
from tui.desk.handlers.findings import LIST_HANDLERS
from tui.desk.keyboard.actions import FINDINGS
from tui.desk.lines import Line, Span
from tui.desk.reading.grouping import FindingGroup, grouped
from tui.desk.reading.marks import mark_of
from tui.desk.screens.listing import ListScreen
from tui.desk.views.findings import counts, finding_rows
from tui.desk.views.rows import Row, position


class FindingsScreen(ListScreen[FindingGroup]):
    """Conflicts, then what to check, then what differs inside one article, then what was ignored."""

    view = FINDINGS
    handlers = LIST_HANDLERS
    nothing = "no difference found, which is not to say that the articles agree"
    _columns = Columns(12, 2)
    _signs: Mapping[str, str] = {}

    def list_rows(self) -> Sequence[Row[FindingGroup]]:
        """The findings by tier, worst first."""
        comparison = self.reading.index.comparison
        return finding_rows(comparison, self.desk.judging.verdicts) if comparison else ()

    def text_of(self, item: FindingGroup) -> str:
        """The reasons and the wordings of both sides."""
        articles = self.reading.story.articles
        sides = [said.side for said in item.sides]
        wordings = (articles[side.article].text[side.start : side.end] for side in sides)
        return "\n".join((item.reason, item.link.kind, *wordings))

    def _counts(self) -> dict[str, tuple[int, int]]:
        comparison = self.reading.index.comparison
        return counts(grouped(comparison), self.desk.judging.verdicts) if comparison else {}

    def draw_head(self, width: int) -> Sequence[Line]:
        """Counts, and the names of the columns; what the rows need to know is looked up once."""
        groups = [row.item for row in self.rows if row.item is not None]
        self._signs = self.desk.checking.signs()
        self._columns = columns(groups, self._signs, width)
        return draw_head(self._counts(), len(groups), self.place.wanted, self._columns, width)

    def draw_item(self, item: FindingGroup, width: int) -> Sequence[Span]:
        """What differs, where, and the verdict."""
        return draw_finding(item, self._signs, self.claiming.by_place, self._columns, width)

    def draw_details(self, item: FindingGroup, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """Both wordings, why, and what else bears on it."""
        number, total = position(self.rows, self.place)
        title = draw_finding_title(item, self._signs, number, total)
        return title, draw_finding_details(self.reading.index, item, self.claiming.by_place, width, rows)

    def draw_state(self) -> Sequence[Span]:
        """The counts of conflicts and checks."""
        return draw_state(self._counts())

    def open_item(self, item: FindingGroup) -> None:
        """Show all sides in the panes, the worst of what differs between them in the drawer."""
        a, b = item.link.a, item.link.b
        self.reading.wanted = mark_of(item.link)
        others = [(said.side.article, said.side.first) for said in reversed(item.sides)]
        self.show_in_panes((a.article, a.first), item.numbers[0], [*others, (b.article, b.first)])
