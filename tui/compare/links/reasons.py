"""One sentence that says why a link is there."""

from bisect import insort
from collections.abc import Iterable, Sequence

from tui.compare.links.kinds import longest_run
from tui.compare.model import Evidence, OverlapKind, Span
from tui.compare.text.tokens import Token, is_function_word, tokenise

_SHOWN = 3
_LONGEST = 48


def overlap_reason(
    kind: OverlapKind, a: Sequence[Token], b: Sequence[Token], text: str, evidence: Sequence[Evidence]
) -> str:
    """Why two stretches overlap; `text` is what the spans of side a count in."""
    if kind == "verbatim":
        return f"the same {len(a)} words" if len(a) > 1 else "the same word"
    if kind == "near-verbatim":
        row = longest_run([token.norm for token in a], [token.norm for token in b])
        return f"nearly the same wording, {row} words in a row equal"
    there = f" {' '.join([token.norm for token in b])} "
    shared = [words for _, words in sorted(_longest(a, [piece.a for piece in evidence], text, there))]
    return "the same in other words" + (f"; both have {_listed(shared)}" if shared else "")


def agreeing(told: Iterable[tuple[str, str]]) -> str:
    """What a reason adds of figures that the two sides tell in different ways."""
    pairs = dict.fromkeys((one, other) for one, other in told if _norms(one) != _norms(other))
    return "".join(f"; {_listed([one])} for {_listed([other])}" for one, other in [*pairs][:_SHOWN])


def _norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(text)]


def _longest(tokens: Sequence[Token], spans: Sequence[Span], text: str, there: str) -> list[tuple[Span, str]]:
    """The longest of what the spans have in common with `there`, the first of those as long."""
    at = {token.start: place for place, token in enumerate(tokens)}
    found: list[tuple[int, int, str]] = []
    for size, number in sorted((start - end, number) for number, (start, end) in enumerate(spans)):
        # What is in common is no longer than its span, and the longest spans come first.
        if len(found) >= _SHOWN and found[_SHOWN - 1][0] < size:
            break
        start, end = spans[number]
        words = _literal(tokens, at[start], end, text, there)
        if words:
            insort(found, (-len(words), number, words))
    return [(spans[number], words) for _, number, words in found[:_SHOWN]]


def _literal(tokens: Sequence[Token], start: int, end: int, text: str, there: str) -> str:
    """The longest row of the tokens from `start` on, up to place `end`, that is in `there` word for word.

    Evidence pairs synonyms and inflections too; what both are said to have, both must have. Function words alone do
    not count.
    """
    last = start
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    tokens = tokens[start:last]
    norms = [token.norm for token in tokens]
    for size in range(len(norms), 0, -1):
        for first in range(len(norms) - size + 1):
            last = first + size
            if f" {' '.join(norms[first:last])} " in there and not all(map(_is_small, tokens[first:last])):
                return text[tokens[first].start : tokens[last - 1].end]
    return ""


def _is_small(token: Token) -> bool:
    """Whether a word is a function word of English, the language of the reasons."""
    return is_function_word(token.text, "en")


def _listed(shared: Sequence[str]) -> str:
    cut = [" ".join(words.split()) for words in shared]
    cut = [words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…" for words in cut]
    return ", ".join(f"“{words.strip('“”')}”" for words in cut)
