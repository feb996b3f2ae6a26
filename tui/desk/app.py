"""The Textual app: it reads the sources, opens the store, and shows the panes."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text
from textual.app import App
from textual.screen import Screen

from tui import resources
from tui.claims import Store, default_editor
from tui.desk.canvas import Canvas
from tui.desk.crash import crash_sentence, log_crash
from tui.desk.driver import choose_driver
from tui.desk.driver.probe import WidthMeasured
from tui.desk.driver.quiet import QuietDriver
from tui.desk.driver.signals import install
from tui.desk.opening import Opening
from tui.desk.screens.opening import Opened, OpeningScreen
from tui.desk.screens.panes import PanesScreen
from tui.desk.screens.stories import StoriesScreen
from tui.desk.session import remember_sources
from tui.story.model import Story


class DeskApp(App[int], inherit_bindings=False):
    """The desk: on a story, on sources still being read, or on a folder of stories to pick from."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = resources.style("desk.tcss")

    def __init__(self, start: Story | Opening | Sequence[Path], store: Store, panes: int | None = None) -> None:
        super().__init__(driver_class=choose_driver(), ansi_color=True)
        self.theme = "ansi-dark"
        self.start = start
        self.store = store
        self.panes = panes

    def get_default_screen(self) -> Screen[None]:
        """The screen that what the desk was started on calls for."""
        if isinstance(self.start, Story):
            return PanesScreen(self.start, self.store, self.panes)
        if isinstance(self.start, Opening):
            return OpeningScreen(self.start)
        return StoriesScreen(self.start, self._open)

    def on_mount(self) -> None:
        """Leave in good order when told to, or when the line has gone."""
        if not self.is_headless:
            install(self)

    def _open(self, folder: Path) -> None:
        self.push_screen(OpeningScreen(Opening([str(folder)])))

    def on_opened(self, message: Opened) -> None:
        """Show the story that has been read; leave if there is nothing to read in it."""
        opening = message.opening
        if opening.error is not None:
            raise opening.error
        if opening.story is None or not opening.story.articles:
            self.exit(1)
            return
        remember_sources(self.store.path, opening.sources)
        self.push_screen(PanesScreen(opening.story, self.store, self.panes))

    def on_width_measured(self, message: WidthMeasured) -> None:
        """Draw with ASCII marks on a terminal that draws the others too wide."""
        for canvas in self.query(Canvas):
            canvas.ascii_only = message.wide

    def draw_anew(self) -> None:
        """Send the whole screen again, whatever the terminal shows now."""
        if isinstance(self._driver, QuietDriver):
            self._driver.repaint()
        else:
            self.refresh(layout=True)


    def _fatal_error(self) -> None:
        self._exit_renderables.append(Text(crash_sentence(log_crash())))
        self._close_messages_no_wait()


def run_desk(start: Story | Opening | Sequence[Path], *, store: Path, panes: int | None = None) -> int:
    """Run the desk until the editor leaves; returns the exit status."""
    with Store(store, editor=default_editor()) as claims:
        app = DeskApp(start, claims, panes)
        app.run(mouse=False)
        return app.return_code or 0
