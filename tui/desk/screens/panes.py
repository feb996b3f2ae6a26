"""The panes: articles side by side, the drawer below them, and the prompts of tagging."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import events

from tui.claims import Store
from tui.desk.actions import BY_ID, PANES, SELECT, SINCE, TAG, actions_in
from tui.desk.articles import Articles
from tui.desk.claiming import Claiming
from tui.desk.configuring import told
from tui.desk.deciding import Deciding
from tui.desk.draw.drawer import draw_drawer
from tui.desk.draw.panes import draw_panes
from tui.desk.draw.selection import draw_selecting
from tui.desk.draw.status import Notice, draw_status
from tui.desk.draw.words import counted
from tui.desk.handlers import HANDLERS
from tui.desk.handlers.aligning import let_go
from tui.desk.handlers.piped import ask_piped
from tui.desk.handlers.selecting import SELECT_HANDLERS
from tui.desk.jobs import Answer, Compared, Failed, Progress, Surveyed
from tui.desk.judging import Judging
from tui.desk.keys import Command, KeyReader
from tui.desk.lines import Line, fit
from tui.desk.progress import Checking
from tui.desk.prompting import TextPrompt
from tui.desk.reading.folding import open_at
from tui.desk.reading.geometry import Geometry
from tui.desk.reading.linking import settle
from tui.desk.reading.links import Place
from tui.desk.reading.seen import note_seen
from tui.desk.reading.state import Reading, set_drawer, start_reading
from tui.desk.remembering import Remembering
from tui.desk.screens.base import CanvasScreen, too_small
from tui.desk.since import Since
from tui.desk.tagset import tag_set
from tui.desk.updates import Updates
from tui.desk.views.rows import ListPlace
from tui.desk.watching import Watch
from tui.settings import Settings
from tui.story.model import Story

if TYPE_CHECKING:
    from tui.desk.app import DeskApp
    from tui.desk.views.survey import Survey

POLL_SECONDS = 1.5
PROGRESS_SECONDS = 0.5
ON_ALL = ("undo", "redo", "select.words", "select.passages")
"""What is grouped with tagging, but not done to the passage under the cursor unseen."""

Places = tuple[int, tuple[int, ...], list[tuple[int, int]]]


class PanesScreen(CanvasScreen):
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
        self._select_keys = KeyReader(actions_in(SELECT))
        width, height = 80, 24
        self.reading: Reading = start_reading(story, Geometry(width, height, len(story.articles), panes))
        settings = settings or Settings()
        set_drawer(self.reading, settings.desk.drawer)
        self.reading.locked = settings.desk.lock
        self.claiming = Claiming(store, story, tag_set(settings))
        self.judging = Judging(self.claiming, self.reading)
        self.progress = Checking(self.claiming, self.judging, self.reading)
        self.deciding = Deciding(self.claiming, self.reading)
        self.since = Since(self.claiming)
        self.updates = Updates(self.claiming, self.reading)
        self._untouched = True
        self.survey: Survey | None = None
        self.list_places: dict[str, ListPlace] = {}
        self.articles = Articles(self, folders)
        self.remembering = Remembering(self)
        self.files = Watch(self._hear_of_change)
        self.copied: list[str] = []
        self._first_name = story.name
        self.claiming.watchers.append(self._take_name)
        self._take_name()
        self._job, self._began = 0, 0.0
        self._respected = self.deciding.decisions
        self.claiming.watchers.append(self._respect)
        self.notice = Notice(message=_opened(story) or told(settings))
        self._before_digits = self._places()

    @property
    def desk(self) -> "DeskApp":
        """The app this screen belongs to."""
        return cast("DeskApp", self.app)

    def on_mount(self) -> None:
        """Draw at once for the size there is, and start comparing; the text can be read meanwhile."""
        width, height = self.app.size
        self.reading.geometry = replace(self.reading.geometry, width=width, height=height)
        self.remembering.restore()
        self._fit(width, height)
        self.compare()
        self._watch_files()
        self.files.start()
        self.set_interval(POLL_SECONDS, self.look_for_others)
        if self.desk.closed:
            self.articles.resume(self.desk.closed)
        if ask_piped(self):
            self._untouched = False
            self.redraw()

    def on_unmount(self) -> None:
        """Look at the files no longer."""
        self.files.stop()

    @property
    def idle(self) -> bool:
        """Whether nothing is being typed or selected, so that the story may change underneath."""
        screens = (screen for screen in self.app.screen_stack if isinstance(screen, CanvasScreen))
        return self.reading.selection is None and all(screen.prompt is None for screen in screens)

    def use_story(self, story: Story) -> None:
        """Go on with the story as it is now: claims are re-anchored, all is compared anew."""
        self.survey, self._before_digits = None, self._places()
        self.claiming.story = story
        self.desk.story = story
        self.claiming.reload()
        self._watch_files()
        self.compare()
        self.desk.remember(self.articles.closed)
        if self.is_current:
            self.redraw()

    def _watch_files(self) -> None:
        self.files.use([article.path for article in self.reading.story.articles if article.path is not None])

    def _hear_of_change(self) -> None:
        # The desk may be closing by the time the watching thread tells it.
        with suppress(RuntimeError):
            self.app.call_from_thread(self._changed_on_disk)

    def _changed_on_disk(self) -> None:
        if not self.articles.busy:
            self.articles.read_again(asked=False)

    def _take_name(self) -> None:
        """Call the story what an editor called it last."""
        story = self.reading.story
        given = (mark["value"] for mark in self.claiming.store.marks(story.id) if mark["kind"] == "story")
        # A store that never knew another name has the id for one.
        names = (name for name in given if isinstance(name, str) and name not in ("", story.id))
        name = next(names, self._first_name)
        if name != story.name:
            self.reading.story = self.claiming.story = replace(story, name=name)

    def tell(self, message: str, error: bool = False) -> None:
        """Put a message in the status row of whichever view is open."""
        screen = self.app.screen
        shown = screen if isinstance(screen, CanvasScreen) else self
        shown.say(message, error)
        shown.redraw()

    def show_progress(self, progress: str) -> None:
        """Say in the status row what is under way."""
        self._comparing(progress)
        if self.is_current:
            self.redraw()

    def compare(self) -> None:
        """Have the story compared; `take` hears of it."""
        self._began = monotonic()
        self._respected = self.deciding.decisions
        self._job = self.desk.worker.compare(self.reading.story, self._respected.pins, self._respected.broken)

    def _respect(self) -> None:
        """Compare anew when someone pinned passages, broke a link, or said more of a source."""
        if self._job and self.deciding.decisions != self._respected:
            self.compare()

    def take(self, answer: Answer) -> None:
        """Hear from the worker; progress is shown on what takes longer than half a second."""
        if self.articles.take(answer) or answer.number != self._job:
            return
        if isinstance(answer, Compared) and self.deciding.heed(answer.comparison):
            self.compare()
        elif isinstance(answer, Compared):
            self.judging.use(answer.comparison)
            self._comparing("")
            if answer.notice:
                self.say(answer.notice, error=True)
        elif isinstance(answer, Surveyed):
            self.survey = answer.survey
            self.claiming.announce()
            self._tell_news()
        elif isinstance(answer, Failed):
            self._comparing("not compared")
            self.say(answer.sentence, error=True)
        elif isinstance(answer, Progress) and monotonic() - self._began > PROGRESS_SECONDS:
            self._comparing(f"comparing {answer.done} of {answer.total}, ctrl-c stops")
        if self.is_current:
            self.redraw()

    def _comparing(self, progress: str) -> None:
        self.notice = replace(self.notice, progress=progress)

    def _tell_news(self) -> None:
        """Show what changed since the editor left, or say that it did where keys are being typed already."""
        comparison = self.reading.index.comparison
        news = comparison is not None and self.since.use(comparison)
        self.updates.use(self.since.news)
        self.updates.renew()
        if self._untouched and self.is_current and (news or self.remembering.view != PANES):
            self.desk.open_view(SINCE if news else self.remembering.view)
        elif news and not self.notice.message:
            self.say("something changed since you left: D shows it")

    def look_for_others(self) -> None:
        """Show what other processes wrote to the store, and keep where the editor is by now."""
        if self.claiming.changed_elsewhere():
            self.redraw()
        self.articles.settle()
        self.remembering.save()

    def press(self, key: str) -> None:
        """Take one key; a story that was read meanwhile is shown once nothing is being typed."""
        super().press(key)
        self.articles.settle()

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
        reading = self.reading
        if reading.geometry.too_small:
            return too_small(width, height)
        note_seen(reading)
        notice = replace(self.notice, pending=self.keys.pending, read_only=self.read_only)
        editor = self.claiming.store.editor
        if self.prompt is None:
            drawer = draw_drawer(reading, self.claiming.by_place)
            status = self._draw_status(editor, notice)
        else:
            asked = self.prompt.drawer(width)
            drawer = [*asked, *[fit((), width)] * (reading.geometry.drawer_rows + 1 - len(asked))]
            status = self.prompt.status(f"{counted(self.claiming.count, 'claim')}   {editor}", width)
        self._place_terminal_cursor()
        panes = draw_panes(reading, self.claiming.by_place)
        return [*panes[: height - 1 - len(drawer)], *drawer, status]

    def _draw_status(self, editor: str, notice: Notice) -> Line:
        if self.reading.selection is None:
            digits = notice.pending
            if digits.isdecimal() and not notice.message:
                said = f"article {self.reading.focus + 1}; j k now count {digits}, Esc keeps it"
                notice = replace(notice, message=said)
            return draw_status(self.reading, editor, notice)
        pending = replace(notice, pending=self._select_keys.pending)
        return draw_selecting(self.reading, editor, pending, self.reading.geometry.width)

    def _place_terminal_cursor(self) -> None:
        reading = self.reading
        if isinstance(self.prompt, TextPrompt):
            self.put_cursor(self.prompt.column(reading.geometry.width), reading.geometry.height - 1)
            return
        slot = reading.shown.index(reading.focus)
        left = sum(reading.pane_widths[:slot]) + slot
        row = reading.layout(reading.focus).first[reading.pane.cursor] - reading.pane.top
        self.put_cursor(left, 1 + max(0, min(row, reading.geometry.text_rows - 1)))

    def read_key(self, key: str) -> Command | None:
        """What a key asks for; while something is selected, keys move its end or act on it."""
        self._untouched = False
        return (self.keys if self.reading.selection is None else self._select_keys).feed(key)

    def perform(self, command: Command) -> None:
        """Do what a key asked for; digits that went to an article are taken back when they were a count."""
        if self.reading.selection is not None:
            self._perform_on_selection(command)
            return
        if command.instead:
            self._restore(self._before_digits)
        elif command.action == "article.go":
            self._before_digits = self._places()
        if (
            BY_ID[command.action].group == TAG
            and command.action not in ON_ALL
            and open_at(self.reading, self.reading.place)
        ):
            settle(self.reading)
            self.say("the fold is open: say it again of the passage you mean")
            return
        HANDLERS[command.action](self, command.count)

    def _perform_on_selection(self, command: Command) -> None:
        handler = SELECT_HANDLERS.get(command.action)
        if handler is not None:
            handler(self, command.count)

    def quote(self, place: Place) -> str:
        """The words of a passage."""
        return self.reading.story.articles[place[0]].quote(place[1])

    def take_paste(self, text: str) -> None:
        """What is pasted onto the panes may be articles: the prompt shows them, Enter opens them."""
        from tui.desk.handlers.pasting import ask_paste

        ask_paste(self, text)

    def cancel(self) -> None:
        """Stop reading or comparing, if that is under way; pin nothing."""
        let_go(self)
        if self.articles.cancel() and self.reading.index.comparison is None:
            self.compare()
        elif self.reading.index.comparison is None and self._job:
            self.desk.worker.stop()
            self._job = 0
            self.notice = replace(self.notice, progress="not compared, R compares")

    def draw_anew(self) -> None:
        """Send the whole screen again."""
        self.desk.draw_anew()

    def leave(self) -> None:
        """Leave the desk, or go back to the list of stories; everything is in the store already."""
        self.since.leave()
        self.remembering.save()
        self.desk.leave_story()

    def _places(self) -> Places:
        reading = self.reading
        return reading.focus, reading.shown, [(pane.cursor, pane.top) for pane in reading.panes]

    def _restore(self, places: Places) -> None:
        self.reading.focus, self.reading.shown, panes = places
        for pane, (cursor, top) in zip(self.reading.panes, panes, strict=True):
            pane.cursor, pane.top = cursor, top


def _opened(story: Story) -> str:
    failed = len(story.problems)
    if not failed:
        return "; ".join(f"{note.source}: {note.message}" for note in story.notes[:1])
    first = story.problems[0]
    more = f", and {failed - 1} more" if failed > 1 else ""
    return f"not opened{more}: {first.source}: {first.message}"
