"""The view of what changed since the editor left."""

from collections.abc import Sequence

from tui.claims.decisions import LostPin
from tui.claims.describe import deed
from tui.claims.model import Claim, Event
from tui.claims.morning import Departed, Gone, Morning
from tui.compare.model import Link
from tui.desk.draw.drawer import labelled
from tui.desk.draw.findings import short_reason
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.times import when
from tui.desk.draw.wordings import old_and_new
from tui.desk.draw.words import address, counted, in_quotes, name_of, run_address
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, one_line, shorten
from tui.desk.reading.marks import ROLES, mark_of
from tui.desk.views.since import News, PassageChange, other_end
from tui.story.model import Article

COUNTS, WHERE, WHO = 34, 14, 17


def draw_head(name: str, news: Morning | None, filtered: Sequence[Span], width: int) -> list[Line]:
    """The title, and when the editor last looked, or else what a filter lists and hides."""
    left = (Span(" SINCE YOU LEFT", "title"), Span(f"  {one_line(name)}"))
    right = (*filtered, Span(" ")) if filtered else (Span(f"last look {when(news.at)} " if news else "", "dim"),)
    return [two_sided(left, right, width)]


def draw_article(article: Article, number: int, news: News, width: int) -> list[Span]:
    """The row of an article that changed, or is new."""
    label = [Span("  "), *cell(f"{number + 1} {name_of(article)}", max(8, width - 3 - COUNTS))]
    if news.article is None:
        return [*label, Span("new article", "strong")]
    change = news.article
    if change.changed is None:
        return [*label, Span("changed; its former text is not kept", "dim")]
    return [*label, Span(f"{change.changed} changed   {change.gone} gone   {change.new} new")]


def draw_departed(departed: Departed, width: int) -> list[Span]:
    """The row of an article that is no longer in the story."""
    label = cell(f"{_file_of(departed)}  {one_line(departed.title)}", max(8, width - 3 - COUNTS))
    claims = f", {counted(departed.claims, 'claim')} stood on it" if departed.claims else ""
    state = "gone" if departed.gone else "not open"
    return [Span("-", "strong"), Span(" "), *label, Span(f"{state}{claims}", "strong")]


def draw_departed_details(departed: Departed, width: int) -> list[Line]:
    """Where it was, and where its claims are."""
    lines = labelled("was", one_line(departed.article), width, rows=2)
    if departed.gone and departed.claims:
        said = f"{key_for('view.claims')} lists its claims without a place; {key_for('claim.reattach')} reattaches one"
        lines += labelled("claims", said, width, rows=2)
    return lines


def _file_of(departed: Departed) -> str:
    return one_line(departed.article.rstrip("/").rpartition("/")[2])


def draw_finding(link: Link, also: int, width: int) -> list[Span]:
    """The row of a new finding; `also` more tell the same disagreement."""
    mark = mark_of(link) or "?"
    where = f"{run_address(link.a)} {run_address(link.b)}{f' +{also}' if also else ''}"
    what = cell(short_reason(link), max(8, width - 4 - WHERE))
    return [Span("+", "strong"), Span(f"{mark} ", ROLES[mark]), *what, Span(where)]


def draw_gone(gone: Gone, width: int) -> list[Span]:
    """The row of a finding that is no longer there."""
    where, _, reason = gone.sentence.partition("  ")
    what = cell(one_line(reason or where), max(8, width - 4 - WHERE), "dim")
    return [Span("-", "strong"), Span("  "), *what, Span(one_line(where), "dim")]


def draw_gone_details(gone: Gone, width: int) -> list[Line]:
    """What it said, in the places it had then."""
    return labelled("was", gone.sentence, width, rows=3)


def draw_lost(pin: LostPin, articles: Sequence[Article], width: int) -> list[Span]:
    """The row of a pin one of whose passages is gone."""
    what = cell(one_line(pin.words), max(8, width - 4 - WHERE))
    other = _told_end(pin, articles)
    return [Span("x", "conflict"), Span("  "), *what, Span(f"{pin.article + 1} {other or 'and its pair'}", "dim")]


def draw_lost_details(pin: LostPin, articles: Sequence[Article], width: int) -> list[Line]:
    """What was pinned to what, and what to do."""
    lines = labelled("gone", in_quotes(one_line(pin.words)), width, rows=2)
    if pin.other is not None:
        number, (start, end) = pin.other
        other = in_quotes(one_line(articles[number].text[start:end]))
        lines += labelled(f"pin {_told_end(pin, articles)}", other, width, rows=2)
    pins = key_for("passage.pin")
    return [*lines, *labelled("then", f"{pins} on what says it now, and {pins} on its counterpart", width)]


def _told_end(pin: LostPin, articles: Sequence[Article]) -> str:
    place = other_end(pin, articles)
    return address(place) if place else ""


def draw_work(event: Event, claim: Claim | None, width: int) -> list[Span]:
    """The row of something a colleague did."""
    about = "" if event.kind in ("pin", "break") else f"  ({event.kind})"
    what = f"{_deed(event)}" + (f"  on {in_quotes(one_line(claim.quote))}" if claim else about)
    who = f"{shorten(one_line(event.editor), 8)} {when(event.at)}"
    return [Span("  "), *cell(who, WHO), Span(shorten(what, max(1, width - 3 - WHO)))]


def _deed(event: Event) -> str:
    note = event.changes.get("note", (None, None))[1]
    return f"note {in_quotes(one_line(str(note)))}" if event.verb == "note" and note else one_line(deed(event))


def draw_changes(changes: Sequence[PassageChange], width: int, rows: int) -> list[Line]:
    """Passages as they were and as they are, as many as fit."""
    lines: list[Line] = []
    for number, change in enumerate(changes):
        if change.before is not None and change.after is not None:
            more = old_and_new(change.before, change.after, "was", "now", width, max(1, rows // 3))
        else:
            label = "gone" if change.after is None else "new"
            more = labelled(label, change.after or change.before or "", width, rows=2)
        if lines and len(lines) + len(more) > rows - (number < len(changes) - 1):
            rest = f"{counted(len(changes) - number, 'more change')}: {key_for('drawer.cycle')} makes room"
            return [*lines[: rows - 1], (Span(f" {rest}", "dim"),)]
        lines += more
    return lines


def draw_link(link: Link, width: int) -> list[Line]:
    """Why a finding is one."""
    return labelled("why", link.reason, width, "strong", rows=3)
