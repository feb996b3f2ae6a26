"""Numbers that differ: counts, money, shares, ages, durations, measures, ordinals and scores."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Candidate, Pair, words
from tui.compare.conflicts.reading import Text
from tui.compare.model import ConflictKind

# Lemmas of people counted.
PEOPLE = frozenset(
    listed(
        "peopl person man woman child boy girl civilian soldier worker student victim passeng protest "
        "milit rebel offic resid fan player demonstr troop patient adult teenag kid employe member human "
        "individu inmat prison hostag refuge migrant shopper other tourist policeman gunman fighter "
        "terrorist suspect palestinian afghan iraqi american famili survivor firefight journalist"
    )
)
_ANYONE = frozenset(["peopl", "person", "other", "human", "individu", "victim", "civilian", "resid"])
_WEIGHTS = {
    "count": 0.8, "money": 0.9, "percent": 0.8, "points": 0.7, "ordinal": 0.6, "age": 0.7, "duration": 0.7,
    "measure": 0.6, "score": 0.9,
}  # fmt: skip
# "More than 5,000" and "more than 5,300" may be one count told roughly; further apart they differ.
_SAME_BOUND = 0.1
_CONVERTED = 0.06
# Tokens between two parts of one total: "eleven men and nine women".
_APART = 4


def numbers(pair: Pair) -> list[Candidate]:
    """Differing quantities of the same kind and the same thing counted."""
    if not pair.a.quantities or not pair.b.quantities:
        return []
    added = _added(pair.a, pair.b) | _added(pair.b, pair.a)
    lone_a, lone_b = (
        [q for q in lone if not q.loose and q not in added] for lone in _unmatched(pair.a.quantities, pair.b.quantities)
    )
    found = []
    for one in lone_a:
        for other in lone_b:
            if one.kind == other.kind and _one_unit(one, other) and not agree(one, other):
                rivals = sum(q.kind == one.kind for q in (*lone_a, *lone_b)) - 2
                candidate = _candidate(pair, one, other, rivals)
                if candidate:
                    found.append(candidate)
    return found


def _added(text: Text, other: Text) -> set[Quantity]:
    """Parts whose sum, not they themselves, is to be held against a total of the other text."""
    return {part for group in parts(text) if total_of(group, other) for part in group}


def parts(text: Text) -> Iterator[Sequence[Quantity]]:
    """Counts of people side by side: "eleven men and nine women"."""
    group: list[Quantity] = []
    for quantity in text.quantities:
        people = quantity.kind == "count" and quantity.nouns & PEOPLE and not quantity.part and quantity.value > 0
        if group and not (people and quantity.first - group[-1].last <= _APART):
            if len(group) > 1:
                yield group
            group = []
        if people:
            group.append(quantity)
    if len(group) > 1:
        yield group


def total_of(group: Sequence[Quantity], text: Text) -> Quantity | None:
    """The one count of a text that parts told by the other are to make: people of the same fate, and more of them."""
    roles = {part.role for part in group} - {""}
    if len(roles) != 1 or any(part.bound for part in group):
        return None
    fitting = [q for q in text.quantities if q.kind == "count" and not q.part and q.role in roles and q.nouns & PEOPLE]
    return fitting[0] if len(fitting) == 1 and fitting[0].value > max(part.value for part in group) else None


def _unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """The quantities of each text that no quantity of the other agrees with, sums counted as agreement."""
    lone_a = [q for q in ours if not any(_same(q, other) for other in theirs)]
    lone_b = [q for q in theirs if not any(_same(other, q) for other in ours)]
    return (
        [q for q in lone_a if not _is_sum(q, theirs)],
        [q for q in lone_b if not _is_sum(q, ours)],
    )


def _same(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind:
        return one.value == other.value and one.value > 1
    if not _one_unit(one, other):
        return False
    if not agree(one, other):
        return False
    return one.value == other.value or _comparable(one, other) >= 0.3


def _is_sum(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure is the sum or difference of two of the other text, or the sum of all of them."""
    values = [q.value for q in others if q.kind == quantity.kind and not q.part and q.value]
    if quantity.kind not in {"count", "money", "percent"} or len(values) < 2:
        return False
    total = quantity.value
    if any(abs(one + other - total) < 1e-6 for one, other in combinations(values, 2)):
        return True
    gaps = [abs(one - other) for one, other in combinations(values, 2) if one != other]
    if total > 12 and any(abs(gap - total) < 1e-6 for gap in gaps):
        return True
    return len(values) > 2 and abs(sum(values) - total) < 1e-6


def _one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind can be held against each other: same currency, same dimension."""
    return one.kind not in {"money", "measure"} or one.unit == other.unit


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind can both be right: equal, within bounds, or one rounded."""
    opposite = {one.bound, other.bound} == {"least", "most"}
    if one.value == other.value and one.kind != "score" and (one.kind != "duration" or one.unit == other.unit):
        return not opposite
    if one.bound == other.bound and one.bound in {"least", "most"}:
        return abs(one.value - other.value) <= _SAME_BOUND * max(one.value, other.value)
    if one.low <= other.high and other.low <= one.high:
        return True
    if one.kind == "score":
        return False
    if one.kind in {"duration", "measure"} and one.low * other.value != other.low * one.value:
        # Another unit of the same dimension: miles told in kilometres are rounded.
        return abs(one.low - other.low) <= _CONVERTED * max(abs(one.low), abs(other.low))
    if one.kind in {"duration", "measure"}:
        return False
    if one.kind in {"ordinal", "age"}:
        return False
    return _rounded(one.value, other.value) or _rounded(other.value, one.value)


def _rounded(rough: float, exact: float) -> bool:
    """Whether `rough` is `exact` written with fewer figures: 1.2 million for 1,234,567, 3 for 2.6."""
    if rough == 0 or exact == 0:
        return False
    figures = f"{rough:.10g}"
    if "e" in figures:
        return False
    digits = len(figures.replace(".", "").replace("-", "").lstrip("0").rstrip("0")) or 1
    if rough == int(rough) >= 2 and exact != int(exact) and abs(rough - exact) <= 0.5:
        return True
    if float(f"{exact:.{digits - 1}e}") != rough:
        return False
    return digits >= 2 or abs(rough - exact) <= 0.06 * max(abs(rough), abs(exact))


def _comparable(one: Quantity, other: Quantity) -> float:
    """How surely two quantities of one kind count the same thing."""
    if one.kind != "count" and one.kind != "ordinal":
        return 1.0
    if one.role and other.role and one.role != other.role:
        return 0.0
    same_role = bool(one.role) and one.role == other.role
    if bool(one.role) != bool(other.role) and one.nouns & PEOPLE:
        return 0.4
    mine, theirs = one.nouns, other.nouns
    people = bool(mine & PEOPLE) and bool(theirs & PEOPLE)
    if same_role and (not mine or not theirs or people or mine & theirs or one.role == "killed"):
        return 1.0
    if mine & theirs:
        return 1.0
    if people:
        return 0.8 if mine & _ANYONE or theirs & _ANYONE else 0.4
    return 0.5 if not mine or not theirs else 0.1


def _candidate(pair: Pair, one: Quantity, other: Quantity, rivals: int) -> Candidate | None:
    sure = _comparable(one, other)
    if sure < 0.3:
        return None
    if "vague" in {one.bound, other.bound} or (one.bound == other.bound and one.bound in {"least", "most"}):
        sure *= 0.5
    same_role = bool(one.role) and one.role == other.role
    here, there = (one.start, one.end), (other.start, other.end)
    texts = words(pair.a, here), words(pair.b, there)
    runs = (one.first, one.last), (other.first, other.last)
    reason = pair.differ(*runs, texts, _thing(pair, one, other))
    # "Nobody was killed" denies what the other tells.
    kind: ConflictKind = "negation" if same_role and not one.value * other.value else "number"
    return Candidate(
        kind, "casualties" if same_role else one.kind, 1.0 if same_role else _WEIGHTS[one.kind], *runs, here, there,
        reason, texts, sure, rivals,
        mild=one.bound == other.bound and one.bound in {"least", "most"},
    )  # fmt: skip


def _thing(pair: Pair, one: Quantity, other: Quantity) -> str:
    """What is counted, in words, "" where the figures do not say it themselves."""
    if one.role and one.role == other.role:
        return _FATES[one.role]
    if one.kind not in {"count", "ordinal"}:
        return ""
    shared = one.nouns & other.nouns
    after = range(one.last, min(len(pair.a.tokens), one.last + 4))
    noun = next((pair.a.tokens[at].text for at in after if pair.a.lemmas[at] in shared), "")
    return f"{'number of ' if one.kind == 'count' else ''}{noun}" if noun else ""


_FATES = {
    "killed": "number of dead", "injured": "number of injured", "arrested": "number of arrests",
    "missing": "number of missing", "displaced": "number of people displaced",
}  # fmt: skip
