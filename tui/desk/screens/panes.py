"""The panes: articles side by side, the drawer below them, and the prompts of tagging."""

from collections.abc import Sequence
from dataclasses import replace

from textual import events

from tui.claims import Store
from tui.desk.configuring import told
from tui.desk.draw.drawer import draw_drawer
from tui.desk.draw.panes import cursor_cell, draw_panes
from tui.desk.draw.selection import draw_selecting
from tui.desk.draw.status import draw_status
from tui.desk.draw.words import address
from tui.desk.handlers import HANDLERS
from tui.desk.handlers.piped import ask_piped
from tui.desk.handlers.selecting import SELECT_HANDLERS
from tui.desk.keyboard.actions import BY_ID, PANES, SELECT, TAG, actions_in
from tui.desk.keyboard.keys import Command, KeyReader, key_for
from tui.desk.lines import Line
from tui.desk.prompts.prompting import TextPrompt
from tui.desk.reading.folding import open_at
from tui.desk.reading.linking import settle
from tui.desk.reading.seen import note_seen
from tui.desk.reading.standing import stand, standing
from tui.desk.screens.base import CanvasScreen, too_small
from tui.desk.screens.story import StoryScreen
from tui.desk.story.story_desk import StoryDesk
from tui.settings import Settings
from tui.story.model import Story

POLL_SECONDS = 1.5
ON_ALL = ("undo", "redo", "select.words", "select.passages")
"""What is grouped with tagging, but not done to the passage under the cursor unseen."""


class PanesScreen(StoryScreen):
    """The view in which articles are read and tagged."""

    view = PANES

    def __init__(
        self,
        story: Story,
        store: Store,
        panes: int | None,
        settings: Settings | None = None,
        folders: Sequence[str] = (),
    ) -> None:
        super().__init__(actions_in(PANES))
        settings = settings or Settings()
        self.desk = StoryDesk(story, store, self, settings, folders, panes)
        self.untouched = True
        self.say(_opened(story) or told(settings))
        self._select_keys = KeyReader(actions_in(SELECT))

    def on_mount(self) -> None:
        """Draw at once for the size there is, and start comparing."""
        width, height = self.app.size
        self.reading.geometry = replace(self.reading.geometry, width=width, height=height)
        self.desk.remembering.restore()
        self._fit(width, height)
        self.desk.open()
        self.set_interval(POLL_SECONDS, self.desk.look_for_others)
        if ask_piped(self):
            self.untouched = False
            self.redraw()

    def on_unmount(self) -> None:
        """Look at the files no longer."""
        self.desk.files.stop()

    @property
    def idle(self) -> bool:
        """Whether nothing is being typed or selected, so that the story may change underneath."""
        screens = (screen for screen in self.app.screen_stack if isinstance(screen, CanvasScreen))
        return self.reading.selection is None and all(screen.prompt is None for screen in screens)

    @property
    def showing(self) -> str:
        """The view that is open over the panes, else the panes."""
        return str(getattr(self.app.screen, "view", PANES))

    def tell(self, message: str, error: bool = False) -> None:
        """Put a message in the status row of whichever view is open."""
        screen = self.app.screen
        shown = screen if isinstance(screen, CanvasScreen) else self
        shown.say(message, error)
        shown.redraw()

    def press(self, key: str) -> None:
        """Take one key; a story that was read meanwhile is shown once nothing is being typed."""
        super().press(key)
        self.desk.articles.settle()

    def on_resize(self, event: events.Resize) -> None:
        """Share out the new size; what was under the cursor stays in view."""
        self._fit(*event.size)

    def _fit(self, width: int, height: int) -> None:
        self.reading.geometry = replace(self.reading.geometry, width=width, height=height)
        if not self.reading.geometry.too_small:
            settle(self.reading)
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Panes, drawer and status row; or one line where there is no room for them."""
        reading, claims = self.reading, self.claiming.by_place
        if reading.geometry.too_small:
            return too_small(width, height)
        note_seen(reading)
        if self.prompt is None:
            drawer, status = draw_drawer(reading, claims), self._draw_status()
        else:
            drawer, status = self.draw_prompt(self.prompt, width, reading.geometry.drawer_rows + 1)
        if isinstance(self.prompt, TextPrompt):
            self.put_cursor(self.prompt.column(width), height - 1)
        else:
            self.put_cursor(*cursor_cell(reading))
        panes = draw_panes(reading, claims, self.claiming.to_recheck)
        return [*panes[: height - 1 - len(drawer)], *drawer, status]

    def _draw_status(self) -> Line:
        editor, reading = self.claiming.store.editor, self.reading
        pinning = self.desk.deciding.pinning
        waiting = f"pin {address(pinning)} to …" if pinning is not None else self.desk.articles.waiting
        notice = replace(self.told(self._reader), waiting=waiting)
        if reading.selection is not None:
            return draw_selecting(reading, editor, notice, reading.geometry.width)
        if (pending := notice.pending).isdecimal() and not notice.message:
            moves = f"{key_for('passage.next')} {key_for('passage.previous')}"
            said = f"article {reading.focus + 1}; {moves} now count {pending}, {key_for('cancel')} keeps it"
            notice = replace(notice, message=said)
        return draw_status(reading, editor, notice)

    @property
    def _reader(self) -> KeyReader:
        """What reads keys; while something is selected, they move its end or act on it."""
        return self.keys if self.reading.selection is None else self._select_keys

    def read_key(self, key: str) -> Command | None:
        """What a key asks for."""
        self.untouched = False
        return self.feed(self._reader, key)

    def perform(self, command: Command) -> None:
        """Do what a key asked for; digits that went to an article are taken back when they were a count."""
        if self.reading.selection is not None:
            handler = SELECT_HANDLERS.get(command.action)
            if handler is not None:
                handler(self, command.count)
            return
        went = self.reading.focus
        if command.instead:
            stand(self.reading, self.desk.before_digits)
        elif command.action == "article.go":
            self.desk.before_digits = standing(self.reading)
        if (
            BY_ID[command.action].group == TAG
            and command.action not in ON_ALL
            and open_at(self.reading, self.reading.place)
        ):
            settle(self.reading)
            self.say("the fold is open: say it again of the passage you mean")
            return
        here = self.reading.focus
        HANDLERS[command.action](self, command.count)
        if BY_ID[command.action].motion and went != here and not self.notice.message:
            # Whoever read on in the article of that number is back where they came from: that must not go unsaid.
            keep = f"{command.count} {key_for('cancel')}"
            self.say(f"{command.count} was a count, from article {here + 1}; {keep} goes to article {went + 1}")

    def take_paste(self, text: str) -> None:
        """What is pasted onto the panes may be articles: the prompt shows them, Enter opens them."""
        from tui.desk.handlers.pasting import ask_paste

        ask_paste(self, text)

    def leave(self) -> None:
        """Leave the desk, or go back to the list of stories; everything is in the store already."""
        self.desk.leave()
        self.shell.leave_story()


def _opened(story: Story) -> str:
    failed = len(story.problems)
    if not failed:
        return "; ".join(f"{note.source}: {note.message}" for note in story.notes[:1])
    first = story.problems[0]
    more = f", and {failed - 1} more" if failed > 1 else ""
    return f"not opened{more}: {first.source}: {first.message}"
