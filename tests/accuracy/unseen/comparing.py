"""A reader's pairs of passages against the links of the engine."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.conflict.sources import SHARED
from tui.compare import compare
from tui.compare.model import Link
from tui.story import load
from tui.story.model import Story

READING = Path(__file__).with_name("reading.tsv")
STORIES = SHARED / "data" / "stories"

Pair = tuple[tuple[int, int], tuple[int, int]]
"""Article and passage, 0-based, on both sides, in the order of the articles."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one story: pairs of the reading found and missed, and links that the reading does not name.

    `found` and `missed` hold the relation the reader gave and the pair.
    """

    story: Story
    found: tuple[tuple[str, Pair], ...]
    missed: tuple[tuple[str, Pair], ...]
    unnamed: tuple[Link, ...]


def readings() -> dict[str, list[tuple[str, str, int, str, int]]]:
    """By story: relation, file, start, file, start."""
    found: dict[str, list[tuple[str, str, int, str, int]]] = {}
    with READING.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            entry = (row["relation"], row["a"], int(row["start_a"]), row["b"], int(row["start_b"]))
            found.setdefault(row["story"], []).append(entry)
    return found


def outcomes() -> Iterator[Outcome]:
    """Each story of the reading, compared now."""
    for name, entries in readings().items():
        story = load([str(STORIES / name)])
        read = [(relation, _pair(story, (a, at), (b, bt))) for relation, a, at, b, bt in entries]
        links = [link for link in compare(story).links if link.a.article != link.b.article]
        met = {link: {pair for _, pair in read if joins(link, pair)} for link in links}
        fits = [(rel, pair, any(pair in met[link] and agrees(link, rel) for link in links)) for rel, pair in read]
        yield Outcome(
            story,
            tuple((relation, pair) for relation, pair, fit in fits if fit),
            tuple((relation, pair) for relation, pair, fit in fits if not fit),
            tuple(link for link in links if not met[link]),
        )


def joins(link: Link, pair: Pair) -> bool:
    """Whether the link's runs hold the two passages."""
    sides = zip((link.a, link.b), pair, strict=True)
    return all(side.article == place[0] and side.first <= place[1] <= side.last for side, place in sides)


def agrees(link: Link, relation: str) -> bool:
    """A difference must be told as one, in either tier; what is the same may be shown by a difference in it."""
    return relation == "overlap" or link.relation == "conflict"


def _pair(story: Story, *ends: tuple[str, int]) -> Pair:
    first, second = sorted(_place(story, file, start) for file, start in ends)
    return first, second


def _place(story: Story, file: str, start: int) -> tuple[int, int]:
    number = next(n for n, article in enumerate(story.articles) if Path(article.source).name == file)
    passages = story.articles[number].passages
    return number, max(n for n, passage in enumerate(passages) if passage.start <= start)
