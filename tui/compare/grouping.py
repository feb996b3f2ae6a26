"""Findings as an editor counts them: one difference is one, however many pairs of articles show it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.compare.model import Comparison, Link

INTERNAL = "internal"
TIERS = ("conflict", "check", INTERNAL)
_latest: "list[tuple[Comparison, tuple[FindingGroup, ...]]]" = []


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """One difference wherever it shows: links of one kind with the same values that meet in passages.

    `links` are worst first and never none; `numbers` index `Comparison.links`.
    """

    links: tuple[Link, ...]
    numbers: tuple[int, ...]

    @property
    def link(self) -> Link:
        """The worst of the links, which stands for all."""
        return self.links[0]

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


def _grouped(comparison: Comparison) -> tuple[FindingGroup, ...]:
    alike: defaultdict[tuple[str, str, frozenset[str]], list[int]] = defaultdict(list)
    for number, link in enumerate(comparison.links):
        if link.relation == "conflict" and link.tier in TIERS:
            alike[link.tier, link.kind, frozenset(link.values)].append(number)
    groups = [
        _group(comparison.links, numbers) for some in alike.values() for numbers in _meeting(comparison.links, some)
    ]
    return tuple(sorted(groups, key=lambda group: (TIERS.index(group.link.tier or ""), *_worst_first(group.link))))


def group_of(comparison: Comparison, link: Link) -> FindingGroup | None:
    """The group a finding belongs to; None for an overlap."""
    return next((group for group in grouped(comparison) if link in group.links), None)


def _group(links: Sequence[Link], numbers: Sequence[int]) -> FindingGroup:
    ordered = sorted(numbers, key=lambda number: _worst_first(links[number]))
    return FindingGroup(tuple(links[number] for number in ordered), tuple(ordered))


def _worst_first(link: Link) -> tuple[float, float, int, int, int]:
    return -link.severity, -link.score, link.a.article, link.a.first, link.b.article


def _meeting(links: Sequence[Link], numbers: Sequence[int]) -> list[list[int]]:
    """The links parted into those that meet, directly or through others, in a passage."""
    groups: list[tuple[set[tuple[int, int]], list[int]]] = []
    for number in numbers:
        places = _places(links[number])
        # The same two figures may differ over two different matters; no values say nothing of the matter.
        joined = [group for group in groups if any(links[number].values) and not places.isdisjoint(group[0])]
        groups = [group for group in groups if group not in joined]
        groups.append(
            (places.union(*(group[0] for group in joined)), [*(n for group in joined for n in group[1]), number])
        )
    return [members for _, members in groups]


def _places(link: Link) -> set[tuple[int, int]]:
    return {(side.article, n) for side in (link.a, link.b) for n in range(side.first, side.last + 1)}
