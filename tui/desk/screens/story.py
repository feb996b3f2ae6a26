"""What the panes and the lists over them have in common: the story they show, and prompts on it."""

from typing import ClassVar

from tui.desk.draw.words import counted
from tui.desk.lines import Line, fit
from tui.desk.prompts.prompting import Prompt
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming
from tui.desk.screens.base import CanvasScreen
from tui.desk.story.story_desk import StoryDesk


class StoryScreen(CanvasScreen, inherit_bindings=False):
    """A view of the story on the desk."""

    view: ClassVar[str]
    desk: StoryDesk

    @property
    def reading(self) -> Reading:
        """What is read of the story."""
        return self.desk.reading

    @property
    def claiming(self) -> Claiming:
        """The claims on the story."""
        return self.desk.claiming

    @property
    def subject(self) -> int:
        """The article that is spoken of under the cursor: the one with the cursor of the panes."""
        return self.reading.focus

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return not self.claiming.writable

    def quote(self, place: Place) -> str:
        """The words of a passage."""
        return self.desk.quote(place)

    def draw_prompt(self, prompt: Prompt, width: int, rows: int) -> tuple[list[Line], Line]:
        """What a prompt shows in so many rows of the drawer, and the status row it is answered in."""
        asked = prompt.drawer(width)
        right = f"{counted(self.claiming.count, 'claim')}   {self.claiming.store.editor}"
        return [*asked, *[fit((), width)] * (rows - len(asked))], prompt.status(right, width)
