"""How much of the clause that one text denies or doubts the other text tells, whatever else the two tell."""

from collections.abc import Mapping, Sequence

from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Run
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import told

_MARKS = frozenset('.;:?!,()“”"—–\n')
_BREAKS = frozenset(listed("who which that but although though because while when as after if whether says said"))
# Words that leave open which time or which part is denied: "had never sounded before Sunday".
_OPEN = frozenset(listed("before until yet since again other others else any-longer longer anymore more had"))
_UNSURE = frozenset(["if", "whether", "unless", "any", "ever"])
# What is denied of anybody and anything has no doer that the other text must tell.
_NOBODY = frozenset(["nothing", "nobody", "none", "no"])
_LEAST, _LEAST_OF_NOBODY = 3, 2
# Tokens after a verb within which its object begins and ends.
_OBJECT_WITHIN = 3
# Tokens within which the other text tells the words of the clause, and the share of a doubted one that it must.
_WITHIN, _SHARE = 20, 0.5


def denied_outright(text: Text, cue: int, *, strong: bool) -> bool:
    """Whether the clause of a negation is denied for good: "never", "failed to", not "had never before"."""
    if not strong and text.words[cue + 1 : cue + 2] != ("to",):
        return False
    return _OPEN.isdisjoint(text.words[slice(*clause(text, cue))])


def told_whole(text: Text, other: Text, cue: int, hit: Run, mapping: Mapping[int, int]) -> bool:
    """Whether the other text tells every word of the clause denied at `cue`, names and days aside.

    `hit` is the word denied and the one that corresponds to it.
    """
    first, last = clause(text, cue)
    if text.lemmas[hit[0]] != other.lemmas[hit[1]]:
        return False
    words = weighty(text, cue)
    doer = text.words[cue] in _NOBODY if cue == first else _beside(mapping.get(min(words, default=-1)), hit[1])
    least = _LEAST_OF_NOBODY if doer else _LEAST
    if len(words) < least or not all(_near(at, hit[1], mapping) for at in words):
        return False
    return not _elsewhere(text, (first, last), other, clause(other, hit[1]), mapping)


def _beside(subject: int | None, verb: int) -> bool:
    """Whether a word stands before a verb, or right after it: "the gate was never locked", "guards locked the gate"."""
    return subject is not None and subject != verb and subject <= verb + _OBJECT_WITHIN


def _elsewhere(text: Text, run: Run, other: Text, there: Run, mapping: Mapping[int, int]) -> bool:
    """Whether each clause names what the other does not."""
    ours, theirs = (
        {at for m in side.mentions for at in range(m.first, m.last) if span[0] <= at < span[1]}
        for side, span in ((text, run), (other, there))
    )
    return bool(ours) and bool(theirs) and not any(mapping.get(at) in theirs for at in ours)


def half_told(text: Text, other: Text, cue: int, hit: Run, mapping: Mapping[int, int]) -> bool:
    """Whether the other text tells half the words of a clause such as "may have been caused", and two at least."""
    first, last = clause(other, hit[1])
    if text.lemmas[hit[0]] != other.lemmas[hit[1]] or not past(text, cue):
        return False
    if not _UNSURE.isdisjoint(other.words[first:last]) or other.words[max(0, first - 1)] in _UNSURE:
        return False
    words = weighty(text, cue)
    there = [at for at in words if _near(at, hit[1], mapping)]
    # "The thief may have left the museum" doubts nothing of the visitors who left it.
    if "been" not in text.words[cue + 1 : cue + 4] and words[:1] != there[:1]:
        return False
    return len(there) >= _LEAST_OF_NOBODY and len(there) >= _SHARE * len(words)


def past(text: Text, cue: int) -> bool:
    """Whether what is doubted has been: "may have"."""
    return "have" in text.words[cue + 1 : cue + 3]


def weighty(text: Text, cue: int) -> Sequence[int]:
    """The content words of the clause of a token, without the token itself, names and days."""
    first, last = clause(text, cue)
    figures = told(text)
    found = [at for at in range(first, last) if at != cue and not text.tokens[at].stop and at not in figures]
    if found and not text.headline:
        named = {at for m in text.mentions for at in range(m.first, m.last)}
        found = [at for at in found if at not in named]
    return found


def clause(text: Text, at: int) -> Run:
    """The tokens of the clause of a token."""
    first, last = at, at + 1
    while first > 0 and not _MARKS & set(text.gaps[first]) and text.words[first - 1] not in _BREAKS:
        first -= 1
    while last < len(text.tokens) and not _MARKS & set(text.gaps[last]) and text.words[last] not in _BREAKS:
        last += 1
    return first, last


def _near(at: int, there: int, mapping: Mapping[int, int]) -> bool:
    return at in mapping and abs(mapping[at] - there) <= _WITHIN
