"""What the story is called: the name an editor gave it last, else the one it came with."""

from dataclasses import replace

from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming


class Calling:
    """Keeps the story on the desk under its latest name, whoever gave it."""

    def __init__(self, claiming: Claiming, reading: Reading) -> None:
        self._claiming = claiming
        self._reading = reading
        self._first_name = reading.story.name
        claiming.watchers.append(self._take_name)
        self._take_name()

    def _take_name(self) -> None:
        story = self._reading.story
        given = (mark["value"] for mark in self._claiming.store.marks(story.id) if mark["kind"] == "story")
        # A store that never knew another name has the id for one.
        names = (name for name in given if isinstance(name, str) and name not in ("", story.id))
        name = next(names, self._first_name)
        if name != story.name:
            self._reading.story = self._claiming.story = replace(story, name=name)
