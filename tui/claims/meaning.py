"""Whether the words of a quote changed in a way that ends a verdict: a number, name, date or negation."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from tui.claims.flattening import flatten
from tui.claims.vocabulary import AMBIGUOUS_DATES, DATES, FUNCTION_WORDS, NEGATIONS, NUMBERS

Change = Literal["number", "date", "name", "negation", "words"]

_TOKEN = re.compile(r"[$€£¥]?\d+(?:[.,:/]\d+)*(?:%|[^\W\d_]+)?|[^\W\d_]+(?:\.[^\W\d_]\b)*(?:'[^\W\d_]+)*")
_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, date, negation or name: its value, normalised, and the word that says it.

    `first` says that a sentence begins with it.
    """

    kind: Change
    value: str
    word: str
    first: bool


def change_between(old: str, new: str, context: str = "") -> Change | None:
    """What kind of change from `old` to `new` ends a verdict; None where they say it with other words only.

    `context` is the article's text: a capitalised first word that it also has in small letters is no name.
    In scripts without capitals names cannot be seen, and any change of words counts.
    """
    before, after = flatten(old).text, flatten(new).text
    if before == after:
        return None
    small = frozenset(re.findall(r"\b[^\W\d_]+\b", flatten(context).text))
    kinds: tuple[Change, ...] = ("number", "date", "negation", "name")
    facts_before, facts_after = facts(before, small), facts(after, small)
    for kind in kinds:
        if [fact.value for fact in facts_before if fact.kind == kind] != [
            fact.value for fact in facts_after if fact.kind == kind
        ]:
            return kind
    if _uncased(before) and _words(before) != _words(after):
        return "words"
    return None


def facts(text: str, small: frozenset[str]) -> list[Fact]:
    """The numbers, dates, negations and names of a flattened text, in order; `small` are words that it has in small."""
    found: list[Fact] = []
    for match in _TOKEN.finditer(text):
        word, first = match.group(), _begins_sentence(text, match.start())
        fact = _fact(word, first, small)
        if fact is not None:
            found.append(Fact(*fact, word, first))
    return found


def _fact(word: str, first: bool, small: frozenset[str]) -> tuple[Change, str] | None:
    lower = word.casefold()
    capital = word[0].isupper()
    if _DIGITS.search(word):
        return "number", _number(word)
    if lower in NUMBERS:
        return "number", NUMBERS[lower]
    if lower in DATES and (capital or lower not in AMBIGUOUS_DATES):
        return "date", lower[:3]
    if lower in NEGATIONS or lower.endswith("n't"):
        return "negation", "not"
    if not capital or lower in FUNCTION_WORDS:
        return None
    if first and word not in small and lower in small:
        return None
    return "name", lower.removesuffix("'s")


def _number(word: str) -> str:
    """A number with plain digits and without separators of thousands: "1,800" and "1800" are one."""
    digits = "".join(str(unicodedata.digit(sign, -1)) if sign.isdigit() else sign for sign in word)
    return _GROUPED.sub(lambda match: match.group().replace(",", ""), digits).casefold()


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \"'([“‘")
    return not before or before[-1] in ".!?:;—-"


def _uncased(text: str) -> bool:
    """Whether the text has letters of a script that has no capitals."""
    return any(sign.isalpha() and sign.lower() == sign.upper() for sign in text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
