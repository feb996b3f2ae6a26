"""What only one article says, ranked by how well it can be checked."""

from functools import lru_cache

from tui.compare.text.profiles import profile_of
from tui.compare.text.quotes import quoted

# What makes a passage checkable, and how much: a figure can be looked up, a name asked, a quote found.
_FIGURE, _QUOTE, _NAME, _DAY = 3.0, 2.0, 1.0, 2.0
_NAMES_COUNTED = 3
_FIGURES_COUNTED = 3
_QUOTE_WORDS = 3

_DAYS = {
    "en": "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday",
    "de": "januar februar märz april mai juni juli august september oktober november dezember montag"
    " dienstag mittwoch donnerstag freitag samstag sonntag",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes"
    " martes miércoles jueves viernes sábado domingo",
}
_DAY_WORDS = {language: frozenset(words.split()) for language, words in _DAYS.items()}


def is_checkable(text: str, language: str = "en") -> bool:
    """Whether a passage holds a figure, a name, a quote or a date."""
    return checkability(text, language) > 0


@lru_cache(maxsize=1 << 14)
def checkability(text: str, language: str = "en") -> float:
    """How much there is to check in a passage: 0 for nothing, a few points for each thing."""
    profile = profile_of(text, language)
    days = _DAY_WORDS.get(language, frozenset())
    figures = min(len(profile.numbers), _FIGURES_COUNTED)
    names = [token for token in profile.tokens if token.stem in profile.names and token.norm not in days]
    dated = any(token.norm in days and token.text[0].isupper() == (language != "es") for token in profile.tokens)
    quote = any(len(text[start:end].split()) >= _QUOTE_WORDS for start, end in quoted(text))
    return (
        _FIGURE * figures
        + _QUOTE * quote
        + _NAME * min(len({token.stem for token in names}), _NAMES_COUNTED)
        + _DAY * dated
    )
