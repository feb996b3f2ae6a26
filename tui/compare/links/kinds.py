"""How alike the wording of two overlapping stretches is, by written rules.

- `verbatim`: one run of the same words covers nearly all the words of both sides;
- `near-verbatim`: words put in, left out or exchanged are few: the Indel similarity of the two word
  sequences (twice the longest common subsequence, over the sum of lengths) is high;
- `paraphrase`: everything else.
"""

from collections.abc import Sequence

from rapidfuzz.distance import Indel, LCSseq

from tui.compare.model import OverlapKind
from tui.compare.text.tokens import Token

VERBATIM_SHARE = 0.95
NEAR_SIMILARITY = 0.7
# Two or three words that happen to be equal are no copied wording.
_FEWEST_WORDS = 4
# With more pairs of equal words than this a text says its words over and over.
_MANY_PLACES = 20_000
# Small words that stand with names: titles, and what is done to say whose words are quoted.
_WITH_NAMES = frozenset(["former", "late", "acting", "then", "said", "says", "told", "added"])


def kind_of(a: Sequence[Token], b: Sequence[Token]) -> OverlapKind:
    """The kind of overlap between two stretches that speak of the same."""
    if min(len(a), len(b)) < _FEWEST_WORDS and len(a) != len(b):
        return "paraphrase"
    norms_a, norms_b = [token.norm for token in a], [token.norm for token in b]
    longest = max(len(a), len(b), 1)
    nearly_all = VERBATIM_SHARE * longest
    # The longest run takes time in the square of a text that says one word over and over; a subsequence does not.
    if LCSseq.similarity(norms_a, norms_b) >= nearly_all and (
        norms_a == norms_b or longest_run(norms_a, norms_b) >= nearly_all
    ):
        return "verbatim"
    return "near-verbatim" if Indel.normalized_similarity(norms_a, norms_b) >= NEAR_SIMILARITY else "paraphrase"


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest run of equal words."""
    best = 0
    ending: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        places.setdefault(word, []).append(j)
    if sum(len(places.get(word, ())) for word in a) > _MANY_PLACES:
        return run_by_automaton(a, b)
    for word in a:
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max(best, max(ending.values(), default=0))
    return best


def run_by_automaton(a: Sequence[str], b: Sequence[str]) -> int:
    """`longest_run` in time that grows with the lengths, however often words are said again.

    The suffix automaton of `b` (Blumer et al., 1985) is walked along `a`.
    """
    steps, lengths, back = _automaton(b)
    best = state = size = 0
    for word in a:
        while state and word not in steps[state]:
            state = back[state]
            size = lengths[state]
        if word in steps[state]:
            state, size = steps[state][word], size + 1
        best = max(best, size)
    return best


def _automaton(words: Sequence[str]) -> tuple[list[dict[str, int]], list[int], list[int]]:
    """The suffix automaton of `words`: for each state its steps, its longest row and the state of shorter ones."""
    steps: list[dict[str, int]] = [{}]
    lengths, back, last = [0], [-1], 0
    for word in words:
        new = len(steps)
        steps.append({})
        lengths.append(lengths[last] + 1)
        back.append(0)
        state, last = last, new
        while state >= 0 and word not in steps[state]:
            steps[state][word] = new
            state = back[state]
        if state < 0:
            continue
        onward = steps[state][word]
        if lengths[onward] > lengths[state] + 1:
            split = len(steps)
            steps.append(dict(steps[onward]))
            lengths.append(lengths[state] + 1)
            back.append(back[onward])
            while state >= 0 and steps[state].get(word) == onward:
                steps[state][word] = split
                state = back[state]
            back[onward] = onward = split
        back[new] = onward
    return steps, lengths, back


def is_name(tokens: Sequence[Token]) -> bool:
    """Whether words in a sentence are a name and a title: all but function words begin with a capital.

    A name has to be given as it is, so that two newsrooms have it in common without copying.
    """
    telling = [token for token in tokens if not token.stop and token.norm not in _WITH_NAMES]
    return bool(telling) and all(token.text[0].isupper() for token in telling)
