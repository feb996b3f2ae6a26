"""What changed since the editor last looked at the story, and when a look counts as taken.

What is news stays news for as long as the desk is open; it counts as seen when its view has been left.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.claims import StoreError
from tui.claims.decisions import lost_pins
from tui.claims.versions import identity_of
from tui.compare.model import Comparison, Link
from tui.desk.record.claiming import Claiming

# The desk opens without what only its news needs.
if TYPE_CHECKING:
    from tui.claims.decisions import LostPin
    from tui.claims.morning import Morning
    from tui.story.model import Story


class Since:
    """The news of this session; None before the comparison is done, and at the first look at a story.

    `shown` says that the editor has had them before the eyes. `lost` are the pins that stand nowhere now, by id.
    """

    def __init__(self, claiming: Claiming) -> None:
        self.news: Morning | None = None
        self.shown = False
        self.lost: Mapping[str, LostPin] = {}
        self._claiming = claiming
        self._findings: Mapping[str, str] | None = None
        self._seen = False
        self._opened: frozenset[str] | None = None
        self._contents: Mapping[str, str] | None = None
        self._told: frozenset[str] = frozenset()
        claiming.watchers.append(self._first_look)

    def use(self, comparison: Comparison) -> bool:
        """Find out what is new; whether there is anything."""
        self._findings = {link.id: _sentence(link) for link in comparison.links if link.relation == "conflict"}
        store = self._claiming.store
        try:
            if store.exists():
                self._find_lost(self._claiming.story)
                news = store.since_last_look(self._claiming.story, self._findings, self.lost)
                self.news = self._without_own(self._unknown(news))
        except StoreError:
            return False
        if not self.news:
            self.seen()
        return bool(self.news)

    def _find_lost(self, story: Story) -> None:
        self.lost = {pin.id: pin for pin in lost_pins(self._claiming.store, story.articles)}

    def _unknown(self, news: Morning | None) -> Morning | None:
        """The news without articles that came or went while the desk was open: these were told when they did."""
        identities = [identity_of(article) for article in self._claiming.story.articles]
        if self._opened is None:
            self._opened = frozenset(identities)
        if news is None:
            return None
        return replace(
            news,
            arrived=tuple(at for at in news.arrived if identities[at] in self._opened),
            departed=tuple(article for article in news.departed if article.article not in self._opened),
        )

    def _without_own(self, news: Morning | None) -> Morning | None:
        """The news without the findings that came or went by a link broken, a pin set, an article opened or closed.

        Where no article came back with other contents, a comparison differs from the one before by decisions alone.
        """
        contents = {identity_of(article): article.sha256 for article in self._claiming.story.articles}
        before, self._contents = self._contents, contents
        if news is None:
            self._told = frozenset()
            return None
        broken = self._claiming.store.broken_links()
        gone = [finding for finding in news.findings_gone if finding.id not in broken]
        new = list(news.findings_new)
        if before is not None and all(before.get(name, sha256) == sha256 for name, sha256 in contents.items()):
            gone = [finding for finding in gone if finding.id in self._told]
            new = [finding for finding in new if finding in self._told]
        self._told = frozenset((*(finding.id for finding in gone), *new))
        return replace(news, findings_gone=tuple(gone), findings_new=tuple(new))

    def carry(self, story: Story) -> None:
        """Tell the news by the numbers its articles have in `story`, which comes next; not of those that left it."""
        if self.news is None:
            return
        self._find_lost(story)
        where = {identity_of(article): number for number, article in enumerate(story.articles)}
        now = [where.get(identity_of(article)) for article in self._claiming.story.articles]
        changes = tuple(
            replace(change, index=number) for change in self.news.articles if (number := now[change.index]) is not None
        )
        arrived = tuple(number for at in self.news.arrived if (number := now[at]) is not None)
        self.news = replace(self.news, articles=changes, arrived=arrived)

    def seen(self) -> None:
        """Remember what there is now as looked at; where the store cannot be written, it stays news."""
        store = self._claiming.store
        if self._findings is None or store.read_only:
            return
        with suppress(StoreError):
            if store.exists():
                store.look(self._claiming.story, self._findings, self.lost)
                self._seen = True

    def leave(self) -> None:
        """What colleagues did while the desk was open has been seen there, if its news had been."""
        if self._seen:
            self.seen()

    def _first_look(self) -> None:
        """A store made by the first tag takes its first look then: nothing is written before."""
        if not self._seen and self.news is None:
            self.seen()


def _sentence(link: Link) -> str:
    """What a finding says, with where: it is told in these words when the finding is gone."""
    a, b = link.a, link.b
    return f"{a.article + 1}:{a.first + 1} {b.article + 1}:{b.first + 1}  {link.reason}"
