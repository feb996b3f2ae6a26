"""A comparison as JSON, in the documented shape other programs read."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from tui.compare.model import Comparison, Evidence, Fact, Link, Pair, Side, Source
from tui.reports.selection import selected
from tui.story.model import Article, Story

FORMAT_VERSION = 1
_DIGITS = 4


def comparison_json(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    """The comparison as JSON text; `only` names what to keep: "overlap", "conflict", "check", "alone".

    `verdicts` are what an editor judged findings to be, by id: a link that has none has no key "verdict".
    """
    document = comparison_document(story, comparison, only=only, verdicts=verdicts)
    return json.dumps(document, ensure_ascii=False, indent=1)


def comparison_document(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The comparison as what JSON can hold; offsets are code points into the articles' texts."""
    shown = selected(comparison, only)
    articles = story.articles
    thresholds = comparison.thresholds
    document: dict[str, Any] = {
        "version": FORMAT_VERSION,
        "thresholds": {"overlap": thresholds.overlap, "conflict": thresholds.conflict},
        "articles": [_article(article) for article in articles],
        "links": [_link(articles, link, (verdicts or {}).get(link.id)) for link in shown.links],
        "facts": [_fact(articles, fact) for fact in shown.facts],
        "sources": [_source(articles, source) for source in shown.sources],
    }
    if shown.pairs:
        document["pairs"] = [_pair(articles, pair) for pair in shown.pairs]
    return document


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "language": article.language,
        "sha256": article.sha256,
        "text": article.text,
        "passages": [
            {
                "start": passage.start,
                "end": passage.end,
                "kind": passage.kind,
                "paragraph": passage.paragraph,
            }
            for passage in article.passages
        ],
    }


def _link(articles: tuple[Article, ...], link: Link, verdict: str | None) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": link.id,
        "a": _side(articles, link.a),
        "b": _side(articles, link.b),
        "relation": link.relation,
        "kind": link.kind,
        "tier": link.tier,
        "score": round(link.score, _DIGITS),
        "overlap": round(link.overlap, _DIGITS),
        "reason": link.reason,
        "evidence": evidence_json(link.evidence),
    }
    if verdict is not None and link.relation == "conflict":
        entry["verdict"] = verdict
    return entry


def evidence_json(evidence: tuple[Evidence, ...]) -> list[dict[str, list[int]]]:
    """Evidence spans as pairs of numbers, end exclusive."""
    return [{"a": list(item.a), "b": list(item.b)} for item in evidence]


def _side(articles: tuple[Article, ...], side: Side) -> dict[str, Any]:
    return {
        "article": articles[side.article].id,
        "passages": [side.first, side.last],
        "start": side.start,
        "end": side.end,
    }


def _fact(articles: tuple[Article, ...], fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "passages": [_passage(articles, place) for place in fact.passages],
        "links": list(fact.links),
        "conflicts": list(fact.conflicts),
        "articles": fact.articles,
        "origins": fact.origins,
    }


def _source(articles: tuple[Article, ...], source: Source) -> dict[str, Any]:
    return {
        "article": articles[source.article].id,
        "alone": list(source.alone),
        "cites": list(source.cites),
        "reuse": {articles[other].id: round(share, _DIGITS) for other, share in source.reuse},
    }


def _pair(articles: tuple[Article, ...], pair: Pair) -> dict[str, Any]:
    return {
        "a": _passage(articles, pair.a),
        "b": _passage(articles, pair.b),
        "overlap": round(pair.overlap, 6),
        "conflict": round(pair.conflict, 6),
    }


def _passage(articles: tuple[Article, ...], place: tuple[int, int]) -> dict[str, Any]:
    return {"article": articles[place[0]].id, "passage": place[1]}
