"""Words in a row that two articles share although the passages around them differ: above all, quotes."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from tui.compare.links.evidence import joined
from tui.compare.links.reuse import Shingles, article_tokens, rows
from tui.compare.model import Span
from tui.compare.text.profiles import Profile
from tui.compare.text.quotes import quoted
from tui.compare.text.tokens import Token
from tui.story.model import Article

_start = attrgetter("start")
_end = attrgetter("end")

# A row of equal words counts by itself from this length and weight on, a whole quotation earlier.
ROW_WORDS = 7
ROW_WEIGHT = 18.0
# So many other words may interrupt it on either side.
ROW_GAP = 5
QUOTE_WORDS = 3
LONGEST_QUOTE = 60
QUOTE_WEIGHT = 8.0


Quotation = tuple[Span, list[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article in text order, boilerplate left out.

    `passages` tells which passage each stands in, `weights` how much it tells (nothing for names, what says who they
    are, and function words), `quoted` whether it is quoted; `quotes` are the quotations that count by themselves as
    token ranges, ends exclusive, with their words; `places` says where each quoted word stands.
    """

    tokens: tuple[Token, ...]
    passages: tuple[int, ...]
    weights: tuple[float, ...]
    quoted: tuple[bool, ...]
    quotes: tuple[Quotation, ...]
    places: dict[str, list[int]]
    shingles: Shingles


@dataclass(frozen=True, slots=True)
class SharedWords:
    """The same words on both sides, as token ranges of each article, ends exclusive."""

    a: Span
    b: Span


def words_of_article(article: Article, profiles: Sequence[Profile], rows_of_words: Shingles) -> Words:
    """The words of `article`, with their shingles, as this search needs them."""
    tokens = article_tokens(article, (profile.tokens for profile in profiles))
    where: list[int] = []
    weights: list[float] = []
    for index, (passage, profile) in enumerate(zip(article.passages, profiles, strict=True)):
        if passage.kind != "boilerplate":
            where.extend([index] * len(profile.tokens))
            weights.extend(_weight(profile, token) for token in profile.tokens)
    spans = quoted(article.text)
    ranges = tuple(_range(tokens, span) for span in spans)
    inside = {place for first, last in ranges for place in range(first, last)}
    flags = tuple(place in inside for place in range(len(tokens)))
    places: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if flags[place]:
            places.setdefault(token.norm, []).append(place)
    quotes = tuple((span, [token.norm for token in tokens[slice(*span)]]) for span in ranges if _counts(span, weights))
    return Words(tokens, tuple(where), tuple(weights), flags, quotes, places, rows_of_words)


def _counts(quote: Span, weights: Sequence[float]) -> bool:
    return QUOTE_WORDS <= quote[1] - quote[0] <= LONGEST_QUOTE and sum(weights[slice(*quote)]) >= QUOTE_WEIGHT


def _weight(profile: Profile, token: Token) -> float:
    known = token.stop or token.stem in profile.names or token.stem in profile.epithets
    return 0.0 if known else profile.weights[token.stem]


def _range(tokens: Sequence[Token], span: Span) -> Span:
    first = bisect_left(tokens, span[0], key=_start)
    last = bisect_right(tokens, span[1], lo=first, key=_end)
    return (first, last) if first < last else (0, 0)


def shared_words(a: Words, b: Words) -> list[SharedWords]:
    """Every long row of equal words, and every quotation of one article that the other quotes too."""
    found = [
        SharedWords((i, k), (j, m))
        for i, k, j, m, words in joined(rows(a.tokens, b.tokens, a.shingles, b.shingles), ROW_GAP)
        if words >= ROW_WORDS and _common(a, (i, k), b, (j, m)) >= ROW_WEIGHT
    ]
    quotes = {(x, y) for x, y in _whole_in(a, b)} | {(x, y) for y, x in _whole_in(b, a)}
    return found + [SharedWords(x, y) for x, y in sorted(quotes)]


def _common(a: Words, span_a: Span, b: Words, span_b: Span) -> float:
    """How much the words tell that both rows have, on the side where they tell less."""
    return min(_told(a, span_a, b, span_b), _told(b, span_b, a, span_a))


def _told(one: Words, span: Span, other: Words, there: Span) -> float:
    norms = {token.norm for token in other.tokens[slice(*there)]}
    row = zip(one.tokens[slice(*span)], one.weights[slice(*span)], strict=True)
    return sum(weight for token, weight in row if token.norm in norms)


def _whole_in(a: Words, b: Words) -> list[tuple[Span, Span]]:
    """Quotations of `a`, whole, inside quotations of `b`."""
    found = []
    for span, norms in a.quotes:
        for place in b.places.get(norms[0], ()):
            there = place, place + len(norms)
            if [token.norm for token in b.tokens[slice(*there)]] == norms and all(b.quoted[slice(*there)]):
                found.append((span, there))
    return found
