"""Which words of two texts correspond: first the longest common subsequence, then what it leaves over."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler, LCSseq

from tui.compare.text.synonyms import synonyms
from tui.compare.text.tokens import Token, tokenise

Pairing = list[tuple[int, int]]
Paired = dict[int, int]

FUZZY = 0.88
FUZZY_LETTERS = 4
SYNONYM = 0.2
# Words left over between two pairs are taken to correspond where each side has at most so many.
_GAP = 2
# A lone content word on each side of a gap no longer than this in all corresponds to the other.
_LOOSE_GAP = 5


class Row:
    """The words of a text as alignment needs them, so that a text that is aligned often is looked through once.

    `norms` and `stems` are those of its tokens, `content` the indexes of those that are no function words.
    """

    __slots__ = ("content", "norms", "related", "spelt", "stems", "stops")

    def __init__(self, tokens: Sequence[Token]) -> None:
        """The row of `tokens`."""
        self.norms = [token.norm for token in tokens]
        self.stems = [token.stem for token in tokens]
        self.stops = [token.stop for token in tokens]
        self.content = [at for at, stop in enumerate(self.stops) if not stop]
        self.spelt = {at for at in self.content if is_spelt(self.norms[at])}
        related = ((at, synonyms(self.stems[at])) for at in self.content)
        self.related = {at: known for at, known in related if known}

    @classmethod
    def joined(cls, rows: Sequence["Row"]) -> "Row":
        """The row of texts that stand one after the other."""
        whole = cls(())
        for row in rows:
            by = len(whole.norms)
            whole.norms += row.norms
            whole.stems += row.stems
            whole.stops += row.stops
            whole.content += [by + at for at in row.content]
            whole.spelt.update(by + at for at in row.spelt)
            whole.related.update((by + at, known) for at, known in row.related.items())
        return whole


def is_spelt(norm: str) -> bool:
    """Whether a word is long enough to be told by its spelling."""
    return len(norm) >= FUZZY_LETTERS and norm.isalpha()


def align_words(tokens_a: Sequence[str], tokens_b: Sequence[str]) -> Pairing:
    """Which words correspond: pairs of indexes into two tokenised texts, in order of the first.

    The tokens may be cut in any way, punctuation included; each corresponds to at most one. Where the words
    around them correspond, different words in the same place do so too.
    """
    a, b = (Row([_as_token(word) for word in tokens]) for tokens in (tokens_a, tokens_b))
    paired = _paired(a, b)
    _pair_gaps(a, b, paired)
    return sorted(paired.items())


def align_tokens(tokens_a: Sequence[Token], tokens_b: Sequence[Token]) -> Pairing:
    """Which tokens say the same, each paired at most once, in order of the first text.

    The longest common subsequence of equal words comes first. Content words it leaves over are then paired
    across the order of the text by word, by stem, by near spelling, by synonym; function words only beside
    a pair that is already there.
    """
    return align_rows(Row(tokens_a), Row(tokens_b))


def align_rows(a: Row, b: Row) -> Pairing:
    """`align_tokens` of texts that have been looked through."""
    if a.norms == b.norms:
        return [(at, at) for at in range(len(a.norms))]
    # Of several subsequences as long one is taken: the same one whichever text is given first.
    if (len(a.norms), a.norms) <= (len(b.norms), b.norms):
        return sorted(_paired(a, b).items())
    return sorted((i, j) for j, i in _paired(b, a).items())


class Pairings:
    """The pairings of passages of two articles; those of single ones are worked out once, when first asked for."""

    def __init__(self, a: Sequence[Row], b: Sequence[Row]) -> None:
        """The passages of each article, in order."""
        self._a, self._b = a, b
        self._found: dict[tuple[int, int], Pairing] = {}

    def of(self, i: int, j: int) -> Pairing:
        """How the words of passage `i` of the first article correspond to those of passage `j` of the second."""
        found = self._found.get((i, j))
        if found is None:
            found = self._found[i, j] = align_rows(self._a[i], self._b[j])
        return found

    def of_runs(self, run_a: Sequence[int], run_b: Sequence[int]) -> Pairing:
        """How the words of several passages correspond, counted through from the first of each run."""
        if len(run_a) == len(run_b) == 1:
            return self.of(run_a[0], run_b[0])
        a, b = Row.joined([self._a[i] for i in run_a]), Row.joined([self._b[j] for j in run_b])
        return align_rows(a, b)


def _as_token(word: str) -> Token:
    found = tokenise(word)
    if len(found) == 1:
        return found[0]._replace(start=0, end=len(word), text=word)
    norm = word.casefold()
    return Token(0, len(word), word, norm, norm, not found)


def _paired(a: Row, b: Row) -> Paired:
    paired = _common(a, b)
    taken = set(paired.values())
    left = [i for i in a.content if i not in paired]
    right = [j for j in b.content if j not in taken]
    scale = len(b.norms) / max(1, len(a.norms))
    for pair in (_by_norm, _by_stem, _by_spelling, _by_meaning):
        if not left or not right:
            break
        found = pair(a, b, left, right, scale)
        if found:
            paired.update(found)
            used = set(found.values())
            left = [i for i in left if i not in found]
            right = [j for j in right if j not in used]
    _pair_neighbours(a.norms, b.norms, paired)
    return paired


def _common(a: Row, b: Row) -> Paired:
    """The longest common subsequence of equal words."""
    paired: Paired = {}
    for i, j, size in LCSseq.editops(a.norms, b.norms).as_matching_blocks():
        paired.update(zip(range(i, i + size), range(j, j + size), strict=True))
    return paired


Free = list[int]


def _by_norm(a: Row, b: Row, left: Free, right: Free, scale: float) -> Paired:
    return _equal(a.norms, b.norms, left, right, scale)


def _by_stem(a: Row, b: Row, left: Free, right: Free, scale: float) -> Paired:
    return _equal(a.stems, b.stems, left, right, scale)


def _equal(a: Sequence[str], b: Sequence[str], left: Free, right: Free, scale: float) -> Paired:
    """Pairs words of equal key, the nearest by relative place first."""
    if {a[i] for i in left}.isdisjoint([b[j] for j in right]):
        return {}
    places: dict[str, list[int]] = {}
    for j in right:
        places.setdefault(b[j], []).append(j)
    found: Paired = {}
    for i in left:
        held = places.get(a[i])
        if held:
            found[i] = held.pop(nearest(held, i * scale))
    return found


def nearest(places: Sequence[int], place: float) -> int:
    """Which of some places in order is the nearest to another, by its index; the first of two as near."""
    after = bisect_left(places, place)
    if after == len(places) or (after and place - places[after - 1] <= places[after] - place):
        return after - 1
    return after


def _by_spelling(a: Row, b: Row, left: Free, right: Free, scale: float) -> Paired:
    """Pairs words spelt nearly alike (Jaro-Winkler)."""
    words_b: dict[str, list[tuple[int, str]]] = {}
    for j in right:
        if j in b.spelt:
            norm = b.norms[j]
            words_b.setdefault(norm[0], []).append((j, norm))
    scored = []
    for i in left:
        one = a.norms[i]
        if one[0] in words_b and i in a.spelt:
            for j, two in words_b[one[0]]:
                score = _likeness(one, two)
                if score > 0:
                    scored.append((-score, abs(j - i * scale), i, j))
    return _best(scored)


@lru_cache(maxsize=1 << 14)
def _likeness(one: str, two: str) -> float:
    return float(JaroWinkler.normalized_similarity(one, two, score_cutoff=FUZZY))


def _by_meaning(a: Row, b: Row, left: Free, right: Free, scale: float) -> Paired:
    """Pairs words that may stand for each other."""
    stems = {b.stems[j] for j in right}
    scored = []
    for i in left:
        known = a.related.get(i)
        if not known or not known.keys() & stems:
            continue
        for j in right:
            score = known.get(b.stems[j], 0.0)
            if score >= SYNONYM:
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


def _pair_neighbours(a: Sequence[str], b: Sequence[str], paired: Paired) -> None:
    """Pairs equal function words that stand beside words already paired with each other."""
    taken = set(paired.values())
    for step in (1, -1):
        for start in sorted(paired, reverse=step < 0):
            i = start + step
            if i in paired:
                continue
            j = paired[start] + step
            while 0 <= i < len(a) and i not in paired and 0 <= j < len(b) and j not in taken and a[i] == b[j]:
                paired[i] = j
                taken.add(j)
                i, j = i + step, j + step


def _pair_gaps(a: Row, b: Row, paired: Paired) -> None:
    """Pairs what is left over between two pairs that follow each other in both texts."""
    for (i, j), (k, m) in pairwise([(-1, -1), *_ascending(paired), (len(a.norms), len(b.norms))]):
        taken = set(paired.values())
        left = [x for x in range(i + 1, k) if x not in paired]
        right = [y for y in range(j + 1, m) if y not in taken]
        if len(left) == len(right) <= _GAP:
            paired.update((x, y) for x, y in zip(left, right, strict=True) if _same_class(a, x, b, y))
        elif len(left) + len(right) <= _LOOSE_GAP:
            content_a = [x for x in left if not a.stops[x]]
            content_b = [y for y in right if not b.stops[y]]
            if len(content_a) == len(content_b) == 1:
                paired[content_a[0]] = content_b[0]


def _same_class(a: Row, x: int, b: Row, y: int) -> bool:
    """Both punctuation, both function words, or both content words."""
    return a.stops[x] == b.stops[y] and a.norms[x][:1].isalnum() == b.norms[y][:1].isalnum()


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
