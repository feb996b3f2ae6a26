"""Where an editor left a story: kept in a small file beside the store whenever it changed, and put back."""

from dataclasses import asdict
from typing import Any, cast, get_args

from tui.desk.keyboard.actions import PANES, VIEWS
from tui.desk.reading.geometry import Drawer
from tui.desk.reading.keeping import Record, kept, restore
from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming
from tui.desk.session import recall_story, remember_story
from tui.desk.shell import Front
from tui.desk.views.rows import ListPlace, Sorting


class Remembering:
    """The session of one story; `view` is the view that was open when it was left."""

    def __init__(self, front: Front, claiming: Claiming, reading: Reading, list_places: dict[str, ListPlace]) -> None:
        self._front = front
        self._store = claiming.store
        self._reading = reading
        self._list_places = list_places
        self._last: Record = {}
        self.view = PANES

    def restore(self) -> None:
        """Put the panes and the lists back as they were left, if the story was open before."""
        record = recall_story(self._store.path, self._store.editor, self._reading.story.id)
        if not record:
            return
        restore(self._reading, record)
        self.view = record["view"] if record.get("view") in VIEWS else PANES
        lists = record.get("lists")
        for view, entry in lists.items() if isinstance(lists, dict) else ():
            if view in VIEWS and isinstance(entry, dict):
                self._list_places[view] = _list_place(entry)

    def save(self) -> None:
        """Keep how things stand, where that is not known already."""
        view = self._front.showing
        lists = {name: asdict(place) for name, place in self._list_places.items()}
        record = {**kept(self._reading), "view": view if view in VIEWS else PANES, "lists": lists}
        if record != self._last:
            self._last = record
            remember_story(self._store.path, self._store.editor, self._reading.story.id, record)


def _list_place(entry: dict[str, Any]) -> ListPlace:
    """A place in a list, as far as the entry is what such a place is made of; its filter ends with the session."""
    names = ("column",) if entry.get("wanted") else ("cursor", "top", "column")
    numbers = {name: entry[name] for name in names if isinstance(entry.get(name), int) and entry[name] >= 0}
    place = ListPlace(**numbers)
    if entry.get("drawer") in get_args(Drawer):
        place.drawer = cast(Drawer, entry["drawer"])
    if entry.get("sorting") in get_args(Sorting):
        place.sorting = cast(Sorting, entry["sorting"])
    return place
