"""Claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one JSON array."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from tui.claims.model import Anchor, Claim
from tui.compare.model import Comparison, Link, Side
from tui.reports.addresses import address_of
from tui.reports.publisher import Publisher
from tui.story.model import Story

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GENERATOR = {"type": "Software", "name": "copydesk"}


def claims_annotation(
    claims: Sequence[Claim],
    *,
    publisher: Publisher | None = None,
    story: Story | None = None,
    comparison: Comparison | None = None,
) -> str:
    """The claims as a JSON array of annotations.

    Where the story and its comparison are at hand, a conflict between two claims becomes an annotation that
    links the one to the other.
    """
    annotations = [_annotation(claim) for claim in claims]
    if story is not None and comparison is not None:
        annotations += _links(claims, story, comparison)
    return json.dumps(annotations, ensure_ascii=False, indent=1)


def _annotation(claim: Claim) -> dict[str, Any]:
    annotation: dict[str, Any] = {
        "@context": CONTEXT,
        "id": urn(claim.id),
        "type": "Annotation",
        "motivation": "assessing" if claim.verdict else "tagging" if claim.tags else "highlighting",
        "created": seconds(claim.created),
        "modified": seconds(claim.updated),
        "creator": {"type": "Person", "nickname": claim.author},
        "generator": _GENERATOR,
        "target": [_target(anchor) for anchor in claim.anchors],
    }
    if len(claim.anchors) == 1:
        annotation["target"] = annotation["target"][0]
    bodies = _bodies(claim)
    if bodies:
        annotation["body"] = bodies
    return annotation


def _bodies(claim: Claim) -> list[dict[str, Any]]:
    bodies = [_text(tag, "tagging") for tag in claim.tags]
    if claim.verdict:
        bodies.append(_text(claim.verdict, "assessing"))
    if claim.text and claim.text != claim.quote:
        bodies.append(_text(claim.text, "describing"))
    if claim.note:
        bodies.append({**_text(claim.note, "commenting"), "format": "text/plain"})
    for item in claim.evidence:
        if item.url:
            bodies.append({"type": "SpecificResource", "source": item.url, "purpose": "linking"})
        elif item.anchor:
            bodies.append({**_target(item.anchor), "type": "SpecificResource", "purpose": "linking"})
        elif item.note:
            bodies.append(_text(item.note, "commenting"))
    return bodies


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _target(anchor: Anchor) -> dict[str, Any]:
    address = address_of(anchor.article)
    return {
        "source": address,
        **_article(anchor, address),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
    }


def _article(anchor: Anchor, address: str) -> dict[str, Any]:
    """What is known of the article a quote is part of.

    `source` stays a bare IRI, as programs that read annotations expect it; the terms are Dublin Core's, for which the
    JSON-LD context of the model has the prefix.
    """
    known: dict[str, Any] = {"dcterms:title": anchor.title} if anchor.title else {}
    if anchor.outlet:
        known["dcterms:publisher"] = {"type": "Organization", "name": anchor.outlet}
    if anchor.published:
        known["dcterms:issued"] = anchor.published
    return {"dcterms:isPartOf": {"id": address, "type": "Text", **known}} if known else {}


def _links(claims: Iterable[Claim], story: Story, comparison: Comparison) -> list[dict[str, Any]]:
    listed = list(claims)
    found = []
    for link in comparison.links:
        if link.relation != "conflict" or link.tier == "internal":
            continue
        for first in _on(listed, story, link.a):
            for second in _on(listed, story, link.b):
                if first.id != second.id:
                    found.append(_link(link, first, second))
    return found


def _on(claims: Iterable[Claim], story: Story, side: Side) -> list[Claim]:
    digest = story.articles[side.article].sha256
    return [
        claim
        for claim in claims
        if any(
            anchor.sha256 == digest and anchor.start < side.end and side.start < anchor.end for anchor in claim.anchors
        )
    ]


def _link(link: Link, first: Claim, second: Claim) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "id": f"urn:copydesk:link:{link.id}:{first.id}:{second.id}",
        "type": "Annotation",
        "motivation": "linking",
        "generator": _GENERATOR,
        "body": [
            {"type": "SpecificResource", "source": urn(second.id), "purpose": "linking"},
            _text("conflicts-with", "classifying"),
            {**_text(link.reason, "describing"), "format": "text/plain"},
        ],
        "target": urn(first.id),
    }


def urn(identifier: str) -> str:
    """A claim's id as an IRI; ids that came from elsewhere need not be UUIDs."""
    if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", identifier):
        return f"urn:uuid:{identifier}"
    return f"urn:copydesk:claim:{quote(identifier, safe='')}"


def seconds(moment: str) -> str:
    """A time of the store as xsd:dateTime to the second."""
    return f"{moment[:19]}Z" if len(moment) > 19 else moment
