"""Which words of two texts correspond: first the longest common subsequence, then what it leaves over."""

from bisect import bisect_left
from collections.abc import Sequence
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
    taken = set(paired.values())
    left = [i for i, token in enumerate(a) if not token.stop and i not in paired]
    right = [j for j, token in enumerate(b) if not token.stop and j not in taken]
    scale = len(b) / max(1, len(a))
    for pair in (_by_norm, _by_stem, _by_spelling, _by_meaning):
        if not left or not right:
            break
        found = pair(a, b, left, right, scale)
        if found:
            paired.update(found)
            used = set(found.values())
            left = [i for i in left if i not in found]
            right = [j for j in right if j not in used]
    _pair_neighbours(a, b, paired)
    return paired


def _common(a: Sequence[Token], b: Sequence[Token]) -> Paired:
    """The longest common subsequence of equal words."""
    paired: Paired = {}
    for block in LCSseq.editops([token.norm for token in a], [token.norm for token in b]).as_matching_blocks():
        for k in range(block.size):
            paired[block.a + k] = block.b + k
    return paired


Free = list[int]


def _by_norm(a: Sequence[Token], b: Sequence[Token], left: Free, right: Free, scale: float) -> Paired:
    return _equal([(i, a[i].norm) for i in left], [(j, b[j].norm) for j in right], scale)


def _by_stem(a: Sequence[Token], b: Sequence[Token], left: Free, right: Free, scale: float) -> Paired:
    return _equal([(i, a[i].stem) for i in left], [(j, b[j].stem) for j in right], scale)


def _equal(left: list[tuple[int, str]], right: list[tuple[int, str]], scale: float) -> Paired:
    """Pairs words of equal key, the nearest by relative place first."""
    places: dict[str, list[int]] = {}
    for j, key in right:
        places.setdefault(key, []).append(j)
    found: Paired = {}
    for i, key in left:
        held = places.get(key)
        if held:
            nearest = held[0] if len(held) == 1 else min(held, key=lambda j: abs(j - i * scale))
            found[i] = nearest
            held.remove(nearest)
    return found


def _by_spelling(a: Sequence[Token], b: Sequence[Token], left: Free, right: Free, scale: float) -> Paired:
    """Pairs words spelt nearly alike (Jaro-Winkler)."""
    words_b: dict[str, list[tuple[int, str]]] = {}
    for j in right:
        norm = b[j].norm
        if len(norm) >= _FUZZY_LETTERS and norm.isalpha():
            words_b.setdefault(norm[0], []).append((j, norm))
    scored = []
    for i in left:
        one = a[i].norm
        for j, two in words_b.get(one[0], ()):
            if len(one) >= _FUZZY_LETTERS and one.isalpha():
                score = JaroWinkler.normalized_similarity(one, two, score_cutoff=_FUZZY)
                if score > 0:
                    scored.append((-score, abs(j - i * scale), i, j))
    return _best(scored)


def _by_meaning(a: Sequence[Token], b: Sequence[Token], left: Free, right: Free, scale: float) -> Paired:
    """Pairs words that may stand for each other."""
    stems = {b[j].stem for j in right}
    scored = []
    for i in left:
        known = synonyms(a[i].stem)
        if not known or stems.isdisjoint(known):
            continue
        for j in right:
            score = known.get(b[j].stem, 0.0)
            if score >= _SYNONYM:
                scored.append((-score, abs(j - i * scale), i, j))
    return _best(scored)


def _best(scored: list[tuple[float, float, int, int]]) -> Paired:
    """Pairs the best scored first, each word once."""
    found: Paired = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _pair_neighbours(a: Sequence[Token], b: Sequence[Token], paired: Paired) -> None:
    """Pairs equal function words that stand beside words already paired with each other."""
    taken = set(paired.values())
    for step in (1, -1):
        for start in sorted(paired, reverse=step < 0):
            i, j = start + step, paired[start] + step
            while 0 <= i < len(a) and i not in paired and 0 <= j < len(b) and j not in taken and a[i].norm == b[j].norm:
                paired[i] = j
                taken.add(j)
                i, j = i + step, j + step


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
