"""What the parts of the desk ask of what is around them: of the app, and of the screen that shows a story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.claims import Claim
    from tui.desk.draw.status import Notice
    from tui.desk.process.worker import Worker
    from tui.story.model import Story


class Shell(Protocol):
    """The app: the worker, the other views, and the terminal.

    `story` is the story that is open, `closed` are the identities of articles to leave out of one that is resumed,
    `printed` is what goes to standard output when the desk is left.
    """

    story: Story | None
    closed: tuple[str, ...]
    printed: list[str]

    @property
    def worker(self) -> Worker:
        """What reads and compares."""

    @property
    def read_only(self) -> bool:
        """Whether the store cannot be written."""

    def open_view(self, view: str) -> None:
        """Show a view of the story in place of the one that is open."""

    def open_help(self, view: str) -> None:
        """Show the help of a view."""

    def open_history(self, claim: Claim) -> None:
        """Show the history of a claim."""

    def add_sources(self, sources: Sequence[str]) -> None:
        """Open these too when this story is resumed."""

    def remember(self, closed: Sequence[str]) -> None:
        """Keep what is open now for a desk that resumes it."""

    def leave_story(self) -> None:
        """Back to the list of stories, or out of the desk."""

    def change_theme(self) -> str:
        """Draw with the next of the themes; its name."""

    def draw_anew(self) -> None:
        """Send the whole screen again."""

    def send_to_clipboard(self, text: str) -> str:
        """Send text to the terminal's clipboard; the sentence that says so."""

    def edited(self, text: str, name: str = ...) -> str:
        """The text as it is after editing in the editor's own program; raises `OutsideError`."""

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell for a while."""

    def call_from_thread(self, callback: Callable[[], None]) -> object:
        """Call something where keys are answered; RuntimeError once the app is closing."""


class Front(Protocol):
    """The screen that shows a story in panes, below whichever view lies over it.

    `idle` says that nothing is being typed or selected, so that the story may change underneath; `untouched` that
    no key has been pressed yet; `showing` which view is open.
    """

    notice: Notice

    @property
    def shell(self) -> Shell:
        """The app around it."""

    @property
    def in_front(self) -> bool:
        """Whether no view lies over it."""

    @property
    def idle(self) -> bool:
        """Whether the story may change underneath."""

    @property
    def untouched(self) -> bool:
        """Whether no key has been pressed yet."""

    @property
    def showing(self) -> str:
        """The view that is open."""

    def say(self, message: str, error: bool = False) -> None:
        """Put a message in the status row of the panes."""

    def tell(self, message: str, error: bool = False) -> None:
        """Put a message in the status row of whichever view is open."""

    def redraw(self) -> None:
        """Draw the present state."""


def show_progress(front: Front, progress: str) -> None:
    """Have the status row of the panes say what is under way; "" for nothing."""
    front.notice = replace(front.notice, progress=progress)
