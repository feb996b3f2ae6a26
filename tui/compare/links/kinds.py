"""How alike the wording of two overlapping stretches is, by written rules.

- `verbatim`: one run of the same words covers nearly all the words of both sides;
- `near-verbatim`: words put in, left out or exchanged are few: the Indel similarity of the two word
  sequences (twice the longest common subsequence, over the sum of lengths) is high;
- `paraphrase`: everything else.
"""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from tui.compare.model import OverlapKind
from tui.compare.text.tokens import Token

VERBATIM_SHARE = 0.95
NEAR_SIMILARITY = 0.7
# Two or three words that happen to be equal are no copied wording.
_FEWEST_WORDS = 4
# Small words that stand with names: titles, and what is done to say whose words are quoted.
_WITH_NAMES = frozenset(["former", "late", "acting", "then", "said", "says", "told", "added"])


def kind_of(a: Sequence[Token], b: Sequence[Token]) -> OverlapKind:
    """The kind of overlap between two stretches that speak of the same."""
    if min(len(a), len(b)) < _FEWEST_WORDS and len(a) != len(b):
        return "paraphrase"
    norms_a, norms_b = [token.norm for token in a], [token.norm for token in b]
    longest = max(len(a), len(b), 1)
    if min(len(a), len(b)) >= VERBATIM_SHARE * longest and longest_run(norms_a, norms_b) >= VERBATIM_SHARE * longest:
        return "verbatim"
    return "near-verbatim" if Indel.normalized_similarity(norms_a, norms_b) >= NEAR_SIMILARITY else "paraphrase"


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest run of equal words."""
    best = 0
    ending: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        places.setdefault(word, []).append(j)
    for word in a:
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max(best, max(ending.values(), default=0))
    return best


def is_name(tokens: Sequence[Token]) -> bool:
    """Whether words in a sentence are a name and a title: all but function words begin with a capital.

    A name has to be given as it is, so that two newsrooms have it in common without copying.
    """
    telling = [token for token in tokens if not token.stop and token.norm not in _WITH_NAMES]
    return bool(telling) and all(token.text[0].isupper() for token in telling)
