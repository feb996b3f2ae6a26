"""The Textual app: it reads the sources, opens the store, and shows the panes."""

import gc
import os
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from rich.text import Text
from textual.app import App, SuspendNotSupported
from textual.message import Message
from textual.screen import Screen

from tui import resources
from tui.claims import Claim, Store
from tui.desk.canvas import Canvas
from tui.desk.clipboard import send_to_terminal
from tui.desk.configuring import configure_desk
from tui.desk.crash import crash_sentence, log_crash
from tui.desk.driver import choose_driver
from tui.desk.driver.first import FirstScreen
from tui.desk.driver.probe import WidthMeasured
from tui.desk.driver.quiet import QuietDriver
from tui.desk.driver.signals import install
from tui.desk.keyboard.actions import CLAIMS
from tui.desk.process.jobs import Answer, Failed, Loaded
from tui.desk.process.worker import Worker
from tui.desk.screens.opening import OpeningScreen
from tui.desk.screens.panes import PanesScreen
from tui.desk.screens.stories import StoriesScreen
from tui.desk.session import remember_sources
from tui.desk.themes import next_theme, theme_or_default
from tui.settings import Settings, login_name
from tui.story.model import Story

Start = Story | Sequence[Path] | None
"""A story, folders of stories to pick from, or None while the worker reads the sources."""


class Answered(Message):
    """The worker sent an answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class DeskApp(App[int], inherit_bindings=False):
    """The desk: on a story, on sources still being read, or on a folder of stories to pick from."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = resources.style("desk.tcss")

    def __init__(
        self,
        start: Start,
        store: Store,
        worker: Worker,
        panes: int | None = None,
        settings: Settings | None = None,
        *,
        sources: Sequence[str] = (),
        closed: Sequence[str] = (),
        theme: str | None = None,
        first_screen: FirstScreen | None = None,
    ) -> None:
        driver = choose_driver()
        if driver is None and first_screen is not None:
            # Textual's own driver knows nothing of it.
            first_screen.give_back()
        super().__init__(driver_class=driver, ansi_color=True)
        self.theme = "ansi-dark"
        self.first_screen = first_screen
        self.looks = theme_or_default(theme or (settings or Settings()).desk.theme)
        self.story = start if isinstance(start, Story) else None
        self.start = start
        self.store = store
        self.worker = worker
        self.settings = settings or Settings()
        self.panes = panes or self.settings.desk.panes
        self.failure = ""
        self.closed = tuple(closed)
        self.printed: list[str] = []
        self._load = 0
        self.ascii_only = False
        self._sources = tuple(sources)

    def get_default_screen(self) -> Screen[None]:
        """The screen that what the desk was started on calls for."""
        if isinstance(self.start, Story):
            return self._panes(self.start)
        return OpeningScreen() if self.start is None else StoriesScreen(self.start, self._open)

    def on_mount(self) -> None:
        """Hear the worker; leave in good order when told to, or when the line has gone."""
        self.worker.listen(lambda answer: self.post_message(Answered(answer)))
        self.call_after_refresh(_collect_garbage_again)
        if not self.is_headless:
            install(self)

    def _open(self, folder: Path) -> None:
        self._sources = (str(folder),)
        self._load = self.worker.load(self._sources)
        self.push_screen(OpeningScreen())

    def on_answered(self, message: Answered) -> None:
        """Show a story that has been read; other answers go to the screen that waits for them."""
        answer = message.answer
        reading = self.story is None
        # Of a story that was left for the list, answers may still be on their way.
        if reading and answer.number < self._load:
            return
        if isinstance(answer, Loaded) and reading:
            self._show(answer.story)
            return
        if isinstance(answer, Failed) and reading:
            self.failure = answer.sentence
            self.exit(1)
        for screen in self.screen_stack:
            if isinstance(screen, OpeningScreen) and reading:
                screen.take(answer)
            elif isinstance(screen, PanesScreen) and not reading:
                screen.desk.take(answer)

    def _show(self, story: Story) -> None:
        self.story = story
        if not story.articles:
            self.exit(1)
            return
        if self._sources:
            remember_sources(self.store.path, self._sources)
        self.push_screen(self._panes(story))

    def _panes(self, story: Story) -> PanesScreen:
        folders = [source for source in self._sources if os.path.isdir(source)]
        return PanesScreen(story, self.store, self.panes, self.settings, folders)

    def add_sources(self, sources: Sequence[str]) -> None:
        """Open these too when this story is resumed."""
        self._sources = tuple(dict.fromkeys((*self._sources, *sources)))

    def remember(self, closed: Sequence[str]) -> None:
        """Keep what is open now for a desk that resumes it."""
        if self._sources:
            remember_sources(self.store.path, self._sources, tuple(closed))

    def leave_story(self) -> None:
        """Back to the list of stories, where the story was picked from one; else out of the desk."""
        if not any(isinstance(screen, StoriesScreen) for screen in self.screen_stack):
            self.exit(0)
            return
        self.worker.stop()
        self.story = None
        while not isinstance(self.screen, StoriesScreen):
            self.pop_screen()
        self.screen.redraw()

    @property
    def read_only(self) -> bool:
        """Whether the store cannot be written."""
        return not self.store.writable()

    def open_view(self, view: str) -> None:
        """Show a view over the panes in place of the one that is open; by their name, the panes themselves."""
        # Imported when first needed: the views are half of the desk, and the panes come first.
        from tui.desk.screens.switching import show_view

        show_view(self, view)

    def open_help(self, view: str) -> None:
        """Show the help of a view."""
        from tui.desk.screens.help import HelpScreen

        self.push_screen(HelpScreen(view))

    def open_history(self, claim: Claim) -> None:
        """Show the history of a claim."""
        from tui.desk.screens.claims import ClaimsScreen

        self.open_view(CLAIMS)
        if isinstance(self.screen, ClaimsScreen):
            self.screen.show_history(claim)

    def send_to_clipboard(self, text: str) -> str:
        """Send text to the terminal's clipboard; the sentence that says so, for there is never an answer."""
        return send_to_terminal(self, text)

    def edited(self, text: str, name: str = "note.txt") -> str:
        """The text as it is after editing in the editor's own program.

        Raises:
            OutsideError: the program could not be used.
        """
        from tui.desk.outside import OutsideError, edited

        try:
            return edited(nullcontext() if self.is_headless else self.suspend(), text, name)
        except SuspendNotSupported:
            raise OutsideError("no other program can be opened here: type it here, in one line") from None

    def on_width_measured(self, message: WidthMeasured) -> None:
        """Draw with ASCII marks on a terminal that draws the others too wide."""
        self.ascii_only = message.wide
        for screen in self.screen_stack:
            for canvas in screen.query(Canvas):
                canvas.ascii_only = message.wide

    def change_theme(self) -> str:
        """Draw with the next of the themes; its name."""
        self.looks = next_theme(self.looks)
        for screen in self.screen_stack:
            for canvas in screen.query(Canvas):
                canvas.use_theme(self.looks)
        return self.looks.name

    def draw_anew(self) -> None:
        """Send the whole screen again, whatever the terminal shows now."""
        if isinstance(self._driver, QuietDriver):
            self._driver.repaint()
        else:
            self.refresh(layout=True)

    def _fatal_error(self) -> None:
        self._exit_renderables.append(Text(crash_sentence(log_crash())))
        self._close_messages_no_wait()


def _collect_garbage_again() -> None:
    """End the pause in garbage collection that start-up began; what start-up made is never looked at again."""
    gc.freeze()
    gc.enable()


def run_desk(
    start: Start,
    worker: Worker,
    *,
    store: Path,
    panes: int | None = None,
    sources: Sequence[str] = (),
    closed: Sequence[str] = (),
    theme: str | None = None,
    first_screen: FirstScreen | None = None,
) -> DeskApp:
    """Run the desk until the editor leaves; returns the app, with its return code and the story it read.

    `sources` are what the story was opened from, `closed` the identities of articles to leave out of it.
    """
    settings = configure_desk()
    with Store(store, editor=settings.editor or login_name()) as claims:
        app = DeskApp(
            start,
            claims,
            worker,
            panes,
            settings,
            sources=sources,
            closed=closed,
            theme=theme,
            first_screen=first_screen,
        )
        app.run(mouse=False)
        # What was copied "to standard output" could only be printed once the screen was given back.
        for text in app.printed:
            print(text)
        return app
