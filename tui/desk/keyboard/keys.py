"""From key presses to actions: sequences, counts, and digits that go to an article.

A pure state machine: it knows keys and the names of actions, not the screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.desk.keyboard.actions import Action, actions_in_force

# Terminals send the same byte for these keys and for the control characters.
_SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "space": " "}
SHOWN_KEYS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", " ": "space",
    "enter": "Enter", "escape": "Esc", "home": "Home", "end": "End", "tab": "tab", "backspace": "backspace",
}  # fmt: skip
"""What keys are called where people read them."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action asked for, with the count typed before it (None where there was none).

    `instead` says that digits were taken for an article at first, and that the reader is to be put back
    before this is done.
    """

    action: str
    count: int | None = None
    instead: bool = False


@dataclass
class KeyReader:
    """Reads key presses one by one.

    A key of several presses that means something in another view alone is read to its end here as well: "] u" never
    becomes "u". `pending` is what has been typed of a command so far, `unknown` what was typed last, where no command
    is called so.
    """

    actions: Iterable[Action]
    pending: str = ""
    unknown: str = ""
    _sequence: tuple[str, ...] = ()
    _digits: str = ""
    _by_keys: dict[tuple[str, ...], Action] = field(default_factory=dict)
    _prefixes: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for action in self.actions:
            for keys in action.keys:
                presses = split_keys(keys)
                self._by_keys[presses] = action
                self._prefixes.update(presses[:length] for length in range(1, len(presses)))
        everywhere = {split_keys(keys)[:1] for action in actions_in_force() for keys in action.keys if " " in keys[1:]}
        self._prefixes |= everywhere - self._by_keys.keys()

    def feed(self, key: str) -> Command | None:
        """Take one key press; the command it completes, None while it completes none."""
        self.unknown = ""
        if key.isascii() and key.isdigit() and not self._sequence and (key != "0" or self._digits):
            self._digits = (self._digits + key)[-3:]
            self.pending = self._digits
            return Command("article.go", int(self._digits), instead=len(self._digits) > 1)
        self._sequence = (*self._sequence, key)
        if self._sequence in self._prefixes:
            self.pending = self._digits + "".join(self._sequence)
            return None
        action = self._by_keys.get(self._sequence)
        digits, typed = self._digits, self._sequence
        self.clear()
        if action is None:
            self.unknown = "".join(map(show_keys, typed)) if len(key) == 1 else ""
            return None
        if digits and action.motion:
            return Command(action.id, int(digits), instead=True)
        return Command(action.id)

    @property
    def following(self) -> str:
        """What may be pressed next of a key that is half typed, each with what it does."""
        typed = len(self._sequence)
        if not typed:
            return ""
        going_on = (keys for keys in self._by_keys if keys[:typed] == self._sequence and len(keys) == typed + 1)
        named = ((keys[-1], self._by_keys[keys].after) for keys in going_on)
        return "  ".join(f"{show_keys(press)} {after}" for press, after in named if after)

    def clear(self) -> None:
        """Forget what has been typed of a command."""
        self._sequence, self._digits, self.pending = (), "", ""


def split_keys(keys: str) -> tuple[str, ...]:
    """The presses of a key written as in the action table."""
    return (keys,) if keys == " " else tuple(keys.split(" "))


def normalise_key(key: str, character: str | None) -> str:
    """The one name of a key, from what the terminal sent: its character if that can be printed."""
    if character and character.isprintable() and len(character) == 1:
        return character
    return _SAME_BYTE.get(key, key)


def key_for(action: str, preferred: str = "") -> str:
    """The key an action has now, for a message: the preferred one if it has that; `:` and its name if it has none."""
    keys = next((known.keys for known in actions_in_force() if known.id == action), ())
    if not keys:
        return f":{action.replace('.', ' ')}"
    return show_keys(preferred if preferred in keys else keys[0])


def show_keys(keys: str) -> str:
    """A key as it is written for people: "ctrl-d", "]c", "PgDn"."""
    return "".join(
        SHOWN_KEYS.get(press, press.replace("ctrl+", "ctrl-").replace("shift+", "shift-")) for press in split_keys(keys)
    )
