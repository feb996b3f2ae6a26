"""The view of what one article says alone: the passages, and below the one under the cursor in full."""

from collections.abc import Mapping, Sequence

from tui.claims.model import Claim
from tui.compare.text.origins import origins
from tui.desk.draw.drawer import labelled, maybe
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.words import address, byline
from tui.desk.lines import Line, Span, one_line, shorten
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE, ROLES, TAGGED
from tui.desk.views.alone import AloneItem
from tui.story.model import Story

WHERE = 8
NARROW = 60


def draw_head(items: Sequence[AloneItem], width: int) -> list[Line]:
    """The title with how many there are."""
    single = sum(item.source is not None for item in items)
    left = (
        Span(" ALONE", "title"),
        Span(f"  {ALONE} {len(items)} alone and checkable", ROLES[ALONE]),
        Span(f"  {single} of them single-source"),
    )
    return [two_sided(left, (Span("most checkable first ", "dim"),), width)]


def draw_alone(story: Story, item: AloneItem, tagged: bool, width: int) -> list[Span]:
    """The row of a passage, without the cursor's cell."""
    said = "" if item.source is None else "single-source" if width >= NARROW else "1"
    room = width - 3 - WHERE - (len(said) + 1 if said else 0)
    text = one_line(story.articles[item.place[0]].quote(item.place[1]))
    return [
        Span(ALONE, ROLES[ALONE]),
        Span(TAGGED if tagged else " ", ROLES[TAGGED]),
        *cell(address(item.place), WHERE),
        *cell(text, room),
        Span(said, "strong"),
    ]


def draw_alone_title(item: AloneItem, number: int, total: int) -> list[Span]:
    """The title of the drawer."""
    return [Span(f"{ALONE} {number} of {total}", ROLES[ALONE]), Span(f"  {address(item.place)}")]


def draw_alone_details(
    story: Story, item: AloneItem, claims: Mapping[Place, Sequence[Claim]], width: int, rows: int
) -> list[Line]:
    """The passage in full, whom it rests on, and the claims on it."""
    piece = story.articles[item.place[0]]
    lines = labelled("in", f"{piece.title}  {byline(piece)}", width)
    below: list[Line] = []
    if item.source is not None:
        unnamed = ", unnamed" if item.source.kind == "unnamed" else ""
        below += labelled("source", f"single-source: rests on “{item.source.name}”{unnamed}", width, "strong")
    elif cited := dict.fromkeys(one.name for one in origins(piece.quote(item.place[1]), piece.outlet or "")):
        below += labelled("source", ", ".join(cited), width)
    below += maybe(story, item.nearest, width)
    for claim in claims.get(item.place, ()):
        note = f"  “{one_line(claim.note)}”" if claim.note else ""
        below += labelled(TAGGED, f"{', '.join(claim.tags)}  {claim.verdict or claim.status}{note}", width)
    text = shorten(piece.quote(item.place[1]), 4000)
    return [*lines, *labelled("words", text, width, rows=max(1, rows - 1 - len(below))), *below]
