"""Claims on the articles as they are now: those of other versions are re-anchored, and it is written down."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from tui.claims import history, queries, versions
from tui.claims.anchors import anchor_of
from tui.claims.codec import anchor_values
from tui.claims.flattening import flatten
from tui.claims.journal import Journal
from tui.claims.meaning import change_between
from tui.claims.model import Anchor, AnchorState, Claim
from tui.claims.reanchoring import Placement, place
from tui.claims.versions import identity_of
from tui.story.model import Article


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim as it stands on the articles at hand; `changed` says whether the store does not know it yet."""

    claim: Claim
    changed: bool


def on_articles(connection: sqlite3.Connection, articles: Sequence[Article]) -> list[Placed]:
    """The claims with an anchor on one of the articles, by content or else by identity.

    An article opened in a version older than the one a claim was last placed in shows the claim at its place,
    but that is no news for the store.
    """
    by_content = {article.sha256: article for article in articles}
    by_identity = {identity_of(article): article for article in reversed(articles)}
    placed = []
    for claim in queries.on_articles(connection, list(by_identity), list(by_content)):
        anchors, news = [], False
        for index, anchor in enumerate(claim.anchors):
            article = by_content.get(anchor.sha256) or by_identity.get(anchor.article)
            if article is None:
                anchors.append(anchor)
            elif article.sha256 == anchor.sha256:
                anchors.append(_where_it_stood(anchor, article))
            elif _older(connection, article.sha256, anchor.sha256):
                before = _before(connection, claim.id, index, article)
                anchors.append(before or placed_anchor(connection, anchor, article))
            else:
                anchors.append(placed_anchor(connection, anchor, article))
                news = news or anchors[-1] != anchor
        placed.append(Placed(replace(claim, anchors=tuple(anchors)), news))
    return placed


def write_down(journal: Journal, articles: Sequence[Article]) -> list[Claim]:
    """As `on_articles`, with what moved written to the store; a changed meaning ends the verdict there."""
    placed = on_articles(journal.connection, articles)
    if any(found.changed for found in placed):
        for article in articles:
            versions.keep(journal.connection, article, journal.at)
    claims = []
    for found in placed:
        if not found.changed:
            claims.append(found.claim)
            continue
        claim = found.claim
        values: dict[str, Any] = {"anchors": anchor_values(claim.anchors)}
        if claim.state == "recheck" and (claim.verdict is not None or claim.status == "done"):
            values["verdict"] = ["open", None, None, None]
        journal.change_claim(claim.id, _VERBS[claim.state], values)
        claims.append(queries.one(journal.connection, claim.id) or claim)
    return claims


_VERBS: Mapping[AnchorState, str] = {
    "placed": "place",
    "moved": "move",
    "recheck": "recheck",
    "orphan": "orphan",
}


def placed_anchor(connection: sqlite3.Connection, anchor: Anchor, article: Article) -> Anchor:
    """The anchor on another version of its article; an orphan keeps its old place and version."""
    former = versions.text_of(connection, anchor.sha256)
    found = _place(anchor, article.text, former)
    if found is None:
        return anchor if anchor.state == "orphan" else replace(anchor, state="orphan")
    now = anchor_of(article, found.start, found.end)
    tagged = anchor.former or anchor.exact
    same_words = flatten(tagged).text == flatten(now.exact).text
    return replace(
        now,
        article=anchor.article,
        state=_state(anchor, now, tagged, article.text),
        former=None if same_words else tagged,
        outlet=now.outlet or anchor.outlet,
        published=now.published or anchor.published,
    )


def _state(anchor: Anchor, now: Anchor, tagged: str, text: str) -> AnchorState:
    if change_between(tagged, now.exact, text) is not None:
        return "recheck"
    reworded = flatten(tagged).text != flatten(now.exact).text
    elsewhere = now.passage != anchor.passage if anchor.passage is not None else now.start != anchor.start
    return "moved" if reworded or elsewhere or anchor.state == "moved" else "placed"


def _where_it_stood(anchor: Anchor, article: Article) -> Anchor:
    """An anchor on the version it counts in; there a quote that a later version lost is still found."""
    if anchor.state != "orphan":
        return anchor
    ended = anchor.former is not None and change_between(anchor.former, anchor.exact, article.text)
    return replace(anchor, state="recheck" if ended else "moved" if anchor.former else "placed")


def _before(connection: sqlite3.Connection, claim: str, index: int, article: Article) -> Anchor | None:
    """Where the anchor stood in an earlier version, as the history tells; None where it never did."""
    for event in reversed(history.history(connection, claim)):
        for value in reversed(event.changes.get("anchors", ())):
            if value and index < len(value) and value[index][1] == article.sha256:
                return _where_it_stood(Anchor(*value[index]), article)
    return None


@lru_cache(maxsize=1024)
def _place(anchor: Anchor, text: str, former: str | None) -> Placement | None:
    # Orphans are looked for again at every reading: most often in a text that was searched before.
    return place(anchor, text, former)


def _older(connection: sqlite3.Connection, opened: str, anchored: str) -> bool:
    first, second = versions.order(connection, opened), versions.order(connection, anchored)
    return first is not None and second is not None and first < second
