"""The paste prompt: it holds what was pasted until the editor says that it is to be opened."""

from collections.abc import Callable, Sequence

from tui.desk.draw.pasting import draw_pasted
from tui.desk.draw.status import prompt_row
from tui.desk.draw.words import counted
from tui.desk.lines import Line
from tui.desk.prompts.prompting import LetterPrompt
from tui.story.pasting import Pasted, PasteError, pasted_articles

TAKE, WRITE = "enter", "ctrl+x"
_RULE = "\n---\n"


class PastePrompt(LetterPrompt):
    """Takes pasted text, piece by piece, and nothing that is typed but Enter and ctrl-x.

    A terminal that does not mark what is pasted sends it as keys: they must mean nothing here, so Enter opens
    only what came as a paste. `take` is given the articles, `write` what was pasted so far, to be edited.
    """

    def __init__(
        self, take: Callable[[Sequence[Pasted]], None], write: Callable[[str], None], text: str | None = None
    ) -> None:
        super().__init__("PASTE", "paste articles", "", (), "", self._choose)
        self._take, self._write = take, write
        self._pieces: list[str] = []
        self.articles: tuple[Pasted, ...] = ()
        self.problem = ""
        if text:
            self.paste(text)

    @property
    def text(self) -> str:
        """All that was pasted, with a rule between two pieces."""
        return _RULE.join(self._pieces)

    def paste(self, text: str) -> None:
        """Take one more piece; it begins an article of its own, unless it holds none."""
        try:
            self.articles = (*self.articles, *pasted_articles(text))
        except PasteError as error:
            self.problem = str(error)
            return
        self._pieces.append(text)
        self.problem = ""

    def drawer(self, width: int) -> list[Line]:
        """The drawer: what was pasted so far, or how to."""
        return draw_pasted(self.articles, self.problem, width)

    def status(self, right: str, width: int) -> Line:
        """The status row: what Enter would do."""
        number = counted(len(self.articles), "article")
        hint = f"Enter opens {number}; paste more, ctrl-x edits" if self.articles else "nothing pasted yet"
        return prompt_row("PASTE", self.problem or hint, f"Esc leaves   {right}", width)

    def takes(self, key: str) -> bool:
        """Whether a key means something now."""
        return key == WRITE or (key == TAKE and bool(self.articles))

    def refuse(self, key: str) -> bool:
        """Any other key means nothing: it may be of what is pasted."""
        return False

    def _choose(self, key: str) -> None:
        if key == WRITE:
            self._write(self.text)
        else:
            self._take(self.articles)
