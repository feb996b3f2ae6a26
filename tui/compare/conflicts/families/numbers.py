"""Numbers that differ: counts, money, shares, ages, durations, measures, ordinals and scores."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from tui.compare.conflicts.cues.quantities import Quantity, role_of
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
_CONVERTED = 0.08
# Votes in two tallies of one ballot are about as many; in matches there are fewer than this.
_SAME_TURNOUT, _SMALL_TALLY = 0.9, 20
# How far below a bound a figure may lie that is told as reaching it.
_JUST_BELOW = 0.01
# "About 1,200" and "some 1,217" are one estimate; "about 19" and "about 21" are two.
_SAME_ESTIMATE = 0.06
# How far "nearly 62,000" may lie from the sum of two parts.
_ROUGH_SUM = 0.02
# How exactly two figures must stand at one place to be held against each other whatever they count.
_OWN_SLOT = 0.85
# Figures so many times apart are hardly of one thing, where no word tells that they are.
_NO_MORE_APART = 3
# With more figures of one kind than this in a text there is a table, not a statement.
_LONGEST_SERIES = 8
# What stands before the later of two levels: "up to 15 from 12".
_ARRIVALS = frozenset(["to", "at", "by"])
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
    found: list[Candidate] = []
    for kind in {q.kind: None for q in lone_a}:
        ours, theirs = ([q for q in lone if q.kind == kind] for lone in (lone_a, lone_b))
        if theirs and max(len(ours), len(theirs)) <= _LONGEST_SERIES:
            found += _side_by_side(pair, ours, theirs)
    return found


def numbers_of_one(pair: Pair) -> list[Candidate]:
    """The figures that differ between two texts that tell the same: the only ones of their kind, or of one thing."""
    lone_a, lone_b = (
        [q for q in lone if not (q.loose or q.part or q.bound == "vague")]
        for lone in _unmatched(pair.a.quantities, pair.b.quantities)
    )
    found = []
    for one in lone_a:
        ours = [q for q in lone_a if q.kind == one.kind and _may_be_of_one(one, q)]
        theirs = [q for q in lone_b if q.kind == one.kind and _may_be_of_one(one, q)]
        if len(ours) == len(theirs) == 1 and figures_apart(one, theirs[0]):
            found.append(_made(pair, one, theirs[0], 1.0, 0))
    return found


def _may_be_of_one(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind may be of one thing, as far as they tell what is counted."""
    if one.kind != "count":
        return _one_unit(one, other)
    if one.role and other.role and one.role != other.role:
        return False
    if bool(one.nouns & PEOPLE) != bool(other.nouns & PEOPLE) and one.role == other.role == "":
        return False
    low, high = sorted((one.value, other.value))
    return bool(one.nouns & other.nouns) or high <= _NO_MORE_APART * low


def _side_by_side(pair: Pair, ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Candidate]:
    """Each figure held against the one in its place: of all pairs in order of both texts, those that fit best together.

    In "17 killed, 133 wounded" and "15 killed, 90 wounded" the figures beside one another are no rivals; only those
    that are left without a counterpart are.
    """
    best: dict[tuple[int, int], tuple[float, tuple[Candidate, ...]]] = {}
    nothing: tuple[float, tuple[Candidate, ...]] = (0.0, ())
    rivals = abs(len(ours) - len(theirs))
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            above, left = best.get((i - 1, j), nothing), best.get((i, j - 1), nothing)
            best[i, j] = max(above, left, key=lambda found: found[0])
            candidate = _candidate(pair, one, other, rivals) if figures_apart(one, other) else None
            if candidate is not None:
                before = best.get((i - 1, j - 1), nothing)
                total = before[0] + _fit(pair, one, other, candidate)
                if total > best[i, j][0]:
                    best[i, j] = total, (*before[1], candidate)
    return list(best[len(ours) - 1, len(theirs) - 1][1])


def figures_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind cannot both be right, told in units that can be held against each other."""
    return _one_unit(one, other) and not agree(one, other)


def figures_cue(one: Quantity, other: Quantity) -> str:
    """What a difference between two quantities of one kind rests on."""
    return "casualties" if one.role and one.role == other.role else one.kind


def _fit(pair: Pair, one: Quantity, other: Quantity, candidate: Candidate) -> float:
    """How well two figures fit each other: the same thing, the same place, the same order of size."""
    low, high = sorted((abs(one.value), abs(other.value)))
    near = 0.5 if high <= 3 * low else 0.0
    return candidate.sure + pair.slot(candidate.run_a, candidate.run_b) + near


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
    if not agree(one, other) or (one.role and other.role and one.role != other.role):
        return False
    return one.value == other.value or _comparable(one, other) >= 0.3


def _is_sum(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure is the sum or difference of two of the other text, or the sum of all of them."""
    values = [q.value for q in others if q.kind == quantity.kind and not q.part and q.value]
    if quantity.kind not in {"count", "money", "percent"} or len(values) < 2:
        return False
    total = quantity.value
    slack = _ROUGH_SUM * total if quantity.bound == "about" else 1e-6
    if any(abs(one + other - total) < slack for one, other in combinations(values, 2)):
        return True
    gaps = [abs(one - other) for one, other in combinations(values, 2) if one != other]
    if total > 12 and any(abs(gap - total) < 1e-6 for gap in gaps):
        return True
    return len(values) > 2 and abs(sum(values) - total) < 1e-6


def _one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind can be held against each other: same currency, same dimension."""
    return one.kind not in {"money", "measure"} or one.unit == other.unit or _other_currency(one, other)


def _other_currency(one: Quantity, other: Quantity) -> bool:
    """Whether one sum is given in two currencies: it is right in one of them at most."""
    units = {one.unit, other.unit}
    return one.kind == other.kind == "money" and len(units) == 2 and "" not in units and one.value == other.value


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one kind can both be right: equal, within bounds, or one rounded."""
    opposite = {one.bound, other.bound} == {"least", "most"}
    if _other_currency(one, other):
        return False
    if one.value == other.value and one.kind != "score" and one.scale == other.scale:
        return not opposite and not _other_end(one, other)
    if one.bound == other.bound and one.bound in {"least", "most"}:
        return abs(one.value - other.value) <= _SAME_BOUND * max(abs(one.value), abs(other.value))
    if _below(one, other) or _below(other, one):
        return False
    if one.low <= other.high and other.low <= one.high:
        return not _other_end(one, other) and not _two_estimates(one, other)
    if one.kind == "score":
        return False
    if one.kind in {"duration", "measure"}:
        # Another unit of the same dimension: miles told in kilometres are rounded.
        mine, theirs = one.value * one.scale, other.value * other.scale
        return one.scale != other.scale and abs(mine - theirs) <= _CONVERTED * max(abs(mine), abs(theirs))
    if one.kind in {"ordinal", "age"}:
        return False
    if one.decimals == other.decimals > 1:
        # "$38.30" beside "$38.28" is told to the cent as well.
        return False
    return _rounded(one.value, other.value) or _rounded(other.value, one.value)


def _other_end(one: Quantity, other: Quantity) -> bool:
    """Whether two ranges begin alike and end apart, or the other way round: 18 to 24, 18 to 64."""
    if {one.bound, other.bound} != {"range"}:
        return False
    apart = [abs(x - y) > _SAME_BOUND * max(abs(x), abs(y)) for x, y in ((one.low, other.low), (one.high, other.high))]
    return apart[0] != apart[1]


def _below(bound: Quantity, told: Quantity) -> bool:
    """Whether a figure does not reach a bound that counts people: 194 dead, and at least 200 dead."""
    if bound.bound != "least" or told.bound or not bound.role or bound.role != told.role:
        return False
    return told.value < (1 - _JUST_BELOW) * bound.value


def _two_estimates(one: Quantity, other: Quantity) -> bool:
    """Whether two rough figures are not one: "about 19" and "about 21" would both have been 20."""
    mine, theirs = one.value * one.scale, other.value * other.scale
    apart = abs(mine - theirs) / max(abs(mine), abs(theirs), 1e-9)
    return one.bound == other.bound == "about" and one.worded == other.worded and apart > _SAME_ESTIMATE


@lru_cache(maxsize=1 << 14)
def _rounded(rough: float, exact: float) -> bool:
    """Whether `rough` is `exact` written with fewer figures: 1.2 million for 1,234,567, 3 for 2.6."""
    if rough == 0 or exact == 0:
        return False
    figures = f"{rough:.10f}".rstrip("0").rstrip(".")
    digits = len(figures.replace(".", "").replace("-", "").lstrip("0").rstrip("0")) or 1
    if rough == int(rough) >= 2 and exact != int(exact) and abs(rough - exact) <= 0.5:
        return True
    if float(f"{exact:.{digits - 1}e}") != rough:
        return False
    return digits >= 2 or abs(rough - exact) <= 0.06 * max(abs(rough), abs(exact))


def _comparable(one: Quantity, other: Quantity) -> float:
    """How surely two quantities of one kind count the same thing."""
    if one.kind == "score":
        totals = sorted(sum(divmod(q.low, 1e5)) for q in (one, other))
        return 1.0 if totals[1] < _SMALL_TALLY or totals[0] >= _SAME_TURNOUT * totals[1] else 0.4
    if one.kind != "count" and one.kind != "ordinal":
        return 1.0
    if one.role and other.role and one.role != other.role:
        return 0.0
    same_role = bool(one.role) and one.role == other.role
    if bool(one.role) != bool(other.role) and (one.nouns | other.nouns) & PEOPLE:
        return 0.25
    mine, theirs = one.nouns, other.nouns
    people = _are_people(one) and _are_people(other)
    if same_role and (not mine or not theirs or people or mine & theirs or one.role == "killed"):
        return 1.0
    if mine & theirs:
        return 1.0
    if people:
        return 0.8 if mine & _ANYONE or theirs & _ANYONE else 0.4
    return 0.5 if not mine or not theirs else 0.1


def _are_people(quantity: Quantity) -> bool:
    """Whether people are counted, by a word for them or by what befell them: "four arrests"."""
    return bool(quantity.nouns & PEOPLE) or any(role_of(noun) == quantity.role != "" for noun in quantity.nouns)


def _candidate(pair: Pair, one: Quantity, other: Quantity, rivals: int) -> Candidate | None:
    sure = 0.0 if _of_others(pair, one, other) else _comparable(one, other)
    if 0 < sure < 1 and one.role == other.role and _one_thing(pair, one, other):
        sure = 0.9
    if sure < 0.3 and pair.slot((one.first, one.last), (other.first, other.last)) >= _OWN_SLOT:
        sure = min(0.3, 3 * sure)
    if sure < 0.3:
        return None
    if is_whole(pair.a, one) != is_whole(pair.b, other) or _other_ends(pair, one, other):
        sure *= 0.4
    if "vague" in {one.bound, other.bound} or (one.bound == other.bound and one.bound in {"least", "most"}):
        sure *= 0.5
    return _made(pair, one, other, sure, rivals)


def _made(pair: Pair, one: Quantity, other: Quantity, sure: float, rivals: int) -> Candidate:
    same_role = bool(one.role) and one.role == other.role
    here, there = (one.start, one.end), (other.start, other.end)
    texts = words(pair.a, here), words(pair.b, there)
    runs = (one.first, one.last), (other.first, other.last)
    # "Nobody was killed" denies what the other tells.
    kind: ConflictKind = "negation" if same_role and not one.value * other.value else "number"
    return Candidate(
        kind, figures_cue(one, other), 1.0 if same_role else _WEIGHTS[one.kind], *runs, here, there,
        "", texts, sure, rivals, thing=_thing(pair, one, other), mild="vague" in {one.bound, other.bound},
    )  # fmt: skip


def _of_others(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether two ages stand beside the names of two people: "Malia, 16," and "Elizabeth Lauten, 31,"."""
    if one.kind != "age":
        return False
    ours, theirs = (
        {word for m in text.mentions if 0 <= q.first - m.last <= 1 for word in m.words}
        for text, q in ((pair.a, one), (pair.b, other))
    )
    return bool(ours) and bool(theirs) and not ours & theirs


def _one_thing(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether a word for what is counted corresponds to one beside the other figure: "500 churches", "215 parishes"."""
    ours = [at for at in range(one.last, min(len(pair.a.tokens), one.last + 3)) if pair.a.lemmas[at] in one.nouns]
    return any(pair.b.lemmas[pair.to_b[at]] in other.nouns for at in ours if at in pair.to_b)


def is_whole(text: Text, quantity: Quantity) -> bool:
    """Whether a figure is that of which another is a part: the 42 of "33 of the 42 men"."""
    before = [token.norm for token in text.tokens[max(0, quantity.first - 3) : quantity.first]]
    of = before[-2:] == ["of", "the"] or before[-1:] == ["of"]
    ends = quantity.first - (2 if before[-2:] == ["of", "the"] else 1)
    return of and any(q.last == ends for q in text.quantities)


def _other_ends(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether one figure is where something came from and the other where it went: "up from 12", "up to 15"."""
    ours, theirs = (text.tokens[q.first - 1].norm if q.first else "" for text, q in ((pair.a, one), (pair.b, other)))
    return (ours == "from") != (theirs == "from") and bool({ours, theirs} & _ARRIVALS)


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
