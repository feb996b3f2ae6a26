"""What all list views have in common: rows and a cursor, a drawer of details, hints and a status row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from tui.desk.draw.drawer import rule
from tui.desk.draw.listing import HINTS_FROM, details_rows, draw_rows, hints, list_status
from tui.desk.handlers.lists import HANDLERS
from tui.desk.keyboard.actions import actions_in
from tui.desk.keyboard.keys import Command, key_for
from tui.desk.lines import Line, Span, fit, one_line, shorten
from tui.desk.reading import jumping
from tui.desk.reading.geometry import MIN_HEIGHT, MIN_WIDTH
from tui.desk.reading.links import Place
from tui.desk.screens.base import too_small
from tui.desk.screens.story import StoryScreen
from tui.desk.story.story_desk import StoryDesk
from tui.desk.views.rows import ListPlace, Row, filtered, item_rows, position, reveal, selected

Item = TypeVar("Item")


class ListScreen(StoryScreen, Generic[Item], inherit_bindings=False):
    """A list over the panes of a story; subclasses say what it lists, and how that is drawn."""

    handlers: ClassVar[Mapping[str, Callable[[Any, int | None], None]]] = HANDLERS
    nothing: ClassVar[str] = "nothing to list"
    """What is said in place of an empty list."""

    def __init__(self, desk: StoryDesk) -> None:
        super().__init__(actions_in(self.view))
        self.desk = desk
        self.place = desk.list_places.setdefault(self.view, ListPlace())
        self.rows: Sequence[Row[Item]] = ()
        self.room = 1
        self.every = 0
        self.read_rows()

    def list_rows(self) -> Sequence[Row[Item]]:
        """The rows of the list, from the present state of the desk."""
        raise NotImplementedError

    def text_of(self, item: Item) -> str:
        """What the filter looks through."""
        raise NotImplementedError

    def draw_head(self, width: int) -> Sequence[Line]:
        """The lines above the list."""
        raise NotImplementedError

    def draw_item(self, item: Item, width: int) -> Sequence[Span]:
        """The row of an item, without its first cell."""
        raise NotImplementedError

    def draw_details(self, item: Item, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """The title and the rows of the drawer for the item under the cursor."""
        raise NotImplementedError

    def draw_state(self) -> Sequence[Span]:
        """What the status row says when there is no message: which item of how many."""
        number, total = position(self.rows, self.place)
        wanted = shorten(one_line(self.place.wanted), 20)
        filtered = f" with “{wanted}”, {self.every} in all" if wanted else ""
        return (Span(f"{number} of {total}{filtered}", "dim"),) if total else ()

    def open_item(self, item: Item) -> None:
        """Show an item in the panes."""
        raise NotImplementedError

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None where the list is empty."""
        return selected(self.rows, self.place)

    def on_mount(self) -> None:
        """Follow what is found and what is written to the store."""
        self.claiming.watchers.append(self._renew)

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self.claiming.watchers.remove(self._renew)

    def _renew(self) -> None:
        self.read_rows()
        if self.is_current:
            self.redraw()

    def read_rows(self) -> None:
        """Make the rows anew; there are none before the comparison is done."""
        rows = self.list_rows() if self.reading.index.comparison is not None else ()
        self.every = len(item_rows(rows))
        self.rows = filtered(rows, self.text_of, self.place.wanted)

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Head, rows, drawer with hints, and status row; one line where there is no room for them."""
        if width < MIN_WIDTH or height < MIN_HEIGHT:
            return too_small(width, height)
        head = list(self.draw_head(width))
        drawer = self._draw_drawer(width, height)
        self.room = height - len(head) - len(drawer) - 1
        reveal(self.rows, self.place, self.room)
        body = draw_rows(self.rows, self.place, self.room, width, lambda item: self.draw_item(item, width))
        if not self.rows:
            body[0] = fit((Span(f"   {self._empty()}"),), width)
        else:
            self.put_cursor(0, len(head) + self.place.cursor - self.place.top)
        return [*head, *body, *drawer, self._draw_status(width)]

    def _empty(self) -> str:
        if self.reading.index.comparison is None or self.desk.comparing.survey is None:
            return self.desk.front.notice.progress or "not compared yet"
        if not self.place.wanted:
            return self.nothing
        return f"0 of {self.every} with “{one_line(self.place.wanted)}”: {key_for('list.filter')} changes the filter"

    def _draw_drawer(self, width: int, height: int) -> list[Line]:
        rows = details_rows(height, self.place.drawer)
        below = [hints(self.view, width)] if height >= HINTS_FROM else []
        if self.prompt is not None:
            return self.draw_prompt(self.prompt, width, rows + 1 + len(below))[0]
        item = self.item
        if not rows or item is None:
            return below
        title, lines = self.draw_details(item, width, rows)
        body = [fit(line, width) for line in [*lines, *[()] * rows][:rows]]
        return [rule(title, width), *body, *below]

    def _draw_status(self, width: int) -> Line:
        editor = self.claiming.store.editor
        if self.prompt is not None:
            return self.draw_prompt(self.prompt, width, 0)[1]
        return list_status(self.view.upper(), self.draw_state(), self.told(self.keys), editor, width)

    def perform(self, command: Command) -> None:
        """Do what a key asked for; digits go to no article here, they are a count or nothing."""
        handler = self.handlers.get(command.action)
        if handler is not None:
            handler(self, command.count)

    def filter_by(self, wanted: str) -> None:
        """List only what holds these words; all again for none."""
        self.place.wanted, self.place.cursor, self.place.top = wanted.strip(), 0, 0
        self.read_rows()

    def show_in_panes(self, place: Place, link: int | None = None, also: Sequence[Place] = ()) -> None:
        """Go to a place in the panes, with link number `link` in the drawer and `also` beside it."""
        reading = self.reading
        for other in also:
            reading.panes[other[0]].cursor = other[1]
        jumping.go_to(reading, place, chosen=link)
        self.leave()

    def leave(self) -> None:
        """Back to the panes."""
        self.app.pop_screen()
        self.desk.front.redraw()
