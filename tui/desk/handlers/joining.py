"""Pasted articles join the story: the text, then what is not said of it, then they are kept and opened."""

from collections.abc import Sequence
from dataclasses import replace

from tui.desk.handlers.unknown import NAMES, Question, ask_field
from tui.desk.handlers.view import View
from tui.desk.keyboard.keys import key_for
from tui.desk.outside import OutsideError
from tui.desk.prompts.pasting import PastePrompt
from tui.story.metadata import metadata
from tui.story.pasting import Pasted, keep, pasted_folder

SKIP = "Enter goes on, Esc skips the questions and opens what was pasted"


def ask(view: View, text: str | None = None) -> None:
    """Ask for the articles, beginning with what was pasted already."""

    def write(pasted: str) -> None:
        try:
            written = view.shell.edited(pasted, "articles.txt")
        except OutsideError as error:
            view.say(str(error), error=True)
            return
        ask(view, written)

    view.ask(PastePrompt(lambda articles: _ask_next(view, articles, questions(articles)), write, text))


def questions(articles: Sequence[Pasted]) -> list[Question]:
    """What the articles do not say of themselves: the number of each, and the field."""
    return [
        (number, field)
        for number, article in enumerate(articles)
        for field in NAMES
        if not article.complete and getattr(article.about, field) is None
    ]


def _ask_next(view: View, articles: Sequence[Pasted], left: Sequence[Question]) -> None:
    """Ask the first question that is left; when there is none, open the articles."""
    if not left:
        _open(view, articles)
        return
    number, field = left[0]
    article = articles[number]

    def take(value: str | None) -> None:
        about = article.about.filled_from(metadata(**{field: value}))
        _ask_next(view, [*articles[:number], replace(article, about=about), *articles[number + 1 :]], left[1:])

    def leave() -> None:
        _open(view, articles)
        if not view.notice.error:
            view.say(f"opening it; {key_for('source.details')} enters what was not answered")

    which = f" of article {number + 1} of {len(articles)}" if len(articles) > 1 else ""
    title = f"{NAMES[field]}{which}; nothing typed: unknown"
    ask_field(view, field, title, article.title, take, hint=SKIP, leave=leave)


def _open(view: View, articles: Sequence[Pasted]) -> None:
    """Keep the articles beside the store, so that they are there the next time, and open them."""
    try:
        files = keep(articles, pasted_folder(view.claiming.store.path.absolute()))
    except OSError as error:
        view.say(f"not opened, it cannot be kept beside the store: {error.strerror}", error=True)
        return
    view.desk.articles.add([str(file) for file in files])
