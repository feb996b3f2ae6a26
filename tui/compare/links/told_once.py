"""What two articles tell once each: a figure or a short quotation that stands in one passage of either.

"Ten miles" and "16 kilometres", "almost four hours" and "three hours and fifty minutes", “very good” on both sides:
however few other words two passages share, they speak of one thing where nothing else in either article is told so.
So do two that alone count trawlers, or the pages of an indictment, where the counts are alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.compare.model import Span
from tui.compare.scoring.figures import Figure, agree, alike, counts, figures, is_rare_count, near
from tui.compare.text.profiles import Profile
from tui.compare.text.quotes import quoted
from tui.compare.text.tokens import Token, tokenise
from tui.story.model import Article

# A quotation of so many words is short; longer ones count by their weight (see shared_quotes.py).
_LEAST_WORDS, _MOST_WORDS = 2, 8

Quotation = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Once:
    """The figures of an article by what is counted or measured, and the short quotations that stand in it once.

    Each comes with its passage; spans are those of the article's text.
    """

    figures: Mapping[str, Sequence[tuple[int, Figure]]]
    quotations: Mapping[Quotation, tuple[int, Span]]


class Told(NamedTuple):
    """What a passage of each of two articles tells, and where."""

    cell: tuple[int, int]
    a: Span
    b: Span


def once_of(article: Article, profiles: Sequence[Profile]) -> Once:
    """What `article` may tell once, boilerplate left out."""
    found: defaultdict[str, list[tuple[int, Figure]]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        if profile.kind != "boilerplate" and counts(profile):
            shift = article.passages[index].start
            for figure in figures(profile.text):
                placed = figure._replace(span=(figure.span[0] + shift, figure.span[1] + shift))
                for of in sorted(figure.of):
                    found[of].append((index, placed))
    return Once(found, dict(_quotations(article, profiles)))


def _quotations(article: Article, profiles: Sequence[Profile]) -> Iterator[tuple[Quotation, tuple[int, Span]]]:
    whole = _row([token for profile in profiles for token in profile.tokens])
    for start, end in quoted(article.text):
        tokens = tokenise(article.text[start:end], article.language)
        if not _LEAST_WORDS <= len(tokens) <= _MOST_WORDS or all(token.stop for token in tokens):
            continue
        index = next((i for i, passage in enumerate(article.passages) if passage.start <= start < passage.end), None)
        if index is not None and profiles[index].kind != "boilerplate" and _stands_once(tokens, whole):
            yield tuple(token.norm for token in tokens), (index, (start, end))


def _stands_once(tokens: Sequence[Token], whole: str) -> bool:
    """Whether these words stand in a row once only, in quotation marks or not."""
    return whole.count(_row(tokens)) == 1


def _row(tokens: Sequence[Token]) -> str:
    """Words with a space on either side each, so that rows are found that follow each other."""
    return "".join(f" {token.norm} " for token in tokens)


def told_once(a: Once, b: Once) -> list[Told]:
    """What two articles tell in one passage each, the same figure or quotation, as no other passage does."""
    found = []
    for words in a.quotations.keys() & b.quotations.keys():
        (i, there), (j, here) = a.quotations[words], b.quotations[words]
        found.append(Told((i, j), there, here))
    for of in a.figures.keys() & b.figures.keys():
        ours, theirs = a.figures[of], b.figures[of]
        for index, figure in ours:
            if figure.tells:
                found.extend(_only(index, figure, ours, theirs))
        if len(ours) == len(theirs) == 1 and is_rare_count(of):
            (i, one), (j, other) = *ours, *theirs
            if alike(one, other):
                found.append(Told((i, j), one.span, other.span))
    return sorted(set(found))


def _only(
    index: int, figure: Figure, ours: Sequence[tuple[int, Figure]], theirs: Sequence[tuple[int, Figure]]
) -> Iterator[Told]:
    """The passage of the other article that alone tells the figure, where ours alone tells that of theirs."""
    there = [(place, other) for place, other in theirs if agree((figure,), (other,))]
    if len({place for place, _ in there}) != 1:
        return
    for place, other in there:
        if other.tells and near(figure, other) and {at for at, one in ours if agree((other,), (one,))} == {index}:
            yield Told((index, place), figure.span, other.span)
