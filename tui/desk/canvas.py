"""The one widget that draws: it shows lines, and repaints only those that changed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.desk.lines import Line, plain

ROLES = (
    "alone", "changed", "check", "clash", "conflict", "copied", "counterpart", "cursor", "differs", "dim",
    "error", "found", "heading", "key", "message", "rule", "same", "selected", "shared", "strong", "tagged", "title",
)  # fmt: skip


# What terminals with wide ambiguous glyphs draw in two cells, and what stands in for it in one.
_ASCII = str.maketrans("≈·─│▌▸┃◆✓…“”‘’—–", "~.-|>>#*v.\"\"''--")


class Canvas(Widget):
    """Lines of styled text that fill a screen; roles get their look from component classes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"canvas--{role}" for role in ROLES}
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._styles: dict[str, Style] = {}
        self._ascii_only = False
        self._strip_of = lru_cache(maxsize=4096)(self._strip)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines

    @property
    def text(self) -> str:
        """The lines shown, as plain text without trailing blanks."""
        return "\n".join(plain(line).rstrip() for line in self._lines)

    @property
    def ascii_only(self) -> bool:
        """Whether marks, rules and typographic quotes are drawn in ASCII."""
        return self._ascii_only

    @ascii_only.setter
    def ascii_only(self, ascii_only: bool) -> None:
        if ascii_only != self._ascii_only:
            self._ascii_only = ascii_only
            self._strip_of.cache_clear()
            self.refresh()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines in place of those before, repainting the rows that differ."""
        old, new = self._lines, tuple(lines)
        self._lines = new
        if len(old) != len(new):
            self.refresh()
            return
        width = self.size.width
        changed = [Region(0, y, width, 1) for y, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
        if changed:
            self.refresh(*changed)

    def notify_style_update(self) -> None:
        """Forget looks that the stylesheet may have changed."""
        super().notify_style_update()
        self._styles.clear()
        self._strip_of.cache_clear()

    def render_line(self, y: int) -> Strip:
        """The strip of row `y`, as Textual asks for it."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        strip = self._strip_of(self._lines[y])
        return strip if strip.cell_length == width else strip.adjust_cell_length(width, self.rich_style)

    def _strip(self, line: Line) -> Strip:
        texts = (span.text.translate(_ASCII) if self._ascii_only else span.text for span in line)
        return Strip([Segment(text, self._look(span.role)) for text, span in zip(texts, line, strict=True)])

    def _look(self, role: str) -> Style:
        if role not in self._styles:
            base = self.rich_style
            if role:
                base += self.get_component_rich_style(f"canvas--{role}", partial=True)
            self._styles[role] = base
        return self._styles[role]
