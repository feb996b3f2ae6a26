"""Names spelt two ways in one article, or nearly like a better-known name."""

from collections import Counter
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui.compare.checks.remark import Remark
from tui.compare.text.background import background
from tui.compare.text.profiles import profiles_of
from tui.compare.text.tokens import Token
from tui.story.model import Article

_LETTERS = 6
_EDITS = 2
# Sentences of the background that a name must stand in to be the one that was meant.
_WELL_KNOWN = 10


def find(article: Article) -> list[Remark]:
    """A remark at the first place of each suspect spelling."""
    first: dict[str, tuple[Token, int]] = {}
    counts: Counter[str] = Counter()
    for passage, profile in zip(article.passages, profiles_of(article), strict=True):
        if passage.kind == "boilerplate":
            continue
        for token in profile.tokens:
            if token.stem in profile.names and token.norm.isalpha() and len(token.stem) >= _LETTERS:
                first.setdefault(token.norm, (token, passage.start))
                counts[token.norm] += 1
    found = []
    for norm, (token, start) in first.items():
        if token.stem in background().stems:
            continue
        other = _other_spelling(norm, counts) or _known_spelling(token)
        if other:
            shown = first[other][0].text if other in first else other.capitalize()
            span = (start + token.start, start + token.end)
            found.append(Remark("name", span, f"“{token.text}” or “{shown}”? The two spellings are close"))
    return found


def _other_spelling(norm: str, counts: Counter[str]) -> str | None:
    """A spelling in the same article that is more common, or as common and earlier."""
    order = list(counts)
    for other in order:
        rarer = (counts[norm], -order.index(norm)) < (counts[other], -order.index(other))
        if rarer and norm != other and _alike(norm, other):
            return other
    return None


def _known_spelling(token: Token) -> str | None:
    """A name of the background news that an unknown word is nearly spelt like."""
    if len(token.stem) <= _LETTERS:
        return None
    match = process.extractOne(token.stem, _well_known(), scorer=OSA.distance, score_cutoff=1)
    return match[0] if match and _alike(token.stem, match[0]) else None


@cache
def _well_known() -> tuple[str, ...]:
    known = background()
    return tuple(sorted(name for name in known.names if known.stems[name] >= _WELL_KNOWN))


def _alike(one: str, two: str) -> bool:
    """Few letters apart, and neither a form of the other ("Iran", "Iranian")."""
    if one.startswith(two) or two.startswith(one) or one[0] != two[0]:
        return False
    edits = OSA.distance(one, two, score_cutoff=_EDITS)
    longest = max(len(one), len(two))
    # An ending of another form ("Israeli", "Israelis", "European", "Europeans") is no misspelling.
    stems_differ = one[: min(len(one), len(two)) - 2] != two[: min(len(one), len(two)) - 2]
    return 0 < edits <= (1 if longest < 8 else _EDITS) and stems_differ
