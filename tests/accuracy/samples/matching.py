"""Whether a link of the engine is about the two places an expectation names: span arithmetic only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.accuracy.samples.expected import Expectation, place_of
from tui.compare.model import Link, Nearest, Span
from tui.story.model import Article, Story


@dataclass(frozen=True, slots=True)
class Located:
    """An expectation whose places are spans of articles, in the order of the articles.

    `spans` are the quotes, `passages` the whole passages they stand in.
    """

    expectation: Expectation
    articles: tuple[int, int]
    spans: tuple[Span, Span]
    passages: tuple[Span, Span]


def locate(story: Story, expectations: Iterable[Expectation]) -> tuple[Located, ...]:
    """The expectations with their places found in `story`."""
    return tuple(_locate(story, expectation) for expectation in expectations)


def _locate(story: Story, expectation: Expectation) -> Located:
    (a, span_a), (b, span_b) = sorted((place_of(story, expectation.a), place_of(story, expectation.b)))
    whole = (_whole(story.articles[a], span_a), _whole(story.articles[b], span_b))
    return Located(expectation, (a, b), (span_a, span_b), whole)


def _whole(article: Article, span: Span) -> Span:
    touched = [one for one in article.passages if one.start < span[1] and span[0] < one.end]
    return touched[0].start, touched[-1].end


def covers(a: Span, b: Span) -> bool:
    """Whether the two spans share at least a third of what they cover together.

    A run of four sentences is no answer to the question which sentence says the same as this one.
    """
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 3 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def _shared(a: Span, b: Span) -> int:
    """How many code points the two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touches(a: Span, b: Span) -> bool:
    """Whether the two spans have a code point in common; an empty span counts as the gap it stands in."""
    if a[0] == a[1]:
        return b[0] <= a[0] <= b[1]
    return a[0] < b[1] and b[0] < a[1]


def joins(link: Link, located: Located) -> bool:
    """Whether the link brings the two places together.

    Either each of its sides is about as long as the passages there, or its evidence sets them against each
    other: of the words that it says correspond, most of those in the one passage correspond to words in the
    other, both ways. That is what an editor sees who puts the cursor on a sentence inside a run.
    """
    if not _same_articles(link, located):
        return False
    sides = ((link.a.start, link.a.end), (link.b.start, link.b.end))
    return all(map(covers, sides, located.passages)) or faces(link, located)


def faces(link: Link, located: Located) -> bool:
    """Whether the evidence in either place stands mostly against the other."""
    a, b = located.passages
    both = sum(min(_shared(one.a, a), _shared(one.b, b)) for one in link.evidence)
    in_a = sum(_shared(one.a, a) for one in link.evidence)
    in_b = sum(_shared(one.b, b) for one in link.evidence)
    return both > 0 and 2 * both > max(in_a, in_b)


def shows(link: Link, located: Located) -> bool:
    """Whether the evidence of the link lies in both places; without evidence its sides must join them."""
    if not _same_articles(link, located):
        return False
    if not link.evidence:
        return joins(link, located)
    in_a = any(touches(evidence.a, located.spans[0]) for evidence in link.evidence)
    return in_a and any(touches(evidence.b, located.spans[1]) for evidence in link.evidence)


def proposes(story: Story, nearest: Nearest, located: Located) -> bool:
    """Whether the one passage is said to be told, maybe, in the other."""
    ends = dict((nearest.passage, nearest.other))
    if set(ends) != set(located.articles):
        return False
    passages = [story.articles[at].passages[ends[at]] for at in located.articles]
    return all(touches((p.start, p.end), whole) for p, whole in zip(passages, located.passages, strict=True))


def first_shown(link: Link, located: Sequence[Located]) -> Located | None:
    """The expectation that the link shows: one that names its kind, else the first."""
    shown = [one for one in located if shows(link, one)]
    named = [one for one in shown if link.kind in one.expectation.kinds]
    return next(iter(named or shown), None)


def _same_articles(link: Link, located: Located) -> bool:
    return (link.a.article, link.b.article) == located.articles
