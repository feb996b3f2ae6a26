"""Which passages are new or changed since the editor last looked at the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.claims.versions import identity_of
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming
from tui.story.model import Article

if TYPE_CHECKING:
    from tui.claims.morning import Morning


class Updates:
    """Holds the texts as they were last seen: those of the last look, else those the desk opened with."""

    def __init__(self, claiming: Claiming, reading: Reading) -> None:
        self._claiming = claiming
        self._reading = reading
        self._seen: dict[str, str] = {identity_of(article): article.text for article in claiming.story.articles}

    def use(self, news: Morning | None) -> None:
        """Take in what changed before the desk was opened."""
        for change in news.articles if news else ():
            article = self._reading.story.articles[change.index]
            before = self._claiming.store.version(change.before)
            if before is not None:
                self._seen[identity_of(article)] = before

    def renew(self) -> None:
        """Find the passages that differ from what was seen; articles that came later are seen as they came."""
        found: set[Place] = set()
        for number, article in enumerate(self._reading.story.articles):
            before = self._seen.setdefault(identity_of(article), article.text)
            found.update((number, passage) for passage in _changed(before, article))
        self._reading.updated = frozenset(found)


def _changed(before: str, article: Article) -> Sequence[int]:
    if before == article.text:
        return ()
    from tui.desk.views.since import passage_changes

    return [change.passage for change in passage_changes(before, article) if change.after is not None]
