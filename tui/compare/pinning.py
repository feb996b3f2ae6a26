"""What an editor decided about alignment: passages pinned as the same, links broken as wrong."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.compare.conflicts.runs import Split
from tui.compare.identity import link_id
from tui.compare.links.evidence import same
from tui.compare.links.kinds import kind_of
from tui.compare.links.linking import Cell, Reading, Scores, side
from tui.compare.model import Link, PinnedPair, Side, Span
from tui.compare.text.words import align_tokens

PINNED = Scores(1.0, 1.0, True)
"""The scores of a passage pair that is pinned: nobody is surer than the editor."""


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins between two articles, as spans of their texts, in the order of the articles."""

    spans: tuple[tuple[Span, Span], ...] = ()

    def runs(self, a: Reading, b: Reading) -> list[Split]:
        """The passages of each pin."""
        return [Split(a.touched(one), b.touched(two)) for one, two in self.spans]

    def cells(self, a: Reading, b: Reading) -> dict[Cell, Scores]:
        """The passage pairs that are pinned, with their scores."""
        return {
            (i, j): PINNED
            for (first_a, last_a), (first_b, last_b) in self.runs(a, b)
            for i in range(first_a, last_a + 1)
            for j in range(first_b, last_b + 1)
        }

    def links(self, a: Reading, b: Reading) -> list[Link]:
        """A link for each pin."""
        return [_link(a, b, one, two) for one, two in self.spans]


def pins_between(readings: Sequence[Reading], pins: Iterable[PinnedPair]) -> Mapping[tuple[int, int], Pins]:
    """The pins by article pair; those on articles that are not there, or past their text, are left out."""
    places = {reading.article.sha256: reading.index for reading in reversed(readings)}
    found: dict[tuple[int, int], set[tuple[Span, Span]]] = {}
    for pin in pins:
        ends = sorted((places[sha256], span) for sha256, span in (pin.a, pin.b) if sha256 in places)
        if len(ends) == 2 and ends[0][0] != ends[1][0] and all(_holds(readings[at], span) for at, span in ends):
            (a, one), (b, two) = ends
            found.setdefault((a, b), set()).add((one, two))
    return {pair: Pins(tuple(sorted(spans))) for pair, spans in found.items()}


def with_pinned(links: Sequence[Link], pinned: Sequence[Link]) -> list[Link]:
    """Overlap links and pinned ones; those that pinned ones cover give way to them."""
    kept = [link for link in links if not any(_inside(link, pin) for pin in pinned)]
    return sorted([*kept, *pinned], key=lambda link: (link.a.start, link.b.start, link.a.end, link.b.end))


def without_broken(links: Sequence[Link], broken: Collection[str]) -> list[Link]:
    """The links without those that are broken, and without what was found between their passages.

    What is pinned stays, with what was found between the pinned passages.
    """
    gone = [link for link in links if link.id in broken and not link.pinned]
    pinned = [link for link in links if link.pinned]
    return [
        link
        for link in links
        if not any(_inside(link, other) for other in gone) or any(_inside(link, pin) for pin in pinned)
    ]


def _link(a: Reading, b: Reading, one: Span, two: Span) -> Link:
    tokens_a, tokens_b = a.tokens(*a.touched(one)), b.tokens(*b.touched(two))
    return Link(
        id=link_id(a.article, b.article, one, two, "pinned"),
        a=side(a, one),
        b=side(b, two),
        relation="overlap",
        kind=kind_of(tokens_a, tokens_b),
        tier=None,
        score=PINNED.same,
        overlap=PINNED.overlap,
        reason="pinned by hand",
        evidence=same(tokens_a, tokens_b, align_tokens(tokens_a, tokens_b)),
        pinned=True,
    )


def _holds(reading: Reading, span: Span) -> bool:
    """Whether a span lies in the article and touches a passage of it."""
    start, end = span
    return 0 <= start < end and any(passage.start < end and start < passage.end for passage in reading.article.passages)


def _inside(link: Link, other: Link) -> bool:
    """Whether both sides of a link lie in the passages of another one's."""
    return _covers(other.a, link.a) and _covers(other.b, link.b)


def _covers(whole: Side, part: Side) -> bool:
    return whole.article == part.article and whole.first <= part.first and part.last <= whole.last
