"""The editor's word on the story itself: pins, broken links, and what was entered about its sources.

All of it is kept by contents, shared with colleagues, and respected by the next comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.claims.decisions import Spot, broken_by_words, lost_pins, parted_on, pins_on
from tui.claims.describing import described
from tui.claims.versions import identity_of
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming
from tui.story.model import Article

# The desk opens without what only decisions made before need.
if TYPE_CHECKING:
    from tui.claims.marks import Pin, SourceDetails
    from tui.compare.model import Comparison, Link, PinnedPair, Side
    from tui.story.model import Story


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a comparison has to respect."""

    pins: tuple[PinnedPair, ...] = ()
    broken: frozenset[str] = frozenset()
    details: tuple[tuple[str, SourceDetails], ...] = ()


class Deciding:
    """Pins, broken links and source details of the story on the desk, as the store has them now.

    `pinning` is the passage that waits for its counterpart to be pinned, `shown` the pair to be shown once the
    comparison has it, `lost` the ids of pins of which a passage is gone.
    """

    def __init__(self, claiming: Claiming, reading: Reading) -> None:
        self.decisions = Decisions()
        self.pinning: Place | None = None
        self.shown: tuple[Place, Place] | None = None
        self.lost: tuple[str, ...] = ()
        self._kept: frozenset[str] = frozenset()
        self._again: frozenset[str] = frozenset()
        self._parted: tuple[PinnedPair, ...] = ()
        self._claiming = claiming
        self._reading = reading
        self._read_as: dict[tuple[str, str], tuple[Article, Article]] = {}
        claiming.watchers.append(self._renew)
        self._renew()

    def pin(self, a: Place, b: Place) -> None:
        """Pin two passages of different articles as speaking of the same."""
        self._keep_texts(number for number, _ in (a, b))
        self._claiming.store.pin(self._claiming.story, self._spot(a), self._spot(b))
        self.shown = a, b
        self._claiming.written()

    def show_pin(self, comparison: Comparison) -> None:
        """Have the drawer show what was pinned last, if the cursor still stands there."""
        pair, self.shown = self.shown, None
        if pair is None or self._reading.place not in pair:
            return
        for number, link in enumerate(comparison.links):
            if link.pinned and {(side.article, side.first) for side in (link.a, link.b)} == set(pair):
                self._reading.chosen = number

    def pinned(self, a: Place, b: Place) -> bool:
        """Whether two passages are pinned to each other."""
        spots = {self._spot(a), self._spot(b)}
        return any({_spot_of(pin.a), _spot_of(pin.b)} == spots for pin in self.decisions.pins)

    def unpin(self, link: Link) -> None:
        """Take the pin off that made a link, in whatever version of its articles it was put on."""
        articles = self._claiming.story.articles
        ends = {(articles[side.article].sha256, (side.start, side.end)) for side in (link.a, link.b)}
        for pin, pair in self._pairs():
            if pair is not None and {pair.a, pair.b} == ends:
                self._claiming.store.pin(self._claiming.story, pin.a, pin.b, pinned=False)
        self._claiming.written()

    def part(self, links: Sequence[Link]) -> None:
        """Break links that were found, in one action."""
        from tui.claims.naming import pair_name

        story = self._claiming.story
        self._keep_texts({side.article for link in links for side in (link.a, link.b)})
        pairs = {pair_name(story, link): (self._stretch(link.a), self._stretch(link.b)) for link in links}
        self._claiming.store.break_links(story, [*(link.id for link in links), *pairs], places=pairs)
        self._claiming.written()

    def heed(self, comparison: Comparison) -> bool:
        """Break the links that were broken in an earlier version of their articles; whether there are any."""
        broken = self.decisions.broken
        again = broken_by_words(self._claiming.story, comparison, broken, self._parted)
        self._again |= again
        self.decisions = replace(self.decisions, broken=broken | again)
        return bool(again)

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
        self.lost = tuple(pin.id for pin in lost_pins(store, story.articles))
        self.decisions = Decisions(
            self._pins(),
            self._broken(),
            tuple(sorted(entered.items())),
        )
        self._describe(entered)

    def _broken(self) -> frozenset[str]:
        kept = frozenset(self._claiming.store.broken_links())
        if kept != self._kept:
            self._kept, self._again = kept, frozenset()
        self._parted = parted_on(self._claiming.store, self._claiming.story.articles) if kept else ()
        return kept | self._again

    def _pins(self) -> tuple[PinnedPair, ...]:
        pairs = [pair for _, pair in self._pairs()]
        return tuple(pair for pair in pairs if pair is not None)

    def _pairs(self) -> list[tuple[Pin, PinnedPair | None]]:
        return pins_on(self._claiming.store, self._claiming.story.articles)

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
        as_entered = described(read, details) if details else read
        self._read_as[key] = (read, as_entered)
        return as_entered

    def _keep_texts(self, articles: Iterable[int]) -> None:
        """Keep the texts, so that what was decided finds its words again when the articles come back changed."""
        for number in articles:
            self._claiming.store.keep_version(self._claiming.story.articles[number])

    def _stretch(self, side: Side) -> Spot:
        """The whole passages of a side of a link."""
        article = self._claiming.story.articles[side.article]
        return article.sha256, article.passages[side.first].start, article.passages[side.last].end

    def _spot(self, place: Place) -> Spot:
        article = self._claiming.story.articles[place[0]]
        passage = article.passages[place[1]]
        return article.sha256, passage.start, passage.end


def _spot_of(end: tuple[str, tuple[int, int]]) -> Spot:
    return (end[0], *end[1])
