"""A line of text being typed: what the keys of an editor do to it. Pure; the prompts draw it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len

from tui.desk.driver.clusters import clusters
from tui.desk.lines import Line, Span, fit, take

_WORD_BEFORE = re.compile(r"\S+\s*$")


@dataclass
class TypedLine:
    """The text, and where the cursor stands in it (code points).

    Text that is `offered` gives way to the first thing typed; any other key of an editor keeps it.
    """

    text: str = ""
    cursor: int = 0
    offered: bool = False

    def press(self, key: str) -> bool:
        """Take a key by its normalised name; whether it meant anything here."""
        if len(key) == 1 and key.isprintable():
            self.insert(key)
            return True
        if key not in _EDITS:
            return False
        self.text, self.cursor = _EDITS[key](self.text, self.cursor)
        self.offered = False
        return True

    def insert(self, text: str) -> None:
        """Put text at the cursor, or in the place of what is offered."""
        if self.offered:
            self.text, self.cursor, self.offered = "", 0, False
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def draw(self, label: str, width: int) -> tuple[Line, int]:
        """The line behind its label, as much of it as fits around the cursor, and the cursor's column."""
        room = max(1, width - cell_len(label) - 1)
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        shown = before[len(before) - len(take(before[::-1], room - 1)) :] if cell_len(before) >= room else before
        under = next((cluster for cluster, size in clusters(after[:16]) if size), " ")
        column = cell_len(label) + cell_len(shown)
        spans = (
            Span(label, "title"),
            Span(shown, "dim" if self.offered else ""),
            Span(under, "selected"),
            Span(after[len(under) :]),
        )
        return fit(spans, width), column


def offered(text: str) -> TypedLine:
    """A line that begins with what was typed the last time."""
    return TypedLine(text, len(text), offered=bool(text))


def _left(text: str, cursor: int) -> tuple[str, int]:
    return text, max(0, cursor - _last_cluster(text[:cursor]))


def _right(text: str, cursor: int) -> tuple[str, int]:
    return text, min(len(text), cursor + (len(clusters(text[cursor : cursor + 16])[0][0]) if cursor < len(text) else 0))


def _rub_out(text: str, cursor: int) -> tuple[str, int]:
    start = cursor - _last_cluster(text[:cursor])
    return text[:start] + text[cursor:], start


def _delete(text: str, cursor: int) -> tuple[str, int]:
    return text[:cursor] + text[_right(text, cursor)[1] :], cursor


def _rub_out_word(text: str, cursor: int) -> tuple[str, int]:
    kept = _WORD_BEFORE.sub("", text[:cursor])
    return kept + text[cursor:], len(kept)


def _last_cluster(text: str) -> int:
    found = clusters(text[-16:]) if text else ()
    return len(found[-1][0]) if found else 0


def _rub_out_line(text: str, cursor: int) -> tuple[str, int]:
    return text[cursor:], 0


def _cut_rest(text: str, cursor: int) -> tuple[str, int]:
    return text[:cursor], cursor


def _home(text: str, cursor: int) -> tuple[str, int]:
    return text, 0


def _end(text: str, cursor: int) -> tuple[str, int]:
    return text, len(text)


_EDITS: dict[str, Callable[[str, int], tuple[str, int]]] = {
    "left": _left,
    "right": _right,
    "home": _home,
    "ctrl+a": _home,
    "end": _end,
    "backspace": _rub_out,
    "delete": _delete,
    "ctrl+u": _rub_out_line,
    "ctrl+k": _cut_rest,
    "ctrl+e": _end,
    "ctrl+backspace": _rub_out_word,
}
