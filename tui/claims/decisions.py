"""What an editor decided about links and findings, as the articles at hand have to respect it.

Decisions are kept by contents: they hold in whatever story they were made, and in later versions of the articles
where these say the same words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.claims.versions import identity_of

# A desk opens without what only decisions made before need.
if TYPE_CHECKING:
    from tui.claims.marks import Pin
    from tui.claims.store import Store
    from tui.compare.model import Comparison, PinnedPair
    from tui.story.model import Article, Story

Spot = tuple[str, int, int]
End = tuple[str, tuple[int, int]]


def pins_on(store: Store, articles: Sequence[Article]) -> list[tuple[Pin, PinnedPair | None]]:
    """The pins of the store, each with the passages it stands on in these articles; None where it stands on none."""
    kept = store.pins()
    if not kept:
        return []
    from tui.compare.model import PinnedPair

    here = {article.sha256 for article in articles}
    elsewhere = {end[0] for pin in kept for end in (pin.a, pin.b)} - here
    earlier = _earlier(store, articles) if elsewhere else {}

    def now(spot: Spot) -> End | None:
        sha256, start, end = spot
        return (sha256, (start, end)) if sha256 in here else _moved(store, earlier.get(sha256), spot)

    found = ((pin, now(pin.a), now(pin.b)) for pin in kept)
    return [(pin, PinnedPair(a, b) if a is not None and b is not None else None) for pin, a, b in found]


def broken_by_words(story: Story, comparison: Comparison, broken: Collection[str]) -> frozenset[str]:
    """The ids of the links found that were broken in an earlier version of their articles."""
    if not broken:
        return frozenset()
    from tui.claims.naming import pair_name

    links = (link for link in comparison.links if not link.pinned and link.id not in broken)
    return frozenset(link.id for link in links if pair_name(story, link) in broken)


def verdicts_on(store: Store, story: Story, comparison: Comparison) -> Mapping[str, str]:
    """The editor's verdicts on the findings of a comparison, by the finding's id."""
    from tui.claims.naming import finding_name

    findings = {link.id: finding_name(story, link) for link in comparison.links if link.relation == "conflict"}
    given = store.finding_verdicts(story.id, (*findings, *findings.values())) if findings else {}
    verdicts = ((finding, given.get(finding) or given.get(words)) for finding, words in findings.items())
    return {finding: verdict for finding, verdict in verdicts if verdict is not None}


def _earlier(store: Store, articles: Sequence[Article]) -> Mapping[str, Article]:
    """The articles by the SHA-256 of each version that is kept of them."""
    return {sha256: article for article in articles for sha256, _ in store.versions(identity_of(article))}


def _moved(store: Store, article: Article | None, spot: Spot) -> End | None:
    """Where a later version of an article says word for word what was pinned in an earlier one."""
    sha256, start, end = spot
    text = store.version(sha256) if article is not None else None
    if article is None or text is None:
        return None
    from tui.claims.naming import same_passage

    found = same_passage(text[start:end], article)
    return None if found is None else (article.sha256, found)
