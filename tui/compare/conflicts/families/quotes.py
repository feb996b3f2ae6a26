"""Quotations that differ: other words inside the marks, or a word inside the marks here and outside there."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.compare.conflicts.cues.numerals import numeral_at
from tui.compare.conflicts.cues.speech import Quote
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text

# Content words two quotations must share to be one, and the share of the shorter one's.
_LEAST_WORDS = 3
_ONE_QUOTE = 0.6
# Of quotations that share this much of the shorter one, at least so many words, every other word counts.
_CLOSE_QUOTE, _SAME_QUOTE, _HALF = 0.7, 0.8, 0.5
_CLOSE_WORDS = 5
_EDGE_WORDS = 4
_REWORDED, _SMALL, _EDGE = 0.45, 0.25, 0.3
_CONTRACTIONS = ("n't", " not"), ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am")
# Which word is contracted to these is not told.
_ALL_CONTRACTIONS = (*_CONTRACTIONS, ("'s", " is has"), ("'d", " would had"))
# How one sentence is joined to the next is the writer's doing, not the speaker's.
_JOINING = frozenset({"and", "but", "so"})
_FILLERS = _JOINING | frozenset(["a", "an", "the", "that", "then", "well", "uh", "um", "oh", "you", "know", "or", "of"])
_CONTRACTED = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "gonna": "going to", "gotta": "got to",
    "wanna": "want to", "'em": "them", "'cause": "because", "ok": "okay",
}  # fmt: skip
# So many words may be left out of a quotation for it to be told as one.
_LONGEST_LEFT_OUT = 8
_NEAR = 4
# An editor's marks in a quotation, and those that part what was said.
_EDITORS, _PARTING = frozenset("[]…*"), frozenset(".!?()")
_OTHER_WORDS = "{} in one, {} in the other, in the same quotation"
_INSIDE_HERE = "{} stands inside the quotation in one, outside it in the other"
_INSIDE_THERE = "{} stands outside the quotation in one, inside it in the other"
_RENAMED_THERE = "{} stands inside the quotation in one, {} before it in the other"
_RENAMED_HERE = "{} stands before the quotation in one, {} inside it in the other"


def quotes(pair: Pair) -> list[Candidate]:
    """Differences between quotations that are one, both kinds mild."""
    if not pair.a.quotes or not pair.b.quotes:
        return []
    found = []
    same = [(i, j) for i, j in pair.pairing if pair.a.tokens[i].stem == pair.b.tokens[j].stem]
    for one in pair.a.quotes:
        for other in pair.b.quotes:
            shared = _in_order([(i, j) for i, j in same if _inside(one, i) and _inside(other, j)])
            weighty = min(_weighty(pair.a, one.first, one.last), _weighty(pair.b, other.first, other.last))
            common = sum(not pair.a.tokens[i].stop for i, _ in shared)
            alike = Alike(common, weighty, len(shared), min(one.last - one.first, other.last - other.first))
            if alike.one:
                found += [*_reworded(pair, one, other, shared, alike.close), *_edges(pair, one, other, shared)]
                found += _left_out(pair, shared) if alike.nearly else []
    return found


class Alike(NamedTuple):
    """How many content words two quotations share, and how many the one with fewer has; the same of all words."""

    common: int
    weighty: int
    shared: int
    shorter: int

    @property
    def close(self) -> bool:
        """Whether the two are the same but for a few words."""
        enough = self.shared >= max(_CLOSE_WORDS, _CLOSE_QUOTE * self.shorter)
        return enough and self.common >= max(1, _HALF * self.weighty)

    @property
    def nearly(self) -> bool:
        """Whether they are as good as the same."""
        return self.close and self.shared >= _SAME_QUOTE * self.shorter

    @property
    def one(self) -> bool:
        """Whether they are one quotation."""
        return self.common >= max(_LEAST_WORDS, _ONE_QUOTE * self.weighty) or self.close


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in order of the first text, that is in order of the second too."""
    best: list[list[tuple[int, int]]] = []
    for i, j in pairs:
        before = [run for run in best if run[-1][1] < j]
        best.append([*max(before, key=len, default=[]), (i, j)])
    return max(best, key=len, default=[])


def _weighty(text: Text, first: int, last: int) -> int:
    return sum(not token.stop for token in text.tokens[first:last])


def _inside(quote: Quote, at: int) -> bool:
    return quote.first <= at < quote.last


def _reworded(pair: Pair, one: Quote, other: Quote, shared: list[tuple[int, int]], close: bool) -> Iterator[Candidate]:
    """Other words between words that are the same, or at the same end of both; in `close` ones small words too."""
    stops = [(one.first - 1, other.first - 1), *shared, (one.last, other.last)]
    for (i, j), (k, m) in pairwise(stops):
        run_a, run_b = (i + 1, k), (j + 1, m)
        sizes = run_a[1] - run_a[0], run_b[1] - run_b[0]
        at_end = (i, j) == stops[0] or (k, m) == stops[-1]
        if not 0 < min(sizes) <= max(sizes) <= 3 or (at_end and sizes[0] != sizes[1]):
            continue
        if _edited(pair.a, run_a) or _edited(pair.b, run_b) or _shortened(pair, run_a, run_b):
            continue
        if _numeral(pair.a, run_a) and _numeral(pair.b, run_b):
            continue
        if _weighty(pair.a, *run_a) and _weighty(pair.b, *run_b):
            yield _candidate(pair, run_a, run_b, "quote_words", _REWORDED, 0.5, _OTHER_WORDS)
        elif close and not at_end:
            told = words(pair.a, span(pair.a, (i, k + 1))), words(pair.b, span(pair.b, (j, m + 1)))
            yield _candidate(pair, run_a, run_b, "quote_words", _SMALL, 0.3, _OTHER_WORDS, told)


def _left_out(pair: Pair, shared: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Words that one quotation has between words that follow each other, without a mark, in the other."""
    for (i, j), (k, m) in pairwise(shared):
        if (k == i + 1) == (m == j + 1):
            continue
        run_a, run_b = ((i + 1, k), (j, m + 1)) if m == j + 1 else ((i, k + 1), (j + 1, m))
        there, gone = ((pair.a, run_a), (pair.b, run_b)) if m == j + 1 else ((pair.b, run_b), (pair.a, run_a))
        if _tells(*there) and not _parted(*there) and not _parted(*gone) and not _moved(*there, *gone):
            told = words(pair.a, span(pair.a, (i, k + 1))), words(pair.b, span(pair.b, (j, m + 1)))
            yield _candidate(pair, run_a, run_b, "quote_words", _SMALL, 0.4, _OTHER_WORDS, told)


def _tells(text: Text, run: Run) -> bool:
    """Whether a run is more than small words that a writer leaves out to make a sentence run smoothly."""
    if run[1] - run[0] > _LONGEST_LEFT_OUT:
        return False
    return any(token.norm not in _FILLERS for token in text.tokens[run[0] : run[1]])


def _parted(text: Text, run: Run) -> bool:
    """Whether a sentence ends in or beside a run, or it holds brackets or what an editor left out."""
    return _edited(text, run) or not _PARTING.isdisjoint(_marks(text, run))


def _moved(text: Text, run: Run, other: Text, gap: Run) -> bool:
    """Whether the words of a run stand near their gap in the other text, or are contracted there."""
    near = {token.norm for token in other.tokens[max(0, gap[0] - _NEAR) : gap[1] + _NEAR]} | _FILLERS
    beside = [token.text.casefold().replace("’", "'") for token in other.tokens[gap[0] : gap[1]]]
    near.update(part for word in beside for part in _in_parts(word, _ALL_CONTRACTIONS))
    return all(token.norm in near for token in text.tokens[run[0] : run[1]])


def _in_parts(word: str, endings: Iterable[tuple[str, str]]) -> list[str]:
    """The words that a contraction stands for."""
    full = _CONTRACTED.get(word, word)
    for short, rest in endings:
        if full.endswith(short):
            full = full.removesuffix(short) + rest
    return full.split()


def _edited(text: Text, run: Run) -> bool:
    """Whether a run holds what an editor put in brackets or left out."""
    marks = _marks(text, run)
    return "..." in marks or not _EDITORS.isdisjoint(marks)


def _marks(text: Text, run: Run) -> str:
    """What stands between the words of a run, and on either side of it."""
    return "".join(text.gaps[run[0] : run[1] + 1])


def _numeral(text: Text, run: Run) -> bool:
    """Whether a run begins with a number, which is not compared as a word."""
    return numeral_at(text.tokens, text.gaps, run[0]) is not None


def _shortened(pair: Pair, run_a: Run, run_b: Run) -> bool:
    """Whether one side only abbreviates, contracts or joins on the other: "Sen." for "Senator", "and we're"."""
    ours, theirs = (
        "".join(
            part
            for token in text.tokens[run[0] : run[1]]
            if token.norm not in _JOINING
            for part in _in_parts(token.norm, _CONTRACTIONS)
        )
        for text, run in ((pair.a, run_a), (pair.b, run_b))
    )
    if ours == theirs or ours in pair.b.acronyms or theirs in pair.a.acronyms:
        return True
    if len(theirs) < len(ours):
        return ours.startswith(theirs) and _weighty(pair.b, *run_b) > 0
    return theirs.startswith(ours) and _weighty(pair.a, *run_a) > 0


def _edges(pair: Pair, one: Quote, other: Quote, shared: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Words at the start of one quotation that stand just before the marks of the other."""
    (i, j) = shared[0]
    if i > one.first and j == other.first and _before(pair.a, (one.first, i), pair.b, other.first):
        run = (other.first - (i - one.first), other.first)
        yield _candidate(pair, (one.first, i), run, "quote_edge", _EDGE, 0.3, _INSIDE_HERE)
    elif j > other.first and i == one.first and _before(pair.b, (other.first, j), pair.a, one.first):
        run = (one.first - (j - other.first), one.first)
        yield _candidate(pair, run, (other.first, j), "quote_edge", _EDGE, 0.3, _INSIDE_THERE)
    elif i > one.first and j == other.first and (named := _renamed(pair.a, (one.first, i), pair.b, other.first)):
        yield _candidate(pair, (one.first, i), named, "quote_edge", _EDGE, 0.3, _RENAMED_THERE)
    elif j > other.first and i == one.first and (named := _renamed(pair.b, (other.first, j), pair.a, one.first)):
        yield _candidate(pair, named, (other.first, j), "quote_edge", _EDGE, 0.3, _RENAMED_HERE)


def _before(inside: Text, run: Run, outside: Text, first: int) -> bool:
    """Whether the words of a run stand, the same, right before token `first` of the other text."""
    size = run[1] - run[0]
    if size > _EDGE_WORDS or not _weighty(inside, *run):
        return False
    ours = [token.norm for token in inside.tokens[run[0] : run[1]]]
    return first >= size and ours == [token.norm for token in outside.tokens[first - size : first]]


def _renamed(inside: Text, run: Run, outside: Text, first: int) -> Run | None:
    """Where, right before token `first`, another word for the same subject stands with the verb that ends a run.

    "“The port is overcrowded”", and "the harbour is “overcrowded”"; pronouns that an editor puts right are none.
    """
    last = inside.tokens[run[1] - 1]
    if run[1] - run[0] > _EDGE_WORDS or not last.stop or not _weighty(inside, *run):
        return None
    if first < 2 or outside.tokens[first - 1].norm != last.norm or outside.tokens[first - 2].stop:
        return None
    start = first - 3 if first > 2 and outside.tokens[first - 3].norm == "the" else first - 2
    return start, first


def _candidate(
    pair: Pair, run_a: Run, run_b: Run, cue: str, rating: float, weight: float, reason: str,
    told: tuple[str, str] | None = None,
) -> Candidate:  # fmt: skip
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    told_as = reason.format(*(f"“{text}”" for text in told or texts))
    return Candidate("quote", cue, weight, run_a, run_b, here, there, told_as, texts, mild=True, rating=rating)
