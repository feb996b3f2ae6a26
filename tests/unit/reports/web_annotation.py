"""The rules of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) that our files fall under."""

import re
from typing import Any

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.I)
_MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def breaches(annotation: Any) -> list[str]:
    """What in an annotation the model forbids."""
    found = []
    if annotation.get("@context") != "http://www.w3.org/ns/anno.jsonld":
        found.append("3.1: @context")
    if not _IRI.fullmatch(annotation.get("id", "")):
        found.append("3.1: id is exactly one IRI")
    if annotation.get("type") != "Annotation":
        found.append("3.1: type")
    if annotation.get("motivation") not in _MOTIVATIONS:
        found.append("3.3.5: motivation")
    if "target" not in annotation:
        found.append("3.1: one or more targets")
    for name in ("created", "modified"):
        if name in annotation and not _DATE.fullmatch(annotation[name]):
            found.append(f"3.3.1: {name} is an xsd:dateTime in UTC")
    for target in _listed(annotation.get("target")):
        found += _resource(target)
    for body in _listed(annotation.get("body")):
        found += _body(body)
    return found


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _body(body: Any) -> list[str]:
    if body.get("purpose") not in _MOTIVATIONS:
        return ["3.3.5: purpose"]
    if body.get("type") == "TextualBody":
        return [] if isinstance(body.get("value"), str) else ["3.2.4: value is one string"]
    return _resource(body)


def _resource(resource: Any) -> list[str]:
    if isinstance(resource, str):
        return [] if _IRI.fullmatch(resource) else ["3.2.1: IRI"]
    found = [] if _IRI.fullmatch(resource.get("source", "")) else ["4: source is exactly one IRI"]
    for selector in _listed(resource.get("selector")):
        if selector["type"] == "TextQuoteSelector" and not isinstance(selector.get("exact"), str):
            found.append("4.2.4: exactly one exact")
        elif selector["type"] == "TextPositionSelector" and not 0 <= selector["start"] <= selector["end"]:
            found.append("4.2.5: start and end are non-negative, start first")
    return found
