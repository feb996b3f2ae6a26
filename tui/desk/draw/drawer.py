"""The drawer: what the passage under the cursor shares with its counterpart, what differs, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.compare.links.differences import Differences, differences
from tui.compare.model import Nearest, Side
from tui.desk.draw.claim_line import claim_line
from tui.desk.draw.marked import in_brackets, marked_lines
from tui.desk.draw.shared import told_shared
from tui.desk.draw.words import address, run_address, sure
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, drawn, fit, one_line, shorten, width_of
from tui.desk.reading.folding import Fold, fold_at, fold_text
from tui.desk.reading.highlights import highlights, split_at
from tui.desk.reading.links import Counterpart, Place
from tui.desk.reading.marks import ALONE, COPIED, ROLES, WORDS
from tui.desk.reading.state import Reading
from tui.desk.reading.wrap import wrap_span
from tui.reports.selection import words_shared

if TYPE_CHECKING:
    from tui.claims.model import Claim
    from tui.story.model import Story

LABEL = 8
_WHOLE = 6
"""Rows of a reason in a large drawer, or of what both say: the longest reasons fit them even at 40 columns."""


def draw_drawer(reading: Reading, claims: Mapping[Place, Sequence[Claim]]) -> list[Line]:
    """The title rule and the rows of the drawer; no line at all when it is off."""
    rows, width = reading.geometry.drawer_rows, reading.geometry.width
    if not rows:
        return []
    fold = fold_at(reading, reading.place)
    if fold is not None:
        lines = [rule(_fold_title(reading, fold), width), *_fold_body(reading, fold)]
        return [fit(line, width) for line in [*lines, *[()] * rows][: rows + 1]]
    other = reading.counterpart
    here = claims.get(reading.place, ())
    tagged = [claim_line(claim) for claim in here]
    if other is None:
        title, body = _alone_title(reading), _alone_body(reading)
    else:
        title, body = _link_title(reading, other), _link_body(reading, other, rows - len(tagged))
    room = rows - min(len(tagged), rows)
    body = body[:room] + tagged
    return [rule(title, width), *(fit(line, width) for line in [*body, *[()] * rows][:rows])]


def _fold_title(reading: Reading, fold: Fold) -> list[Span]:
    article = reading.focus
    last = f" to {address((article, fold.last))}" if fold.size > 1 else ""
    said = fold_text(reading, article, fold)
    return [
        Span(said, "title"),
        Span(f"  {address((article, fold.first))}{last}"),
        Span(f"  {key_for('fold.toggle')} opens", "dim"),
    ]


def _fold_body(reading: Reading, fold: Fold) -> list[Line]:
    """How the passages of a fold begin."""
    lines: list[Line] = []
    for number in range(fold.first, fold.last + 1):
        place = (reading.focus, number)
        mark = reading.index.marks.get(place, " ")[:1]
        quote = reading.story.articles[reading.focus].quote(number)
        lines += labelled(f"{mark} {address(place)}", quote, reading.geometry.width)
    return lines


def rule(title: Sequence[Span], width: int) -> Line:
    """A horizontal rule with a title in it."""
    if not title:
        return (Span("─" * width, "rule"),)
    line = (Span("── ", "rule"), *title, Span(" ", "rule"))
    return fit((*line, Span("─" * max(0, width - width_of(line)), "rule")), width)


def labelled(label: str, text: str, width: int, role: str = "", rows: int = 1) -> list[Line]:
    """A label and as much of the text as fits so many rows."""
    text, room = one_line(text), max(1, width - LABEL)
    pieces = [text[start:end] for start, end in wrap_span(text, 0, len(text), room)]
    if len(pieces) > rows:
        pieces[rows - 1 :] = [shorten(" ".join(pieces[rows - 1 :]), room)]
    return [
        (Span(f" {label if not number else '':<{LABEL - 1}}", "dim"), Span(piece, role))
        for number, piece in enumerate(pieces)
    ]


def _link_title(reading: Reading, other: Counterpart) -> list[Span]:
    role = ROLES[other.mark]
    title = [Span(f"{other.mark} {WORDS[other.mark]}", role)]
    if other.link.relation == "conflict":
        title.append(Span(f"  {other.link.kind}", role))
    elif other.mark == COPIED:
        title.append(Span(f"  {words_shared(reading.story, other.link)}"))
    a, b = other.link.a, other.link.b
    title.append(Span(f"  {run_address(a)} and {run_address(b)}"))
    title += _one_origin(reading, other)
    title.append(Span(f"  {_sure(other)}"))
    count = len(reading.counterparts())
    if count > 1:
        title.append(Span(f"  1 of {count}, {key_for('drawer.next')} next", "dim"))
    return title


def _sure(other: Counterpart) -> str:
    return "pinned" if other.link.pinned else sure(other.link.score)


def _differences(reading: Reading, other: Counterpart) -> Differences:
    """What the passages of both sides share and do not share; the link itself may be a part of them."""
    language = reading.story.articles[other.near.article].language
    return differences(_passages(reading, other.near), _passages(reading, other.far), language)


def _passages(reading: Reading, side: Side) -> str:
    article = reading.story.articles[side.article]
    return article.text[article.passages[side.first].start : article.passages[side.last].end]


def _link_body(reading: Reading, other: Counterpart, room: int) -> list[Line]:
    """What the drawer says of a link, which has `room` rows for it."""
    width = reading.geometry.width
    large = reading.drawer == "half"
    hidden = other.far.article not in reading.shown
    body: list[Line] = []
    if other.link.relation == "conflict":
        body += _reason(other, width, large)
    if hidden and not large:
        body += _far_wording(reading, other, width, max(1, reading.geometry.drawer_rows - len(body)))
    elif other.link.relation == "conflict":
        body += _evidence(reading, other, width)
    if large:
        body += _wording(reading, [other.link.a, other.link.b], width)
    if other.link.relation == "overlap":
        body += _shared_and_alone(reading, other, width, room - len(body))
    if large:
        body += _other_counterparts(reading, width)
    return body


def _reason(other: Counterpart, width: int, large: bool) -> list[Line]:
    rows = _WHOLE if large else 2
    lines = labelled("why", other.link.reason, width, "strong", rows=rows)
    return lines + (labelled("but", other.link.downgrade, width, rows=rows - 1) if other.link.downgrade else [])


def _evidence(reading: Reading, other: Counterpart, width: int) -> list[Line]:
    lines: list[Line] = []
    for side, spans in _sides(other):
        article = reading.story.articles[side.article]
        words = " … ".join(one_line(article.text[start:end]) for start, end in spans if start < end)
        place = address((side.article, _passage_of(reading, side.article, spans, side.first)))
        quote = f"“{words}”" if words else "not said"
        lines += labelled(place, quote, width, ROLES[other.mark])
    return lines


def _sides(other: Counterpart) -> tuple[tuple[Side, list[tuple[int, int]]], ...]:
    spans_a = [evidence.a for evidence in other.link.evidence]
    spans_b = [evidence.b for evidence in other.link.evidence]
    return ((other.link.a, spans_a), (other.link.b, spans_b))


def _passage_of(reading: Reading, article: int, spans: Sequence[tuple[int, int]], first: int) -> int:
    start = min((span[0] for span in spans), default=0)
    passages = reading.story.articles[article].passages
    return next((n for n, passage in enumerate(passages) if passage.start <= start < passage.end), first)


def _shared_and_alone(reading: Reading, other: Counterpart, width: int, room: int) -> list[Line]:
    found = _differences(reading, other)
    near, far = f"only {other.near.article + 1}", f"only {other.far.article + 1}"
    language = reading.story.articles[other.near.article].language
    rows = _rows(reading)
    lines = labelled(near, " … ".join(found.only_a), width, rows=rows) if found.only_a else []
    lines += labelled(far, " … ".join(found.only_b), width, rows=rows) if found.only_b else []
    lines += _sources(reading, other, width)
    # What both say has the rows that nothing else needs. Words that do not fit the end of a row go to the next, so
    # that several rows hold a little less.
    rows = max(rows, min(_WHOLE, room - len(lines)))
    shared = told_shared(found.shared, language, rows * (width - LABEL) - (rows - 1) * LABEL)
    return [*labelled("same", shared, width, rows=rows), *lines]


def _sources(reading: Reading, other: Counterpart, width: int) -> list[Line]:
    """Whom both sides cite; the title says so where that is one origin."""
    cited = {side.article: _cited(reading, side) for side in (other.link.a, other.link.b)}
    if not any(cited.values()):
        return []
    said = "; ".join(f"{article + 1} {', '.join(names) or 'none found'}" for article, names in cited.items())
    return labelled("source", said, width)


def _cited(reading: Reading, side: Side) -> tuple[str, ...]:
    """Whom one side of a link cites, outlets that the passage right after it names included."""
    from tui.compare.sources.newsrooms import Newsrooms

    article, newsrooms = reading.story.articles[side.article], Newsrooms(reading.story.articles)
    wire = newsrooms.wire(side.article)
    names = [wire[1].name] if wire else []
    names += [origin.name for origin in newsrooms.cited_in(side.article, _passages(reading, side))]
    if side.last + 1 < len(article.passages):
        after = newsrooms.cited_in(side.article, article.quote(side.last + 1))
        names += [origin.name for origin in after if origin.kind == "outlet"]
    return tuple(dict.fromkeys(names))


def _named(reading: Reading, side: Side) -> tuple[set[str], str]:
    """Whom one side cites by name, and who published it: an unnamed source of two articles may be two people."""
    from tui.compare.sources.newsrooms import Newsrooms

    newsrooms = Newsrooms(reading.story.articles)
    found = newsrooms.cited_in(side.article, _passages(reading, side))
    unnamed = {origin.name for origin in found if origin.kind == "unnamed"}
    return set(_cited(reading, side)) - unnamed, newsrooms.published(side.article)


def _one_origin(reading: Reading, other: Counterpart) -> list[Span]:
    if other.link.relation != "overlap":
        return []
    (ours, us), (theirs, them) = _named(reading, other.link.a), _named(reading, other.link.b)
    common = (ours & theirs) | (ours & {them}) | (theirs & {us})
    return [Span(f"  ONE origin: {', '.join(sorted(common))}", "strong")] if common else []


def _rows(reading: Reading) -> int:
    return 4 if reading.drawer == "half" else 1


def _far_wording(reading: Reading, other: Counterpart, width: int, rows: int) -> list[Line]:
    """What the counterpart says, where its article is not on the screen, around the words that differ.

    Of an overlap it has two rows, so that what is shared has room as well.
    """
    article = reading.story.articles[other.far.article]
    label = address((other.far.article, other.far.first))
    if other.link.relation == "overlap":
        return labelled(label, article.text[other.far.start : other.far.end], width, rows=2)
    spans = next(spans for side, spans in _sides(other) if side == other.far)
    role = ROLES[other.mark]
    if rows == 1:
        return labelled(label, in_brackets(article, other.far, spans), width, role)
    lines = marked_lines(article.text, other.far.start, other.far.end, spans, role, width - LABEL, rows)
    return [(Span(f" {label if not number else '':<{LABEL - 1}}", "dim"), *line) for number, line in enumerate(lines)]


def _wording(reading: Reading, sides: Sequence[Side], width: int) -> list[Line]:
    """Whole wordings, wrapped, with the words that carry the link drawn apart."""
    lines: list[Line] = []
    for side in sides:
        article = reading.story.articles[side.article]
        for number, (start, end) in enumerate(wrap_span(article.text, side.start, side.end, width - LABEL)):
            label = address((side.article, side.first)) if not number else ""
            marks = [
                mark
                for passage in range(side.first, side.last + 1)
                for mark in highlights(reading.index).get((side.article, passage), ())
            ]
            pieces = [Span(drawn(article.text[begin:stop]), role) for begin, stop, role in split_at(start, end, marks)]
            lines.append((Span(f" {label:<{LABEL - 1}}", "dim"), *pieces))
    return lines


def _other_counterparts(reading: Reading, width: int) -> list[Line]:
    lines: list[Line] = []
    for other in reading.counterparts()[1:]:
        place = (other.far.article, other.far.first)
        quote = reading.story.articles[place[0]].quote(place[1])
        text = other.link.reason if other.link.relation == "conflict" else quote
        lines += labelled(f"{other.mark} {address(place)}", text, width)
    return lines


def _alone_title(reading: Reading) -> list[Span]:
    place = address(reading.place)
    if ALONE in reading.index.marks.get(reading.place, ""):
        return [Span(f"{ALONE} {WORDS[ALONE]}", ROLES[ALONE]), Span(f"  {place}")]
    if reading.index.comparison is None:
        return [Span(f"{place}  not compared yet")]
    return [Span(f"{place}  no counterpart")]


def _alone_body(reading: Reading) -> list[Line]:
    article, passage = reading.place
    width, piece = reading.geometry.width, reading.story.articles[article]
    kind = piece.passages[passage].kind
    if kind == "boilerplate":
        return labelled("note", "boilerplate: left out of the comparison", width)
    lines: list[Line] = []
    if ALONE in reading.index.marks.get(reading.place, ""):
        lines += labelled("found", f"only in {article + 1}  {piece.label or piece.outlet or piece.title}", width)
    lines += maybe(reading.story, reading.index.nearest(reading.place), width, rows=2)
    from tui.compare.text.origins import origins, single_source

    own = piece.outlet or ""
    source = single_source(piece.quote(passage), own)
    if source is not None:
        lines += labelled("source", f"single-source: rests on {source.name}", width)
    elif cited := origins(piece.quote(passage), own):
        lines += labelled("source", ", ".join(dict.fromkeys(origin.name for origin in cited)), width)
    return lines


def maybe(story: Story, nearest: Nearest | None, width: int, rows: int = 1) -> list[Line]:
    """Where a passage without a counterpart may be told for all that."""
    if nearest is None:
        return []
    article, passage = nearest.other
    said = f"{address(nearest.other)}, {sure(nearest.chance)}: {story.articles[article].quote(passage)}"
    return labelled("maybe", said, width, rows=rows)
