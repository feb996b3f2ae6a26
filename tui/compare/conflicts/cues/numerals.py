"""Numbers in words and digits, as values."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.compare.conflicts.lexicon import listed
from tui.compare.text.tokens import Token

_UNITS = {
    word: number
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "bn": 1e9, "mio": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bln": 1e9, "bil": 1e9, "tn": 1e12, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
_SHORT_SCALES = {"m": 1e6, "mio": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}
# A comma with one or two digits after it is not a separator of thousands.
_DECIMAL_COMMA = re.compile(r"^(\d{1,3}),(\d{1,2})$")
# Words of number without a value, with the range they leave open.
_VAGUE = {
    "couple": (2.0, 3.0), "several": (3.0, 20.0), "handful": (3.0, 9.0), "dozens": (24.0, 200.0), "tens": (20.0, 100.0),
    "scores": (40.0, 400.0), "hundreds": (200.0, 10_000.0), "thousands": (2e3, 1e6), "millions": (2e6, 1e9),
    "billions": (2e9, 1e12),
}  # fmt: skip
_ORDINALS = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
}
_FRACTIONS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
# "Half a day", "half time", "the first half year": no share of anything.
_NO_SHARE = frozenset(listed("a an the past day days time way hour hours year years week term brother sister"))
# An article begins a number before one of these alone: "a dozen", "a third".
_ARTICLES, _AFTER_ARTICLE = frozenset({"a", "an"}), _SCALES.keys() | _FRACTIONS.keys()


class Numeral(NamedTuple):
    """A number standing in tokens `first` to `last` (exclusive); `low` and `high` enclose its value.

    A `rough` one is told in halves.
    """

    low: float
    high: float
    first: int
    last: int
    vague: bool = False
    ordinal: bool = False
    fraction: bool = False
    rough: bool = False


def numeral_at(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Numeral | None:
    """The number that begins at token `at`, None if there is none."""
    norm = tokens[at].norm
    if norm[0].isdigit():
        return _digits(tokens, gaps, at)
    if norm in _ARTICLES and not (at + 1 < len(tokens) and tokens[at + 1].norm in _AFTER_ARTICLE):
        return None
    if norm == "half" and (_scale_follows(tokens, gaps, at) or _half_a(tokens, at)):
        return _half(tokens, at)
    if norm in _UNITS or norm in _TENS or (norm in {"a", "an", "half"} and _scale_follows(tokens, gaps, at)):
        return _fraction(tokens, gaps, at) or _words(tokens, gaps, at)
    if norm in _VAGUE and not _two_people(tokens, at):
        return _vague(tokens, at)
    if norm in _ORDINALS and norm != "second":
        return _fraction(tokens, gaps, at) or Numeral(*_same(_ORDINALS[norm]), at, at + 1, ordinal=True)
    if norm in {"half", "a"}:
        return _fraction(tokens, gaps, at)
    return None


def _same(value: float) -> tuple[float, float]:
    return float(value), float(value)


def _digits(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Numeral | None:
    text = tokens[at].norm
    if ":" in text or text.count(".") > 1:
        return None
    try:
        value = float(_DECIMAL_COMMA.sub(r"\1.\2", text).replace(",", ""))
    except ValueError:
        return None
    last = at + 1
    if _thousands_follow(tokens, gaps, at):
        value, last = value * 1000 + int(tokens[last].text), last + 1
    following = tokens[last].norm if last < len(tokens) else ""
    joined = last < len(tokens) and gaps[last] == ""
    if joined and following in {"st", "nd", "rd", "th"}:
        return Numeral(value, value, at, last + 1, ordinal=True)
    if joined and following in _SHORT_SCALES:
        value, last = value * _SHORT_SCALES[following], last + 1
    else:
        while last < len(tokens) and gaps[last] in {" ", "-", "\xa0", ""} and tokens[last].norm in _SCALES:
            value, last = value * _SCALES[tokens[last].norm], last + 1
    return Numeral(value, value, at, last) if math.isfinite(value) else None


def _thousands_follow(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    """Whether a number is written with a space between its thousands: "80 937"."""
    text, last = tokens[at].text, at + 1
    if last == len(tokens) or gaps[last] not in {" ", "\xa0", "\u202f"}:
        return False
    return bool(re.fullmatch(r"[1-9]\d{0,2}", text) and re.fullmatch(r"\d{3}", tokens[last].text))


def _scale_follows(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].norm in _SCALES and gaps[at + 1].strip("- ") == ""


def _half_a(tokens: Sequence[Token], at: int) -> bool:
    """Whether "half" begins "half a billion"."""
    return at + 2 < len(tokens) and tokens[at + 1].norm == "a" and tokens[at + 2].norm in _SCALES


def _half(tokens: Sequence[Token], at: int) -> Numeral:
    """Half of a scale word: "half a billion", "half-million"."""
    last = at + (3 if _half_a(tokens, at) else 2)
    return Numeral(*_same(0.5 * _SCALES[tokens[last - 1].norm]), at, last)


def _words(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Numeral:
    total = current = 0.0
    last, rough = at, False
    while last < len(tokens):
        norm = tokens[last].norm
        if last > at and gaps[last].strip("- \xa0"):
            break
        if norm in _UNITS and (last == at or (current % 10 == 0 and current and _UNITS[norm] < 10)):
            current += _UNITS[norm]
        elif norm in _TENS and (last == at or current >= 100):
            current += _TENS[norm]
        elif norm in {"a", "an"} and last == at:
            current = 1
        elif norm == "half" and last == at:
            current = 0.5
        elif norm == "hundred" and last > at:
            current *= 100
        elif norm in _SCALES and last > at:
            total, current = total + (current or 1) * _SCALES[norm], 0.0
        elif norm == "and" and last > at and _half_more(tokens, last):
            current, last, rough = current + 0.5, last + 2, True
        elif not (norm == "and" and current >= 100 and _unit_follows(tokens, last)):
            break
        last += 1
    return Numeral(total + current, total + current, at, last, rough=rough)


def _half_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and a half" stands here: "two and a half per cent"."""
    return [token.norm for token in tokens[at + 1 : at + 3]] == ["a", "half"]


def _unit_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and (tokens[at + 1].norm in _UNITS or tokens[at + 1].norm in _TENS)


def _two_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether "couple" is two people, not a number: "the couple", and not "a couple of days"."""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return tokens[at].norm == "couple" and after not in {"of", "more", *_SCALES}


def _vague(tokens: Sequence[Token], at: int) -> Numeral | None:
    low, high = _VAGUE[tokens[at].norm]
    last = at + 1
    if last < len(tokens) and tokens[last].norm in _SCALES:
        scale = _SCALES[tokens[last].norm]
        return Numeral(low * scale, high * scale, at, last + 1, vague=True)
    if last + 1 < len(tokens) and tokens[last].norm == "of" and tokens[last + 1].norm in {"thousands", "millions"}:
        scale = _SCALES[tokens[last + 1].norm[:-1]]
        low, high, last = low * scale, high * scale, last + 2
    return Numeral(low, high, at, last, vague=True)


def _fraction(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Numeral | None:
    """A share in per cent: "half", "a third", "two-thirds", "three quarters"."""
    norm = tokens[at].norm
    top, last = 1, at
    if norm in _UNITS or norm == "a":
        top, last = _UNITS.get(norm, 1), at + 1
    if last >= len(tokens) or tokens[last].norm not in _FRACTIONS or (last > at and gaps[last].strip("- \xa0")):
        return None
    name = tokens[last].norm
    if (name != "half" and last == at) or (top > 1 and not name.endswith("s")) or top >= _FRACTIONS[name]:
        return None
    following = tokens[last + 1].norm if last + 1 < len(tokens) else ""
    if following in _NO_SHARE or (name != "half" and not name.endswith("s") and following != "of"):
        return None
    share = 100 * top / _FRACTIONS[name]
    return Numeral(share - 2, share + 2, at, last + 1, fraction=True)
