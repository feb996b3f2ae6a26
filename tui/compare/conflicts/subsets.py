"""Figures that differ and agree: a whole and some of it, a change and a level, a fall and a change below nought."""

from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.lexicon import lemma, listed, opposed
from tui.compare.conflicts.pair import Candidate, Pair, Run
from tui.compare.conflicts.reading import Text

_DEGREES = frozenset(listed("seriously critically badly severely gravely slightly lightly heavily"))
_ALL = frozenset(listed("all every each both"))
_WHOLES = frozenset(listed("of the those them these its their his her"))
_CHANGED = frozenset(
    listed(
        "lost gained shed added cut dropped picked flipped hired lose gain shedding adding losing sell sells sold "
        "selling"
    )
)
_RISE, _LOST = lemma("rise"), frozenset(lemma(word) for word in listed("lose loss deficit below under"))
# What stands before the level that something falls to.
_REACHED = frozenset(["to", "at"])
_LEVEL = frozenset(
    listed("with has have had holds hold held remain remains employs employ total runs operates owns run operate own")
)
# What tells that a count is of some that are named.
_TOGETHER = frozenset(["together", "combined"])
# Tokens before a figure within which a verb tells whether it is a change or what there is.
_BEFORE = 3
# Tokens after a count within which what it counts is told.
_REACH = 5
_SENTENCE = frozenset(".?!;\n")
_EXTENTS = tuple(map(frozenset, (["high", "tall"], ["deep"], ["wide", "broad", "across"], ["long", "away"])))


def some_of_them(pair: Pair, candidate: Candidate) -> str:
    """A smaller count of some of those the other counts: by degree, "of the", or of one place."""
    if candidate.kind != "number" or candidate.cue not in {"count", "casualties"}:
        return ""
    sides = [(_quantity(pair.a, candidate.run_a), pair.a), (_quantity(pair.b, candidate.run_b), pair.b)]
    (less, text), (more, other) = sorted(sides, key=lambda side: side[0].value if side[0] else 0.0)
    if less is None or more is None or less.value >= more.value:
        return ""
    if _degree(text, less) and not _degree(other, more):
        return "degree"
    if _remaining(text, less) and not _remaining(other, more):
        return "left"
    if _together(text, less) and _TOGETHER.isdisjoint(other.norms):
        return "together"
    if _of_the(text, less) and not _of_the(other, more) and not _all_before(other, more):
        return "part"
    if candidate.cue == "count" and less.nouns & more.nouns and _in_one_place(text, less, other):
        return "place"
    return ""


def change_and_level(pair: Pair, candidate: Candidate) -> str:
    """How much was lost or won, and how much is left: "lost nearly 60 seats", "remain with 194 seats"."""
    if candidate.kind != "number" or candidate.cue not in {"count", "money", "percent"}:
        return ""
    before = [
        {token.norm for token in text.tokens[max(0, run[0] - _BEFORE) : run[0]]}
        for text, run in ((pair.a, candidate.run_a), (pair.b, candidate.run_b))
    ]
    changed, level = ([not words.isdisjoint(near) for near in before] for words in (_CHANGED, _LEVEL))
    told = (changed[0] and level[1] and not changed[1]) or (changed[1] and level[0] and not changed[0])
    return "change" if told else ""


def other_extent(pair: Pair, candidate: Candidate) -> str:
    """Two lengths of which one is a height and the other a depth, told so: "30ft high", "12ft deep"."""
    if candidate.cue != "measure":
        return ""
    ours, theirs = (
        next((group for group in _EXTENTS if len(text.words) > run[1] and text.words[run[1]] in group), None)
        for text, run in ((pair.a, candidate.run_a), (pair.b, candidate.run_b))
    )
    return "extent" if ours and theirs and ours != theirs else ""


def told_as_fall(pair: Pair, candidate: Candidate) -> str:
    """A change below nought, told as a fall in the other text: "changed by -0.3 percent", "shrank by 0.3 percent"."""
    if candidate.kind != "number":
        return ""
    one, other = _quantity(pair.a, candidate.run_a), _quantity(pair.b, candidate.run_b)
    if one is None or other is None or one.value != -other.value:
        return ""
    falling, first = (pair.a, one.first) if one.value > 0 else (pair.b, other.first)
    if first and falling.tokens[first - 1].norm in _REACHED:
        return ""
    return "fall" if any(opposed(word, _RISE) or word in _LOST for word in falling.lemmas) else ""


def _quantity(text: Text, run: Run) -> Quantity | None:
    return next((quantity for quantity in text.quantities if quantity.first == run[0]), None)


def _after(text: Text, quantity: Quantity) -> list[int]:
    """The tokens after a count in its sentence, near."""
    found = []
    for at in range(quantity.last, min(len(text.tokens), quantity.last + _REACH)):
        if _SENTENCE & set(text.gaps[at].strip(" ")):
            break
        found.append(at)
    return found


def _degree(text: Text, quantity: Quantity) -> bool:
    return any(text.tokens[at].norm in _DEGREES for at in _after(text, quantity))


def _remaining(text: Text, quantity: Quantity) -> bool:
    """Whether a count is of what is left of more: "will be left with four breweries"."""
    before = [token.norm for token in text.tokens[max(0, quantity.first - _BEFORE) : quantity.first]]
    return "left" in before and "with" in before[before.index("left") :]


def _together(text: Text, quantity: Quantity) -> bool:
    """Whether a count is that of some, added up: "the two sites together employ 610 people"."""
    near = text.tokens[max(0, quantity.first - _BEFORE) : quantity.first]
    return any(token.norm in _TOGETHER for token in near)


def _of_the(text: Text, quantity: Quantity) -> bool:
    """Whether a count is of a whole that is told without a figure: "three of the stolen paintings"."""
    after = [text.tokens[at].norm for at in _after(text, quantity)]
    if after[:1] != ["of"] or len(after) < 3 or after[1] not in _WHOLES:
        return False
    return not any(quantity.last < q.first <= quantity.last + 2 for q in text.quantities)


def _all_before(text: Text, quantity: Quantity) -> bool:
    return any(token.norm in _ALL for token in text.tokens[max(0, quantity.first - 2) : quantity.first])


def _in_one_place(text: Text, quantity: Quantity, other: Text) -> bool:
    """Whether a count is that of one place, where the other text names none: "900 people at its plant in Kassel"."""
    if any(mention.place for mention in other.mentions):
        return False
    starts = {mention.first for mention in text.mentions if mention.place}
    after = range(quantity.last, min(len(text.tokens) - 1, quantity.last + 2 * _REACH))
    return any(text.tokens[at].norm == "in" and at + 1 in starts for at in after)
