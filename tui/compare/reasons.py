"""One sentence that says why a link is there."""

from collections.abc import Sequence

from tui.compare.kinds import longest_run
from tui.compare.model import Evidence, OverlapKind
from tui.compare.tokens import Token, tokenise

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
    there = f" {' '.join(token.norm for token in b)} "
    literal = [(span.a, _literal(text[span.a[0] : span.a[1]], there)) for span in evidence]
    longest = sorted((pair for pair in literal if pair[1]), key=lambda pair: -len(pair[1]))[:_SHOWN]
    shared = [words for _, words in sorted(longest)]
    return "the same in other words" + (f"; both have {_listed(shared)}" if shared else "")


def _literal(words: str, there: str) -> str:
    """The longest row of `words` that stands in `there` word for word, function words alone not counting.

    Evidence pairs synonyms and inflections too; what both are said to have, both must have.
    """
    tokens = tokenise(words)
    norms = [token.norm for token in tokens]
    for size in range(len(tokens), 0, -1):
        for first in range(len(tokens) - size + 1):
            last = first + size
            if f" {' '.join(norms[first:last])} " in there and any(not token.stop for token in tokens[first:last]):
                return words[tokens[first].start : tokens[last - 1].end]
    return ""


def _listed(shared: Sequence[str]) -> str:
    cut = [" ".join(words.split()) for words in shared]
    cut = [words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…" for words in cut]
    return ", ".join(f"“{words.strip('“”')}”" for words in cut)
