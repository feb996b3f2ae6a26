"""Prompts: what is asked in the drawer and the status row before something is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.desk.draw.prompts import alike, draw_choices, draw_names, loosely, matching
from tui.desk.draw.status import prompt_row
from tui.desk.lines import Line, one_line
from tui.desk.prompts.typing import TypedLine
from tui.story.sanitise import sanitise_line

OFFERED = "Enter repeats it, typing replaces it, an arrow keeps it to edit, Esc leaves"


@dataclass
class LetterPrompt:
    """A prompt answered by one letter, of its choices or of `letters`; of any other it says so, and `q` leaves."""

    name: str
    title: str
    quote: str
    choices: Sequence[tuple[str, str]]
    context: str
    answer: Callable[[str], None]
    hint: str = "a letter sets it at once"
    letters: str = ""

    def drawer(self, width: int) -> list[Line]:
        """The drawer while it waits."""
        return draw_choices(self.title, self.quote, self.choices, self.context, width)

    def status(self, right: str, width: int) -> Line:
        """The status row while it waits."""
        return prompt_row(self.name, self.hint, f"Esc leaves   {right}", width)

    def paste(self, text: str) -> None:
        """What is pasted is no letter."""

    def takes(self, key: str) -> bool:
        """Whether a key answers the prompt."""
        return any(key == letter for letter, _ in self.choices) or (len(key) == 1 and key in self.letters)

    def refuse(self, key: str) -> bool:
        """Take a key that answers nothing; whether it leaves the prompt."""
        if len(key) == 1 and key.isprintable():
            self.hint = f"{key} is none of these letters"
        return key == "q"


@dataclass
class TextPrompt:
    """A prompt answered by typed text, in the status row behind a label.

    With `names`, those that fit what is typed are offered, and what is typed itself as a new one; `picked`
    is the number of the one that Enter sets. `outside` takes what is typed so far to another program, where
    that can be done. `leave` says what Esc does, where that is more than leaving. `hint` is the line
    on the keys, where it is not the usual one.
    """

    label: str
    title: str
    quote: str
    answer: Callable[[str], None]
    typed: TypedLine = field(default_factory=TypedLine)
    names: Sequence[str] = ()
    picked: int = 0
    outside: Callable[[str], None] | None = None
    leave: Callable[[], None] | None = None
    hint: str = ""

    def drawer(self, width: int) -> list[Line]:
        """The drawer while text is typed."""
        hint = OFFERED if self.typed.offered else self.hint
        return draw_names(self.title, self.quote, self.offered(), self.picked, width, hint)

    def status(self, right: str, width: int) -> Line:
        """The status row with the text being typed."""
        return self.typed.draw(self.label, width)[0]

    def column(self, width: int) -> int:
        """The column of the cursor in the status row."""
        return self.typed.draw(self.label, width)[1]

    def paste(self, text: str) -> None:
        """Put what was pasted at the cursor, in one line."""
        self.typed.insert(sanitise_line(text))
        self.picked = 0

    def press(self, key: str) -> None:
        """Edit the text, or move on to the next name on offer."""
        if key in ("tab", "down"):
            self.picked = (self.picked + 1) % max(1, len(self.offered()))
        elif self.typed.press(key):
            self.picked = 0

    def offered(self) -> list[str]:
        """The names that what has been typed begins, then this itself if it is a new one, then what it is like.

        Enter never turns a name that was typed out into another one that only resembles it.
        """
        if not self.names:
            return []
        found = matching(self.names, self.typed.text)
        typed = one_line(self.typed.text)
        if not typed:
            return found
        exact = [name for name in found if name.casefold() == typed.casefold()]
        new = [] if exact else [typed]
        like = (*loosely(self.names, self.typed.text), *alike(self.names, self.typed.text))
        return list(dict.fromkeys([*exact, *found, *new, *like]))

    def result(self) -> str:
        """What Enter sets."""
        offered = self.offered()
        return offered[self.picked] if offered else self.typed.text


Prompt = LetterPrompt | TextPrompt
