"""Where an editor left a story: kept in a small file beside the store whenever it changed, and put back."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast, get_args

from tui.desk.actions import PANES, VIEWS
from tui.desk.reading.geometry import Drawer
from tui.desk.reading.keeping import Record, kept, restore
from tui.desk.session import recall_story, remember_story
from tui.desk.views.rows import ListPlace, Sorting

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen


class Remembering:
    """The session of one story; `view` is the view that was open when it was left."""

    def __init__(self, desk: "PanesScreen") -> None:
        self._desk = desk
        self._last: Record = {}
        self.view = PANES

    def restore(self) -> None:
        """Put the panes and the lists back as they were left, if the story was open before."""
        store = self._desk.claiming.store
        record = recall_story(store.path, store.editor, self._desk.reading.story.id)
        if not record:
            return
        restore(self._desk.reading, record)
        self.view = record["view"] if record.get("view") in VIEWS else PANES
        lists = record.get("lists")
        for view, entry in lists.items() if isinstance(lists, dict) else ():
            if view in VIEWS and isinstance(entry, dict):
                self._desk.list_places[view] = _list_place(entry)

    def save(self) -> None:
        """Keep how things stand, where that is not known already."""
        desk = self._desk
        view = getattr(desk.app.screen, "view", PANES)
        lists = {name: asdict(place) for name, place in desk.list_places.items()}
        record = {**kept(desk.reading), "view": view if view in VIEWS else PANES, "lists": lists}
        if record != self._last:
            self._last = record
            remember_story(desk.claiming.store.path, desk.claiming.store.editor, desk.reading.story.id, record)


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
