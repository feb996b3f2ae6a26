"""One sentence that says why a link is there."""

from collections.abc import Sequence
from itertools import takewhile

from tui.compare.kinds import longest_run
from tui.compare.model import Evidence, OverlapKind
from tui.compare.tokens import Token, is_function_word

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
    at = {token.start: place for place, token in enumerate(a)}
    literal = [(span.a, _literal(a[at[span.a[0]] :], span.a[1], text, there)) for span in evidence]
    longest = sorted((pair for pair in literal if pair[1]), key=lambda pair: -len(pair[1]))[:_SHOWN]
    shared = [words for _, words in sorted(longest)]
    return "the same in other words" + (f"; both have {_listed(shared)}" if shared else "")


def _literal(tokens: Sequence[Token], end: int, text: str, there: str) -> str:
    """The longest row of the first tokens, up to `end`, that is in `there` word for word.

    Evidence pairs synonyms and inflections too; what both are said to have, both must have. Function words alone do
    not count.
    """
    norms = [token.norm for token in takewhile(lambda token: token.end <= end, tokens)]
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
