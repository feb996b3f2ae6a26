"""What a phrase is told of, in either voice: "the union accepted the offer", "the offer was rejected by the union"."""

from typing import NamedTuple

from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Pair, Run
from tui.compare.conflicts.reading import Text

_BEING = frozenset(listed("is are was were be been being get gets got"))
# What stands between a subject and its verb.
_LEADING = _BEING | frozenset(listed("has have had will then also just now finally to voted vote agreed decided even"))
_BREAKS = frozenset(',.;:?!()“”"—–\n')
_ARTICLES = frozenset(listed("a an the his her its their our this that"))
# Words by which a thing is one of several, or another.
_OTHER = frozenset(
    listed("earlier previous previously first initially original second third another other both former")
)
# After these a thing only tells which one another is: "the run before the marathon".
_PREPOSITIONS = frozenset(listed("of before after at for in with from near during against by to about alongside"))
_NEAR = 8


class Told(NamedTuple):
    """The stems of who does a thing and of what it is done to; empty where they are not told.

    `head` are those of the thing itself, without what belongs to it or whose it is.
    """

    doer: frozenset[str]
    thing: frozenset[str]
    passive: bool
    head: str = ""


def one_deed_turned(pair: Pair, run_a: Run, run_b: Run) -> bool:
    """Whether two phrases, one of them passive, are told of one doer."""
    ours, theirs = told_of(pair.a, run_a), told_of(pair.b, run_b)
    if ours.passive == theirs.passive or not ours.doer or not theirs.doer:
        return False
    if _several(pair.a, run_a) or _several(pair.b, run_b):
        return False
    active, passive = (theirs, ours) if ours.passive else (ours, theirs)
    # "Granted Moreno bail", and "Moreno's brother was refused bail": what both have only tells whose it is.
    if passive.head not in active.thing and not active.thing.isdisjoint(passive.thing):
        return False
    return ours.doer <= theirs.doer or theirs.doer <= ours.doer


def one_thing_done(pair: Pair, run_a: Run, run_b: Run) -> bool:
    """Whether two phrases, in whichever voice, tell of one thing that is done to it."""
    ours, theirs = told_of(pair.a, run_a), told_of(pair.b, run_b)
    return not ours.thing.isdisjoint(theirs.thing)


def told_of(text: Text, run: Run) -> Told:
    """Who does what a phrase tells, and to what."""
    first, last = run
    by = last < len(text.tokens) and (text.tokens[last].norm == "by" or text.tokens[last - 1].norm == "by")
    if not by and not _is_passive(text, run):
        return Told(_before(text, first, _LEADING), _after(text, last), False)
    agent = last + (text.tokens[last].norm == "by") if by else len(text.tokens)
    return Told(_after(text, agent), _before(text, first, _LEADING), True, _head(text, first))


def _head(text: Text, at: int) -> str:
    """The stem of the thing that the subject before a verb names: of "the gift of 40 boats" the gift."""
    while at and text.tokens[at - 1].norm in _LEADING and not _parted(text, at):
        at -= 1
    first, end = _noun(text, at)
    return text.tokens[end - 1].stem if first < end else ""


def one_event(pair: Pair, run_a: Run, run_b: Run) -> bool:
    """Whether two phrases tell of one thing that happens once: "the fair was put off", "their fair cancelled"."""
    ours, theirs = _event(pair.a, run_a), _event(pair.b, run_b)
    common = ours & theirs
    if not common or _several(pair.a, run_a) or _several(pair.b, run_b):
        return False
    return ours <= theirs or theirs <= ours


def _event(text: Text, run: Run) -> frozenset[str]:
    """The stems of the words of what a phrase is told of; empty where it is more than one."""
    first, last = run
    if not _is_passive(text, run) and _has_object(text, last):
        at = last
        while at < len(text.tokens) and text.tokens[at].norm in _ARTICLES:
            at += 1
        end = at
        while end < len(text.tokens) and _goes_on(text, end, at):
            end += 1
        return _single(text, at, end)
    at = first
    while at and text.tokens[at - 1].norm in _LEADING and not _parted(text, at):
        at -= 1
    return _subject(text, at)


def _has_object(text: Text, last: int) -> bool:
    """Whether what a verb does is done to the words after it: "calls off the fair", "cancelled Harvest Fair"."""
    if last >= len(text.tokens) or _parted(text, last):
        return False
    following = text.tokens[last]
    return following.norm in _ARTICLES or not following.stop


def _subject(text: Text, end: int) -> frozenset[str]:
    """The stems of what the subject names that ends there: of "the launch of the rocket" the launch."""
    return _single(text, *_noun(text, end))


def _noun(text: Text, end: int) -> Run:
    """The words of the first noun of the subject that ends there."""
    first = end
    while first and not _parted(text, first) and not text.tokens[first - 1].stop:
        first -= 1
    before = first
    while before and text.tokens[before - 1].norm in _ARTICLES:
        before -= 1
    if before > 1 and not _parted(text, before) and text.tokens[before - 1].norm in _PREPOSITIONS:
        return _noun(text, before - 1)
    return first, end


def _single(text: Text, first: int, end: int) -> frozenset[str]:
    """The stems of a run of words that names one thing."""
    if first >= end:
        return frozenset()
    head = text.tokens[end - 1].norm
    if head.endswith("s") and not head.endswith("ss"):
        return frozenset()
    return frozenset(text.tokens[at].stem for at in range(first, end) if not text.tokens[at].stop)


def _goes_on(text: Text, at: int, first: int) -> bool:
    return not text.tokens[at].stop and (at == first or not _parted(text, at))


def _is_passive(text: Text, run: Run) -> bool:
    inside = [token.norm for token in text.tokens[run[0] : run[1]]]
    if "to" in inside or inside[0] in _BEING:
        return inside[0] in _BEING
    at = run[0] - 1
    if at > 0 and text.tokens[at].norm.endswith("ly"):
        at -= 1
    return at >= 0 and text.tokens[at].norm in _BEING


def _parted(text: Text, at: int) -> bool:
    return not _BREAKS.isdisjoint(text.gaps[at])


def _several(text: Text, run: Run) -> bool:
    """Whether words near a phrase say that there was another one as well."""
    return any(token.norm in _OTHER for token in text.tokens[max(0, run[0] - _NEAR) : run[1] + _NEAR])


def _before(text: Text, end: int, passed: frozenset[str]) -> frozenset[str]:
    """The stems of the subject before a verb, what is joined to it by "of" and the like included."""
    at = end
    while at and not _parted(text, at) and text.tokens[at - 1].norm in passed:
        at -= 1
    found: set[str] = set()
    while at and end - at < _NEAR + 4 and not _parted(text, at):
        token = text.tokens[at - 1]
        if token.stop and token.norm not in _ARTICLES | _PREPOSITIONS:
            break
        if not token.stop:
            found.add(token.stem)
        at -= 1
    return frozenset(found)


def _after(text: Text, first: int) -> frozenset[str]:
    """The stems of the words from `first` to the next small word or mark, what "of" and "for" join included."""
    found: set[str] = set()
    for at in range(first, min(first + _NEAR, len(text.tokens))):
        token = text.tokens[at]
        if at > first and _parted(text, at):
            break
        if token.stop and token.norm not in _ARTICLES and token.norm not in {"of", "for"}:
            break
        if not token.stop:
            found.add(token.stem)
    return frozenset(found)
