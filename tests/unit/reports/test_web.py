"""Claims for the web, whole: ClaimReview and Web Annotation say all that is known and nothing that is not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, span, story
from tests.unit.claims.tagging import tag
from tests.unit.reports.findings import comparison
from tests.unit.reports.web_annotation import breaches
from tui.claims import Evidence, Store
from tui.claims.anchors import anchor_of
from tui.reports.annotation import claims_annotation
from tui.reports.exchange import export_claims
from tui.reports.publisher import Publisher

DESK = Publisher("Harbour Desk", "https://desk.example/checks/")
POST = article(HARBOUR, outlet="Harbour Post", published="2026-03-01")
COST = "repairs costing $4.2 million"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "claims.db", editor="mk") as opened:
        yield opened


def reviews(store: Store, publisher: Publisher = DESK) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export_claims(store, "claimreview", publisher=publisher))
    return found


def annotations(store: Store) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export_claims(store, "annotation"))
    assert [breaches(each) for each in found] == [[] for _ in found]
    return found


def test_a_review_tells_what_was_claimed_by_whom_where_it_appeared_and_how_it_is_rated(store: Store) -> None:
    bridge = story(POST, article(WIRE, "/wire/bridge.txt", "a2"))
    spots = [anchor_of(POST, *span(HARBOUR, COST)), anchor_of(bridge.articles[1], *span(WIRE, "cost $4.6 million"))]
    claim = store.add(bridge, spots, speaker="Ada Quill")
    store.set_text(claim.id, "The repairs cost $4.2 million")
    done = store.set_status(claim.id, "done", "false")
    assert done.checked_at is not None

    assert reviews(store) == [
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "datePublished": done.checked_at[:10],
            "url": f"https://desk.example/checks/{claim.id}",
            "author": {"@type": "Organization", "name": "Harbour Desk", "url": "https://desk.example/checks/"},
            "claimReviewed": "The repairs cost $4.2 million",
            "itemReviewed": {
                "@type": "Claim",
                "text": "The repairs cost $4.2 million",
                "author": {"@type": "Person", "name": "Ada Quill"},
                "appearance": [
                    {
                        "@type": "NewsArticle",
                        "url": "https://news.example/bridge",
                        "headline": "Harbour bridge to reopen on 3 March",
                        "publisher": {"@type": "Organization", "name": "Harbour Post"},
                        "datePublished": "2026-03-01",
                    }
                ],
            },
            "reviewRating": {
                "@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "False",
            },
        }
    ]  # fmt: skip


def test_a_review_is_silent_on_what_is_not_known(store: Store) -> None:
    bridge = story(article(HARBOUR, "/wire/bridge.txt"))
    store.set_status(tag(store, bridge, COST).id, "done", "true")
    (review,) = reviews(store)
    assert review["itemReviewed"] == {"@type": "Claim", "text": COST}


def test_better_verdicts_have_better_ratings_and_those_of_the_settings_go_first(store: Store) -> None:
    bridge = story(POST)
    for verdict in ("false", "unsupported", "disputed", "verified", "true"):
        store.set_status(tag(store, bridge, COST).id, "done", verdict)
    rated = {each["reviewRating"]["alternateName"]: each["reviewRating"]["ratingValue"] for each in reviews(store)}
    assert list(rated) == ["False", "Unsupported", "Disputed", "Verified", "True"]
    assert list(rated.values()) == [1, 2, 3, 5, 5]
    own = Publisher(DESK.organisation, "http://desk.example", (("disputed", 4),))
    assert [each["reviewRating"]["ratingValue"] for each in reviews(store, own)] == [1, 2, 4, 5, 5]
    assert all(each["url"].startswith("http://desk.example/") for each in reviews(store, own))


def test_an_annotation_holds_tags_verdict_own_words_note_and_evidence_each_with_its_purpose(store: Store) -> None:
    bridge = story(POST, article(WIRE, "/wire/bridge.txt", "a2"))
    claim = tag(store, bridge, COST, "number", "cost")
    members = anchor_of(bridge.articles[1], *span(WIRE, "two council members"))
    store.set_text(claim.id, "The repairs were dear")
    store.set_note(claim.id, "call again")
    store.add_evidence(
        claim.id,
        [Evidence(url="https://council.example/minutes"), Evidence(anchor=members), Evidence(note="seen by kim")],
    )
    store.set_status(claim.id, "done", "disputed")
    (found,) = annotations(store)

    assert found["motivation"] == "assessing"
    assert found["creator"] == {"type": "Person", "nickname": "mk"}
    texts = [(body["purpose"], body["value"]) for body in found["body"] if body["type"] == "TextualBody"]
    assert texts == [
        ("tagging", "number"), ("tagging", "cost"), ("assessing", "disputed"), ("describing", "The repairs were dear"),
        ("commenting", "call again"), ("commenting", "seen by kim"),
    ]  # fmt: skip
    minutes, quoted = [body for body in found["body"] if body["type"] == "SpecificResource"]
    assert minutes == {
        "type": "SpecificResource", "source": "https://council.example/minutes", "purpose": "linking",
    }  # fmt: skip
    assert (quoted["source"], quoted["purpose"]) == ("file:///wire/bridge.txt", "linking")
    assert quoted["selector"][0]["exact"] == "two council members"
    assert found["target"]["source"] == "https://news.example/bridge"


def test_an_annotation_without_more_than_a_quote_has_no_body(store: Store) -> None:
    tag(store, story(POST), COST)
    (found,) = annotations(store)
    assert found["motivation"] == "highlighting"
    assert "body" not in found
    tag(store, story(POST), "12,000 cars a day", "number")
    assert [each["motivation"] for each in annotations(store)] == ["highlighting", "tagging"]


def test_only_claims_that_stand_on_both_sides_of_a_contradiction_are_linked(store: Store) -> None:
    bridge, found = story(), comparison()
    first = tag(store, bridge, "$4.2 million")
    second = tag(store, bridge, "cost $4.6 million", number=1)
    for quote, number in (("12,000 cars a day", 0), ("The harbour bridge will", 0), ("two council members", 1)):
        tag(store, bridge, quote, number=number)

    def linked(**changes: Any) -> list[tuple[str, str]]:
        links = tuple(replace(link, **changes) for link in found.links[:1])
        made = json.loads(claims_annotation(store.claims(), story=bridge, comparison=replace(found, links=links)))
        assert [breaches(each) for each in made] == [[] for _ in made]
        return [(each["target"], each["body"][0]["source"]) for each in made if each["motivation"] == "linking"]

    assert linked() == [(f"urn:uuid:{first.id}", f"urn:uuid:{second.id}")]
    assert linked(tier="check") == linked()
    assert linked(tier="internal") == []
    assert linked(relation="overlap", tier=None) == []
    assert linked(b=found.links[0].a) == []
