"""Links looked up from a passage: its counterparts in other articles, and its marks."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.compare.model import Comparison, Link, Nearest, Side
from tui.desk.reading.grouping import grouped
from tui.desk.reading.marks import ALONE, LOUD, ORDER, mark_of, sort_marks
from tui.story.model import Story

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A link seen from one of its sides: `near` is here, `far` is there; `number` indexes the links."""

    number: int
    link: Link
    near: Side
    far: Side

    @property
    def mark(self) -> str:
        """The mark of the link."""
        return mark_of(self.link)


@dataclass(frozen=True, eq=False)
class LinkIndex:
    """The links of a comparison by place, a place being an article's index and a passage's index.

    `hidden` holds the ids of findings that the editor ignores, `apparent` those of findings that were judged to
    contradict in appearance only: they are still shown, and counted no more.
    """

    story: Story
    comparison: Comparison | None
    hidden: Collection[str] = frozenset()
    apparent: Collection[str] = frozenset()

    @cached_property
    def _by_place(self) -> Mapping[Place, tuple[Counterpart, ...]]:
        found: defaultdict[Place, list[Counterpart]] = defaultdict(list)
        for number, link in enumerate(self.comparison.links if self.comparison else ()):
            if link.id in self.hidden or not mark_of(link):
                continue
            for near, far in ((link.a, link.b), (link.b, link.a)):
                for passage in range(near.first, near.last + 1):
                    found[near.article, passage].append(Counterpart(number, link, near, far))
        return {place: tuple(sorted(some, key=_worst_first)) for place, some in found.items()}

    @cached_property
    def marks(self) -> Mapping[Place, str]:
        """The marks of every place that has any, worst first.

        What another article contradicts is not alone, although no other repeats it.
        """
        marks = {place: sort_marks(counterpart.mark for counterpart in some) for place, some in self._by_place.items()}
        for source in self.comparison.sources if self.comparison else ():
            for passage in source.alone[: source.checkable]:
                place = (source.article, passage)
                if LOUD.isdisjoint(marks.get(place, "")):
                    marks[place] = marks.get(place, "") + ALONE
        return marks

    def counterparts(self, place: Place) -> tuple[Counterpart, ...]:
        """The counterparts of a passage: conflicts first, then by how sure the link is."""
        return self._by_place.get(place, ())

    def nearest(self, place: Place) -> Nearest | None:
        """Where a passage without a counterpart may be told for all that, None where nothing is likely enough."""
        return None if self.counterparts(place) else self._nearest.get(place)

    @cached_property
    def _nearest(self) -> Mapping[Place, Nearest]:
        return {one.passage: one for one in (self.comparison.nearest if self.comparison else ())}

    def in_article(self, place: Place, article: int) -> Counterpart | None:
        """What to read beside a passage in another article: what says the same, else a conflict."""
        there = [other for other in self.counterparts(place) if other.far.article == article]
        return max(there, key=_best_to_read, default=None)

    def facing(self, other: Counterpart, passage: int) -> int:
        """The passage on the far side of a link that stands against `passage` on the near side, by evidence.

        The first of the run where no evidence tells.
        """
        near, far = (self.story.articles[side.article].passages for side in (other.near, other.far))
        here = near[passage]
        shared: Counter[int] = Counter()
        for evidence in other.link.evidence:
            one, two = (evidence.a, evidence.b) if other.near == other.link.a else (evidence.b, evidence.a)
            if one[0] < here.end and here.start < one[1]:
                for number in range(other.far.first, other.far.last + 1):
                    shared[number] += max(0, min(two[1], far[number].end) - max(two[0], far[number].start))
        best = max(shared, key=lambda number: (shared[number], -number), default=other.far.first)
        return best if shared[best] else other.far.first

    def count(self, mark: str) -> int:
        """How many findings carry a mark and were not set aside; one that shows in several pairs of articles is one."""
        return self._counts[mark]

    @cached_property
    def _counts(self) -> Counter[str]:
        groups = grouped(self.comparison) if self.comparison else ()
        aside = {*self.hidden, *self.apparent}
        left = (group for group in groups if any(link.id not in aside for link in group.links))
        return Counter(mark_of(group.link) for group in left)


def _worst_first(counterpart: Counterpart) -> tuple[int, float, float]:
    link = counterpart.link
    return ORDER.index(counterpart.mark), -link.severity, -link.score


def _best_to_read(counterpart: Counterpart) -> tuple[bool, float]:
    return counterpart.link.relation == "overlap", counterpart.link.overlap
