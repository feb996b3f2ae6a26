"""What an editor sees in a sample story, as its `expected.json` has it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.compare.model import Span
from tui.story.model import Story


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one article: `file` is its name, `quote` occurs exactly once in its text."""

    file: str
    quote: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something expected between two places.

    `kinds` are the kinds that fit, the best first. Expectations with the same `issue` are one finding told in
    several places: meeting any of them meets the issue. `later` marks what a first, plain engine cannot meet.
    """

    a: Place
    b: Place
    kinds: tuple[str, ...] = ()
    tier: str = ""
    issue: str = ""
    why: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """All that is expected of one sample story; `not_conflicts` and `not_links` must not be found."""

    links: tuple[Expectation, ...] = ()
    conflicts: tuple[Expectation, ...] = ()
    not_conflicts: tuple[Expectation, ...] = ()
    not_links: tuple[Expectation, ...] = ()
    internal: tuple[Expectation, ...] = ()
    alone: tuple[Place, ...] = field(default=())

    @property
    def places(self) -> list[Place]:
        """Every place named, in no particular order."""
        pairs = (*self.links, *self.conflicts, *self.not_conflicts, *self.not_links, *self.internal)
        return [*self.alone, *(place for pair in pairs for place in (pair.a, pair.b))]


def read_expected(folder: Path) -> Expected:
    """The expectations in `folder`/expected.json; an unknown version or key is an error."""
    data = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    if data.pop("version") != 1:
        raise ValueError(f"{folder}: the version of expected.json is not 1")
    alone = tuple(_place(entry) for entry in data.pop("alone"))
    return Expected(alone=alone, **{key: tuple(map(_expectation, entries)) for key, entries in data.items()})


def place_of(story: Story, place: Place) -> tuple[int, Span]:
    """The index of the article and the span of the quote in its text.

    Raises:
        ValueError: there is no such article, or the quote does not occur exactly once in it.
    """
    for index, article in enumerate(story.articles):
        if Path(article.source).name == place.file:
            if article.text.count(place.quote) != 1:
                raise ValueError(f"{place.file} has not exactly one {place.quote!r}")
            start = article.text.index(place.quote)
            return index, (start, start + len(place.quote))
    raise ValueError(f"the story has no {place.file}")


def _place(entry: Mapping[str, Any]) -> Place:
    return Place(entry["file"], entry["quote"])


def _expectation(entry: Mapping[str, Any]) -> Expectation:
    kinds = (*([entry["kind"]] if "kind" in entry else []), *entry.get("also", ()))
    return Expectation(
        a=_place(entry["a"]),
        b=_place(entry["b"]),
        kinds=kinds,
        tier=entry.get("tier", ""),
        issue=entry.get("issue", ""),
        why=entry.get("why", ""),
        later=entry.get("later", False),
    )
