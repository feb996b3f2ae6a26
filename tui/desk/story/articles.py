"""The articles on the desk: added, closed, and read again when their files change, without leaving."""

import os
from collections.abc import Sequence
from time import monotonic
from typing import Protocol

from tui.claims.versions import identity_of
from tui.desk.draw.words import counted
from tui.desk.keyboard.keys import key_for
from tui.desk.process.jobs import Answer, Failed, Loaded, Progress
from tui.desk.reading.carrying import carry
from tui.desk.reading.state import Reading
from tui.desk.record.deciding import Deciding
from tui.desk.shell import Front, show_progress
from tui.desk.story.comparing import Comparing
from tui.desk.story.watching import Watch
from tui.story.model import Article, Story

PROGRESS_SECONDS = 0.5


class Table(Protocol):
    """What the articles lie on."""

    @property
    def front(self) -> Front:
        """The screen that shows the story."""

    @property
    def reading(self) -> Reading:
        """What is read of it."""

    def use_story(self, story: Story) -> None:
        """Go on with the story as it is now."""

    @property
    def deciding(self) -> Deciding:
        """What was decided about their links."""

    @property
    def comparing(self) -> Comparing:
        """What compares them."""

    @property
    def files(self) -> Watch:
        """What watches their files."""

    def put_back(self) -> None:
        """Show the story as it was left when it was open before."""


class Articles:
    """What the panes show, and the texts the articles had before.

    `former` holds, by an article's identity, its text before the change seen last. `closed` are the identities
    of articles taken off the desk; `folders` are looked through for new files when the story is read again, `new` is
    how many there are that have not been read.
    """

    def __init__(self, desk: Table, folders: Sequence[str] = ()) -> None:
        self._desk = desk
        self.folders = tuple(folders)
        self.former: dict[str, str] = {}
        self.closed: list[str] = []
        self.new = 0
        self._job, self._began, self._asked = 0, 0.0, True
        self._arrived: Loaded | None = None
        self._new_read: frozenset[str] | None = None
        self._resuming = False

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._job != 0

    def add(self, sources: Sequence[str]) -> None:
        """Open more articles beside those on the desk."""
        story = self._desk.reading.story
        self._desk.front.shell.add_sources(sources)
        self._ask(self._desk.front.shell.worker.gather(story, story.articles, sources))

    def close(self, number: int) -> None:
        """Take an article off the desk; its file and the claims on it stay."""
        self.drop([self._desk.reading.story.articles[number].identity])

    def resume(self, closed: Sequence[str]) -> None:
        """Leave out what was closed in the session that is resumed, and put the rest back as it was left then."""
        self._resuming = True
        self.drop(closed)

    def drop(self, identities: Sequence[str]) -> None:
        """Take the articles of these identities off the desk, unless none would be left."""
        story = self._desk.reading.story
        kept = [article for article in story.articles if article.identity not in identities]
        if len(kept) < len(story.articles) and kept:
            self.closed += [identity for identity in identities if identity not in self.closed]
            self._ask(self._desk.front.shell.worker.gather(story, kept))

    def read_again(self, *, asked: bool = True) -> None:
        """Read all files again, and what is new in the folders the story came from.

        Where it was not `asked` for, nothing is said unless something changed, no new file is opened, and nothing is
        fetched from the web.
        """
        self._asked = asked
        # Told before the reading began, so it sees them; they are new until what was read is on the desk.
        told = self._desk.files.told if asked else None
        worker, story = self._desk.front.shell.worker, self._desk.reading.story
        self._ask(worker.read_again(story, self.folders if asked else (), self.closed, web=asked), told)

    def hear_of_new(self, count: int) -> None:
        """There are so many new files in the folders: say so, and leave it to the editor to open them."""
        self.new = count
        front = self._desk.front
        if front.in_front:
            front.redraw()
        elif count:
            front.tell(self.waiting)

    @property
    def waiting(self) -> str:
        """What is to be said of new files; "" where there are none."""
        adds = f"{key_for('compare.again')} adds {'it' if self.new == 1 else 'them'}"
        return f"{counted(self.new, 'new file')}: {adds}" if self.new else ""

    def cancel(self) -> bool:
        """Stop reading; whether anything was being read."""
        if not self._job:
            return False
        self._desk.front.shell.worker.stop()
        self._job = 0
        self._show_progress("")
        return True

    def take(self, answer: Answer) -> bool:
        """Hear from the worker; whether the answer was about reading articles."""
        if answer.number != self._job or not self._job:
            return False
        if isinstance(answer, Progress):
            if monotonic() - self._began > PROGRESS_SECONDS:
                self._show_progress(
                    f"reading, {counted(answer.done, 'article')} so far, {key_for('cancel', 'ctrl+c')} stops"
                )
            return True
        self._job = 0
        self._show_progress("")
        if isinstance(answer, Failed):
            self._desk.front.say(answer.sentence, error=True)
        elif isinstance(answer, Loaded):
            self._arrived = answer
            self.settle()
        return True

    def settle(self) -> None:
        """Show what has been read, unless something is being typed or selected on the story as it was."""
        if self._arrived is None or not self._desk.front.idle:
            return
        story, self._arrived = self._arrived.story, None
        if self._new_read is not None:
            self.new = self._desk.files.pass_over(self._new_read)
        before = self._desk.reading.story
        changed = self._remember(before, story)
        said = _sentence(before, story, changed)
        same = _same(before, story)
        open_now = {article.identity for article in story.articles}
        self.closed = [identity for identity in self.closed if identity not in open_now]
        if not same:
            stood = set(self._desk.deciding.lost)
            carry(self._desk.reading, story)
            self._desk.use_story(story)
            said = _lost(len(set(self._desk.deciding.lost) - stood)) + said
            if self._resuming:
                self._desk.put_back()
        elif self._asked:
            self._desk.comparing.begin()
        if self._asked or not same:
            self._desk.front.tell(said, error=bool(story.problems))
        self._asked, self._resuming = True, False

    def _show_progress(self, progress: str) -> None:
        front = self._desk.front
        show_progress(front, progress)
        if front.in_front:
            front.redraw()

    def _ask(self, job: int, new: frozenset[str] | None = None) -> None:
        """Wait for a job; `new` are the new files it reads, None where it does not look for any."""
        self._job, self._began, self._new_read = job, monotonic(), new

    def _remember(self, before: Story, after: Story) -> list[int]:
        """Keep the texts that were replaced; the numbers of the articles that changed."""
        texts = {article.identity: article for article in before.articles}
        changed = []
        for number, article in enumerate(after.articles):
            old = texts.get(article.identity)
            if old is not None and old.text != article.text:
                self.former[identity_of(article)] = old.text
                changed.append(number)
        return changed


def _same(before: Story, after: Story) -> bool:
    return _contents(before.articles) == _contents(after.articles)


def _contents(articles: Sequence[Article]) -> list[tuple[str, str, str]]:
    return [(article.identity, article.sha256, article.text) for article in articles]


def _called(source: str) -> str:
    """A source in a status row: what a file is called, without the folders it is in."""
    return source if "://" in source else os.path.basename(source) or source


def _lost(pins: int) -> str:
    """What is said first where pins find their words no more."""
    return f"{counted(pins, 'pin')} lost, {key_for('view.since')} tells; " if pins else ""


def _sentence(before: Story, after: Story, changed: Sequence[int]) -> str:
    if after.problems:
        more = f", and {len(after.problems) - 1} more" if len(after.problems) > 1 else ""
        return f"{_called(after.problems[0].source)}: {after.problems[0].message}{more}"
    came = len(after.articles) - len(before.articles)
    if came:
        total = counted(len(after.articles), "article")
        return f"{counted(abs(came), 'article')} {'added' if came > 0 else 'closed'}, {total} now"
    if changed:
        which = " ".join(str(number + 1) for number in changed)
        from_web = {after.articles[number].from_web for number in changed}
        where = "" if len(from_web) > 1 else " on the web" if from_web == {True} else " on disk"
        return f"changed{where}: {which}; {key_for('view.diff')} shows how"
    if after.notes:
        return f"{_called(after.notes[0].source)}: {after.notes[0].message}"
    return "the articles are as they were"
