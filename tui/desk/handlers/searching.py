"""Searching all articles, and going from hit to hit."""

from collections import Counter

from tui.desk.draw.words import counted
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.keys import key_for
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.prompts.typing import offered
from tui.desk.reading.patterns import PatternError, check
from tui.desk.reading.searching import go_to_hit, places


def _ask(view: View, count: int | None) -> None:
    def answer(typed: str) -> None:
        search_for(view, typed.strip())

    sought = view.reading.sought
    title = "search all articles; \\v before: regular expression; ctrl-u Enter ends it"
    view.ask(TextPrompt(" / ", title, "", answer, offered(sought)))


def search_for(view: View, wanted: str) -> None:
    """Look for words in all articles, from here on; for nothing ends the search."""
    try:
        check([article.text for article in view.reading.story.articles], wanted)
    except PatternError as error:
        view.say(str(error), error=True)
        return
    view.reading.sought = wanted
    if wanted:
        _report(view, go_to_hit(view.reading, 1, here=True))


def _next(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        if not view.reading.sought:
            view.say(f"nothing looked for yet: {key_for('search')} searches")
        else:
            _report(view, go_to_hit(view.reading, sign * (count or 1)))

    return handle


def _report(view: View, found: bool) -> None:
    sought = view.reading.sought
    if not found:
        view.say(f"“{sought}” is in no article")
        return
    everywhere = places(view.reading)
    number = everywhere.index(view.reading.place) + 1
    each = Counter(article for article, _ in everywhere)
    said = ", ".join(f"{count} in {article + 1}" for article, count in each.items())
    view.say(f"“{sought}”  {number} of {counted(len(everywhere), 'passage')}: {said}")


HANDLERS: dict[str, Handler] = {"search": _ask, "search.next": _next(1), "search.previous": _next(-1)}
