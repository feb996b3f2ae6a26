"""What the panes and the lists over them have in common: the story they show, and prompts on it."""

from typing import ClassVar

from tui.desk.draw.words import counted
from tui.desk.lines import Line, fit
from tui.desk.prompts.prompting import Prompt
from tui.desk.screens.base import CanvasScreen
from tui.desk.story.story_view import StoryView


class StoryScreen(StoryView, CanvasScreen, inherit_bindings=False):
    """A view of the story on the desk."""

    view: ClassVar[str]

    def draw_prompt(self, prompt: Prompt, width: int, rows: int) -> tuple[list[Line], Line]:
        """What a prompt shows in so many rows of the drawer, and the status row it is answered in."""
        asked = prompt.drawer(width)
        right = f"{counted(self.claiming.count, 'claim')}   {self.claiming.store.editor}"
        return [*asked, *[fit((), width)] * (rows - len(asked))], prompt.status(right, width)
