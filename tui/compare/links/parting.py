"""A passage whose clauses are told by several passages of the other article is linked with each of them by itself.

"The lift had stuck again, and two of the porters fell ill." against "The lift was not moving." and "Two porters are
sick.": each of the two tells a part of the first one. Where what they tell mixes, all stays one run.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from tui.compare.links.merging import Run
from tui.compare.model import Span
from tui.compare.text.tokens import Token
from tui.compare.text.words import Pairing

# On either side of a cut stand at least so many content words that those passages alone have which tell it, ...
LEAST_OWN = 2
# ... which are at least this share of all that they have of the sentence, ...
OWN_SHARE = 0.4
# ... and of all words that passages of one part alone have, this share stands on its side.
PURE = 0.8
# A clause begins behind one of these marks or with one of these words.
_MARKS = (";", ":", ",", "–", "—", "--", " - ", "…", "...")
_OPENERS = frozenset(
    [
        *["after", "although", "because", "before", "but", "if", "since", "though", "unless", "until"],
        *["when", "where", "whereas", "which", "while", "who", "whom", "whose"],
    ]
)

# A passage and which words of a sentence of the other article it has.
Held = tuple[int, Set[int]]
# How many words stand on their side, whether a mark says where, the place of the cut (the less, the later), how many
# passages tell one part, whether that is the second one.
_Division = tuple[int, bool, int, int, bool]


class Part(NamedTuple):
    """Words of a sentence, end exclusive, and the first and the last passage that tell them."""

    words: Span
    first: int
    last: int


class Stretch(NamedTuple):
    """A run and which of its words are meant on either side, end exclusive; all where nothing is said."""

    run: Run
    a: Span | None = None
    b: Span | None = None


def parts(sentence: Sequence[Token], text: str, held: Sequence[Held]) -> list[Part]:
    """The parts of `sentence`, in order of the passages that tell them; one, where they cannot be held apart.

    `text` is what the places of the tokens count in; `held` are neighbouring passages, in order.
    """
    telling = [(passage, {at for at in words if not sentence[at].stop}) for passage, words in held]
    return [*_parted(telling, _cuts(sentence, text), (0, len(sentence)))]


def rewritten(a: Sequence[Token], b: Sequence[Token], pairing: Pairing, share: float) -> bool:
    """Whether such a share of what both sides say corresponds to something of the other."""
    content = sum(not token.stop for token in (*a, *b))
    return 2 * sum(not (a[i].stop or b[j].stop) for i, j in pairing) >= share * content


def stretches_of_a(run: Run, found: Sequence[Part]) -> list[Stretch]:
    """The stretches of a run whose only passage of the first article has these parts."""
    return [
        Stretch(Run(run.a0, run.a1, first, last, tuple(cell for cell in run.cells if first <= cell[1] <= last)), words)
        for words, first, last in found
    ]


def stretches_of_b(run: Run, found: Sequence[Part]) -> list[Stretch]:
    """The stretches of a run whose only passage of the second article has these parts."""
    return [
        Stretch(Run(first, last, run.b0, run.b1, tuple(c for c in run.cells if first <= c[0] <= last)), None, words)
        for words, first, last in found
    ]


def _cuts(sentence: Sequence[Token], text: str) -> dict[int, bool]:
    """Before which words a clause may begin, and whether a mark says so."""
    found = {}
    for at in range(1, len(sentence)):
        between = text[sentence[at - 1].end : sentence[at].start]
        marked = any(mark in between for mark in _MARKS)
        if marked or sentence[at].norm in _OPENERS:
            found[at] = marked
    return found


def _parted(held: Sequence[Held], cuts: Mapping[int, bool], words: Span) -> Iterator[Part]:
    """The parts of the stretch `words` of a sentence."""
    found = [division for middle in range(1, len(held)) for division in _divisions(held, middle, cuts, words)]
    if not found:
        yield Part(words, held[0][0], held[-1][0])
        return
    _, _, place, middle, swapped = max(found)
    front, back = (words[0], -place), (-place, words[1])
    yield from _parted(held[:middle], cuts, back if swapped else front)
    yield from _parted(held[middle:], cuts, front if swapped else back)


def _divisions(held: Sequence[Held], middle: int, cuts: Mapping[int, bool], words: Span) -> Iterator[_Division]:
    """How the stretch may be cut so that the first `middle` passages tell one part and the others the other one."""
    one, two = _union(held[:middle], words), _union(held[middle:], words)
    alone, others = sorted(one - two), sorted(two - one)
    least, least_others = max(LEAST_OWN, OWN_SHARE * len(one)), max(LEAST_OWN, OWN_SHARE * len(two))
    if len(alone) < least or len(others) < least_others:
        return
    enough = PURE * (len(alone) + len(others))
    for cut, marked in cuts.items():
        if words[0] < cut < words[1]:
            ahead, behind = bisect_left(alone, cut), len(others) - bisect_left(others, cut)
            for swapped, own, theirs in ((False, ahead, behind), (True, len(alone) - ahead, len(others) - behind)):
                if own >= least and theirs >= least_others and own + theirs >= enough:
                    yield own + theirs, marked, -cut, middle, swapped


def _union(held: Sequence[Held], words: Span) -> set[int]:
    """The words of the stretch that some of the passages have."""
    return {at for _, own in held for at in own if words[0] <= at < words[1]}
