"""Differences between two passages that the articles around them settle: each says both, or hedges elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from tui.compare.conflicts.reading import Text
from tui.compare.model import Link, Side, Span
from tui.story.model import Article

# Passages that share as much as this of the shorter one, of so many words, are one sentence in two articles.
_TWIN, _LEAST_WORDS = 0.85, 6
# How much more they share than the two that were held against each other.
_MORE = 0.01
# Sentences that share less than this are not mistaken for each other.
_AT_LEAST = 0.5
# Content words that a passage shares with another one of its article that tells more of the same.
_SAME_MATTER = 2
_DOUBT = re.compile(r"\b(?:apparent|alleg|reported(?=ly)|suspect|unconfirmed|believed|possibl|may|might|could)", re.I)
_SOURCE = re.compile(r"\b(?:according to|sources?|report(?:s|edly)?|probe|investigat\w+|told|said|says)\b", re.I)


@dataclass(frozen=True, slots=True)
class Passages:
    """An article with its passages read, in order."""

    article: Article
    texts: Sequence[Text]

    def norms(self, at: int) -> tuple[str, ...]:
        """The words of a passage."""
        return self.texts[at].words

    def holding(self, side: Side, span: Span) -> int:
        """The passage of a side in which a span begins."""
        passages = self.article.passages
        return next((at for at in range(side.first, side.last) if span[0] < passages[at].end), side.last)


def settled(link: Link, a: Passages, b: Passages) -> bool:
    """Whether the rest of two articles takes away a difference between passages of theirs."""
    if link.kind in {"caveat", "modality"}:
        return _hedged_elsewhere(link, a, b)
    return _crossed(link, a, b)


def _crossed(link: Link, a: Passages, b: Passages) -> bool:
    """Whether both articles have both sentences, and two that are not the same were held against each other."""
    evidence = link.evidence[0]
    i, j = a.holding(link.a, evidence.a), b.holding(link.b, evidence.b)
    alike = _shared(a.norms(i), b.norms(j))
    return alike >= _AT_LEAST and _has_twin(a.norms(i), b, j, alike) and _has_twin(b.norms(j), a, i, alike)


def _has_twin(words: Sequence[str], other: Passages, but: int, alike: float) -> bool:
    """Whether a passage has nearly all these words in their order, and more of them than passage `but` has."""
    others = (other.norms(at) for at in range(len(other.texts)) if at != but)
    return any(_shared(words, norms) >= max(_TWIN, alike + _MORE) for norms in others)


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter row of words that the other has in the same order, 0 for a few words alone."""
    least = min(len(one), len(other))
    return LCSseq.similarity(one, other) / least if least >= _LEAST_WORDS else 0.0


def _hedged_elsewhere(link: Link, a: Passages, b: Passages) -> bool:
    """Whether the article that is surer in this passage tells the doubt in another one on the same matter.

    Of a source that is left out only a headline is excused.
    """
    mine, theirs = (bool(_DOUBT.search(value) or _SOURCE.search(value)) for value in link.values)
    if mine == theirs:
        return False
    surer, side, hedge = (b, link.b, link.values[0]) if mine else (a, link.a, link.values[1])
    if _DOUBT.search(hedge):
        return _told(surer, side, _DOUBT)
    return surer.article.passages[side.last].kind == "heading" and _told(surer, side, _SOURCE)


def _told(passages: Passages, side: Side, doubt: re.Pattern[str]) -> bool:
    matter = set[str]().union(*map(_content, passages.texts[side.first : side.last + 1]))
    return any(
        doubt.search(text.text) and len(matter & _content(text)) >= _SAME_MATTER
        for at, text in enumerate(passages.texts)
        if not side.first <= at <= side.last
    )


def _content(text: Text) -> set[str]:
    return {text.lemmas[at] for at in text.content}
