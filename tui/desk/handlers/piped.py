"""Articles that came on standard input: what they do not say of themselves is asked for when the desk opens."""

from collections.abc import Sequence
from dataclasses import replace

from tui.desk.handlers.view import View
from tui.desk.prompting import TextPrompt
from tui.desk.typing import TypedLine

Question = tuple[int, str]
FIELDS = {"outlet": ("outlet", " OUTLET "), "published": ("date of publication", " DATE ")}
STANDARD_INPUT = "-"


def ask_piped(view: View) -> bool:
    """Ask for outlet and date of what was piped in and lacks them; whether there is anything to ask."""
    questions = [
        (number, field)
        for number, article in enumerate(view.reading.story.articles)
        for field in FIELDS
        if article.source == STANDARD_INPUT and getattr(article, field) is None
    ]
    _ask(view, questions)
    return bool(questions)


def _ask(view: View, left: Sequence[Question], typed: str = "", wrong: str = "") -> None:
    if not left:
        return
    number, field = left[0]
    name, label = FIELDS[field]

    def answer(given: str) -> None:
        value = given.strip() or None
        if field == "published" and value is not None:
            from tui.story.published import parse_published

            value = parse_published(value)
            if value is None:
                _ask(view, left, given, "no date is like that: 2026-03-31 or 31 March 2026")
                return
        if value is not None:
            view.desk.deciding.describe(number, replace(view.desk.deciding.details(number), **{field: value}))
        _ask(view, left[1:])

    title = wrong or f"{name} of article {number + 1}; nothing typed: unknown, Esc ends the questions"
    article = view.reading.story.articles[number]
    view.ask(TextPrompt(label, title, article.title, answer, TypedLine(typed, len(typed))))
