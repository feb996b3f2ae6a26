"""Entering what an article does not say of itself: outlet, author, date, and a short label."""

from dataclasses import replace
from typing import Any

from tui.claims.marks import SourceDetails
from tui.desk.handlers.view import Handler, ListView, View
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import one_line
from tui.desk.prompts.prompting import LetterPrompt, TextPrompt
from tui.desk.prompts.typing import TypedLine
from tui.reports.plain import published_time
from tui.story.model import Article

FIELDS = {"o": "outlet", "a": "author", "d": "published", "l": "label"}
NAMES = {"published": "date", "label": "short label"}
LONGEST_LABEL = 12


def _here(view: View, count: int | None) -> None:
    ask_details(view, view.reading.focus)


def ask_listed(view: ListView, count: int | None) -> None:
    """Enter the details of the article that the row under the cursor is about."""
    item: Any = view.item
    places = getattr(item, "places", None)
    number = getattr(item, "number", places[0][0] if isinstance(places, tuple) and places else None)
    if isinstance(number, int):
        ask_details(view, number)
    else:
        view.say(f"go to a source: {key_for('source.details')} enters its outlet, author, date and label")


def ask_details(view: View, number: int) -> None:
    """Ask which detail of an article to enter, and go on asking until Esc."""
    article = view.reading.story.articles[number]
    choices = [(letter, f"{_name(field)}: {_value(article, field)}") for letter, field in FIELDS.items()]
    title = f"source {number + 1}: what is known of it"
    hint = "a letter, then what you know"

    def answer(letter: str) -> None:
        _ask_field(view, number, FIELDS[letter])

    view.ask(
        LetterPrompt(
            "SOURCE", title, article.title, choices, f"kept for this text; {key_for('undo')} undoes", answer, hint
        )
    )


def _ask_field(view: View, number: int, field: str) -> None:
    deciding = view.desk.deciding
    entered = getattr(deciding.details(number), field) or ""
    article = view.reading.story.articles[number]

    def answer(typed: str) -> None:
        value = one_line(typed) or None
        if field == "published" and value is not None:
            value = _date(value)
            if value is None:
                view.say("not saved: write the date as 2026-03-02 17:30, or 2 March 2026", error=True)
                return
        if field == "label" and value is not None:
            value = value[:LONGEST_LABEL]
        details: SourceDetails = replace(deciding.details(number), **{field: value})
        deciding.describe(number, details)
        view.say(f"{_name(field)} of {number + 1}: {value or 'as the article says'}, saved")
        ask_details(view, number)

    title = f"{_name(field)} of {number + 1}; empty: as the article says"
    label = f" {_name(field).upper()} "
    view.ask(TextPrompt(label, title, article.title, answer, TypedLine(entered, len(entered))))


def _date(typed: str) -> str | None:
    from tui.story.published import parse_published

    return parse_published(typed)


def _name(field: str) -> str:
    return NAMES.get(field, field)


def _value(article: Article, field: str) -> str:
    value = getattr(article, field)
    if value and field == "published":
        return published_time(value)
    return one_line(value) if value else "unknown" if field != "label" else "none"


HANDLERS: dict[str, Handler] = {"source.details": _here}
