"""A whole against a part of it, and a first rank against a lower one, where all the rest is the same."""

from collections.abc import Iterator

from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

# At least how much of two texts must correspond, as `Pair.likeness` counts it.
LEAST_ALIKE = 0.6
_ALL = frozenset(listed("all both every each"))
_RATING = 0.85
# Tokens between "all" and what it is of: "all 14 crew members", "all of the crew".
_REACH = 3
_RANKS = frozenset(
    listed(
        "largest biggest highest lowest smallest oldest youngest richest poorest tallest longest shortest fastest "
        "slowest deepest busiest strongest weakest deadliest worst best wealthiest heaviest hottest coldest "
        "wettest driest"
    )
)


def portions(pair: Pair) -> list[Candidate]:
    """Such as "all 14 were rescued", "eleven of the 14 were rescued"; or "the largest", "the third-largest"."""
    if pair.likeness < LEAST_ALIKE:
        return []
    found = []
    for text, other, mapping, back, first in (
        (pair.a, pair.b, pair.to_b, pair.to_a, True),
        (pair.b, pair.a, pair.to_a, pair.to_b, False),
    ):
        for own, there in (*_parts(text, other, mapping), *_ranks(text, other, mapping)):
            if _else_alike(text, own, mapping) and _else_alike(other, there, back):
                found.append(_candidate(pair, *((own, there) if first else (there, own))))
    found += [_candidate(pair, (i, i + 1), (j, j + 1)) for i, j in _two_ranks(pair)]
    return found[:1]


def may_portion(a: Text, b: Text) -> bool:
    """Whether one of two texts tells a part or a rank, so that the other may tell the whole or a higher one."""
    return _tells_part(a) or _tells_part(b) or bool(_ordinals(a) and _ordinals(b))


@noted
def _tells_part(text: Text) -> bool:
    if any(_part_of(text, quantity.last) for quantity in text.quantities):
        return True
    return any(_rank_at(text, at + 1) for at in _ordinals(text))


@noted
def _ordinals(text: Text) -> frozenset[int]:
    """The tokens that tell a place in a row; "second" may be one, though it is a unit of time elsewhere."""
    found = {q.first for q in text.quantities if q.kind == "ordinal" and q.last == q.first + 1}
    if "second" in text.norms:
        found.update(at for at, token in enumerate(text.tokens) if token.norm == "second")
    return frozenset(found)


def _part_of(text: Text, at: int) -> bool:
    return [token.norm for token in text.tokens[at : at + 2]] == ["of", "the"]


def _rank_at(text: Text, at: int) -> bool:
    """Whether a superlative stands at a token: "largest"."""
    return at < len(text.tokens) and text.tokens[at].norm in _RANKS


def _parts(text: Text, other: Text, mapping: dict[int, int]) -> Iterator[tuple[Run, Run]]:
    """A part told as "eleven of the 14 crew", and the "all" before the same words in the other text."""
    for quantity in text.quantities:
        if quantity.kind != "count" or not quantity.value or not _part_of(text, quantity.last):
            continue
        whole = next((mapping[at] for at in range(quantity.last + 2, quantity.last + 5) if at in mapping), None)
        if whole is None:
            continue
        for at in range(max(0, whole - _REACH), whole):
            if other.tokens[at].norm in _ALL:
                yield (quantity.first, quantity.last), (at, at + 1)


def _ranks(text: Text, other: Text, mapping: dict[int, int]) -> Iterator[tuple[Run, Run]]:
    """An ordinal before a superlative that stands without one in the other text."""
    others = _ordinals(other)
    for at in sorted(_ordinals(text)):
        there = mapping.get(at + 1)
        if there is not None and _rank_at(text, at + 1) and there - 1 not in others:
            yield (at, at + 2), (there, there + 1)


def _two_ranks(pair: Pair) -> Iterator[tuple[int, int]]:
    """Two ordinals at one place of sentences that are else the same: "the first time", "the third time"."""
    if pair.a.headline or pair.b.headline:
        return
    for i in sorted(_ordinals(pair.a)):
        for j in sorted(_ordinals(pair.b)):
            if i in pair.to_b or j in pair.to_a or pair.to_b.get(i + 1) != j + 1:
                continue
            if _else_alike(pair.a, (i, i + 1), pair.to_b) and _else_alike(pair.b, (j, j + 1), pair.to_a):
                yield i, j


def _else_alike(text: Text, run: Run, mapping: dict[int, int]) -> bool:
    """Whether all content words but those of a run correspond."""
    return all(at in mapping or run[0] <= at < run[1] for at in text.content)


def _candidate(pair: Pair, run_a: Run, run_b: Run) -> Candidate:
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    return Candidate(
        "number", "portion", 0.8, run_a, run_b, here, there, "", (words(pair.a, here), words(pair.b, there)),
        rating=_RATING,
    )  # fmt: skip
