"""The desk without a screen: what keys do, on a story that nobody shows."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.surroundings import write_story
from tui.claims import Claim, Store
from tui.desk.draw.status import Notice
from tui.desk.handlers import HANDLERS
from tui.desk.keyboard.actions import PANES
from tui.desk.keyboard.keys import Command
from tui.desk.process.jobs import Surveyed
from tui.desk.process.worker import Worker
from tui.desk.prompts.prompting import LetterPrompt, Prompt
from tui.desk.story.story_desk import StoryDesk
from tui.desk.story.story_view import StoryView
from tui.settings import Settings
from tui.story import load
from tui.story.model import Story


class Reader(StoryView):
    """Someone who reads without seeing: the panes as handlers and the story's desk know them, and the app around."""

    view = showing = PANES
    idle = in_front = untouched = True

    def __init__(self, story: Story, store: Store, worker: Worker) -> None:
        self.story: Story | None = story
        self.worker = worker
        self.closed: tuple[str, ...] = ()
        self.printed: list[str] = []
        self.views: list[str] = []
        self.notice = Notice()
        self.prompt: Prompt | None = None
        self.desk = StoryDesk(story, store, self, Settings(), (), None)

    @property
    def shell(self) -> "Reader":
        return self

    def say(self, message: str, error: bool = False) -> None:
        self.notice = Notice(message=message, error=error)

    tell = say

    def ask(self, prompt: Prompt) -> None:
        self.prompt = prompt

    def perform(self, command: Command) -> None:
        HANDLERS[command.action](self, command.count)

    def open_view(self, view: str) -> None:
        self.views.append(view)

    def open_help(self, view: str) -> None:
        self.views.append(f"help {view}")

    def open_history(self, claim: Claim) -> None:
        self.views.append(f"history {claim.id}")

    def add_sources(self, sources: Sequence[str]) -> None:
        """Nothing resumes this desk."""

    def remember(self, closed: Sequence[str]) -> None:
        """Nothing resumes this desk."""

    def leave_story(self) -> None:
        self.views.append("left")

    def change_theme(self) -> str:
        return "none"

    def redraw(self) -> None:
        """Nothing is drawn."""

    draw_anew = action_suspend_process = redraw

    def send_to_clipboard(self, text: str) -> str:
        self.printed.append(text)
        return "sent"

    def edited(self, text: str, name: str = "note.txt") -> str:
        return text

    def call_from_thread(self, callback: Callable[[], None]) -> None:
        callback()

    def leave(self) -> None:
        self.desk.leave()
        self.leave_story()

    def hear(self) -> None:
        """Wait until the comparison that is under way is done."""
        while not isinstance(answer := self.worker.next_answer(60), Surveyed):
            assert answer is not None
            self.desk.take(answer)
        self.desk.take(answer)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """A reader of the ferry's two articles, compared, in a folder that exports may go to."""
    monkeypatch.chdir(tmp_path)
    story = load([str(write_story(tmp_path / "ferry"))])
    worker = Worker()
    try:
        with Store(tmp_path / "claims.db", editor="mk") as store:
            reader = Reader(story, store, worker)
            reader.desk.comparing.begin()
            reader.hear()
            yield reader
    finally:
        worker.stop()


def do(reader: Reader, *actions: str) -> None:
    for action in actions:
        reader.perform(Command(action))


def test_every_action_of_the_panes_works_without_a_screen(reader: Reader) -> None:
    for action in HANDLERS:
        if action in ("article.paste", "compare.again"):
            continue
        reader.perform(Command(action, 1))
        reader.prompt = reader.reading.selection = None
    assert {"findings", "help panes", "left"} <= set(reader.views)


def test_a_conflict_is_gone_to_tagged_and_taken_back(reader: Reader) -> None:
    do(reader, "conflict.next")
    assert "Eleven" in reader.quote(reader.reading.place)
    do(reader, "tag.prompt")
    assert isinstance(reader.prompt, LetterPrompt)
    reader.prompt.answer("n")
    assert reader.notice.message == "1:3 tagged number, saved"
    assert [claim.tags for claim in reader.claiming.store.claims()] == [("number",)]
    do(reader, "undo")
    assert reader.claiming.store.claims() == []


def test_a_broken_link_is_compared_anew_without_it(reader: Reader) -> None:
    do(reader, "conflict.next")
    before = len(reader.reading.index.counterparts(reader.reading.place))
    do(reader, "link.break")
    reader.hear()
    assert len(reader.reading.index.counterparts(reader.reading.place)) < before
