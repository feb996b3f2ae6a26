"""Claims on the articles as they are now: those of other versions are re-anchored, and it is written down."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from tui.claims import history, queries, versions
from tui.claims.anchors import anchor_of
from tui.claims.codec import anchor_values
from tui.claims.flattening import flatten
from tui.claims.journal import Journal
from tui.claims.kin import file_gone, kin
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

    An article that came back in a version it had before shows the claim where it stood in that version. The claims
    of an article of the same story whose file is no longer there come last, as orphans.
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
                continue
            if article.sha256 == anchor.sha256:
                anchors.append(_where_it_stood(anchor, article))
            else:
                known = versions.is_kept(connection, article.sha256)
                before = _before(connection, claim.id, index, article) if known else None
                anchors.append(placed_anchor(connection, _as_checked(claim, anchor), article, before))
            news = news or anchors[-1] != anchor
        placed.append(Placed(replace(claim, anchors=tuple(anchors)), news))
    return placed + _left_behind(connection, list(by_identity), {found.claim.id for found in placed})


def _left_behind(connection: sqlite3.Connection, identities: Sequence[str], known: Collection[str]) -> list[Placed]:
    """The claims of the story all of whose articles are gone, so that nothing tagged is lost to sight."""
    stories = kin(connection, "", identities)
    away = [article for article in queries.articles_of(connection, stories) if article not in identities]
    left = []
    for claim in queries.on_articles(connection, [article for article in away if file_gone(article)], ()):
        every = all(file_gone(anchor.article) for anchor in claim.anchors)
        if claim.id in known or claim.story not in stories or not every:
            continue
        anchors = tuple(replace(anchor, state="orphan") for anchor in claim.anchors)
        left.append(Placed(replace(claim, anchors=anchors), anchors != claim.anchors))
    return left


def write_down(journal: Journal, articles: Sequence[Article]) -> list[Claim]:
    """As `on_articles`, with what moved written to the store; a changed meaning ends the verdict there.

    A verdict that ended so stands again when the words are again those that were checked: an action of its own,
    which the editor can undo.
    """
    placed = on_articles(journal.connection, articles)
    if any(found.changed for found in placed):
        for article in articles:
            versions.keep(journal.connection, article, journal.at)
    claims = []
    restoring = Journal(journal.connection, journal.editor)
    for found in placed:
        if not found.changed:
            claims.append(found.claim)
            continue
        claim = found.claim
        values: dict[str, Any] = {"anchors": anchor_values(claim.anchors)}
        if claim.state == "recheck" and (claim.verdict is not None or claim.status == "done"):
            values["verdict"] = ["open", None, None, None]
        journal.change_claim(claim.id, _VERBS[claim.state], values)
        ended = _verdict_again(journal.connection, claim)
        if ended is not None:
            restoring.change_claim(claim.id, "restore", {"verdict": ended})
        claims.append(queries.one(journal.connection, claim.id) or claim)
    return claims


def _verdict_again(connection: sqlite3.Connection, claim: Claim) -> list[str | None] | None:
    """The verdict that ended when the words changed, where they are again those it was given on."""
    if claim.state in ("recheck", "orphan"):
        return None
    ended = history.ended_verdict(connection, claim.id)
    if ended is None:
        return None
    checked = history.anchors_when(connection, claim.id, ended)
    same = len(checked) == len(claim.anchors) and all(
        change_between(then.exact, now.exact) is None for then, now in zip(checked, claim.anchors, strict=True)
    )
    return ended if same else None


_VERBS: Mapping[AnchorState, str] = {
    "placed": "place",
    "moved": "move",
    "recheck": "recheck",
    "orphan": "orphan",
}


def placed_anchor(
    connection: sqlite3.Connection, anchor: Anchor, article: Article, before: Anchor | None = None
) -> Anchor:
    """The anchor on another version of its article; an orphan keeps its old place and version.

    `before` is where it stood in this version, of an article that came back as it was.
    """
    if before is not None:
        span = before.start, before.end
    else:
        found = _place(anchor, article.text, versions.text_of(connection, anchor.sha256))
        if found is None:
            return anchor if anchor.state == "orphan" else replace(anchor, state="orphan")
        span = found.start, found.end
    now = anchor_of(article, *span)
    tagged = anchor.former or anchor.exact
    same_words = flatten(tagged).text == flatten(now.exact).text
    return replace(
        now,
        article=anchor.article,
        state=before.state if before and same_words else _state(anchor, now, tagged, article.text),
        former=None if same_words else tagged,
        outlet=now.outlet or anchor.outlet,
        published=now.published or anchor.published,
    )


def _as_checked(claim: Claim, anchor: Anchor) -> Anchor:
    """The anchor with the words it is to be measured by: those of a verdict that was given after they changed."""
    judged = claim.verdict is not None or claim.status == "done"
    return replace(anchor, former=None) if judged and anchor.state == "recheck" else anchor


def _state(anchor: Anchor, now: Anchor, tagged: str, text: str) -> AnchorState:
    if change_between(tagged, now.exact, text) is not None:
        return "recheck"
    reworded = flatten(tagged).text != flatten(now.exact).text
    elsewhere = now.passage != anchor.passage if anchor.passage is not None else now.start != anchor.start
    return "moved" if reworded or elsewhere or anchor.state == "moved" else "placed"


def _where_it_stood(anchor: Anchor, article: Article) -> Anchor:
    """An anchor on the version it counts in; a quote that a later version lost is found there again."""
    if anchor.state != "orphan":
        return anchor
    ended = anchor.former is not None and change_between(anchor.former, anchor.exact, article.text)
    return replace(anchor, state="recheck" if ended else "moved" if anchor.former else "placed")


def _before(connection: sqlite3.Connection, claim: str, index: int, article: Article) -> Anchor | None:
    """Where the anchor stood in a version it was in before, as the history tells; None where it never did."""
    events = history.history(connection, claim)
    undone = {event.reverts: event.verb == "undo" for event in events if event.reverts}
    for event in reversed(events):
        anchors = event.changes.get("anchors", (None, None))[1]
        if undone.get(event.action) or not anchors or index >= len(anchors):
            continue
        stood = Anchor(*anchors[index])
        if stood.sha256 == article.sha256 and stood.state != "orphan":
            return replace(stood, state="moved" if stood.state == "moved" else "placed")
    return None


@lru_cache(maxsize=1024)
def _place(anchor: Anchor, text: str, former: str | None) -> Placement | None:
    # Orphans are looked for again at every reading: most often in a text that was searched before.
    return place(anchor, text, former)
