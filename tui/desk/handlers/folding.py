"""Folding passages in which nothing differs, and filtering the panes by words or marks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.desk.draw.words import counted
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.keys import key_for
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.prompts.typing import offered
from tui.desk.reading import folding
from tui.desk.reading.linking import settle
from tui.desk.reading.patterns import PatternError, check
from tui.desk.reading.state import Reading


def _kept_in_place(change: Callable[[View], None]) -> Handler:
    """What is read stays on its row of the screen in every pane, as far as there is text above it."""

    def handle(view: View, count: int | None) -> None:
        with _in_place(view.reading):
            change(view)

    return handle


@contextmanager
def _in_place(reading: Reading) -> Iterator[None]:
    read = {article: _read(reading, article) for article in range(len(reading.panes))}
    yield
    for article, (passage, row) in read.items():
        first = reading.layout(article).first
        if first:
            reading.panes[article].top = max(0, first[passage] - max(0, row))
    settle(reading)


def _show_whole(reading: Reading) -> None:
    """Have no pane begin in the middle of a passage, nor scroll past what would fit it."""
    for article in reading.shown:
        pane, rows = reading.panes[article], reading.layout(article).rows
        if len(rows) <= reading.geometry.text_rows:
            pane.top = min(pane.top, 0)
        elif 0 < pane.top < len(rows):
            pane.top -= rows[pane.top].line


def _read(reading: Reading, article: int) -> tuple[int, int]:
    """The passage that is read in an article, and its row: the cursor's, or where that is out of sight the first."""
    pane, layout = reading.panes[article], reading.layout(article)
    if not layout.rows:
        return 0, 0
    row = layout.first[pane.cursor] - pane.top
    if 0 <= row < reading.geometry.text_rows:
        return pane.cursor, row
    shown = layout.rows[max(0, min(pane.top, len(layout.rows) - 1)) :]
    return next((seen.passage for seen in shown if seen.passage is not None), pane.cursor), 0


def _toggle(view: View) -> None:
    reading = view.reading
    if reading.index.comparison is None:
        view.say("still comparing: what may be folded is known when it is done")
    elif not folding.toggle(reading, view.claiming.by_place):
        view.say("not folded: it differs from others, is tagged, or is the first")


def _fold_all(view: View) -> None:
    if view.reading.index.comparison is None:
        view.say("still comparing: what may be folded is known when it is done")
        return
    rows = folding.fold_all(view.reading, view.claiming.by_place)
    folded = len(view.reading.folded)
    one, every = key_for("fold.toggle"), key_for("fold.none")
    view.say(f"{counted(folded, 'passage')} in {counted(rows, 'fold')}; {one} opens one, {every} all")


def _open_all(view: View) -> None:
    folding.open_all(view.reading)


def _filter(view: View, count: int | None) -> None:
    def answer(typed: str) -> None:
        wanted, reading = typed.strip(), view.reading
        try:
            check([article.text for article in reading.story.articles], wanted)
        except PatternError as error:
            view.say(str(error), error=True)
            return
        with _in_place(reading):
            left = folding.filter_passages(reading, wanted, view.claiming.by_place)
        if reading.filtered:
            _show_whole(reading)
            settle(reading)
        if wanted:
            view.say(
                f"{counted(left, 'passage')} with “{wanted}”; {key_for('fold.none')} shows all"
                if left
                else f"no passage has “{wanted}”"
            )

    wanted = view.reading.filtered
    title = "show only passages with these words, or a mark ! ? = ≈ · ◆; ctrl-u: all"
    hint = "Enter folds all others, Esc leaves"
    view.ask(TextPrompt(" FILTER ", title, "", answer, offered(wanted), hint=hint))


HANDLERS: dict[str, Handler] = {
    "fold.toggle": _kept_in_place(_toggle),
    "fold.all": _kept_in_place(_fold_all),
    "fold.none": _kept_in_place(_open_all),
    "passages.filter": _filter,
}
