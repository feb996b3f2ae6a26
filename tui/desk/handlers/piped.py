"""Articles that came on standard input: what they do not say of themselves is asked for when the desk opens."""

from collections.abc import Sequence
from dataclasses import replace

from tui.desk.handlers.unknown import NAMES, Question, ask_field
from tui.desk.handlers.view import View

STANDARD_INPUT = "-"


def ask_piped(view: View) -> bool:
    """Ask for outlet and date of what was piped in and lacks them; whether there is anything to ask."""
    questions = [
        (number, field)
        for number, article in enumerate(view.reading.story.articles)
        for field in NAMES
        if article.source == STANDARD_INPUT and getattr(article, field) is None
    ]
    _ask(view, questions)
    return bool(questions)


def _ask(view: View, left: Sequence[Question]) -> None:
    if not left:
        return
    number, field = left[0]

    def take(value: str | None) -> None:
        if value is not None:
            deciding = view.desk.deciding
            deciding.describe(number, replace(deciding.details(number), **{field: value}))
        _ask(view, left[1:])

    title = f"{NAMES[field]} of article {number + 1}; nothing typed: unknown, Esc ends the questions"
    ask_field(view, field, title, view.reading.story.articles[number].title, take)
