"""Findings as an editor counts them: one disagreement is one, however many articles take part in it.

Findings of like kinds are one disagreement where they rest on the same words of an article: who says 4.15 stands
against everyone who says 3.15, and all of them stand in one row.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.compare.model import Comparison, Evidence, Link, Side, Span

INTERNAL = "internal"
TIERS = ("conflict", "check", INTERNAL)
# Kinds that may tell one disagreement in two ways.
_LIKE = {"date": "number", "place": "name", "antonym": "negation"}
# Kinds whose values are words out of a sentence; two figures in one passage are two.
_OF_WORDS = frozenset({"negation", "antonym", "modality"})
_latest: "list[tuple[Comparison, tuple[FindingGroup, ...]]]" = []


@dataclass(frozen=True, slots=True)
class GroupSide:
    """What one article says in a disagreement: where, the words that differ, and the value they tell.

    Sides of one `camp` do not contradict each other; camps are numbered from 0 in the order of the articles. `spans`
    are code points into the article's text, none where words are missing.
    """

    side: Side
    spans: tuple[Span, ...]
    value: str
    camp: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """One disagreement wherever it shows.

    `links` are worst first and never none; `numbers` index `Comparison.links`. `sides` are those who take part, in
    the order of the articles and their text. The tier is that of the worst link.
    """

    links: tuple[Link, ...]
    numbers: tuple[int, ...]
    sides: tuple[GroupSide, ...]

    @property
    def link(self) -> Link:
        """The worst of the links, which stands for all."""
        return self.links[0]

    @property
    def reason(self) -> str:
        """What differs, as one sentence; of more than two sides, by the numbers of the articles from 1."""
        return _by_articles(self.link, self.sides) if len(self.sides) > 2 else self.link.reason

    def verdict(self, verdicts: Mapping[str, str]) -> str | None:
        """The verdict that all of its links have; None where one has another, or none."""
        given = {verdicts.get(link.id) for link in self.links}
        return given.pop() if len(given) == 1 else None


def grouped(comparison: Comparison) -> tuple[FindingGroup, ...]:
    """The findings of a comparison, conflicts before checks before internal ones, worst first in each."""
    # Remembered by identity: to hash a whole comparison takes longer than to group it.
    if not _latest or _latest[0][0] is not comparison:
        _latest[:] = [(comparison, _grouped(comparison))]
    return _latest[0][1]


def group_of(comparison: Comparison, link: Link) -> FindingGroup | None:
    """The group a finding belongs to; None for an overlap."""
    return next((group for group in grouped(comparison) if link in group.links), None)


def _grouped(comparison: Comparison) -> tuple[FindingGroup, ...]:
    links = comparison.links
    findings = [number for number, link in enumerate(links) if link.relation == "conflict" and link.tier in TIERS]
    groups = [_group(links, numbers) for numbers in _united(findings, _bonds(links, findings))]
    return tuple(sorted(groups, key=lambda group: (TIERS.index(group.link.tier or ""), *_worst_first(group.link))))


def _group(links: Sequence[Link], numbers: Collection[int]) -> FindingGroup:
    ordered = sorted(numbers, key=lambda number: (TIERS.index(links[number].tier or ""), *_worst_first(links[number])))
    chosen = tuple(links[number] for number in ordered)
    return FindingGroup(chosen, tuple(ordered), _sides(chosen))


def _worst_first(link: Link) -> tuple[float, float, int, int, int]:
    return -link.severity, -link.score, link.a.article, link.a.first, link.b.article


def _bonds(links: Sequence[Link], numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs of findings that are of one disagreement."""
    worded: defaultdict[tuple[bool, str, int], list[tuple[Span, int]]] = defaultdict(list)
    valued: dict[tuple[object, ...], int] = {}
    for number in numbers:
        link = links[number]
        inside = link.tier == INTERNAL
        for article, span in _worded(link):
            worded[inside, _LIKE.get(link.kind, link.kind), article].append((span, number))
        for key in _valued(link):
            yield valued.setdefault((inside, link.kind, *key), number), number
    for found in worded.values():
        yield from _sharing(sorted(found))


def _worded(link: Link) -> Iterator[tuple[int, Span]]:
    """The words of each article that a finding rests on."""
    for evidence in link.evidence:
        for side, span in ((link.a, evidence.a), (link.b, evidence.b)):
            if span[0] < span[1]:
                yield side.article, span


def _valued(link: Link) -> Iterator[tuple[object, ...]]:
    """What a finding shares with others of the same values: a passage, or of names nothing more.

    The same two figures may differ over two different matters; no values say nothing of the matter.
    """
    if any(link.values):
        values = frozenset(link.values)
        if link.kind == "name":
            yield (values,)
        else:
            for side in (link.a, link.b):
                yield from ((values, side.article, passage) for passage in range(side.first, side.last + 1))


def _sharing(found: Sequence[tuple[Span, int]]) -> Iterator[tuple[int, int]]:
    """Neighbours among spans, in their order, that have words in common."""
    reach, holder = -1, -1
    for (start, end), number in found:
        if start < reach:
            yield holder, number
        if end > reach:
            reach, holder = end, number


def _united(numbers: Iterable[int], bonds: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers parted into those that bonds join, directly or through others."""
    head = {number: number for number in numbers}

    def root(number: int) -> int:
        while head[number] != number:
            head[number] = number = head[head[number]]
        return number

    for one, other in bonds:
        head[root(other)] = root(one)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for number in head:
        parts[root(number)].append(number)
    return list(parts.values())


def _sides(links: Sequence[Link]) -> tuple[GroupSide, ...]:
    """Who takes part in a disagreement: the sides of its links, those on the same words of an article as one."""
    found: list[tuple[Side, list[Span], str]] = []
    against: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        one = _placed(found, link.a, _spans(link.evidence, first=True), link.values[0])
        other = _placed(found, link.b, _spans(link.evidence, first=False), link.values[1], but=one)
        against[one].add(other)
        against[other].add(one)
    order = sorted(range(len(found)), key=lambda at: (found[at][0].article, found[at][0].start))
    camp_of = _camped(order, against)
    sides = tuple(GroupSide(found[at][0], tuple(found[at][1]), found[at][2], camp_of[at]) for at in order)
    return sides if links[0].kind not in _OF_WORDS else tuple(_told_together(sides))


def _told_together(sides: Iterable[GroupSide]) -> list[GroupSide]:
    """The sides with those of one camp in one passage as one: what is denied there is denied in several words."""
    kept: list[GroupSide] = []
    for side in sides:
        place = side.side.article, side.side.first, side.camp
        at = next((n for n, one in enumerate(kept) if (one.side.article, one.side.first, one.camp) == place), None)
        if at is None:
            kept.append(side)
        else:
            kept[at] = replace(kept[at], spans=tuple(sorted({*kept[at].spans, *side.spans})))
    return kept


def _camped(order: Iterable[int], against: Mapping[int, Collection[int]]) -> dict[int, int]:
    """The camp of each side: the first one in which it contradicts nobody."""
    camps: list[set[int]] = []
    camp_of: dict[int, int] = {}
    for at in order:
        number = next((n for n, camp in enumerate(camps) if camp.isdisjoint(against[at])), len(camps))
        if number == len(camps):
            camps.append(set())
        camps[number].add(at)
        camp_of[at] = number
    return camp_of


def _spans(evidence: Sequence[Evidence], *, first: bool) -> list[Span]:
    spans = [one.a if first else one.b for one in evidence]
    return [span for span in spans if span[0] < span[1]]


def _placed(found: list[tuple[Side, list[Span], str]], side: Side, spans: list[Span], value: str, but: int = -1) -> int:
    """Which of the sides found, number `but` aside, this one is; it is added where it is none of them."""
    for at, (other, words, said) in enumerate(found):
        if other.article != side.article or at == but:
            continue
        near = other.first <= side.last and side.first <= other.last
        if any(one[0] < two[1] and two[0] < one[1] for one in words for two in spans) or (near and said == value):
            words.extend(span for span in spans if span not in words)
            return at
    found.append((side, list(spans), value))
    return len(found) - 1


def _by_articles(link: Link, sides: Sequence[GroupSide]) -> str:
    """The reason of a link, told of all who take part: "4.15am in 2; 3.15 this morning in 1 and 3"."""
    for opening, closing in (("“", "”"), ("", "")):
        one, other = (f"{opening}{value}{closing}" for value in link.values)
        start, told, rest = link.reason.partition(f"{one} in one, {other} in the other")
        if told:
            camps = _camps(link, sides)
            said = "; ".join(f"{opening}{value}{closing} in {_and(articles)}" for value, articles in camps)
            return f"{start}{said}{rest.replace(', both ', ', all ', 1)}"
    return link.reason


def _camps(link: Link, sides: Sequence[GroupSide]) -> Iterator[tuple[str, list[int]]]:
    """The value that each camp tells, as the link writes it where it is its, and the articles of the camp."""
    for camp in sorted({side.camp for side in sides}):
        own = [side for side in sides if side.camp == camp]
        value = next((side.value for side in own if side.value in link.values), own[0].value)
        yield value, sorted({side.side.article + 1 for side in own})


def _and(numbers: Sequence[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last
