"""What only one article says and can be checked, and whether it rests on a single source there."""

from dataclasses import dataclass

from tui.compare.model import Comparison
from tui.compare.origins import Origin, single_source
from tui.desk.reading.links import Place
from tui.desk.views.rows import Row
from tui.story.model import Story


@dataclass(frozen=True, slots=True)
class AloneItem:
    """A passage without counterpart; `source` is the one it rests on by its attribution, None if not one."""

    place: Place
    source: Origin | None


def alone_items(story: Story, comparison: Comparison, article: int) -> list[AloneItem]:
    """The passages of an article that are alone and checkable, most checkable first."""
    piece = story.articles[article]
    return [
        AloneItem((article, passage), single_source(piece.quote(passage)))
        for source in comparison.sources
        if source.article == article
        for passage in source.alone[: source.checkable]
    ]


def alone_rows(story: Story, comparison: Comparison) -> list[Row[AloneItem]]:
    """The rows of the view: each article's passages under its name."""
    rows: list[Row[AloneItem]] = []
    for article, piece in enumerate(story.articles):
        items = alone_items(story, comparison, article)
        if items:
            single = sum(item.source is not None for item in items)
            name = piece.label or piece.outlet or piece.title
            rests = f", {single} single-source" if single else ""
            rows.append(Row(heading=f"{len(items)} alone{rests} in {article + 1} {name}"))
            rows += [Row(item) for item in items]
    return rows
