"""What each passage of an article is compared by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.compare.text.background import Weights, background
from tui.compare.text.epithets import epithets
from tui.compare.text.tokens import Token, tokenise
from tui.story.model import Article, PassageKind

# Languages that write every noun with a capital: a capital letter makes no name there.
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_HEADLINE_CAPITALS = 0.6
_ENGLISH_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_NUMBER_WORDS = {"en": {word: str(value) for value, word in enumerate(_ENGLISH_NUMBERS, start=2)}}


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage as the engine sees it; token places count code points from the start of the passage.

    `terms` are the distinct stems of its content words (character pairs in scripts without spaces),
    `names` and `numbers` those of them that are names and numbers, `epithets` those that say of a name who it is;
    `weights` says how much each tells. Its words are read as those of `language`.
    """

    text: str
    tokens: tuple[Token, ...]
    kind: PassageKind
    terms: tuple[str, ...]
    term_set: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    epithets: frozenset[str]
    weights: Weights
    language: str

    @property
    def joined(self) -> str:
        """Its words as they are compared, parted by spaces."""
        return " ".join(token.norm for token in self.tokens)


def profiles_of(article: Article) -> tuple[Profile, ...]:
    """One profile for each passage of `article`, in order."""
    quotes = [article.quote(index) for index in range(len(article.passages))]
    return _profiles(tuple(quotes), tuple(passage.kind for passage in article.passages), article.language)


def passages_of(sentences: Sequence[str], language: str = "en") -> tuple[Profile, ...]:
    """The profiles of an article that is given as sentences."""
    return _profiles(tuple(sentences), ("sentence",) * len(sentences), language)


def profile_of(text: str, language: str = "en") -> Profile:
    """The profile of a text that stands alone."""
    return _profiles((text,), ("sentence",), language)[0]


@lru_cache(maxsize=1 << 10)
def _profiles(texts: tuple[str, ...], kinds: tuple[PassageKind, ...], language: str) -> tuple[Profile, ...]:
    tokens = [tokenise(text, language) for text in texts]
    sure: frozenset[str] = frozenset().union(*(_sure_names(row, language) for row in tokens))
    terms = [_terms(row, language) for row in tokens]
    weights = Weights(terms)
    return tuple(
        Profile(
            text,
            row,
            kind,
            found,
            frozenset(found),
            _names(row, sure, language) & frozenset(found),
            frozenset(term for term in found if term[0].isdigit()),
            epithets(row, text) if language == "en" else frozenset(),
            weights,
            language,
        )
        for text, row, kind, found in zip(texts, tokens, kinds, terms, strict=True)
    )


def _is_spaceless(norm: str) -> bool:
    """Whether a word is of a script written without spaces, Thai, Japanese or Chinese, by its first character."""
    # Most words are done with the first comparison; a pattern of these ranges is slow to compile.
    return norm >= "\u0e00" and (
        norm < "\u0e80" or "\u3040" <= norm < "\u3100" or "\u3400" <= norm < "\u4dc0" or "\u4e00" <= norm < "\ua000"
    )


def _terms(tokens: Sequence[Token], language: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    before: Token | None = None
    for token in tokens:
        if _is_spaceless(token.norm):
            if before and before.end == token.start and _is_spaceless(before.norm):
                found[before.norm + token.norm] = None
        elif not token.stop:
            found[term_of(token, language)] = None
        before = token
    return tuple(found)


def term_of(token: Token, language: str = "en") -> str:
    """What a content word is compared by: its stem, a number as figures."""
    norm = token.norm
    if norm[0].isdigit():
        return _number(norm)
    return _NUMBER_WORDS[language].get(norm, token.stem) if language in _NUMBER_WORDS else token.stem


def _number(norm: str) -> str:
    """A number as it is compared: "03:15" and "3.15" are one time of day, "1,800" and "1800" one figure."""
    return _THOUSANDS.sub("", norm).replace(":", ".").lstrip("0") or "0"


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and not token.stop


def _headline_case(tokens: Sequence[Token]) -> bool:
    content = [token for token in tokens if not token.stop and token.text[0].isalpha()]
    return len(content) > 2 and sum(map(_capital, content)) > _HEADLINE_CAPITALS * len(content)


def _sure_names(tokens: Sequence[Token], language: str) -> frozenset[str]:
    """Stems whose capital cannot come from the place they stand at."""
    if language in _CAPITAL_NOUNS or _headline_case(tokens):
        return frozenset()
    return frozenset(token.stem for token in tokens[1:] if _capital(token))


def _names(tokens: Sequence[Token], sure: frozenset[str], language: str) -> frozenset[str]:
    known = background().names
    return frozenset(token.stem for token in tokens if _capital(token) and (token.stem in sure or token.stem in known))
