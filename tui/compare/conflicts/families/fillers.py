"""One gap in two sentences that are else the same, filled in two ways: who leads, what was the cause, where it was."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.compare.conflicts.cues.names import Mention, one_place
from tui.compare.conflicts.families.names import alias
from tui.compare.conflicts.kinds import excluding
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import told
from tui.compare.lazy import noted
from tui.compare.model import ConflictKind

# At least how much of two texts must correspond, as `Pair.likeness` counts it.
LEAST_ALIKE = 0.45
# The longest filler in tokens.
_LONGEST = 7
_CLAUSE = frozenset('.;:?!()“”"–—\n')
_END = _CLAUSE | {","}
# What is one person's alone: two names for it cannot both be right.
_OF_ONE = frozenset(
    lemma(word)
    for word in listed(
        "lead chair head captain become name appoint elect nominate succeed replace win own design invent found write "
        "direct compose paint build conduct manage govern officiate referee identify"
    )
)
# What has one place, one cause or one means.
_ONCE = _OF_ONE | frozenset(
    lemma(word)
    for word in listed(
        "cause blame because die discover find begin start break land crash bury hide bear born arrest seize arm "
        "travel escape kill strike collapse derail deliver fly flee hold belong sell rule poison carry trigger spark "
        "attack hit stick drown strangle raise buy"
    )
)
_SAYING = frozenset(lemma(word) for word in listed("say tell add ask write warn insist explain"))
# Words of one common noun that a name may follow: "the winning goal", "the top prize".
_SINGLE = frozenset(listed("winning top first main title"))
_BE = frozenset(listed("is are was were be been"))
# Tokens before a gap within which "was" says what something was.
_NEAR = 3
_PLACING = frozenset(listed("in at near off outside"))
_SURE, _TO_CHECK = 0.85, 0.45
_FULL_NAME, _ALONE, _NATION, _TOWN, _FIXED = (1 << bit for bit in range(5))
# Content words of the frame that correspond on both sides: for a difference, and for one to be checked.
_ROW, _LEAST_ROW = 2, 1


class Gap(NamedTuple):
    """What each text puts at one place, and how many content words of that clause are the same beside it."""

    a: Run
    b: Run
    row: int


def fillers(pair: Pair) -> list[Candidate]:
    """What two texts put at one place of a clause that is the same in both."""
    if pair.likeness < LEAST_ALIKE:
        return []
    found = (_candidate(pair, gap) for gap in gaps(pair))
    return [candidate for candidate in found if candidate is not None]


@noted
def _fillable(text: Text) -> int:
    """One bit for each thing that stands in a text and that a gap with names in it may need."""
    tokens, lemmas, mentions = text.tokens, set(text.lemmas), text.mentions
    there = (
        (_FULL_NAME, any(not m.place and len(m.words) > 1 for m in mentions)),
        (_ALONE, not _OF_ONE.isdisjoint(lemmas) or not _SINGLE.isdisjoint(text.norms)),
        (_NATION, any(m.place == "demonym" for m in mentions) and not _BE.isdisjoint(text.norms)),
        (_TOWN, any(m.first and tokens[m.first - 1].norm in _PLACING for m in mentions)),
        (_FIXED, not _ONCE.isdisjoint(lemmas)),
    )
    return sum(bit for bit, found in there if found)


def may_name(a: Text, b: Text) -> bool:
    """Whether a gap of two texts may be filled with two names, two nationalities or two towns."""
    governing, both = _fillable(a), _fillable(a) & _fillable(b)
    return bool((both & _FULL_NAME and governing & _ALONE) or both & _NATION or (both & _TOWN and governing & _FIXED))


def gaps(pair: Pair) -> Iterator[Gap]:
    """The places of a clause that is else the same where each text has words of its own."""
    for run_a in _runs(len(pair.a.tokens), pair.to_b):
        before = pair.to_b.get(run_a[0] - 1)
        first = before + 1 if before is not None else 0
        if before is None and run_a[0] > 0:
            continue
        last = first
        while last < len(pair.b.tokens) and last not in pair.to_a:
            last += 1
        run_b = first, last
        if not first < last or max(run_a[1] - run_a[0], last - first) > _LONGEST:
            continue
        if _meet_again(pair, run_a, run_b):
            row = _frame(pair, run_a, run_b)
            if row is not None:
                yield Gap(run_a, run_b, row)


def _runs(size: int, mapping: dict[int, int]) -> Iterator[Run]:
    """The longest runs of tokens without a counterpart."""
    at = 0
    while at < size:
        first = at
        while at < size and at not in mapping:
            at += 1
        if at > first:
            yield first, at
        at += 1


def _meet_again(pair: Pair, run_a: Run, run_b: Run) -> bool:
    """Whether the two texts go on alike after a gap, or both end their clause there."""
    ends = _ends(pair.a, run_a[1]), _ends(pair.b, run_b[1])
    return all(ends) or (not any(ends) and pair.to_b.get(run_a[1]) == run_b[1])


def _ends(text: Text, at: int) -> bool:
    return at >= len(text.tokens) or not _END.isdisjoint(text.gaps[at])


def _frame(pair: Pair, run_a: Run, run_b: Run) -> int | None:
    """The content words around a gap in its clause, None where any of them stands in one text only."""
    ours, theirs = _clause(pair.a, run_a), _clause(pair.b, run_b)
    if any(at not in pair.to_b for at in ours) or any(at not in pair.to_a for at in theirs):
        return None
    return sum(pair.to_b[at] in theirs for at in ours)


def _clause(text: Text, run: Run) -> list[int]:
    """The content words of the clause of a run, those of the run aside."""
    first, last = run
    if not all(_CLAUSE.isdisjoint(text.gaps[at]) for at in range(first + 1, last)):
        return [-1]
    while first > 0 and _END.isdisjoint(text.gaps[first]):
        first -= 1
    while last < len(text.tokens) and not _ends(text, last):
        last += 1
    return [at for at in range(first, last) if not text.tokens[at].stop and not run[0] <= at < run[1]]


def _candidate(pair: Pair, gap: Gap) -> Candidate | None:
    verbs = _verbs(pair.a, gap.a)
    if gap.row < _LEAST_ROW or not verbs or _governor(pair.a, gap.a) in _SAYING:
        return None
    plain = gap.row >= _ROW or _nothing_else(pair, gap)
    named = _names(pair, gap)
    if named is not None:
        sure = plain and (not _OF_ONE.isdisjoint(verbs) or _single(pair.a, gap.a))
        return _found(pair, *named, "name", sure) if sure else None
    if plain and _nationalities(pair, gap):
        return _found(pair, gap.a, gap.b, "place", sure=True)
    once = not _ONCE.isdisjoint(verbs)
    if once and plain and _towns(pair, gap):
        return _found(pair, gap.a, gap.b, "place", sure=True)
    tells = _excluding(pair, gap)
    if not tells or not (plain or once):
        return None
    return _found(pair, gap.a, gap.b, "place" if tells == "place" else "antonym", once and plain)


def _excluding(pair: Pair, gap: Gap) -> str:
    """What the two fillers tell in which they exclude each other, "" where they may be one."""
    tells = excluding(*(_lemmas(text, run) for text, run in ((pair.a, gap.a), (pair.b, gap.b))))
    alone = max(gap.a[1] - gap.a[0], gap.b[1] - gap.b[0]) == 1
    if tells == "person" and (_with_verb(pair.a, gap.a) or _with_verb(pair.b, gap.b)):
        return ""
    if any(told(text) & set(range(*run)) for text, run in ((pair.a, gap.a), (pair.b, gap.b))):
        return ""
    return "" if tells == "unit" and not alone else tells


def _with_verb(text: Text, run: Run) -> bool:
    return any(text.tokens[at].norm in _BE for at in range(*run))


def _nothing_else(pair: Pair, gap: Gap) -> bool:
    """Whether all content words of both texts but those in the gap correspond."""
    ours = any(at not in pair.to_b and not gap.a[0] <= at < gap.a[1] for at in pair.a.content)
    theirs = any(at not in pair.to_a and not gap.b[0] <= at < gap.b[1] for at in pair.b.content)
    return not ours and not theirs


def _nationalities(pair: Pair, gap: Gap) -> bool:
    """Whether a thing is of one country in one text, of another in the other: "was a Swedish tourist"."""
    both = (pair.a, gap.a), (pair.b, gap.b)
    for text, run in both:
        if run[1] - run[0] != 1 or not _is_before(text, run):
            return False
    ours, theirs = (next((m for m in text.mentions if (m.first, m.last) == run), None) for text, run in both)
    if ours is None or theirs is None or {ours.place, theirs.place} != {"demonym"}:
        return False
    return not one_place(ours, theirs)


def _is_before(text: Text, run: Run) -> bool:
    """Whether a clause says before a gap what something is."""
    return any(token.norm in _BE for token in text.tokens[max(0, run[0] - _NEAR) : run[0]])


def _towns(pair: Pair, gap: Gap) -> bool:
    """Whether each gap is one name after a word of place: "in Dover", "in Folkestone"."""
    for text, run in ((pair.a, gap.a), (pair.b, gap.b)):
        whole = any((m.first, m.last) == run for m in text.mentions)
        if not whole or not run[0] or text.tokens[run[0] - 1].norm not in _PLACING:
            return False
    ours, theirs = (next(m for m in t.mentions if m.first == run[0]) for t, run in ((pair.a, gap.a), (pair.b, gap.b)))
    return not (alias(ours, theirs) or one_place(ours, theirs) or bool(ours.place) != bool(theirs.place))


def _found(pair: Pair, run_a: Run, run_b: Run, kind: ConflictKind, sure: bool) -> Candidate:
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    return Candidate(
        kind, "filler", 0.8, run_a, run_b, here, there, "", texts, mild=not sure, rating=_SURE if sure else _TO_CHECK
    )


def _lemmas(text: Text, run: Run) -> list[str]:
    return [text.lemmas[at] for at in range(*run)]


def _verbs(text: Text, run: Run) -> set[str]:
    """The lemmas of the clause of a gap, of which one may be its verb."""
    small = [at for at in range(max(0, run[0] - _LONGEST), run[0]) if text.lemmas[at] in _ONCE]
    return {text.lemmas[at] for at in (*_clause(text, run), *small)}


def _governor(text: Text, run: Run) -> str:
    """The word a gap hangs on: the last content word before it in its clause, or the first one after it."""
    for at in range(run[0] - 1, -1, -1):
        if not _CLAUSE.isdisjoint(text.gaps[at + 1]):
            break
        if not text.tokens[at].stop or text.lemmas[at] in _ONCE:
            return text.lemmas[at]
    return next((text.lemmas[at] for at in range(run[1], len(text.tokens)) if not text.tokens[at].stop), "")


def _single(text: Text, run: Run) -> bool:
    """Whether what is told is of one thing only: "the winning goal was scored by"."""
    return any(token.norm in _SINGLE for token in text.tokens[max(0, run[0] - _LONGEST) : run[0]])


def _names(pair: Pair, gap: Gap) -> tuple[Run, Run] | None:
    """Where two wholly different names stand in a gap; None where there are none, or they may be one."""
    ours, theirs = _named(pair.a, gap.a), _named(pair.b, gap.b)
    if ours is None or theirs is None or alias(ours, theirs):
        return None
    if set(ours.words) & pair.b.norms or set(theirs.words) & pair.a.norms:
        return None
    return (ours.first, ours.last), (theirs.first, theirs.last)


def _named(text: Text, run: Run) -> Mention | None:
    """The one name of a person or a body that stands in a run, a place aside; None for several."""
    inside = [m for m in text.mentions if run[0] <= m.first and m.last <= run[1]]
    return inside[0] if len(inside) == 1 and not inside[0].place and len(inside[0].words) > 1 else None
