"""A small app of the desk's shape to try the driver on: panes side by side, a header each, one status line.

Run as a program: panes_app.py [--wide|--cjk] [--panes N] [--theme NAME] [--signals] [--measure]. Keys: j k cursor,
J the first pane's cursor alone, ctrl-e ctrl-y all panes by a line, space b page, g G ends, t theme, m a dialog,
ctrl-l repaint, ctrl-z suspend, B bell, y copy, x a frame nobody writes, s stay busy for ever, q quit. The status
line counts the keys handled.
"""

from __future__ import annotations

import argparse
import sys
from random import Random
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from tui.desk.driver import choose_driver
from tui.desk.driver.probe import WidthMeasured

WORDS = [
    "council",
    "minister",
    "said",
    "that",
    "on",
    "Tuesday",
    "the",
    "talks",
    "would",
    "resume",
    "in",
    "“Oman”",
    "despite",
    "1,800",
    "objections",
]
WIDE = ["以色列", "서울", "東京で", "cafe\u0301", "e\u0301te\u0301", "½ — …", "שלום"]
EMOJI = ["👩‍💻", "❤️", "🇫🇷", "👍🏽", "क्षि", "ไทย", "1️⃣"]
LINES = 480


def text_lines(seed: int, width: int, extra: list[str]) -> list[str]:
    """Lines of words, the same for the same seed."""
    random = Random(seed)
    words = WORDS + extra * 3
    lines = []
    for number in range(LINES):
        line = f"{number:03}"
        while len(line) < width * random.uniform(0.2, 1.0):
            line += " " + random.choice(words)
        lines.append(line)
    return lines


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """One text with a cursor in its gutter."""

    DEFAULT_CSS = """
    Pane { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; overflow-x: hidden; }
    """

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines
        self.cursor = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(20, len(self.lines))

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        look = self.rich_style
        if number >= len(self.lines):
            return Strip.blank(width, look)
        text = self.lines[number] + " " * 24
        text = ("▌ " if number == self.cursor else "  ") + text
        mark = {3: Style(bold=True), 5: Style(color="red", underline=True), 6: Style(reverse=True)}.get(number % 9)
        first, second = text.find(" ", 8), text.find(" ", 20)
        segments = [
            Segment(text[:first], look),
            Segment(text[first:second], look + mark if mark else look),
            Segment(text[second:], look),
        ]
        return Strip(segments).crop_extend(0, width, look)

    def move_cursor(self, cursor: int) -> None:
        before, self.cursor = self.cursor, min(max(cursor, 0), len(self.lines) - 1)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        self.refresh_line(before)
        self.refresh_line(self.cursor)
        if not top <= self.cursor < top + height:
            self.scroll_to(
                y=self.cursor - (height - 1 if self.cursor >= top + height else 0), animate=False, immediate=True
            )

    def scroll_by(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)


class Dialog(ModalScreen[None]):
    """Something drawn over the panes."""

    CSS = "Dialog { align: center middle; } Dialog Vertical { width: 30; height: 5; border: solid $primary; }"
    BINDINGS: ClassVar = [("m", "dismiss", "Close")]

    def __init__(self, status: str) -> None:
        super().__init__()
        self.status = status

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("A dialog — 対話", markup=False)
            yield Static(self.status, id="status", markup=False)

    def on_key(self) -> None:
        if isinstance(self.app, PanesApp):
            self.app.count()


class PanesApp(App[None]):
    """The app."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Horizontal { height: 1fr; } #header, #status { height: 1; }"
    BINDINGS: ClassVar = [
        ("j,down", "move(1)", ""), ("k,up", "move(-1)", ""), ("J", "alone(25)", ""), ("ctrl+e", "scroll(1)", ""),
        ("ctrl+y", "scroll(-1)", ""), ("space", "page(1)", ""), ("b", "page(-1)", ""), ("g", "move(-999)", ""),
        ("G", "move(999)", ""), ("t", "theme", ""), ("m", "dialog", ""), ("ctrl+l", "repaint", ""),
        ("ctrl+z", "suspend_process", ""), ("q", "quit", ""), ("B", "ring", ""),
        ("x", "odd_frame", ""),
        ("y", "copy", ""), ("s", "busy", ""),
    ]  # fmt: skip

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(driver_class=choose_driver())
        self.options = options
        self.keys = 0
        self.theme = options.theme

    def compose(self) -> ComposeResult:
        yield Static("Header ─ two texts", id="header", markup=False)
        extra = EMOJI + WIDE if self.options.wide else WIDE if self.options.cjk else []
        with Horizontal():
            for number in range(self.options.panes):
                yield Pane(text_lines(number, 110 // self.options.panes, extra))
        yield Static("0 keys", id="status", markup=False)

    def on_mount(self) -> None:
        self.query(Pane).first().focus()
        if self.options.signals:
            from tui.desk.driver.signals import install

            install(self)

    def count(self) -> None:
        self.keys += 1
        for screen in self.screen_stack:
            screen.query_one("#status", Static).update(f"{self.keys} keys", layout=False)

    def action_move(self, lines: int) -> None:
        for pane in self.query(Pane):
            pane.move_cursor(pane.cursor + lines)
        self.count()

    def action_alone(self, lines: int) -> None:
        pane = self.query(Pane).first()
        pane.move_cursor((pane.cursor + lines) % LINES)
        self.count()

    def action_scroll(self, lines: int) -> None:
        for pane in self.query(Pane):
            pane.scroll_by(lines)
        self.count()

    def action_page(self, pages: int) -> None:
        for pane in self.query(Pane):
            height = pane.scrollable_content_region.height
            pane.move_cursor(pane.cursor + pages * height)
            pane.scroll_by(pages * height)
        self.count()

    def action_theme(self) -> None:
        themes = ["ansi-dark", "textual-dark", "textual-light"]
        self.theme = themes[(themes.index(self.theme) + 1) % len(themes)]
        self.count()

    def action_dialog(self) -> None:
        self.count()
        self.push_screen(Dialog(f"{self.keys} keys"))

    def action_ring(self) -> None:
        self.bell()
        self.count()

    def action_copy(self) -> None:
        self.copy_to_clipboard("copied")
        self.count()

    def action_odd_frame(self) -> None:
        """Write what no known Textual writes: a frame with a move down in it."""
        if self._driver is not None:
            self._driver.write("\x1b[1;1H\x1b[2Bodd")
        self.count()

    def on_width_measured(self, message: WidthMeasured) -> None:
        glyphs = "wide" if message.wide else "narrow"
        if self.options.measure:
            self.query_one("#header", Static).update(f"Header - ambiguous glyphs are {glyphs}", layout=False)

    def action_busy(self) -> None:
        """Keep the event loop from running until the process is ended."""
        self.bell()
        self.title = "busy"
        self.query_one("#header", Static).update("busy", layout=False)
        self.call_later(self.call_after_refresh, self._never_return)

    def _never_return(self) -> None:
        while True:
            pass

    def action_repaint(self) -> None:
        repaint = getattr(self._driver, "repaint", None)
        if repaint is not None:
            repaint()
        self.count()


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--wide", action="store_true")
    parser.add_argument("--cjk", action="store_true")
    parser.add_argument("--panes", type=int, default=2)
    parser.add_argument("--theme", default="ansi-dark")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--signals", action="store_true")
    app = PanesApp(parser.parse_args())
    app.run(mouse=False)
    sys.exit(app.return_code)


if __name__ == "__main__":
    main()
