"""The palette: everything the view can do, found by words of its name or their initials, with its keys."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tui.desk.draw.drawer import rule
from tui.desk.keyboard.actions import Action
from tui.desk.keyboard.commands import COMMANDS
from tui.desk.keyboard.keys import show_keys
from tui.desk.lines import Line, Span, fit, shorten, width_of
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.reading.geometry import DRAWER_ROWS

ADDRESS = re.compile(r"\s*(?:(\d{1,3}):)?(\d{1,5})\s*$")
NO_WORD = re.compile(r"\W+")
NOT_OFFERED = ("command", "cancel", "article.go", "select.end")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on offer: what it is called, its keys or its usage, and the action or the command it stands for."""

    name: str
    keys: str
    action: str = ""
    command: str = ""


def entries(actions: Iterable[Action]) -> list[Entry]:
    """Everything a view offers: its actions, then the commands."""
    found = [
        Entry(action.title, " ".join(map(show_keys, action.keys)), action=action.id)
        for action in actions
        if action.id not in NOT_OFFERED
    ]
    return [*found, *(Entry(command.title, command.usage, command=command.name) for command in COMMANDS)]


def offered(all_entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that what is typed may mean, the likeliest first; all of them for nothing."""
    words = typed.casefold().split()
    if not words:
        return list(all_entries)
    called = [entry for entry in all_entries if entry.command and entry.command.startswith(words[0])]
    if any(entry.command == words[0] for entry in called) and (len(words) > 1 or typed.endswith(" ")):
        return [entry for entry in called if entry.command == words[0]]
    having = [entry for entry in all_entries if all(word in _text(entry) for word in words)]
    having.sort(key=lambda entry: (not _begins(entry, words[0]), _where(entry, words[0])))
    at = {entry: _initials(entry).find(words[0]) for entry in all_entries if len(words) == 1 < len(words[0])}
    short = sorted((entry for entry in at if at[entry] >= 0), key=lambda entry: at[entry])
    # Of several words the later ones are either words of a name too, or what a command takes.
    found = [*called, *having, *short] if len(words) == 1 else [*having, *called]
    return list(dict.fromkeys(found))


def _text(entry: Entry) -> str:
    return f"{entry.name} {entry.action.replace('.', ' ')} {entry.command}".casefold()


def _where(entry: Entry, word: str) -> int:
    """How far into its name an entry has a word; far where only its other texts have it."""
    found = entry.name.casefold().find(word)
    return found if found >= 0 else len(entry.name)


def _initials(entry: Entry) -> str:
    """The letters that the words of a name begin with."""
    return "".join(word[0] for word in NO_WORD.split(entry.name.casefold()) if word)


def _begins(entry: Entry, word: str) -> bool:
    return any(part.startswith(word) for part in _text(entry).split())


@dataclass
class CommandPrompt(TextPrompt):
    """What is typed after ":": an address, a command, or words of an action's name."""

    entries: Sequence[Entry] = ()
    chosen: Callable[[Entry | None, str], None] = field(default=lambda entry, typed: None)

    def offered_entries(self) -> list[Entry]:
        """What is on offer for what has been typed."""
        if ADDRESS.match(self.typed.text):
            return []
        return offered(self.entries, self.typed.text)

    def drawer(self, width: int) -> list[Line]:
        """The entries around the picked one, with their keys."""
        found = self.offered_entries()
        self.picked = min(self.picked, max(0, len(found) - 1))
        first = max(0, min(self.picked - DRAWER_ROWS // 2, len(found) - DRAWER_ROWS))
        count = f"{self.picked + 1} of {len(found)}" if found else "nothing of that name"
        if ADDRESS.match(self.typed.text):
            count = "Enter goes to that passage"
        title = (Span("everything here", "title"), Span(f"  {count}  ↓ Tab the next, ↑ the one before", "dim"))
        rows = [self._row(found[number], number == self.picked, width) for number in _numbers(first, len(found))]
        return [rule(title, width), *rows, *[fit((), width)] * (DRAWER_ROWS - len(rows))]

    def _row(self, entry: Entry, picked: bool, width: int) -> Line:
        keys = (Span(f"{shorten(entry.keys, width // 2)} ", "key"),)
        room = max(1, width - 4 - width_of(keys))
        name = Span(f" {shorten(entry.name, room - 1)}", "strong" if picked else "")
        return fit((Span("▌" if picked else " ", "cursor"), *fit((name,), room + 2), Span(" "), *keys), width)

    def press(self, key: str) -> None:
        """Edit the text, or pick another entry."""
        if key in ("tab", "down", "ctrl+n"):
            self.picked = (self.picked + 1) % max(1, len(self.offered_entries()))
        elif key in ("shift+tab", "up", "ctrl+p"):
            self.picked = (self.picked - 1) % max(1, len(self.offered_entries()))
        elif key == "pagedown":
            self.picked = min(self.picked + DRAWER_ROWS, max(0, len(self.offered_entries()) - 1))
        elif key == "pageup":
            self.picked = max(0, self.picked - DRAWER_ROWS)
        elif self.typed.press(key):
            self.picked = 0

    def result(self) -> str:
        """What was typed; what is picked goes to `chosen`."""
        return self.typed.text

    def finish(self) -> None:
        """Do what is picked."""
        found = self.offered_entries()
        self.chosen(found[self.picked] if self.picked < len(found) else None, self.typed.text)


def _numbers(first: int, count: int) -> range:
    return range(first, min(first + DRAWER_ROWS, count))
