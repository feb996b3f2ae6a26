"""Searching all articles, and going from hit to hit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.prompting import TextPrompt
from tui.desk.reading.patterns import PatternError, check
from tui.desk.reading.searching import counts, go_to_hit
from tui.desk.typing import offered

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]


def _ask(desk: "PanesScreen", count: int | None) -> None:
    def answer(typed: str) -> None:
        search_for(desk, typed.strip())

    sought = desk.reading.sought
    title = "search all articles; \\v before: regular expression; ctrl-u Enter ends it"
    desk.ask(TextPrompt(" / ", title, "", answer, offered(sought)))


def search_for(desk: "PanesScreen", wanted: str) -> None:
    """Look for words in all articles, from here on; for nothing ends the search."""
    try:
        check([article.text for article in desk.reading.story.articles], wanted)
    except PatternError as error:
        desk.say(str(error), error=True)
        return
    desk.reading.sought = wanted
    if wanted:
        _report(desk, go_to_hit(desk.reading, 1, here=True))


def _next(sign: int) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        if not desk.reading.sought:
            desk.say("nothing looked for yet: / searches")
        else:
            _report(desk, go_to_hit(desk.reading, sign * (count or 1)))

    return handle


def _report(desk: "PanesScreen", found: bool) -> None:
    sought = desk.reading.sought
    if not found:
        desk.say(f"“{sought}” is in no article")
        return
    each = "  ".join(f"{number + 1}: {count}" for number, count in enumerate(counts(desk.reading)) if count)
    desk.say(f"“{sought}”  {each}")


HANDLERS: dict[str, Handler] = {"search": _ask, "search.next": _next(1), "search.previous": _next(-1)}
