"""Words in a row that two articles share although the passages around them differ: above all, quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.model import Span
from tui.compare.profiles import Profile
from tui.compare.quotes import inside, quoted
from tui.compare.reuse import RUN, article_tokens, runs, shingles
from tui.compare.tokens import Token
from tui.story.model import Article

# A row of equal words counts by itself from this length and weight on, a whole quotation earlier.
ROW_WORDS = 7
ROW_WEIGHT = 18.0
QUOTE_WORDS = 3
QUOTE_WEIGHT = 8.0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article in text order, which passage each stands in, and which are quoted."""

    tokens: tuple[Token, ...]
    passages: tuple[int, ...]
    quotes: tuple[Span, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SharedWords:
    """The same words on both sides: spans in code points of each article, passages, and whether quoted."""

    a: Span
    b: Span
    passage_a: tuple[int, int]
    passage_b: tuple[int, int]
    quote: bool


def words_of_article(article: Article, profiles: Sequence[Profile]) -> Words:
    """The words of `article` as this search needs them."""
    tokens = article_tokens(article, profiles)
    where: list[int] = []
    weights: list[float] = []
    for index, (passage, profile) in enumerate(zip(article.passages, profiles, strict=True)):
        if passage.kind != "boilerplate":
            where.extend([index] * len(profile.tokens))
            weights.extend(_weight(profile, token) for token in profile.tokens)
    return Words(tokens, tuple(where), tuple(quoted(article.text)), tuple(weights))


def _weight(profile: Profile, token: Token) -> float:
    return 0.0 if token.stop or token.stem in profile.names else profile.weights[token.stem]


def shared_words(a: Words, b: Words) -> list[SharedWords]:
    """Every long row of equal words, and every quotation of one article that the other quotes too."""
    found = [
        _shared(a, b, run.a, run.b, quote=False)
        for run in runs(a.tokens, b.tokens, shingles(b.tokens))
        if run.words >= ROW_WORDS and _mass(a, run.a) >= ROW_WEIGHT
    ]
    return found + [_shared(a, b, x, y, quote=True) for x, y in _same_quotes(a, b)]


def _mass(words: Words, span: Span) -> float:
    return sum(
        weight
        for token, weight in zip(words.tokens, words.weights, strict=True)
        if span[0] <= token.start and token.end <= span[1]
    )


def _shared(a: Words, b: Words, x: Span, y: Span, *, quote: bool) -> SharedWords:
    return SharedWords(x, y, _passages(a, x), _passages(b, y), quote)


def _passages(words: Words, span: Span) -> tuple[int, int]:
    at = [
        passage
        for token, passage in zip(words.tokens, words.passages, strict=True)
        if span[0] <= token.start and token.end <= span[1]
    ]
    return at[0], at[-1]


def _same_quotes(a: Words, b: Words) -> list[tuple[Span, Span]]:
    """Quotations of either article, whole, inside quotations of the other."""
    found = {(x, y) for x, y in _whole_in(a, b)}
    found |= {(x, y) for y, x in _whole_in(b, a)}
    return sorted(found)


def _whole_in(a: Words, b: Words) -> list[tuple[Span, Span]]:
    quoted_b = [(token if inside(token, b.quotes) else None) for token in b.tokens]
    found = []
    for span in a.quotes:
        row = [token for token in a.tokens if span[0] <= token.start and token.end <= span[1]]
        if len(row) < QUOTE_WORDS or len(row) >= RUN * 8 or _mass(a, span) < QUOTE_WEIGHT:
            continue
        norms = [token.norm for token in row]
        for place in range(len(quoted_b) - len(row) + 1):
            part = quoted_b[place : place + len(row)]
            if all(token and token.norm == norm for token, norm in zip(part, norms, strict=True)):
                found.append(((row[0].start, row[-1].end), (b.tokens[place].start, b.tokens[place + len(row) - 1].end)))
    return found
