"""Which words of two texts correspond: first the longest common subsequence, then what it leaves over."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler, LCSseq

from tui.compare.synonyms import synonyms
from tui.compare.tokens import Token, tokenise

Pairing = list[tuple[int, int]]
Paired = dict[int, int]

_FUZZY = 0.88
_FUZZY_LETTERS = 4
_SYNONYM = 0.2
# Words left over between two pairs are taken to correspond where each side has at most so many.
_GAP = 2
# A lone content word on each side of a gap no longer than this in all corresponds to the other.
_LOOSE_GAP = 5


def align_words(tokens_a: Sequence[str], tokens_b: Sequence[str]) -> Pairing:
    """Which words correspond: pairs of indexes into two tokenised texts, in order of the first.

    The tokens may be cut in any way, punctuation included; each corresponds to at most one. Where the words
    around them correspond, different words in the same place do so too.
    """
    a, b = [_as_token(word) for word in tokens_a], [_as_token(word) for word in tokens_b]
    paired = _paired(a, b)
    _pair_gaps(a, b, paired)
    return sorted(paired.items())


def align_tokens(tokens_a: Sequence[Token], tokens_b: Sequence[Token]) -> Pairing:
    """Which tokens say the same, each paired at most once, in order of the first text.

    The longest common subsequence of equal words comes first. Content words it leaves over are then paired
    across the order of the text by word, by stem, by near spelling, by synonym; function words only beside
    a pair that is already there.
    """
    return sorted(_paired(tokens_a, tokens_b).items())


def _as_token(word: str) -> Token:
    found = tokenise(word)
    if len(found) == 1:
        return found[0]._replace(start=0, end=len(word), text=word)
    norm = word.casefold()
    return Token(0, len(word), word, norm, norm, not found)


def _paired(a: Sequence[Token], b: Sequence[Token]) -> Paired:
    paired = _common(a, b)
    _pair_equal(a, b, paired, lambda token: token.norm)
    _pair_equal(a, b, paired, lambda token: token.stem)
    _pair_scored(a, b, paired, _spelling)
    _pair_scored(a, b, paired, _meaning)
    _pair_neighbours(a, b, paired)
    return paired


def _common(a: Sequence[Token], b: Sequence[Token]) -> Paired:
    """The longest common subsequence of equal words."""
    paired: Paired = {}
    for block in LCSseq.opcodes([token.norm for token in a], [token.norm for token in b]):
        if block.tag == "equal":
            size = block.src_end - block.src_start
            paired.update((block.src_start + k, block.dest_start + k) for k in range(size))
    return paired


def _free(tokens: Sequence[Token], used: set[int]) -> list[int]:
    return [k for k, token in enumerate(tokens) if k not in used and not token.stop]


def _pair_equal(a: Sequence[Token], b: Sequence[Token], paired: Paired, key: Callable[[Token], str]) -> None:
    """Pairs free content words of equal key, the nearest by relative place first."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in _free(b, set(paired.values())):
        places[key(b[j])].append(j)
    if not places:
        return
    scale = len(b) / max(1, len(a))
    for i in _free(a, set(paired)):
        found = places.get(key(a[i]))
        if found:
            nearest = min(found, key=lambda j: abs(j - i * scale))
            paired[i] = nearest
            found.remove(nearest)


def _spelling(one: Token, two: Token) -> float:
    """How nearly alike two words are spelt (Jaro-Winkler); 0 where they are too far apart to be one."""
    if one.norm[0] != two.norm[0] or min(len(one.norm), len(two.norm)) < _FUZZY_LETTERS:
        return 0.0
    if not (one.norm.isalpha() and two.norm.isalpha()):
        return 0.0
    return JaroWinkler.normalized_similarity(one.norm, two.norm, score_cutoff=_FUZZY)


def _meaning(one: Token, two: Token) -> float:
    score = synonyms(one.stem).get(two.stem, 0.0)
    return score if score >= _SYNONYM else 0.0


def _pair_scored(
    a: Sequence[Token], b: Sequence[Token], paired: Paired, score: Callable[[Token, Token], float]
) -> None:
    """Pairs free content words that score above 0, the best first, then the nearest by relative place."""
    free_b = _free(b, set(paired.values()))
    if not free_b:
        return
    scale = len(b) / max(1, len(a))
    scored = [
        (-value, abs(j - i * scale), i, j)
        for i in _free(a, set(paired))
        for j in free_b
        if (value := score(a[i], b[j])) > 0
    ]
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)


def _pair_neighbours(a: Sequence[Token], b: Sequence[Token], paired: Paired) -> None:
    """Pairs equal function words that stand beside words already paired with each other."""
    taken = set(paired.values())
    for step, order in ((1, range(len(a))), (-1, range(len(a) - 1, -1, -1))):
        for i in order:
            if i in paired or i - step not in paired:
                continue
            j = paired[i - step] + step
            if 0 <= j < len(b) and j not in taken and a[i].norm == b[j].norm:
                paired[i] = j
                taken.add(j)


def _pair_gaps(a: Sequence[Token], b: Sequence[Token], paired: Paired) -> None:
    """Pairs what is left over between two pairs that follow each other in both texts."""
    for (i, j), (k, m) in pairwise([(-1, -1), *_ascending(paired), (len(a), len(b))]):
        taken = set(paired.values())
        left = [x for x in range(i + 1, k) if x not in paired]
        right = [y for y in range(j + 1, m) if y not in taken]
        if len(left) == len(right) <= _GAP:
            paired.update((x, y) for x, y in zip(left, right, strict=True) if _same_class(a[x], b[y]))
        elif len(left) + len(right) <= _LOOSE_GAP:
            content_a = [x for x in left if not a[x].stop]
            content_b = [y for y in right if not b[y].stop]
            if len(content_a) == len(content_b) == 1:
                paired[content_a[0]] = content_b[0]


def _same_class(one: Token, two: Token) -> bool:
    """Both punctuation, both function words, or both content words."""
    return one.stop == two.stop and one.norm[:1].isalnum() == two.norm[:1].isalnum()


def _ascending(paired: Paired) -> Pairing:
    """The longest chain of pairs that is in order in both texts (patience sorting)."""
    pairs = sorted(paired.items())
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for k, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        tails[place : place + 1] = [j]
        ends[place : place + 1] = [k]
        before[k] = ends[place - 1] if place else -1
    chain: Pairing = []
    k = ends[-1] if ends else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]
