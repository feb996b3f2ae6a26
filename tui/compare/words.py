"""Which words of two texts correspond: first the longest common subsequence, then what it leaves over."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz.distance import JaroWinkler, LCSseq

from tui.compare.tokens import Token, tokenise

Pairing = list[tuple[int, int]]

_FUZZY = 0.88
_FUZZY_LETTERS = 4


def align_words(tokens_a: Sequence[str], tokens_b: Sequence[str]) -> Pairing:
    """Which words correspond: pairs of indexes into two tokenised texts, in order of the first.

    The tokens may be cut in any way, punctuation included; a token without a letter or digit corresponds
    only to the same token.
    """
    return align_tokens([_as_token(word) for word in tokens_a], [_as_token(word) for word in tokens_b])


def align_tokens(tokens_a: Sequence[Token], tokens_b: Sequence[Token]) -> Pairing:
    """Which tokens correspond, each at most once: same word, same stem, nearly the same spelling.

    The common subsequence of equal words comes first; content words it leaves over are then paired across
    the order of the text, function words only beside a pair that is already there.
    """
    paired = _common(tokens_a, tokens_b)
    for key in (_norm, _stem):
        _pair_equal(tokens_a, tokens_b, paired, key)
    _pair_fuzzy(tokens_a, tokens_b, paired)
    _pair_neighbours(tokens_a, tokens_b, paired)
    return sorted(paired.items())


def _as_token(word: str) -> Token:
    found = tokenise(word)
    if len(found) == 1:
        return found[0]._replace(start=0, end=len(word), text=word)
    norm = word.casefold()
    return Token(0, len(word), word, norm, norm, not found)


def _norm(token: Token) -> str:
    return token.norm


def _stem(token: Token) -> str:
    return token.stem


def _common(tokens_a: Sequence[Token], tokens_b: Sequence[Token]) -> dict[int, int]:
    """The longest common subsequence, without lone function words between unequal neighbours."""
    norms_a, norms_b = [token.norm for token in tokens_a], [token.norm for token in tokens_b]
    paired: dict[int, int] = {}
    for block in LCSseq.opcodes(norms_a, norms_b):
        if block.tag == "equal":
            size = block.src_end - block.src_start
            run = range(size)
            if size == 1 and tokens_a[block.src_start].stop and len(norms_a) > 1 and len(norms_b) > 1:
                continue
            paired.update((block.src_start + k, block.dest_start + k) for k in run)
    return paired


def _free(tokens: Sequence[Token], used: set[int]) -> list[int]:
    return [k for k, token in enumerate(tokens) if k not in used and not token.stop]


def _pair_equal(
    tokens_a: Sequence[Token], tokens_b: Sequence[Token], paired: dict[int, int], key: Callable[[Token], str]
) -> None:
    """Pairs free content words of equal key, the nearest by relative place first."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in _free(tokens_b, set(paired.values())):
        places[key(tokens_b[j])].append(j)
    scale = len(tokens_b) / max(1, len(tokens_a))
    for i in _free(tokens_a, set(paired)):
        found = places.get(key(tokens_a[i]))
        if found:
            nearest = min(found, key=lambda j: abs(j - i * scale))
            paired[i] = nearest
            found.remove(nearest)


def _pair_fuzzy(tokens_a: Sequence[Token], tokens_b: Sequence[Token], paired: dict[int, int]) -> None:
    """Pairs free words spelt nearly alike, the most alike first."""
    free_b = [j for j in _free(tokens_b, set(paired.values())) if len(tokens_b[j].norm) >= _FUZZY_LETTERS]
    scored = []
    for i in _free(tokens_a, set(paired)):
        word = tokens_a[i].norm
        if len(word) < _FUZZY_LETTERS or not word[0].isalpha():
            continue
        for j in free_b:
            other = tokens_b[j].norm
            if word[0] == other[0]:
                score = JaroWinkler.normalized_similarity(word, other)
                if score >= _FUZZY:
                    scored.append((-score, i, j))
    taken = set(paired.values())
    for _, i, j in sorted(scored):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)


def _pair_neighbours(tokens_a: Sequence[Token], tokens_b: Sequence[Token], paired: dict[int, int]) -> None:
    """Pairs equal function words that stand beside words already paired with each other."""
    taken = set(paired.values())
    for step, order in ((1, range(len(tokens_a))), (-1, range(len(tokens_a) - 1, -1, -1))):
        for i in order:
            j = paired.get(i - step, -9) + step
            if i in paired or not 0 <= j < len(tokens_b) or j in taken:
                continue
            if tokens_a[i].norm == tokens_b[j].norm:
                paired[i] = j
                taken.add(j)
