"""Days on which something is to come or to come back, told alike or in other words: "will reopen", "run again"."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from tui.compare.conflicts.cues.calendar import Moment, clash
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

# What comes, a kind a line; what is told with "again" or "back" resumes.
_KINDS = {
    lemma(word): kind
    for kind, words in (
        ("resume", "reopen resume restart return"),
        ("begin", "begin start open commence"),
        ("end", "end finish conclude"),
        ("close", "close shut"),
    )
    for word in listed(words)
}
_ONCE_MORE = frozenset(["again", "back"])
_REPEATED = frozenset(lemma(word) for word in listed("run operate use allow let be sail fly serve enter play"))
_AHEAD = frozenset(listed("will shall can due set expected scheduled planned to"))
# What leaves the day open, denies it, or says that it has passed.
_NOT_SURE = frozenset(listed("not never may might could would if was were had until hope hopes cannot"))
_BY = frozenset(["on", "from", "this", "next", "coming"])
# Tokens before a day within which its verb stands, and before the verb within which it is said to be to come.
_VERB_WITHIN, _AHEAD_WITHIN = 6, 5
_CLAUSE = frozenset('.;:?!,()“”"—–\n')
# A service is told by its place, by what runs there, or by those who use it; one of them a line.
_SERVICES = tuple(
    frozenset(map(lemma, listed(words)))
    for words in (
        "line track railway rail train trains services",
        "school college lessons classes pupils teaching students",
        "airport runway flights planes",
        "port harbour ferry ferries crossings sailings",
        "pool baths swimmers bathers",
        "museum gallery visitors",
        "road motorway street bridge tunnel traffic motorists drivers cars",
        "election vote voting polls polling voters ballot",
        "court trial hearing proceedings",
        "parliament assembly lawmakers mps deputies session",
        "factory plant mine works production workers",
        "theatre cinema performances shows",
    )
)


class Coming(NamedTuple):
    """A day on which something comes: of what kind, the verb's token, the words of the subject, and all things."""

    day: Moment
    kind: str
    verb: int
    subject: tuple[int, ...]
    things: tuple[int, ...]
    names: tuple[int, ...]

    @property
    def head(self) -> int:
        """The last word of the subject."""
        return self.subject[-1]


@noted
def comings(text: Text) -> tuple[Coming, ...]:
    """What a text says is to come on a weekday or a date; worked out once for each text."""
    days = [moment for moment in text.moments if moment.kind in {"weekday", "date"}]
    return tuple(filter(None, (_coming(text, day) for day in days)))


def day_to_come(pair: Pair, candidate: Candidate) -> bool:
    """Whether a difference is between the days of one thing that is to come, told by the same verb."""
    firsts = candidate.run_a[0], candidate.run_b[0]
    return any(
        (one.day.first, other.day.first) == firsts
        and (pair.to_b.get(one.verb), pair.to_b.get(one.head)) == (other.verb, other.head)
        for one, other in _alike(pair)
    )


def two_stages(pair: Pair, candidate: Candidate) -> str:
    """Days on which two things come, or one begins and ends: "is to open on Tuesday", "is to end on Friday"."""
    if candidate.kind != "date":
        return ""
    ours, theirs = (
        next((coming for coming in comings(text) if coming.day.first == run[0]), None)
        for text, run in ((pair.a, candidate.run_a), (pair.b, candidate.run_b))
    )
    if ours is None or theirs is None:
        return ""
    kinds = {ours.kind, theirs.kind}
    apart = len(kinds) == 2 and kinds != {"begin", "resume"}
    return "stages" if apart or not _one_thing(pair, ours, theirs) or _elsewhere(pair, ours, theirs) else ""


def in_other_words(pair: Pair) -> Iterator[tuple[Moment, Moment]]:
    """The days of what may be one thing that is to come."""
    for one, other in _alike(pair):
        yield one.day, other.day


def may_come(a: Text, b: Text) -> bool:
    """Whether two texts tell other days of things that come in one way."""
    ours = comings(a)
    return bool(ours) and any(_at_odds(one, other) for one, other in product(ours, comings(b)))


def _alike(pair: Pair) -> Iterator[tuple[Coming, Coming]]:
    for one, other in product(comings(pair.a), comings(pair.b)):
        if _at_odds(one, other) and _one_thing(pair, one, other) and not _elsewhere(pair, one, other):
            yield one, other


def _at_odds(one: Coming, other: Coming) -> bool:
    return one.kind == other.kind and one.day.kind == other.day.kind and clash(one.day, other.day)


def _coming(text: Text, day: Moment) -> Coming | None:
    first, last = day.first, day.last
    while first > 0 and not _CLAUSE & set(text.gaps[first]):
        first -= 1
    while last < len(text.tokens) and not _CLAUSE & set(text.gaps[last]):
        last += 1
    words = text.words[first:last]
    if not _NOT_SURE.isdisjoint(words) or text.words[max(0, day.first - 1)] not in _BY:
        return None
    again = not _ONCE_MORE.isdisjoint(words)
    for at in range(day.first - 1, first, -1):
        kind = _KINDS.get(text.lemmas[at], "")
        if again and (kind == "begin" or text.lemmas[at] in _REPEATED):
            kind = "resume"
        near = day.first - at <= _VERB_WITHIN or again
        if kind and near and _is_ahead(text, first, at):
            return _told(text, day, kind, range(first, last), at)
    return None


def _is_ahead(text: Text, first: int, verb: int) -> bool:
    before = text.words[max(first, verb - _AHEAD_WITHIN) : verb]
    third = text.words[verb].endswith("s") and text.words[verb - 1] not in {"the", "a", "its", "their"}
    return not _AHEAD.isdisjoint(before) or third


def _told(text: Text, day: Moment, kind: str, clause: range, verb: int) -> Coming | None:
    names = [at for m in text.mentions for at in range(m.first, m.last) if at in clause]
    aside = {verb, *range(day.first, day.last)}
    things = [
        at
        for at in clause
        if at not in aside and not text.tokens[at].stop and text.words[at] not in _AHEAD | _ONCE_MORE
        and not text.words[at].endswith(("'s", "’s"))
    ]  # fmt: skip
    subject = [at for at in things if at < verb][:1]
    while subject and subject[-1] + 1 in things and subject[-1] + 1 < verb and not text.gaps[subject[-1] + 1].strip():
        subject.append(subject[-1] + 1)
    return Coming(day, kind, verb, tuple(subject), tuple(things), tuple(names)) if subject else None


def _one_thing(pair: Pair, one: Coming, other: Coming) -> bool:
    """Whether what comes is told by one word in both, or a service by its place in one and its users in the other."""
    if len(one.subject) > 1 and len(other.subject) > 1 and pair.to_b.get(one.head) == other.head:
        # "Express trains" and "freight trains" are two things, "the new stadium" is one.
        return pair.to_b.get(one.subject[-2]) == other.subject[-2]
    if pair.to_b.get(one.head) in other.things or pair.to_a.get(other.head) in one.things:
        return True
    ours, theirs = ({text.lemmas[at] for at in told.things} for text, told in ((pair.a, one), (pair.b, other)))
    return any(not group.isdisjoint(ours) and not group.isdisjoint(theirs) for group in _SERVICES)


def _elsewhere(pair: Pair, one: Coming, other: Coming) -> bool:
    """Whether each clause names what the other does not."""
    ours, theirs = one.names, other.names
    return bool(ours) and bool(theirs) and not any(pair.to_b.get(at) in theirs for at in ours)
