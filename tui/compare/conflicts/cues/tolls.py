"""Tolls of nought: "nobody was killed", "no injuries", "without loss of life"."""

from collections.abc import Sequence

from tui.compare.conflicts.cues.quantities import Quantity, role_of
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.text.tokens import Token

_REACH = 6
# What may stand between the negating word and the fate, so that it is nobody's but theirs.
_BETWEEN = frozenset(
    listed(
        "was were is are be been being has have had got of them those us the one people person persons passengers "
        "residents civilians crew staff workers children guests students soldiers officers firefighters reported to"
    )
)
_CASUALTY = lemma("casualties")
_NONE = frozenset(["nobody", "none", "no", "without"])


def noughts(tokens: Sequence[Token], gaps: Sequence[str]) -> tuple[Quantity, ...]:
    """The people a text says there are none of, with their fate, in order; their value is 0."""
    found = []
    for at in [at for at, token in enumerate(tokens) if token.norm in _NONE]:
        hit = _fate(tokens, gaps, at)
        if hit is not None:
            found.append(_nought(tokens, at, hit))
    return tuple(found)


def _fate(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> int | None:
    """The token of the fate that a negating word rules out."""
    for near in range(at + 1, min(len(tokens), at + _REACH)):
        if gaps[near].strip(" -\xa0"):
            return None
        if _fate_of(tokens[near]):
            return near
        if tokens[near].norm not in _BETWEEN:
            return None
    return None


def _fate_of(token: Token) -> str:
    """The fate a word tells of; where there are no casualties, nobody is dead."""
    word = lemma(token.norm)
    return "killed" if word == _CASUALTY else role_of(word)


def _nought(tokens: Sequence[Token], at: int, fate: int) -> Quantity:
    role = _fate_of(tokens[fate])
    return Quantity("count", 0.0, 0.0, 0.0, at, fate + 1, tokens[at].start, tokens[fate].end, role=role, worded=True)
