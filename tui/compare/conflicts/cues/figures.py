"""Figures of a text whose words are not read: counts, sums of money and percentages in any language."""

import re
from collections.abc import Sequence

from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.text.tokens import Token

# "12.500" and "12,500" are thousands wherever they stand; "4,3" and "4.3" are decimals.
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d{1,2}|\.\d+)?")
_GROUP, _LEADING = re.compile(r"\d{3}"), re.compile(r"[1-9]\d{0,2}")
_GROUP_GAPS = frozenset({" ", "\xa0", "\u202f", "\u2009", "'", "’"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SIGN = "$€£¥"
_PERCENT = re.compile(r"\s?[%\u066a]")
# The words for millions and the like begin alike in many languages; "billion" is one thing here, another there.
_SCALES = (
    (re.compile(r"mill?i[aá]rd|milij?ard|miljard|milyar|m[lr]d$|миллиард|млрд|мільярд|مليار"), 1e9),
    (re.compile(r"mill?i?[oó]n|mill?ió|milioa|mill$|milh|mili?j|milyon|m[il][on]$|миллион|млн|мільйон|مليون"), 1e6),
    (re.compile(r"tausend|mille$|mil$|mila$|duizend|tusen|tusind|тысяч|тыс$|тисяч|ألف$|آلاف$"), 1e3),
    (re.compile(r"[万萬만]"), 1e4),
    (re.compile(r"[億亿억]"), 1e8),
)  # fmt: skip
# Shorter words of alphabets are mostly function words and count nothing.
_LEAST_LETTERS = 4
_NOUNS = 2


def figures(text: str, tokens: Sequence[Token], gaps: Sequence[str]) -> tuple[Quantity, ...]:
    """The quantities written in figures in order; years, dates and clock times in figures are not among them."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        value, last = _value(tokens, gaps, at)
        if value is None:
            at += 1
            continue
        if not (_in_word(text, tokens[at], gaps[at]) or _in_date(gaps, at, last)):
            found.append(_quantity(tokens, gaps, at, last, value))
        at = last
    return tuple(found)


def _value(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> tuple[float | None, int]:
    """The number that begins at token `at` and where it ends; None where there is none or it is a year."""
    norm, last = tokens[at].norm, at + 1
    if _LEADING.fullmatch(norm):
        while last < len(tokens) and gaps[last] in _GROUP_GAPS and _GROUP.fullmatch(tokens[last].norm):
            last += 1
    if last > at + 1:
        value = float("".join(token.norm for token in tokens[at:last]))
    elif _GROUPED.fullmatch(norm):
        value = float(re.sub(r"\D", "", norm))
    elif _DECIMAL.fullmatch(norm) and not _YEAR.fullmatch(norm):
        value = float(norm.replace(",", "."))
    else:
        return None, last
    while last < len(tokens) and not gaps[last].strip("- \xa0\u202f"):
        scale = next((factor for pattern, factor in _SCALES if pattern.match(tokens[last].norm)), None)
        if scale is None:
            break
        value, last = value * scale, last + 1
    return value, last


def _in_word(text: str, token: Token, gap: str) -> bool:
    """Whether a figure is part of a name such as "B-52", "A380", "#4"."""
    before = text[token.start - 1] if token.start else " "
    hyphened = before in "-/" and token.start > 1 and text[token.start - 2].isupper()
    return (before.isalpha() and before < "\u0590") or before == "#" or hyphened


def _in_date(gaps: Sequence[str], first: int, last: int) -> bool:
    """Whether a figure is joined to others as in "2026-02-10", "10/02/2026"."""
    return any(gaps[at] in {"-", "/"} for at in (first, last))


def _quantity(tokens: Sequence[Token], gaps: Sequence[str], first: int, last: int, value: float) -> Quantity:
    before, after = gaps[first].rstrip()[-1:], gaps[last].lstrip()[:1]
    sign = next((each for each in (before, after) if each and each in _SIGN), "")
    percent = None if sign else _PERCENT.match(gaps[last])
    start, end = tokens[first].start, tokens[last - 1].end + (percent.end() if percent else 0)
    norm = tokens[first].norm
    whole = norm.isdecimal() or _GROUPED.fullmatch(norm) is not None
    return Quantity(
        "money" if sign else "percent" if percent else "count", value, value, value, first, last, start, end,
        unit=sign, nouns=_nouns(tokens, gaps, last), decimals=0 if whole else len(re.split(r"[.,]", norm)[-1]),
    )  # fmt: skip


def _nouns(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> frozenset[str]:
    """The stems of the words after a figure that may name what is counted."""
    found: list[str] = []
    while at < len(tokens) and len(found) < _NOUNS and not gaps[at].strip("- \xa0\u202f$€£¥%"):
        token = tokens[at]
        if token.norm[0].isdigit():
            break
        if len(token.norm) >= _LEAST_LETTERS or token.norm >= "\u0590":
            found.append(token.stem)
        at += 1
    return frozenset(found)
