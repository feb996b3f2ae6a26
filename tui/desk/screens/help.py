"""The help of a view, over the whole screen."""

from collections.abc import Iterable, Sequence

from tui.desk.draw.help import draw_help_status, found_lines, help_lines, with_found
from tui.desk.keyboard.actions import Action, actions_in_force
from tui.desk.keyboard.keys import Command
from tui.desk.lines import Line, fit
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.prompts.typing import offered
from tui.desk.reading.patterns import PatternError
from tui.desk.screens.base import CanvasScreen
from tui.desk.screens.scrolling import SCROLLING, scrolled

_SEARCHES = ("search", "search.next", "search.previous")


class HelpScreen(CanvasScreen):
    """Every key of a view and every mark, to be scrolled and searched."""

    def __init__(self, view: str) -> None:
        super().__init__(_actions())
        self._view = view
        self._top, self._room = 0, 1
        self._at: int | None = None
        self._sought = ""

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The part of the help that fits, and a status row."""
        lines = help_lines(self._view, width)
        asked = self.prompt.drawer(width) if self.prompt is not None else []
        room = max(1, height - 1 - len(asked))
        self._top, self._room = max(0, min(self._top, len(lines) - room)), room
        shown = [with_found(line, self._sought) for line in lines[self._top : self._top + room]]
        if isinstance(self.prompt, TextPrompt):
            self.put_cursor(self.prompt.column(width), height - 1)
            status = self.prompt.status("", width)
        else:
            place = (self._top, len(shown), len(lines))
            status = draw_help_status(self._view, place, self.notice, read_only=self.read_only, width=width)
        return [*shown, *[fit((), width)] * (room - len(shown)), *asked, status]

    def read_key(self, key: str) -> Command | None:
        """What a key asks for; that another means nothing needs no telling where all keys are listed."""
        return self.keys.feed(key)

    def perform(self, command: Command) -> None:
        """Scroll, search, or go back to where the help was asked for."""
        if command.action == "leave":
            self.app.pop_screen()
        elif command.action == "search":
            title = "search this help; \\v before: regular expression"
            self.ask(TextPrompt(" / ", title, "", self._search, offered(self._sought)))
        elif command.action in _SEARCHES:
            self._go_to_found((command.count or 1) * (1 if command.action == "search.next" else -1))
        else:
            last = len(help_lines(self._view, self.app.size.width)) - self._room
            self._top, self._at = scrolled(self._top, command, max(1, self.app.size.height - 2), max(0, last)), None

    def _search(self, typed: str) -> None:
        self._sought, self._at = typed.strip(), None
        if self._sought:
            self._go_to_found(1, here=True)

    def _go_to_found(self, count: int, *, here: bool = False) -> None:
        """Go `count` lines with what is sought on, back if negative, round the whole help."""
        try:
            found = found_lines(self._view, self.app.size.width, self._sought)
        except PatternError as error:
            self._sought = ""
            self.say(str(error), error=True)
            return
        if not found:
            self.say(f"“{self._sought}” is not in this help" if self._sought else "nothing looked for yet")
            return
        at = self._top if self._at is None else self._at
        before = sum(line < at or (line == at and not here) for line in found)
        number = (before + count - 1 if count > 0 else sum(line < at for line in found) + count) % len(found)
        self._at = found[number]
        if not self._top <= self._at < self._top + self._room:
            self._top = self._at
        self.say(f"“{self._sought}”  {number + 1} of {len(found)}")


def _actions() -> Iterable[Action]:
    """What works in the help: searching and leaving have the keys that the editor gave them."""
    keys = {action.id: action.keys for action in actions_in_force()}
    leave = dict.fromkeys([*keys["quit"], *keys["help"], "escape", "enter", "backspace"])
    searches = [Action(name, keys[name], "", "", motion=True) for name in _SEARCHES]
    return (*SCROLLING, *searches, Action("leave", tuple(leave), "leave the help", ""))
