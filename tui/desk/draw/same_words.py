"""The view of the same words: each run with its places, and below it in its sentences."""

from collections.abc import Sequence

from tui.compare.links.runs import LONG, SharedRun
from tui.compare.model import Source
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.marked import marked_lines
from tui.desk.draw.words import address, byline, counted
from tui.desk.lines import Line, Span, fit, one_line, shorten
from tui.desk.reading.marks import COPIED, ROLES
from tui.desk.views.citing import SENTENCE
from tui.desk.views.same_words import who_was_first
from tui.story.model import Story

WORDS, WHERE = 10, 16
_PLACES_SHOWN = 3


def draw_head(runs: Sequence[SharedRun], sources: Sequence[Source], width: int) -> list[Line]:
    """The title with how many runs there are and who shares most, and the names of the columns."""
    long = sum(run.words >= LONG for run in runs)
    left = (Span(" SAME WORDS", "title"), Span(f"  {counted(long, 'run')} of {LONG} words and up"))
    most = max(((share, source.article, other) for source in sources for other, share in source.reuse), default=None)
    right = ""
    if most is not None and most[0] >= 0.005:
        right = f"most: {most[0]:.0%} of {most[1] + 1} stands in {most[2] + 1} "
    names = [*cell("   words", WORDS + 3), *cell("where", WHERE), *cell("which", width - WORDS - WHERE - 3)]
    return [
        two_sided(left, (Span(right, "dim"),), width),
        fit([Span(span.text, "dim") for span in names], width),
    ]


def draw_run(story: Story, run: SharedRun, width: int) -> list[Span]:
    """The row of a run, without the cursor's cell."""
    places = [address(place) for place in run.places(story)]
    more = f" +{len(places) - _PLACES_SHOWN}" if len(places) > _PLACES_SHOWN else ""
    text = one_line(run.text(story))
    return [
        Span(f"{COPIED} ", ROLES[COPIED]),
        *cell(f"{run.words} words", WORDS),
        *cell(" ".join(places[:_PLACES_SHOWN]) + more, WHERE),
        Span(shorten(text, max(1, width - WORDS - WHERE - 4))),
    ]


def draw_run_title(run: SharedRun, number: int, total: int) -> list[Span]:
    """The title of the drawer."""
    return [
        Span(f"{COPIED} {number} of {total}", ROLES[COPIED]),
        Span(f"  {counted(run.words, 'word')} in {counted(len(run.spans), 'article')}{outside_quotations(run)}"),
    ]


def outside_quotations(run: SharedRun) -> str:
    """How many words of a run count for one origin, where some do not: they are quoted in each article."""
    return f", {run.own} outside quotations: {SENTENCE} make one origin" if run.own < run.words else ""


def draw_run_details(story: Story, run: SharedRun, width: int, rows: int) -> list[Line]:
    """The run in each of its articles, in brackets, and which of them came first as far as dates tell."""
    first = who_was_first(story, [article for article, _ in run.spans])
    last: Line = (Span(" order  ", "dim"), Span(shorten(first, width - 9), "strong"))
    each = max(2, (rows - 1) // len(run.spans))
    lines: list[Line] = []
    for (article, span), place in zip(run.spans, run.places(story), strict=True):
        piece = story.articles[article]
        passage = piece.passages[place[1]]
        end = max(passage.end, span[1])
        lines.append((Span(f" {address(place)} ", "strong"), Span(shorten(byline(piece), max(1, width - 10)), "dim")))
        wording = marked_lines(piece.text, passage.start, end, [span], "shared", width - 2, each - 1)
        lines += [(Span("  "), *line) for line in wording]
    return [*lines[: rows - 1], last]
