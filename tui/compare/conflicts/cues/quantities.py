"""Quantities of a text: value as an interval, kind, what is counted, and the fate of those counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.compare.conflicts.cues.bounds import REACH_AFTER, REACH_BEFORE, Bound, bounds
from tui.compare.conflicts.cues.calendar import counts_something
from tui.compare.conflicts.cues.measures import unit_at
from tui.compare.conflicts.cues.numerals import Numeral, numeral_at
from tui.compare.conflicts.cues.signs import below_nought
from tui.compare.conflicts.cues.tallies import COUNTED_IN, is_tally
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.text.tokens import Token

QuantityKind = Literal["count", "money", "percent", "points", "ordinal", "age", "duration", "measure", "score"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text with all that decides whether another number may be held against it.

    `low` and `high` enclose the values meant ("at least 12" is 12 to infinity), `value` is the number
    written. Tokens `first` to `last` (exclusive) write it, `start` and `end` are their code points.
    `unit` is a currency, a time unit or a measure; `nouns` are lemmas of what is counted; `role` is the
    fate of people counted: killed, injured, arrested, missing, displaced. A `part` is "two of them": it is
    among those counted before; a `loose` one may be no count at all and only adds to others. `decimals` is
    how many digits are written after the point, `scale` what the unit written is in the unit of `low` and `high`.
    """

    kind: QuantityKind
    low: float
    high: float
    value: float
    first: int
    last: int
    start: int
    end: int
    bound: Bound = ""
    unit: str = ""
    nouns: frozenset[str] = frozenset()
    role: str = ""
    worded: bool = False
    part: bool = False
    loose: bool = False
    decimals: int = 0
    scale: float = 1.0


_CURRENCIES = {
    "dollar": "$", "dollars": "$", "usd": "$", "euro": "€", "euros": "€", "eur": "€", "pound": "£",
    "pounds": "£", "gbp": "£", "yen": "¥", "yuan": "yuan", "rupee": "rupee", "rupees": "rupee",
    "rubles": "ruble", "roubles": "ruble", "cents": "cent", "cent": "cent", "pence": "pence", "francs": "franc",
    "dlrs": "$",
}  # fmt: skip
_SIGN = re.compile(r"(?:US|C|A|HK|NZ)?([$€£¥])\s?$")
# Names of currencies that stand before the figure.
_PREFIXES = {"eur": "€", "euro": "€", "usd": "$", "gbp": "£", "rs": "rupee", "inr": "rupee"}
# A bare "billions", of nothing that is named, is money.
_MONEY_FROM = 1e9
_SHARE = {"percent", "pct", "percentage"}
_ROLES = {
    "killed": listed("kill die dead death toll fatal slay massacr murder perish bodi drown corps"),
    "injured": ["injur", "wound", "hurt", "hospit", "hospitalis", "injuri"],
    "arrested": ["arrest", "detain", "captur", "custodi", "jail"],
    "missing": ["miss", "disappear", "unaccount"],
    "displaced": ["displac", "evacu", "flee", "homeless"],
}
# Verbs by which lives are lost, and tokens before the lives, or the count of them, within which they stand.
_COSTING = frozenset(listed("claim claims claimed cost costs costing lose loses lost take takes took taken"))
_COSTING_REACH = 2
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}


def role_of(word: str) -> str:
    """The fate a lemma tells of: killed, injured, arrested, missing, displaced; "" for none."""
    return _ROLE_OF.get(word, "")


# How far a figure told in halves, "two and a half", may be from the one that is meant.
_IN_HALVES = 0.05
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Words after which a figure numbers an edition and counts nothing.
_EDITIONS = frozenset({"update", "version", "part", "no"})
# Verbs after which "2.52 to 410.23" is a step and a level, no range.
_CHANGES = frozenset(
    listed(
        "rose fell gained lost added climbed dropped jumped slipped declined advanced eased shed slid up down off "
        "rising falling gaining losing adding jumping dropping climbing slipping tumbled sank surged soared dipped "
        "increased"
    )
)
# What may be below nought.
_SIGNED = frozenset({"measure", "percent", "points", "money"})
_SPACE_OR_SIGN = re.compile(r" [$€£¥]?")


def quantities(text: str, tokens: Sequence[Token], gaps: Sequence[str]) -> tuple[Quantity, ...]:
    """The quantities of a text in order; years, dates and clock times are not among them."""
    found: list[Quantity] = []
    last = 0
    for at in [at for at, token in enumerate(tokens) if token.norm in _WORDS or token.norm[0].isdigit()]:
        numeral = numeral_at(tokens, gaps, at) if at >= last else None
        if numeral is None:
            continue
        last = numeral.last
        quantity = _quantity(text, tokens, gaps, numeral)
        if quantity is None:
            continue
        last = quantity.last
        whole = _joined(found[-1], quantity, tokens, gaps) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(quantity)
    return tuple(found)


def _joined(first: Quantity, then: Quantity, tokens: Sequence[Token], gaps: Sequence[str]) -> Quantity | None:
    """A time told in two units, "three hours and fifty minutes", as one quantity."""
    if not first.kind == then.kind == "duration" or then.scale >= first.scale or first.bound == "range":
        return None
    between = [token.norm for token in tokens[first.last : then.first]]
    if between not in ([], ["and"]) or any(gap.strip(" ,") for gap in gaps[first.last : then.first + 1]):
        return None
    return replace(
        first, low=first.low + then.value * then.scale, high=first.high + then.value * then.scale,
        value=first.value + then.value * then.scale / first.scale, last=then.last, end=then.end,
    )  # fmt: skip


_WORDS = frozenset(
    listed(
        "a an half zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
        "ninety couple several handful dozens tens scores hundreds thousands millions billions first "
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    )
)


def _may_begin(token: Token) -> bool:
    return token.norm[0].isdigit() or token.norm in _WORDS


def _quantity(text: str, tokens: Sequence[Token], gaps: Sequence[str], numeral: Numeral) -> Quantity | None:
    first, last = numeral.first, numeral.last
    digits = tokens[first].norm[0].isdigit()
    if digits and (_part_of_word(text, tokens[first], gaps[first]) or _norm(tokens, first - 1) in _EDITIONS):
        return None
    low, high, last, score = _ranged(tokens, gaps, numeral)
    part = [t.norm for t in tokens[last : last + 2]] in (["of", "them"], ["of", "whom"], ["of", "those"])
    base = Quantity(
        "count", low, high, numeral.low, first, last, tokens[first].start, tokens[last - 1].end,
        "vague" if numeral.vague else "range" if last != numeral.last and not score else "", worded=not digits,
        part=part, decimals=len(tokens[first].norm.partition(".")[2]) if digits else 0,
    )  # fmt: skip
    if score:
        return replace(base, kind="score", low=low * 1e5 + high, high=low * 1e5 + high)
    if numeral.ordinal:
        return replace(base, kind="ordinal", nouns=_nouns(tokens, gaps, last))
    if numeral.fraction:
        return replace(base, kind="percent", bound="about")
    if numeral.rough and not base.bound:
        base = replace(base, low=low * (1 - _IN_HALVES), high=high * (1 + _IN_HALVES), bound="about")
    kinded = _kind(text, tokens, gaps, base)
    return _bounded(text, _signed(text, kinded, tokens, gaps)) if kinded else None


def _signed(text: str, quantity: Quantity, tokens: Sequence[Token], gaps: Sequence[str]) -> Quantity:
    """The quantity as one below nought where its words say so: "-5 degrees", "minus 0.3 percent"."""
    if quantity.kind not in _SIGNED or quantity.bound:
        return quantity
    below = below_nought(text, tokens, gaps, quantity.first, (quantity.start, quantity.end))
    if below is None:
        return quantity
    low, high = -quantity.high, -quantity.low
    if below.other is not None:
        other = below.other * quantity.scale
        low, high = min(low, other), max(high, other)
    return replace(
        quantity, low=low, high=high, value=-quantity.value, first=below.first, start=below.start,
        bound="" if below.other is None else "range",
    )  # fmt: skip


def _part_of_word(text: str, token: Token, gap: str) -> bool:
    """A figure inside a name such as "B-52", "COVID-19", "F16", "G8", "/2"."""
    before = text[token.start - 1] if token.start else " "
    hyphened = before in "-/" and token.start > 1 and text[token.start - 2].isupper()
    return before.isalpha() or before == "#" or hyphened or bool(gap and gap[-1:] == ".")


def _ranged(tokens: Sequence[Token], gaps: Sequence[str], numeral: Numeral) -> tuple[float, float, int, bool]:
    """Value bounds with the second number of a range or score taken in; last says whether it is a score."""
    alone = numeral.low, numeral.high, numeral.last, False
    after = _second_number(tokens, gaps, numeral)
    if after is None:
        return alone
    other = numeral_at(tokens, gaps, after)
    if other is None or other.ordinal or other.fraction or other.vague:
        return alone
    if is_tally(tokens, gaps, numeral, other, after):
        # Told from either side, "won 5-2" and "lost 2-5" are one result.
        low, high = sorted((numeral.low, other.low))
        return high, low, other.last, True
    low = numeral.low * _scale(tokens, numeral, other)
    if after > numeral.last and _norm(tokens, numeral.first - 1) in _CHANGES:
        return alone
    if low < other.low and not _YEAR.fullmatch(tokens[after].text):
        return low, other.high, other.last, False
    dashed = gaps[after].strip() in {"-", "–"}
    if dashed and after == numeral.last and numeral.low < 200 and other.low < 200:
        return numeral.low, other.low, other.last, True
    return alone


def _second_number(tokens: Sequence[Token], gaps: Sequence[str], numeral: Numeral) -> int | None:
    """Where the other end of "10-15", "10 to 15" or "between 10 and 15" begins."""
    last = numeral.last
    if last + 1 > len(tokens) - 1 and not (last < len(tokens) and gaps[last].strip() in {"-", "–"}):
        return None
    if numeral.ordinal or numeral.fraction or numeral.vague:
        return None
    if gaps[last].strip() in {"-", "–"} and tokens[last].norm != "to":
        return last if _may_begin(tokens[last]) else None
    before = tokens[numeral.first - 1].norm if numeral.first else ""
    if tokens[last].norm in COUNTED_IN and _norm(tokens, last + 1) == "to" and last + 2 < len(tokens):
        return last + 2 if _may_begin(tokens[last + 2]) else None
    joined = tokens[last].norm == "to" or (tokens[last].norm == "and" and before == "between")
    hyphens = gaps[last] == gaps[last + 1] == "-"
    spaces = gaps[last] == " " and _SPACE_OR_SIGN.fullmatch(gaps[last + 1]) is not None
    if joined and (hyphens or spaces) and _may_begin(tokens[last + 1]):
        return last + 1
    return None


def _scale(tokens: Sequence[Token], numeral: Numeral, other: Numeral) -> float:
    """What "10" means in "10 to 15 million": the second number's scale word counts for both."""
    scaled = other.last - other.first > 1 and tokens[other.first].norm[0].isdigit()
    if not scaled or numeral.last - numeral.first > 1:
        return 1.0
    figure = numeral_at(tokens[: other.first + 1], ["", *[""] * (other.first + 1)], other.first)
    return other.low / figure.low if figure and figure.low else 1.0


def _kind(text: str, tokens: Sequence[Token], gaps: Sequence[str], base: Quantity) -> Quantity | None:
    last = base.last
    gap = gaps[last]
    following = tokens[last].norm if last < len(tokens) else ""
    sign = _SIGN.search(gaps[base.first])
    if sign:
        return replace(base, kind="money", unit=sign.group(1), start=base.start - len(sign.group()))
    if gap.lstrip()[:1] == "%":
        return replace(base, kind="percent", end=base.end + gap.index("%") + 1)
    named = _PREFIXES.get(_norm(tokens, base.first - 1))
    if named and gaps[base.first].strip(" .") == "" and not base.worded:
        return replace(base, kind="money", unit=named)
    close = gap.strip("- \xa0") == ""
    if close and following == "us" and _norm(tokens, last + 1) in {"dollar", "dollars"}:
        return _extended(tokens, replace(base, kind="money", unit="$"), last + 2)
    if close and (following in _SHARE or (following == "per" and _norm(tokens, last + 1) == "cent")):
        extra = 2 if following == "per" else 1
        points = _norm(tokens, last + extra) in {"point", "points"}
        return _extended(tokens, replace(base, kind="points" if points else "percent"), last + extra + points)
    if close and following in _CURRENCIES:
        return _extended(tokens, replace(base, kind="money", unit=_CURRENCIES[following]), last + 1)
    currency = _CURRENCIES.get(_norm(tokens, last + 1), "")
    if close and following == "of" and currency and base.bound == "vague":
        return _extended(tokens, replace(base, kind="money", unit=currency), last + 2)
    age = _age(tokens, gaps, base)
    if age:
        return age
    unit = unit_at(tokens, gaps, last) if close else None
    if unit:
        low, high = base.low * unit.factor, base.high * unit.factor
        scaled = replace(base, kind=unit.kind, low=low, high=high, unit=unit.name, scale=unit.factor)
        return _extended(tokens, scaled, unit.last)
    if _is_calendar(tokens, gaps, base):
        return None
    if base.bound == "vague" and base.low >= _MONEY_FROM and not _nouns(tokens, gaps, last):
        return replace(base, kind="money")
    counted = replace(base, nouns=_nouns(tokens, gaps, last), role=_role(tokens, gaps, base))
    # "One" is more often a pronoun than a count: it only adds up, but for the dead.
    return replace(counted, loose=base.worded and base.value == 1 and counted.role != "killed")


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _extended(tokens: Sequence[Token], quantity: Quantity, last: int) -> Quantity:
    return replace(quantity, last=last, end=tokens[last - 1].end)


def _age(tokens: Sequence[Token], gaps: Sequence[str], base: Quantity) -> Quantity | None:
    last, first = base.last, base.first
    if _norm(tokens, last) in {"year", "years"} and _norm(tokens, last + 1) == "old":
        return _extended(tokens, replace(base, kind="age"), last + 2)
    if _norm(tokens, first - 1) in {"aged", "age"} and gaps[first] == " ":
        return replace(base, kind="age")
    said = _norm(tokens, first - 2) == "who" and _norm(tokens, first - 1) in {"is", "was"} and base.bound == ""
    if said and 1 < base.value < 110 and gaps[last].strip()[:1] in {",", ".", ";"}:
        return replace(base, kind="age")
    apposed = gaps[first].strip() == "," and gaps[last].strip()[:1] in {",", ".", ";"} and first > 0
    named = apposed and tokens[first - 1].text[0].isupper()
    if named and 1 < base.value < 110 and not base.worded and base.bound == "":
        month = tokens[first - 1].norm[:3] in _MONTHS
        return None if month else replace(base, kind="age")
    return None


_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_MONTH_NAMES = frozenset(
    listed(
        "january february march april may june july august september october november december jan feb "
        "mar apr jun jul aug sep sept oct nov dec"
    )
)


def _is_calendar(tokens: Sequence[Token], gaps: Sequence[str], base: Quantity) -> bool:
    """A day of the month, a year or a clock time, which the calendar reads."""
    before, after = _norm(tokens, base.first - 1), _norm(tokens, base.last)
    if base.value <= 31 and (
        (before in _MONTH_NAMES and gaps[base.first].strip(" .") == "" and tokens[base.first - 1].text[0].isupper())
        or (after in _MONTH_NAMES and gaps[base.last] == " " and tokens[base.last].text[0].isupper())
    ):
        return True
    if after in {"am", "pm"} or (after in {"o'clock", "gmt"}):
        return True
    year = bool(_YEAR.fullmatch(tokens[base.first].text)) and base.last == base.first + 1
    return year and not counts_something(tokens, gaps, base.first)


def _nouns(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> frozenset[str]:
    """Lemmas of the one to three words after a number that may name what is counted."""
    found: list[str] = []
    while at < len(tokens) and len(found) < 3:
        token = tokens[at]
        if gaps[at].strip("-' \xa0‘’\"“”") or (token.stop and token.norm not in {"other", "more", "of", "the"}):
            break
        if not token.stop and token.norm[0].isalpha():
            found.append(lemma(token.norm))
        at += 1
    return frozenset(found)


def _role(tokens: Sequence[Token], gaps: Sequence[str], base: Quantity) -> str:
    """The nearest word of fate in the same clause, before or after the number."""
    best: tuple[float, str] | None = None
    for step, start, weight in ((1, base.last, 1.0), (-1, base.first - 1, 1.1)):
        at = start
        for distance in range(1, 8):
            if not 0 <= at < len(tokens):
                break
            token = tokens[at]
            edge = gaps[at] if step > 0 else gaps[at + 1]
            if edge.strip("-' \xa0‘’\"“”$€£") or token.norm in {"and", "while", "but"} or token.norm[0].isdigit():
                break
            role = "killed" if _lives_lost(tokens, at, base) else _ROLE_OF.get(lemma(token.norm))
            if role and (best is None or distance * weight < best[0]):
                best = (distance * weight, role)
            at += step
    return best[1] if best else ""


def _lives_lost(tokens: Sequence[Token], at: int, base: Quantity) -> bool:
    """Whether a token is the lives that were lost: "cost four lives", "claimed the lives of three pensioners"."""
    if tokens[at].norm != "lives":
        return False
    return any(token.norm in _COSTING for token in tokens[max(0, min(at, base.first) - _COSTING_REACH) : at])


def _bounded(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the bounds that the words before and after it set."""
    if quantity.bound == "vague":
        return quantity
    before = text[max(0, quantity.start - REACH_BEFORE) : quantity.start].casefold().rstrip()
    after = text[quantity.end : quantity.end + REACH_AFTER]
    low, high, bound = bounds(before, after, quantity.low, quantity.high)
    # Nearly as low as a figure below nought is above it.
    return replace(quantity, low=min(low, high), high=max(low, high), bound=bound) if bound else quantity
