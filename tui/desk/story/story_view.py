"""What every view of the story on the desk knows of it, whether it is drawn or not."""

from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming
from tui.desk.story.story_desk import StoryDesk


class StoryView:
    """The story on the desk, as handlers ask for it."""

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
