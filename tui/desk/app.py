"""The Textual app: it takes a story and a store, and shows the panes."""

from pathlib import Path

from textual.app import App
from textual.screen import Screen

from tui import resources
from tui.claims import Store, default_editor, default_store_path
from tui.desk.driver import choose_driver
from tui.desk.screens.panes import PanesScreen
from tui.desk.session import remember_sources
from tui.story.model import Story


class DeskApp(App[int], inherit_bindings=False):
    """The desk on one story."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = resources.style("desk.tcss")

    def __init__(self, story: Story, store: Store, panes: int | None = None) -> None:
        super().__init__(driver_class=choose_driver(), ansi_color=True)
        self.theme = "ansi-dark"
        self.story = story
        self.store = store
        self.panes = panes

    def get_default_screen(self) -> Screen[None]:
        """The panes are the first screen there is."""
        return PanesScreen(self.story, self.store, self.panes)


def run_desk(
    story: Story, sources: tuple[str, ...], *, store: Path | None = None, panes: int | None = None
) -> int:
    """Run the desk until the editor leaves; returns the exit status."""
    path = store or default_store_path()
    with Store(path, editor=default_editor()) as claims:
        remember_sources(path, sources)
        app = DeskApp(story, claims, panes)
        app.run(mouse=False)
        return app.return_code or 0
