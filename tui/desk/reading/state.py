"""The reading place: which articles are on the screen, where the cursor is in each, what is in the drawer."""

from dataclasses import dataclass, field, replace

from tui.compare.model import Comparison
from tui.desk.reading.geometry import Drawer, Geometry
from tui.desk.reading.links import Counterpart, LinkIndex, Place
from tui.desk.reading.selection import Selection
from tui.desk.reading.wrap import Layout, wrap
from tui.story.model import Story


@dataclass(slots=True)
class Pane:
    """The place in one article: the passage under the cursor and the first row shown.

    `top` may be negative or past the end: linked reading lines passages up even at an article's edges.
    """

    cursor: int = 0
    top: int = 0


@dataclass
class Reading:
    """All that the panes view shows, changed by the functions of `moving`, `jumping` and `linking`.

    `focus` is the index of the article with the cursor, `shown` those of the articles on the screen, from
    left to right and always in the order of the story.
    `sought` holds the words searched for. `wanted` holds the marks last looked for: a link of such a mark is
    preferred in the drawer. `chosen` is the number of a link picked by hand for the passage under the cursor.
    `trail` holds the places to go back to. `selection` is what is selected in an article, if anything.
    `checked` are the passages marked as checked, `left` says how much there is still to check.
    """

    story: Story
    geometry: Geometry
    index: LinkIndex
    panes: list[Pane] = field(default_factory=list)
    focus: int = 0
    shown: tuple[int, ...] = (0,)
    locked: bool = True
    wanted: str = ""
    sought: str = ""
    chosen: int | None = None
    trail: list[Place] = field(default_factory=list)
    selection: Selection | None = None
    checked: frozenset[Place] = frozenset()
    left: int | None = None
    _layouts: dict[tuple[int, int, bool], Layout] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """The article and passage under the cursor."""
        return self.focus, self.panes[self.focus].cursor

    @property
    def pane(self) -> Pane:
        """The pane with the cursor."""
        return self.panes[self.focus]

    @property
    def drawer(self) -> Drawer:
        """How much room the drawer takes."""
        return self.geometry.drawer

    def layout(self, article: int) -> Layout:
        """The rows of an article at the present width."""
        key = (article, self.geometry.text_width, self.geometry.spaced)
        if key not in self._layouts:
            self._layouts[key] = wrap(self.story.articles[article], *key[1:])
        return self._layouts[key]

    def counterparts(self) -> tuple[Counterpart, ...]:
        """The counterparts of the passage under the cursor, the one in the drawer first."""
        others = self.index.counterparts(self.place)
        return tuple(sorted(others, key=lambda other: (other.number != self.chosen, other.mark not in self.wanted)))

    @property
    def counterpart(self) -> Counterpart | None:
        """The counterpart in the drawer."""
        return next(iter(self.counterparts()), None)

    def beside(self, article: int) -> Counterpart | None:
        """What to read in another article beside the passage under the cursor."""
        current = self.counterpart
        if current is not None and current.far.article == article:
            return current
        return self.index.in_article(self.place, article)


def start_reading(story: Story, geometry: Geometry) -> Reading:
    """The state in which a story opens, before anything is compared."""
    return Reading(story, geometry, LinkIndex(story, None), [Pane() for _ in story.articles])


def use_comparison(reading: Reading, comparison: Comparison, hidden: frozenset[str] = frozenset()) -> None:
    """Take in what a comparison found; findings whose ids are `hidden` are left out."""
    reading.index = LinkIndex(reading.story, comparison, hidden)


def set_drawer(reading: Reading, drawer: Drawer) -> None:
    """Give the drawer more or less room."""
    reading.geometry = replace(reading.geometry, drawer=drawer)
