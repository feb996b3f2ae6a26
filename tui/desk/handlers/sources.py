"""Entering what an article does not say of itself: outlet, author, date, and a short label."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.claims.marks import SourceDetails
from tui.desk.handlers.panes_of import panes_of
from tui.desk.lines import one_line
from tui.desk.prompting import LetterPrompt, TextPrompt
from tui.desk.typing import TypedLine
from tui.story.model import Article

if TYPE_CHECKING:
    from tui.desk.screens.overview import OverviewScreen
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[[Any, int | None], None]
FIELDS = {"o": "outlet", "a": "author", "d": "published", "l": "label"}
NAMES = {"published": "date", "label": "short label"}
LONGEST_LABEL = 12


def _here(desk: "PanesScreen", count: int | None) -> None:
    ask_details(desk, desk.reading.focus)


def ask_listed(view: "OverviewScreen", count: int | None) -> None:
    """Enter the details of the article that the row under the cursor is about."""
    item: Any = view.item
    places = getattr(item, "places", None)
    number = getattr(item, "number", places[0][0] if isinstance(places, tuple) and places else None)
    if isinstance(number, int):
        ask_details(view, number)
    else:
        view.say("go to a source: i enters its outlet, author, date and label")


def ask_details(screen: Any, number: int) -> None:
    """Ask which detail of an article to enter, and go on asking until Esc."""
    article = screen.reading.story.articles[number]
    choices = [(letter, f"{_name(field)}: {_value(article, field)}") for letter, field in FIELDS.items()]
    title = f"source {number + 1}: what it does not say itself"
    hint = "a letter, then what you know"

    def answer(letter: str) -> None:
        _ask_field(screen, number, FIELDS[letter])

    screen.ask(LetterPrompt("SOURCE", title, article.title, choices, "kept for this text; u undoes", answer, hint))


def _ask_field(screen: Any, number: int, field: str) -> None:
    deciding = panes_of(screen).deciding
    entered = getattr(deciding.details(number), field) or ""
    article = screen.reading.story.articles[number]

    def answer(typed: str) -> None:
        value = one_line(typed) or None
        if field == "published" and value is not None:
            value = _date(value)
            if value is None:
                screen.say("not saved: write the date as 2026-03-02, 2026-03-02 17:30 or 2 March 2026", error=True)
                return
        if field == "label" and value is not None:
            value = value[:LONGEST_LABEL]
        details: SourceDetails = replace(deciding.details(number), **{field: value})
        deciding.describe(number, details)
        screen.say(f"{_name(field)} of {number + 1}: {value or 'as the article says'}, saved")
        ask_details(screen, number)

    title = f"{_name(field)} of {number + 1}; empty: as the article says"
    label = f" {_name(field).upper()} "
    screen.ask(TextPrompt(label, title, article.title, answer, TypedLine(entered, len(entered))))


def _date(typed: str) -> str | None:
    from tui.story.published import parse_published

    return parse_published(typed)


def _name(field: str) -> str:
    return NAMES.get(field, field)


def _value(article: Article, field: str) -> str:
    value = getattr(article, field)
    return one_line(value) if value else "unknown" if field != "label" else "none"


HANDLERS: dict[str, Handler] = {"source.details": _here}
