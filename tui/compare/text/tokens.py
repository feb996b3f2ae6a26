"""Words of a text, in the form in which texts are compared, each with its place in the text."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.compare.text.stopwords import STOPWORDS

if TYPE_CHECKING:
    import snowballstemmer

_DATA = Path(__file__).parents[1] / "data"

# A number with its separators, an abbreviation with dots, a character of a script written without
# spaces, or a run of letters and digits with inner apostrophes.
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
    r"|[^\W_]+(?:['’ʼ][^\W\d_]+)*"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_STEMMED = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip


class Token(NamedTuple):
    """One word of a text.

    `start` and `end` are code points into the text, end exclusive. `norm` is case-folded, with straight
    apostrophes, without a possessive ending and without the dots of an abbreviation ("U.S." is "us");
    `stem` is the Snowball stem of `norm` where the language has one, else `norm`.
    """

    start: int
    end: int
    text: str
    norm: str
    stem: str
    stop: bool


@lru_cache(maxsize=1 << 16)
def stem_of(norm: str, language: str = "en") -> str:
    """The Snowball stem of a normalised word (Porter, 2001); the word itself in other languages."""
    if language != "en":
        return stemmed(norm, language)
    # English endings are letters: nothing is taken off a word that ends with a figure.
    known = norm if norm[-1:].isdecimal() else _known_stems().get(norm)
    return stemmed(norm, language) if known is None else known


def stemmed(norm: str, language: str) -> str:
    """The stem as the stemmer gives it."""
    name = _STEMMED.get(language)
    return str(_stemmer(name).stemWord(norm)) if name else norm


@lru_cache(maxsize=1)
def _known_stems() -> dict[str, str]:
    """The stems of common English words: stemming one takes longer than all else that is done to it."""
    fields = (_DATA / "stems.txt").read_text(encoding="utf-8").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))


@lru_cache(maxsize=1 << 15)
def tokenise(text: str, language: str = "en") -> tuple[Token, ...]:
    """The words of `text` in order; punctuation is left out, hyphens and dashes part words."""
    return words_in(text, language)


def words_in(text: str, language: str) -> tuple[Token, ...]:
    """`tokenise` of a text that nobody asks for again: the words are not kept."""
    # Made as a tuple at once: calling the class takes as long as all else that is done for a word.
    return tuple([tuple.__new__(Token, match.span() + _word(match[0], language)) for match in _TOKEN.finditer(text)])


@lru_cache(maxsize=1 << 16)
def _word(text: str, language: str) -> tuple[str, str, str, bool]:
    """A word, its normalised form and stem, and whether it is a function word: one object for all its places."""
    norm = text.casefold().translate(_APOSTROPHES)
    if norm[0].isalpha():
        norm = norm.replace(".", "").removesuffix("'s")
    # "US" in capitals is the country, "us" the pronoun.
    stop = norm in STOPWORDS.get(language, frozenset()) and not (norm == "us" and text != "us")
    return text, norm, stem_of(norm, language), stop


def is_function_word(text: str, language: str) -> bool:
    """Whether a word, as it stands in a text, is a function word of a language."""
    return _word(text, language)[3]


@lru_cache(maxsize=8)
def _stemmer(name: str) -> "snowballstemmer.stemmer":
    import snowballstemmer

    return snowballstemmer.stemmer(name)
