"""One story on the desk: what is read of it, what was said of it, and what is under way; it knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from tui.claims import Store
from tui.desk.keyboard.actions import DIFF, MATRIX, PANES, SINCE
from tui.desk.keyboard.keys import key_for
from tui.desk.keyboard.tagset import tag_set
from tui.desk.process.jobs import Answer
from tui.desk.reading.carrying import articles_now
from tui.desk.reading.geometry import Geometry
from tui.desk.reading.links import Place
from tui.desk.reading.standing import standing
from tui.desk.reading.state import Reading, set_drawer, start_reading
from tui.desk.record.calling import Calling
from tui.desk.record.checking import Checking
from tui.desk.record.claiming import Claiming
from tui.desk.record.deciding import Deciding
from tui.desk.record.judging import Judging
from tui.desk.record.since import Since
from tui.desk.shell import Front
from tui.desk.story.articles import Articles
from tui.desk.story.comparing import Comparing
from tui.desk.story.remembering import Remembering
from tui.desk.story.updates import Updates
from tui.desk.story.watching import Watch
from tui.desk.views.rows import ListPlace
from tui.settings import Settings
from tui.story.model import Story


class StoryDesk:
    """The parts that keep a story, put together; screens draw them, handlers change them.

    `front` is the screen that shows the story. `list_places` holds the place in each list view, `copied` what was
    sent to the clipboard, `drafts` what was typed in prompts that were left, `before_digits` where the reader
    stood before digits that may be a count.
    """

    def __init__(
        self, story: Story, store: Store, front: Front, settings: Settings, folders: Sequence[str], panes: int | None
    ) -> None:
        self.front = front
        self.reading: Reading = start_reading(story, Geometry(80, 24, len(story.articles), panes))
        set_drawer(self.reading, settings.desk.drawer)
        self.reading.locked = settings.desk.lock
        self.claiming = Claiming(store, story, tag_set(settings))
        self.judging = Judging(self.claiming, self.reading)
        self.checking = Checking(self.claiming, self.judging, self.reading)
        self.deciding = Deciding(self.claiming, self.reading)
        self.since = Since(self.claiming)
        self.updates = Updates(self.claiming, self.reading)
        self.calling = Calling(self.claiming, self.reading)
        self.comparing = Comparing(front, self.claiming, self.deciding, self.judging, self._tell_news)
        self.articles = Articles(self, folders)
        self.list_places: dict[str, ListPlace] = {}
        self.remembering = Remembering(front, self.claiming, self.reading, self.list_places)
        self.files = Watch(self._hear_of_change, self._hear_of_new)
        self.copied: list[str] = []
        self.drafts: dict[tuple[str, ...], str] = {}
        self.before_digits = standing(self.reading)

    def open(self) -> None:
        """Begin to compare, and to look at the files; the text can be read meanwhile."""
        self.comparing.begin()
        self._watch_files()
        self.files.use_folders(self.articles.folders)
        self.files.start()
        if self.front.shell.closed:
            self.articles.resume(self.front.shell.closed)

    def leave(self) -> None:
        """Keep where the editor is, and what was seen."""
        self.since.leave()
        self.remembering.save()

    def quote(self, place: Place) -> str:
        """The words of a passage."""
        return self.reading.story.articles[place[0]].quote(place[1])

    def use_story(self, story: Story) -> None:
        """Go on with the story as it is now: claims are re-anchored, all is compared anew."""
        self.comparing.survey, self.before_digits = None, standing(self.reading)
        # The numbers of the former story would lead to other passages, or to none.
        self.deciding.pinning = None
        self.since.carry(story)
        self._carry_columns(story)
        self.claiming.story = self.front.shell.story = story
        self.claiming.reload()
        self._watch_files()
        self.comparing.begin()
        self.front.shell.remember(self.articles.closed)
        if self.front.in_front:
            self.front.redraw()

    def put_back(self) -> None:
        """Show the story as it was left when it was open before."""
        self.remembering.restore()
        self.front.redraw()

    def take(self, answer: Answer) -> None:
        """Hear from the worker."""
        if not self.articles.take(answer):
            self.comparing.take(answer)

    def cancel(self) -> bool:
        """Stop reading or comparing, if that is under way; whether it was."""
        stopped, compared = self.articles.cancel(), self.reading.index.comparison is not None
        if stopped and not compared:
            self.comparing.begin()
        elif not compared:
            return self.comparing.stop() or stopped
        return stopped

    def look_for_others(self) -> None:
        """Show what other processes wrote to the store, and keep where the editor is by now."""
        if self.claiming.changed_elsewhere():
            self.front.redraw()
        self.comparing.tell_waiting()
        self.articles.settle()
        self.remembering.save()

    def changed_on_disk(self) -> None:
        """Read the files again, unless something is being read already."""
        if not self.articles.busy:
            self.articles.read_again(asked=False)

    def _carry_columns(self, story: Story) -> None:
        """Have the views that are about one article stay with it; where it was closed, with the one being read."""
        came = articles_now(self.claiming.story, story)
        for view in (DIFF, MATRIX):
            place = self.list_places.get(view)
            if place is not None and place.column not in came:
                place.column, place.cursor, place.top = self.reading.focus, 0, 0
            elif place is not None:
                place.column = came[place.column]

    def _watch_files(self) -> None:
        self.files.use([article.path for article in self.reading.story.articles if article.path is not None])

    def _hear_of_new(self, _: frozenset[str]) -> None:
        # Counted when it is heard: some may have been read since they were told.
        with suppress(RuntimeError):
            self.front.shell.call_from_thread(lambda: self.articles.hear_of_new(len(self.files.told)))

    def _hear_of_change(self) -> None:
        # The desk may be closing by the time the watching thread tells it.
        with suppress(RuntimeError):
            self.front.shell.call_from_thread(self.changed_on_disk)

    def _tell_news(self) -> None:
        """Show what changed since the editor left, or say that it did where keys are being typed already."""
        comparison = self.reading.index.comparison
        news = comparison is not None and self.since.use(comparison)
        self.updates.use(self.since.news)
        self.updates.renew()
        view = SINCE if news else self.remembering.view
        if self.front.untouched and self.front.in_front and view != PANES:
            self.front.shell.open_view(view)
        elif news and not (self.since.shown or self.front.showing == SINCE or self.front.notice.message):
            self.front.say(f"something changed since you left: {key_for('view.since')} shows it")
