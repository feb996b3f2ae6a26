"""Kinds of things that exclude each other where both texts leave one gap: a train and a helicopter."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tui.compare.conflicts.lexicon import lemma, rows_of


class Group(NamedTuple):
    """One group of a family of kinds: what the family tells ("cause", "place"), its number and the group's."""

    tells: str
    family: int
    number: int


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[Group]]:
    """The groups each lemma stands in."""
    found: dict[str, set[Group]] = {}
    for family, line in enumerate(rows_of("kinds.txt")):
        tells, listed = line.split(":", 1)
        for number, words in enumerate(listed.split("|")):
            for word in words.split():
                found.setdefault(lemma(word), set()).add(Group(tells, family, number))
    return {word: frozenset(groups) for word, groups in found.items()}


_NONE: frozenset[Group] = frozenset()


def groups_of(lemmas: Iterable[str]) -> frozenset[Group]:
    """The groups that any of the lemmas stands in."""
    known = _groups()
    return _NONE.union(*[known[word] for word in lemmas if word in known])


def excluding(one: Iterable[str], other: Iterable[str]) -> str:
    """What two fillers of one gap tell in which they exclude each other, "" where they may be one thing."""
    ours, theirs = groups_of(one), groups_of(other)
    for group in sorted(ours):
        rivals = [there for there in theirs if there.family == group.family]
        own = {here.number for here in ours if here.family == group.family}
        if rivals and own.isdisjoint(there.number for there in rivals):
            return group.tells
    return ""
