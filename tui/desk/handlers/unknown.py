"""Asking for what an article does not say of itself: its outlet, and when it was published."""

from collections.abc import Callable

from tui.desk.handlers.view import View
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.prompts.typing import TypedLine

Question = tuple[int, str]
"""The number of an article, and the field to ask for."""
NAMES = {"outlet": "outlet", "published": "date of publication"}
LABELS = {"outlet": " OUTLET ", "published": " DATE "}
NO_DATE = "no date is like that: 2026-03-31 or 31 March 2026, nothing where it is unknown"


def ask_field(
    view: View,
    field: str,
    title: str,
    quote: str,
    take: Callable[[str | None], None],
    *,
    typed: str = "",
    hint: str = "",
    leave: Callable[[], None] | None = None,
) -> None:
    """Ask for a field until what is typed can be one; `take` gets it as it is kept, None for nothing."""

    def answer(given: str) -> None:
        value = given.strip() or None
        if field == "published" and value is not None:
            # Reading dates is not needed to open the desk.
            from tui.story.published import parse_published

            value = parse_published(value)
            if value is None:
                ask_field(view, field, NO_DATE, quote, take, typed=given, hint=hint, leave=leave)
                return
        take(value)

    line = TypedLine(typed, len(typed))
    view.ask(TextPrompt(LABELS[field], title, quote, answer, line, leave=leave, hint=hint))
