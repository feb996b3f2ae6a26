"""The one widget that draws: it shows lines, and repaints only those that changed."""

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.desk.lines import Line, plain
from tui.desk.themes import Colour, Look, Theme, code_of, colour_depth, load_theme

# What terminals with wide ambiguous glyphs draw in two cells, and what stands in for it in one.
_ASCII = str.maketrans("≈·─│▌▸┃◆✓…“”‘’—–→←↓↑", "~.-|>>#*v.\"\"''--><v^")


class Canvas(Widget):
    """Lines of styled text that fill a screen; roles get their look from the theme."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._theme = load_theme(None)
        self._depth = colour_depth()
        self._styles: dict[str, Style] = {}
        self._ascii_only = False
        self._strip_of = lru_cache(maxsize=4096)(self._strip)

    def on_mount(self) -> None:
        """Take the looks of the app."""
        self.use_theme(getattr(self.app, "looks", self._theme))

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

    def use_theme(self, theme: Theme) -> None:
        """Draw with the looks of a theme from now on."""
        if theme is not self._theme:
            self._theme = theme
            self._styles.clear()
            self._strip_of.cache_clear()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of row `y`, as Textual asks for it."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self._look(""))
        strip = self._strip_of(self._lines[y])
        return strip if strip.cell_length == width else strip.adjust_cell_length(width, self._look(""))

    def _strip(self, line: Line) -> Strip:
        texts = (span.text.translate(_ASCII) if self._ascii_only else span.text for span in line)
        return Strip([Segment(text, self._look(span.role)) for text, span in zip(texts, line, strict=True)])

    def _look(self, role: str) -> Style:
        if role not in self._styles:
            self._styles[role] = style_of(self._theme.look(role), self._depth)
        return self._styles[role]


def style_of(look: Look, depth: int) -> Style:
    """A look as rich draws it on a terminal of so many colours."""
    has = look.attributes.__contains__
    return Style(
        color=_colour(look.colour, depth),
        bgcolor=_colour(look.ground, depth),
        bold=has("1") or None,
        dim=has("2") or None,
        italic=has("3") or None,
        underline=has("4") or None,
        reverse=has("7") or None,
    )


def _colour(colour: Colour | None, depth: int) -> Color:
    if colour is None:
        return Color.default()
    code = code_of(colour, depth)
    return Color.from_rgb(*code) if len(code) == 3 else Color.from_ansi(code[0])
