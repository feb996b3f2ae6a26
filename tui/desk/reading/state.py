"""The reading place: which articles are on the screen, where the cursor is in each, what is in the drawer."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.compare.model import Comparison
from tui.desk.reading.geometry import Drawer, Geometry, text_width, widened
from tui.desk.reading.links import Counterpart, LinkIndex, Place
from tui.desk.reading.selection import Selection
from tui.desk.reading.wrap import Layout, wrap
from tui.story.model import Story

_LAYOUTS_KEPT = 1200
"""Enough for every article of a large story at two widths."""


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
    left to right and always in the `order` of all articles; articles keep their numbers wherever they stand.
    `extra` holds the cells by which an article's pane is wider than its share. `folded` are the passages that
    are not shown one by one; while they are `filtered` by words, `unfiltered` are those folded before.
    `seen` holds the passages of each article that have been on the screen there, `places` those with a letter.
    `sought` holds the words searched for. `wanted` holds the marks last looked for: a link of such a mark is
    preferred in the drawer. `chosen` is the number of a link picked by hand for the passage under the cursor.
    `trail` holds the places to go back to. `selection` is what is selected in an article, if anything.
    `checked` are the passages marked as checked, `updated` those that changed since last time;
    `left` says how much there is still to check.
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
    order: tuple[int, ...] = ()
    extra: dict[int, int] = field(default_factory=dict)
    folded: frozenset[Place] = frozenset()
    filtered: str = ""
    unfiltered: frozenset[Place] = frozenset()
    seen: list[set[int]] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    checked: frozenset[Place] = frozenset()
    updated: frozenset[Place] = frozenset()
    left: int | None = None
    _layouts: dict[tuple[int, int, bool, tuple[tuple[int, int], ...]], Layout] = field(default_factory=dict)
    _runs: tuple[frozenset[Place], dict[int, tuple[tuple[int, int], ...]]] | None = None

    def __post_init__(self) -> None:
        articles = len(self.story.articles)
        self.order = self.order or tuple(range(articles))
        self.seen = self.seen or [set() for _ in range(articles)]

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
        key = (article, self._text_width(article), self.geometry.spaced, self.runs(article))
        if key not in self._layouts:
            while len(self._layouts) > _LAYOUTS_KEPT:
                self._layouts.pop(next(iter(self._layouts)))
            self._layouts[key] = wrap(self.story.articles[article], *key[1:])
        return self._layouts[key]

    @property
    def pane_widths(self) -> tuple[int, ...]:
        """The width of each pane on the screen; a rule of one cell stands between two."""
        return widened(self.geometry.pane_widths, [self.extra.get(article, 0) for article in self._slots])

    def _text_width(self, article: int) -> int:
        """All panes wrap alike unless some were made wider; then each goes by its own width."""
        slots = self._slots
        if article in slots and any(self.extra.get(other) for other in slots):
            return text_width(self.pane_widths[slots.index(article)])
        return self.geometry.text_width

    @property
    def _slots(self) -> Sequence[int]:
        """The article of every pane; -1 where there is none yet."""
        return [*self.shown, *[-1] * self.geometry.panes][: self.geometry.panes]

    def position(self, article: int) -> int:
        """Where an article stands among all, counted from the left."""
        return self.order.index(article)

    def runs(self, article: int) -> tuple[tuple[int, int], ...]:
        """The folded passages of an article as runs, first and last of each."""
        if self._runs is None or self._runs[0] is not self.folded:
            self._runs = (self.folded, {})
        known = self._runs[1]
        if article not in known:
            numbers = sorted(number for owner, number in self.folded if owner == article) if self.folded else []
            known[article] = tuple(_joined(numbers))
        return known[article]

    def clear_layouts(self) -> None:
        """Forget how articles were wrapped, for another story."""
        self._layouts.clear()
        self._runs = None

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


def _joined(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as runs of neighbours, first and last of each."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def start_reading(story: Story, geometry: Geometry) -> Reading:
    """The state in which a story opens, before anything is compared."""
    return Reading(story, geometry, LinkIndex(story, None), [Pane() for _ in story.articles])


def use_comparison(
    reading: Reading,
    comparison: Comparison,
    hidden: frozenset[str] = frozenset(),
    apparent: frozenset[str] = frozenset(),
) -> None:
    """Take in what a comparison found; by their ids, findings are left out (`hidden`) or not counted (`apparent`)."""
    reading.index = LinkIndex(reading.story, comparison, hidden, apparent)


def set_drawer(reading: Reading, drawer: Drawer) -> None:
    """Give the drawer more or less room."""
    reading.geometry = replace(reading.geometry, drawer=drawer)
