"""What stands in the drawer while articles are pasted: each with its title and what it says of itself."""

from collections.abc import Sequence

from tui.desk.draw.drawer import rule
from tui.desk.draw.words import counted
from tui.desk.lines import Line, Span, fit, shorten
from tui.desk.reading.geometry import DRAWER_ROWS
from tui.story.pasting import Pasted
from tui.story.sanitise import sanitise_line

_HOW = (
    " Paste one article, or several with a line of --- between them.",
    " Each may begin with a line ---, lines like  outlet: Herald  and another line ---.",
    " ctrl-x opens your own editor for it, where the terminal cannot paste.",
)


def draw_pasted(articles: Sequence[Pasted], problem: str, width: int) -> list[Line]:
    """The drawer of the paste prompt."""
    if not articles:
        lines = [fit((Span(line, "dim"),), width) for line in _HOW]
        if problem:
            lines[0] = fit((Span(f" {problem}", "error"),), width)
        return _drawer("paste articles", lines, width)
    shown = articles[: DRAWER_ROWS - (len(articles) > DRAWER_ROWS)]
    lines = [_line(number, article, width) for number, article in enumerate(shown, start=1)]
    if len(articles) > len(shown):
        lines.append(fit((Span(f"   and {len(articles) - len(shown)} more", "dim"),), width))
    return _drawer(f"pasted: {counted(len(articles), 'article')}", lines, width)


def _drawer(title: str, lines: Sequence[Line], width: int) -> list[Line]:
    return [rule((Span(title, "title"),), width), *[*lines, *[fit((), width)] * DRAWER_ROWS][:DRAWER_ROWS]]


def _line(number: int, article: Pasted, width: int) -> Line:
    words = counted(len(article.text.split()), "word")
    known = ", ".join(filter(None, (article.about.outlet, article.about.published)))
    end = f"  {known or ('as it says itself' if article.complete else 'no outlet, no date')}  {words} "
    title = shorten(sanitise_line(article.title), max(8, width - len(end) - 4))
    return fit((Span(f" {number} ", "key"), Span(title, "strong"), Span(end, "dim")), width)
