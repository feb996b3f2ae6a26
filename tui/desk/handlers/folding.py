"""Folding passages in which nothing differs, and filtering the panes by words or marks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.desk.draw.words import counted
from tui.desk.prompting import TextPrompt
from tui.desk.reading import folding
from tui.desk.reading.linking import settle
from tui.desk.reading.patterns import PatternError, check
from tui.desk.reading.state import Reading
from tui.desk.typing import offered

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]


def _kept_in_place(change: Callable[["PanesScreen"], None]) -> Handler:
    """What is read stays on its row of the screen in every pane, as far as there is text above it."""

    def handle(desk: "PanesScreen", count: int | None) -> None:
        with _in_place(desk.reading):
            change(desk)

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


def _toggle(desk: "PanesScreen") -> None:
    reading = desk.reading
    if reading.index.comparison is None:
        desk.say("still comparing: what may be folded is known when it is done")
    elif not folding.toggle(reading, desk.claiming.by_place):
        desk.say("not folded: this passage differs from others, is tagged, or is the first")


def _fold_all(desk: "PanesScreen") -> None:
    if desk.reading.index.comparison is None:
        desk.say("still comparing: what may be folded is known when it is done")
        return
    rows = folding.fold_all(desk.reading, desk.claiming.by_place)
    folded = len(desk.reading.folded)
    desk.say(f"{counted(folded, 'passage')} in {counted(rows, 'fold')}; za opens one, zR all")


def _open_all(desk: "PanesScreen") -> None:
    folding.open_all(desk.reading)


def _filter(desk: "PanesScreen", count: int | None) -> None:
    def answer(typed: str) -> None:
        wanted, reading = typed.strip(), desk.reading
        try:
            check([article.text for article in reading.story.articles], wanted)
        except PatternError as error:
            desk.say(str(error), error=True)
            return
        with _in_place(reading):
            left = folding.filter_passages(reading, wanted, desk.claiming.by_place)
        if wanted:
            desk.say(
                f"{counted(left, 'passage')} with “{wanted}”; zR shows all" if left else f"no passage has “{wanted}”"
            )

    wanted = desk.reading.filtered
    title = "show only passages with these words, or a mark ! ? = ≈ · ◆; ctrl-u: all"
    desk.ask(TextPrompt(" FILTER ", title, "", answer, offered(wanted)))


HANDLERS: dict[str, Handler] = {
    "fold.toggle": _kept_in_place(_toggle),
    "fold.all": _kept_in_place(_fold_all),
    "fold.none": _kept_in_place(_open_all),
    "passages.filter": _filter,
}
