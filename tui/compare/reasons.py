"""One sentence that says why a link is there."""

from collections.abc import Sequence

from tui.compare.kinds import longest_run
from tui.compare.model import Evidence, OverlapKind
from tui.compare.tokens import Token

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
    longest = sorted(evidence, key=lambda span: span.a[0] - span.a[1])[:_SHOWN]
    shared = [text[span.a[0] : span.a[1]] for span in sorted(longest, key=lambda span: span.a)]
    return "the same in other words" + (f"; both have {_listed(shared)}" if shared else "")


def _listed(shared: Sequence[str]) -> str:
    cut = [" ".join(words.split()) for words in shared]
    cut = [words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…" for words in cut]
    return ", ".join(f"“{words.strip('“”')}”" for words in cut)
