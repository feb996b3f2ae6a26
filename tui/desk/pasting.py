"""The paste prompt: it holds what was pasted until the editor says that it is to be opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.desk.draw.pasting import draw_pasted
from tui.desk.draw.status import prompt_row
from tui.desk.draw.words import counted
from tui.desk.lines import Line
from tui.story.pasting import Pasted, PasteError, pasted_articles

TAKE, WRITE = "enter", "ctrl+x"


@dataclass
class PastePrompt:
    """Takes pasted text, piece by piece, and nothing that is typed but Enter and ctrl-x.

    A terminal that does not mark what is pasted sends it as keys: they must mean nothing here, so Enter opens
    only what came as a paste. `answer` is given the articles, `write` what was pasted so far, to be edited.
    """

    answer: Callable[[Sequence[Pasted]], None]
    write: Callable[[str], None]
    text: str = ""
    articles: tuple[Pasted, ...] = field(default=(), init=False)
    problem: str = field(default="", init=False)

    def __post_init__(self) -> None:
        if self.text:
            self._read()

    def paste(self, text: str) -> None:
        """Take one more piece; a piece of its own begins an article of its own."""
        self.text = f"{self.text}\f{text}" if self.text else text
        self._read()

    def drawer(self, width: int) -> list[Line]:
        """The drawer: what was pasted so far, or how to."""
        return draw_pasted(self.articles, self.problem, width)

    def status(self, right: str, width: int) -> Line:
        """The status row: what Enter would do."""
        number = counted(len(self.articles), "article")
        hint = f"Enter opens {number}; paste more, or ctrl-x edits" if self.articles else "nothing pasted yet"
        return prompt_row("PASTE", hint, f"Esc leaves   {right}", width)

    def takes(self, key: str) -> bool:
        """Whether a key means something now."""
        return key == WRITE or (key == TAKE and bool(self.articles))

    def choose(self, key: str) -> None:
        """Open the articles, or edit the text."""
        if key == WRITE:
            self.write(self.text)
        else:
            self.answer(self.articles)

    def _read(self) -> None:
        try:
            self.articles, self.problem = pasted_articles(self.text), ""
        except PasteError as error:
            self.articles, self.problem = (), str(error)
