"""What an editor decided about links and findings, as the articles at hand have to respect it.

Decisions are kept by contents: they hold in whatever story they were made, and in later versions of the articles
where these say the same words. Pins and broken links follow their passages where the words change, as claims do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.claims.versions import identity_of

# A desk opens without what only decisions made before need.
if TYPE_CHECKING:
    from tui.claims.marks import Pin
    from tui.claims.store import Store
    from tui.compare.model import Comparison, Link, PinnedPair, Span
    from tui.story.model import Article, Story

Spot = tuple[str, int, int]
End = tuple[str, "Span"]


@dataclass(frozen=True, slots=True)
class LostPin:
    """A pin on articles at hand, one of which no longer says what was pinned.

    `words` are those that are gone, `article` the index of the article they stood in, `other` the index of the other
    article and its span where that still stands, None where both are gone.
    """

    id: str
    words: str
    article: int
    other: tuple[int, Span] | None


def pins_on(store: Store, articles: Sequence[Article]) -> list[tuple[Pin, PinnedPair | None]]:
    """The pins of the store, each with the passages it stands on in these articles; None where it stands on none."""
    return _pairs_on(store, store.pins(), articles)


def lost_pins(store: Store, articles: Sequence[Article]) -> list[LostPin]:
    """The pins on versions of two of these articles of which a passage is not found again."""
    kept = store.pins()
    if not kept:
        return []
    here = _places_of(store, kept, articles)
    found = (_lost(store, pin, here, articles) for pin in kept if pin.a[0] in here and pin.b[0] in here)
    return [lost for lost in found if lost is not None]


def _lost(store: Store, pin: Pin, here: Mapping[str, int], articles: Sequence[Article]) -> LostPin | None:
    now = [_now(store, articles[here[spot[0]]], spot) for spot in (pin.a, pin.b)]
    gone = [spot for spot, end in zip((pin.a, pin.b), now, strict=True) if end is None]
    if not gone:
        return None
    (sha256, start, stop), *_ = gone
    others = ((here[spot[0]], end[1]) for spot, end in zip((pin.a, pin.b), now, strict=True) if end is not None)
    return LostPin(pin.id, (store.version(sha256) or "")[start:stop], here[sha256], next(others, None))


def parted_on(store: Store, articles: Sequence[Article]) -> tuple[PinnedPair, ...]:
    """Where links that were broken in earlier versions of these articles would stand now."""
    here = {article.sha256 for article in articles}
    places = [each for each in store.broken_places() if not here.issuperset((each.a[0], each.b[0]))]
    return tuple(pair for _, pair in _pairs_on(store, places, articles) if pair is not None)


def broken_by_words(
    story: Story, comparison: Comparison, broken: Collection[str], parted: Collection[PinnedPair] = ()
) -> frozenset[str]:
    """The ids of the links found that were broken in an earlier version of their articles: by words, or by place."""
    if not broken:
        return frozenset()
    from tui.claims.naming import pair_name

    links = [link for link in comparison.links if not link.pinned and link.id not in broken]
    return frozenset(
        link.id
        for link in links
        if pair_name(story, link) in broken or any(_lies_in(story, link, pair) for pair in parted)
    )


def _lies_in(story: Story, link: Link, pair: PinnedPair) -> bool:
    """Whether a link joins what a broken one joined."""
    sides = [(story.articles[side.article].sha256, side.start, side.end) for side in (link.a, link.b)]
    return any(
        all(
            sha256 == end[0] and 2 * (min(stop, end[1][1]) - max(start, end[1][0])) > stop - start
            for (sha256, start, stop), end in zip(sides, ends, strict=True)
        )
        for ends in ((pair.a, pair.b), (pair.b, pair.a))
    )


def verdicts_on(store: Store, story: Story, comparison: Comparison) -> Mapping[str, str]:
    """The editor's verdicts on the findings of a comparison, by the finding's id."""
    from tui.claims.naming import finding_name

    findings = {link.id: finding_name(story, link) for link in comparison.links if link.relation == "conflict"}
    given = store.finding_verdicts(story.id, (*findings, *findings.values())) if findings else {}
    verdicts = ((finding, given.get(finding) or given.get(words)) for finding, words in findings.items())
    return {finding: verdict for finding, verdict in verdicts if verdict is not None}


def _pairs_on(store: Store, kept: Sequence[Pin], articles: Sequence[Article]) -> list[tuple[Pin, PinnedPair | None]]:
    if not kept:
        return []
    from tui.compare.model import PinnedPair

    here = _places_of(store, kept, articles)

    def now(spot: Spot) -> End | None:
        return _now(store, articles[here[spot[0]]], spot) if spot[0] in here else None

    found = ((pin, now(pin.a), now(pin.b)) for pin in kept)
    return [(pin, PinnedPair(a, b) if a is not None and b is not None else None) for pin, a, b in found]


def _places_of(store: Store, kept: Sequence[Pin], articles: Sequence[Article]) -> Mapping[str, int]:
    """The articles by the SHA-256 of what they are, and where anything is kept of others, of what they were."""
    here = {article.sha256: number for number, article in reversed(tuple(enumerate(articles)))}
    if all(end[0] in here for pin in kept for end in (pin.a, pin.b)):
        return here
    earlier = {
        sha256: number for number, article in enumerate(articles) for sha256, _ in store.versions(identity_of(article))
    }
    return {**earlier, **here}


def _now(store: Store, article: Article, spot: Spot) -> End | None:
    """Where an article says what was pinned in it or in an earlier version of it."""
    sha256, start, end = spot
    if sha256 == article.sha256:
        return sha256, (start, end)
    text = store.version(sha256)
    if text is None:
        return None
    from tui.claims.following import followed

    found = followed(text, (start, end), article)
    return None if found is None else (article.sha256, found)
