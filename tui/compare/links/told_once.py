"""What two articles tell once each: a figure or a short quotation that stands in one passage of either.

"Ten miles" and "16 kilometres", "almost four hours" and "three hours and fifty minutes", “very good” on both sides:
however few other words two passages share, they speak of one thing where nothing else in either article is told so.
So do two that alone count trawlers, or the pages of an indictment, where the counts are alike.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.compare.model import Span
from tui.compare.scoring.figures import Figure, agree, alike, apart, counts, figures, is_rare_count, near
from tui.compare.text.profiles import Profile
from tui.compare.text.quotes import quoted
from tui.compare.text.tokens import tokenise
from tui.story.model import Article

# Of 86 pairs of passages read that tell a figure or a short quotation once in either article, 72 say the same; of ten
# whose counts of a rare thing differ a little, six.
TOLD_ONCE, COUNTED_ONCE = 0.8, 0.6
# A quotation of so many words is short; longer ones count by their weight (see shared_quotes.py).
_LEAST_WORDS, _MOST_WORDS = 2, 8

# A passage with more figures is a table: that another text gives one of them again is chance.
_MOST_FIGURES = 12

Quotation = tuple[str, ...]
Placed = tuple[int, Figure]


@dataclass(frozen=True, slots=True)
class Once:
    """The figures of an article by what is counted or measured, and the short quotations that stand in it once.

    Each comes with its passage; spans are those of the article's text. `english` tells whether the words for what is
    counted are known.
    """

    figures: Mapping[str, Sequence[Placed]]
    quotations: Mapping[Quotation, tuple[int, Span]]
    english: bool


class Told(NamedTuple):
    """What a passage of each of two articles tells, where, and how likely an editor calls the passages the same."""

    cell: tuple[int, int]
    a: Span
    b: Span
    chance: float = TOLD_ONCE


def once_of(article: Article, profiles: Sequence[Profile]) -> Once:
    """What `article` may tell once, boilerplate left out."""
    found: defaultdict[str, list[Placed]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        if profile.kind != "boilerplate" and counts(profile):
            shift = article.passages[index].start
            read = figures(profile.text, profile.language)
            few = len(read) <= _MOST_FIGURES
            for figure in read:
                span = figure.span[0] + shift, figure.span[1] + shift
                placed = figure._replace(tells=figure.tells and few, span=span)
                for of in sorted(figure.of):
                    found[of].append((index, placed))
    return Once(found, _quotations(article, profiles), article.language == "en")


def _quotations(article: Article, profiles: Sequence[Profile]) -> dict[Quotation, tuple[int, Span]]:
    """The short quotations whose words stand in a row once only, in quotation marks or not."""
    starts = [passage.start for passage in article.passages]
    found: dict[Quotation, tuple[int, Span]] = {}
    for start, end in quoted(article.text):
        tokens = tokenise(article.text[start:end], article.language)
        if not _LEAST_WORDS <= len(tokens) <= _MOST_WORDS or all(token.stop for token in tokens):
            continue
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < article.passages[index].end and profiles[index].kind != "boilerplate":
            span = start + tokens[0].start, start + tokens[-1].end
            found[tuple(token.norm for token in tokens)] = index, span
    often = _often([token.norm for profile in profiles for token in profile.tokens], found)
    return {words: place for words, place in found.items() if often[words] == 1}


def _often(words: Sequence[str], rows: Iterable[Quotation]) -> Counter[Quotation]:
    """How often each of some rows of words stands in `words`."""
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        sizes[row[0]].add(len(row))
    return Counter(
        tuple(words[at : at + size])
        for at, word in enumerate(words)
        for size in sizes.get(word, ())
        if at + size <= len(words)
    )


def told_once(a: Once, b: Once) -> list[Told]:
    """What two articles tell in one passage each, the same figure or quotation, as no other passage does."""
    found = []
    for words in a.quotations.keys() & b.quotations.keys():
        (i, there), (j, here) = a.quotations[words], b.quotations[words]
        found.append(Told((i, j), there, here))
    for of in a.figures.keys() & b.figures.keys():
        ours, theirs = a.figures[of], b.figures[of]
        found.extend(_figures(ours, theirs))
        if len(ours) == len(theirs) == 1 and a.english and b.english and is_rare_count(of):
            (i, one), (j, other) = *ours, *theirs
            if alike(one, other):
                chance = TOLD_ONCE if agree((one,), (other,)) else COUNTED_ONCE
                found.append(Told((i, j), one.span, other.span, chance))
    return sorted(set(found))


def _figures(ours: Sequence[Placed], theirs: Sequence[Placed]) -> list[Told]:
    """The figures that one passage alone of either article tells, each beside the nearest one it agrees with."""
    mine, there = _sole(ours, theirs), _sole(theirs, ours)
    pairs = sorted(
        (apart(one, other), Told((i, j), one.span, other.span))
        for (i, j), held in mine.items()
        for one in held
        for other in there.get((j, i), ())
        if agree((one,), (other,)) and near(one, other)
    )
    taken: set[tuple[bool, Span]] = set()
    found = []
    for _, told in pairs:
        ends = {(False, told.a), (True, told.b)}
        if taken.isdisjoint(ends):
            taken |= ends
            found.append(told)
    return found


def _sole(ours: Sequence[Placed], theirs: Sequence[Placed]) -> dict[tuple[int, int], list[Figure]]:
    """The telling figures that agree with those of one passage only of the other article, by both passages."""
    found: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
    for index, figure in ours:
        if figure.tells:
            places = {place for place, other in theirs if agree((figure,), (other,))}
            if len(places) == 1:
                found[index, places.pop()].append(figure)
    return found
