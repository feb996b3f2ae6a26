"""A view as the handlers of its actions see it; the screens are such views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tui.desk.draw.status import Notice
    from tui.desk.keyboard.keys import Command, KeyReader
    from tui.desk.prompts.prompting import Prompt
    from tui.desk.reading.links import Place
    from tui.desk.reading.state import Reading
    from tui.desk.record.claiming import Claiming
    from tui.desk.shell import Shell
    from tui.desk.story.story_desk import StoryDesk
    from tui.desk.views.rows import ListPlace, Row


class View(Protocol):
    """The panes of a story, or a list over them."""

    notice: Notice

    @property
    def view(self) -> str:
        """Its name."""

    @property
    def shell(self) -> Shell:
        """The app around it."""

    @property
    def desk(self) -> StoryDesk:
        """The story it shows."""

    @property
    def reading(self) -> Reading:
        """What is read of the story."""

    @property
    def claiming(self) -> Claiming:
        """The claims on the story."""

    @property
    def subject(self) -> int:
        """The number of the article that is spoken of under the cursor."""

    def quote(self, place: Place) -> str:
        """The words of a passage."""

    def say(self, message: str, error: bool = False) -> None:
        """Put a message in the status row until the next key."""

    def ask(self, prompt: Prompt) -> None:
        """Open a prompt in the drawer and the status row."""

    def perform(self, command: Command) -> None:
        """Do what a key would ask for."""

    def leave(self) -> None:
        """Leave the view: a list for the panes, the panes for the shell."""


class ListView(View, Protocol):
    """A list over the panes; `room` is how many rows of it fit the screen."""

    rows: Sequence[Row[Any]]
    place: ListPlace
    keys: KeyReader
    room: int

    @property
    def item(self) -> Any:
        """What is under the cursor; None where the list is empty."""

    def open_item(self, item: Any) -> None:
        """Show an item in the panes."""

    def filter_by(self, wanted: str) -> None:
        """List only what holds these words."""


Handler = Callable[[View, int | None], None]
"""What an action does in a view, with the count typed before its key."""
