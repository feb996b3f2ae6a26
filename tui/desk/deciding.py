"""The editor's word on the story itself: pins, broken links, and what was entered about its sources.

All of it is kept by contents, shared with colleagues, and respected by the next comparison.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.claims.versions import identity_of
from tui.desk.claiming import Claiming
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.story.model import Article

# The desk opens without what only decisions made before need.
if TYPE_CHECKING:
    from tui.claims.marks import SourceDetails
    from tui.compare.model import Link, PinnedPair
    from tui.story.model import Story

Spot = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a comparison has to respect."""

    pins: tuple[PinnedPair, ...] = ()
    broken: frozenset[str] = frozenset()
    details: tuple[tuple[str, SourceDetails], ...] = ()


class Deciding:
    """Pins, broken links and source details of the story on the desk, as the store has them now.

    `pinning` is the passage that waits for its counterpart to be pinned.
    """

    def __init__(self, claiming: Claiming, reading: Reading) -> None:
        self.decisions = Decisions()
        self.pinning: Place | None = None
        self._claiming = claiming
        self._reading = reading
        self._read_as: dict[tuple[str, str], tuple[Article, Article]] = {}
        claiming.watchers.append(self._renew)
        self._renew()

    def pin(self, a: Place, b: Place) -> None:
        """Pin two passages of different articles as speaking of the same."""
        self._claiming.store.pin(self._claiming.story, self._spot(a), self._spot(b))
        self._claiming.written()

    def pinned(self, a: Place, b: Place) -> bool:
        """Whether two passages are pinned to each other."""
        spots = {self._spot(a), self._spot(b)}
        return any({_spot_of(pin.a), _spot_of(pin.b)} == spots for pin in self.decisions.pins)

    def unpin(self, link: Link) -> None:
        """Take the pin off that made a link."""
        story = self._claiming.story
        a, b = ((story.articles[side.article].sha256, side.start, side.end) for side in (link.a, link.b))
        self._claiming.store.pin(story, a, b, pinned=False)
        self._claiming.written()

    def part(self, links: Sequence[Link]) -> None:
        """Break links that were found, in one action."""
        self._claiming.store.break_links(self._claiming.story, [link.id for link in links])
        self._claiming.written()

    def details(self, number: int) -> SourceDetails:
        """What was entered for an article."""
        from tui.claims.marks import SourceDetails

        entered = dict(self.decisions.details)
        return entered.get(self._claiming.story.articles[number].sha256, SourceDetails())

    def describe(self, number: int, details: SourceDetails) -> None:
        """Enter details of a source; what is None there is as the article itself says."""
        story = self._claiming.story
        self._claiming.store.set_source_details(story, story.articles[number].sha256, details)
        self._claiming.written()

    def _renew(self) -> None:
        store, story = self._claiming.store, self._claiming.story
        entered = store.details_of(story.articles)
        self.decisions = Decisions(
            self._pins(),
            frozenset(store.broken_links()),
            tuple(sorted(entered.items())),
        )
        self._describe(entered)

    def _pins(self) -> tuple[PinnedPair, ...]:
        here = {article.sha256 for article in self._claiming.story.articles}
        found = [pin for pin in self._claiming.store.pins() if {pin.a[0], pin.b[0]} <= here]
        if not found:
            return ()
        from tui.compare.model import PinnedPair

        return tuple(PinnedPair((pin.a[0], pin.a[1:]), (pin.b[0], pin.b[1:])) for pin in found)

    def _describe(self, entered: Mapping[str, SourceDetails]) -> None:
        """Show the articles with what was entered for them, or as they were read where nothing is any more."""
        story: Story = self._claiming.story
        articles = tuple(self._described(article, entered.get(article.sha256)) for article in story.articles)
        if articles != story.articles:
            self._claiming.story = replace(story, articles=articles)
            self._reading.story = replace(self._reading.story, articles=articles)

    def _described(self, article: Article, details: SourceDetails | None) -> Article:
        key = (identity_of(article), article.sha256)
        read, shown = self._read_as.get(key, (article, article))
        if article != shown:
            read = article
        described = replace(
            read,
            outlet=details.outlet or read.outlet,
            author=details.author or read.author,
            published=details.published or read.published,
            label=details.label or read.label,
        ) if details else read  # fmt: skip
        self._read_as[key] = (read, described)
        return described

    def _spot(self, place: Place) -> Spot:
        article = self._claiming.story.articles[place[0]]
        passage = article.passages[place[1]]
        return article.sha256, passage.start, passage.end


def _spot_of(end: tuple[str, tuple[int, int]]) -> Spot:
    return (end[0], *end[1])
