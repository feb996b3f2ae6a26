"""What only one article says and can be checked, and whether it rests on a single source there."""

from dataclasses import dataclass

from tui.compare.model import Nearest
from tui.compare.text.origins import Origin, single_source
from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.marks import ALONE
from tui.desk.views.rows import Row
from tui.story.language_names import alone_in_its_language


@dataclass(frozen=True, slots=True)
class AloneItem:
    """A passage without counterpart.

    `source` is the one it rests on by its attribution, `nearest` where it may be told for all that, each None if none.
    """

    place: Place
    source: Origin | None
    nearest: Nearest | None = None


def alone_items(index: LinkIndex, article: int) -> list[AloneItem]:
    """The passages of an article that are alone and checkable, most checkable first; none that is contradicted."""
    piece = index.story.articles[article]
    return [
        AloneItem(
            (article, passage),
            single_source(piece.quote(passage), piece.outlet or ""),
            index.nearest((article, passage)),
        )
        for source in (index.comparison.sources if index.comparison else ())
        if source.article == article
        for passage in source.alone[: source.checkable]
        if ALONE in index.marks.get((article, passage), "")
    ]


def alone_rows(index: LinkIndex) -> list[Row[AloneItem]]:
    """The rows of the view: each article's passages under its name, first what several languages mean for all."""
    rows: list[Row[AloneItem]] = []
    for article, piece in enumerate(index.story.articles):
        items = alone_items(index, article)
        if items:
            single = sum(item.source is not None for item in items)
            name = piece.label or piece.outlet or piece.title
            rests = f", {single} single-source" if single else ""
            rows.append(Row(heading=f"{len(items)} alone{rests} in {article + 1} {name}"))
            rows += [Row(item) for item in items]
    languages = alone_in_its_language(index.story.articles)
    return [Row(heading=languages), *rows] if rows and languages else rows
