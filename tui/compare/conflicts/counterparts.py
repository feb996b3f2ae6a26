"""Statements of two things that go together: the north tower and the south tower, the mother and the daughter."""

from itertools import pairwise

from tui.compare.conflicts.cues.calendar import clash
from tui.compare.conflicts.lexicon import listed, opposed
from tui.compare.conflicts.pair import Candidate, Pair
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import Standing, row
from tui.compare.lazy import noted

# Words that tell one of several things of a kind from the others, a group a line.
_TELLING = (
    listed("north northern south southern east eastern west western central"),
    listed("first second third fourth fifth sixth last final one other another"),
    listed("upper lower middle inner outer"),
    listed("older elder eldest oldest younger youngest"),
    listed("left right"),
    listed("home away visiting"),
    listed("men men's women women's boys boys' girls girls'"),
)
# People of one family or one affair; one of each is told of.
_PERSONS = (
    listed("mother father daughter son brother sister wife husband grandmother grandfather uncle aunt"),
    listed("man woman boy girl"),
    listed("driver passenger pilot cyclist pedestrian"),
)
_GROUPS = tuple(frozenset(group) for group in (*_TELLING, *_PERSONS))
_ALL_WORDS = frozenset[str]().union(*_GROUPS)
_OF_PERSONS = frozenset(_GROUPS[len(_TELLING) :])
# Tokens from the beginning of a sentence within which its subject is named.
_OPENING = 4
_MORE = frozenset(["another", "second", "third", "fourth", "further", "new"])
_KINDS = frozenset({"number", "antonym", "negation", "date", "place", "name", "modality"})
_SENTENCE = frozenset(".?!\n")
# Of day, place, figures and deed, how many must differ for two events, and at most the likeness of such texts; the
# likeness where the day and the place differ and one of the two is still to come.
_MANY, _LITTLE, _MOST = 3, 0.62, 0.75
_DAYS = frozenset({"weekday", "date"})
# The share of the longer text that corresponds where "another" and "one" are told of one case all the same.
_ONE_CASE = 0.6
# Content words in a row beside two dates that make them the date of one thing, "again" or not.
_ROW = 2
_STREETS = frozenset(listed("street st road rd avenue lane square terrace drive close place way"))
_COMING = frozenset(["will", "shall"])


def counterpart(pair: Pair, candidate: Candidate) -> str:
    """A difference told of two things that both texts keep apart by a word, unless all the rest is the same.

    "The older brother was driving" and "the younger brother was driving" stay a difference: nothing else tells
    that the two sentences are of two people.
    """
    if candidate.kind not in _KINDS:
        return ""
    told = _told_apart(pair)
    if told is None:
        return ""
    i, j = told
    rest = [at for at in pair.a.content if at != i and at not in pair.to_b]
    away = [at for at in pair.b.content if at != j and at not in pair.to_a]
    return "counterpart" if rest or away or len(pair.a.negations) != len(pair.b.negations) else ""


def once_more(pair: Pair, candidate: Candidate) -> str:
    """What happened again, or to another of a kind: "won the title in 2019", "won the title again in 2023"."""
    again = ["again" in text.norms for text in (pair.a, pair.b)]
    if candidate.cue in {"year", "date"} and again[0] != again[1]:
        return "again" if row(pair, candidate.run_a, candidate.run_b) < _ROW else ""
    if candidate.kind not in _KINDS or pair.closeness >= _ONE_CASE:
        return ""
    sides = ((pair.a, pair.b, pair.to_b), (pair.b, pair.a, pair.to_a))
    return "another" if any(_one_more(text, other, mapping) for text, other, mapping in sides) else ""


def _one_more(text: Text, other: Text, mapping: dict[int, int]) -> bool:
    """Whether a sentence of the text begins with another, or a second, of what the other text tells one of."""
    for at in range(min(_OPENING, len(text.tokens) - 1)):
        if text.tokens[at].norm in _MORE and (there := mapping.get(at + 1)) is not None and there:
            before = other.tokens[there - 1].norm
            if before in {"a", "an", "one", "first"} and there <= _OPENING:
                return True
    return False


def _told_apart(pair: Pair) -> tuple[int, int] | None:
    """The words by which the things two sentences begin with are told apart; None where nothing does."""
    for i, ours in _telling(pair.a):
        for j, theirs in _telling(pair.b):
            if ours == theirs:
                continue
            group = next((group for group in _GROUPS if ours in group and theirs in group), None)
            if group is None:
                continue
            if _one_figure(pair) if group in _OF_PERSONS else not _one_noun(pair, i, j):
                continue
            return i, j
    return None


def _one_figure(pair: Pair) -> bool:
    """Whether both texts tell one figure, as an age, so that "a woman" and "a man" may be one person."""
    return not {q.value for q in pair.a.quantities}.isdisjoint({q.value for q in pair.b.quantities})


def _one_noun(pair: Pair, i: int, j: int) -> bool:
    """Whether the words after two tokens correspond and stand right there."""
    return pair.to_b.get(i + 1) == j + 1 and not pair.a.tokens[i + 1].stop and not pair.a.gaps[i + 1].strip(" -")


@noted
def _telling(text: Text) -> list[tuple[int, str]]:
    """The words of the groups near the beginning of a sentence, each with its token."""
    if text.norms.isdisjoint(_ALL_WORDS):
        return []
    return [(at, text.tokens[at].norm) for at in _openings(text) if text.tokens[at].norm in _ALL_WORDS]


def _openings(text: Text) -> list[int]:
    """The tokens near the beginning of a sentence."""
    found, since = [], 0
    for at in range(len(text.tokens)):
        since = 0 if at and not _SENTENCE.isdisjoint(text.gaps[at]) else since + (at > 0)
        if since < _OPENING:
            found.append(at)
    return found


def two_events(standing: Standing) -> bool:
    """Whether two texts differ in so many things, and have so little else in common, that each has an event of its own.

    "A man was stabbed in Dock Lane on Friday" and "a man was shot in Mill Lane on Saturday" are two reports.
    """
    pair = standing.pair
    if standing.likeness > _MOST:
        return False
    day, place = _other_day(pair), not standing.whole[5] or _other_street(pair)
    if not (day or place):
        return False
    if standing.likeness <= _LITTLE and day + place + _other_figures(pair) + _opposed(pair) >= _MANY:
        return True
    return day and place and _ahead(pair.a) != _ahead(pair.b)


def _other_day(pair: Pair) -> bool:
    """Whether both texts tell days, and no day is told by both."""
    ours, theirs = ([m for m in text.moments if m.kind in _DAYS] for text in (pair.a, pair.b))
    return bool(ours) and bool(theirs) and all(clash(one, other) for one in ours for other in theirs)


def _other_figures(pair: Pair) -> bool:
    """Whether both texts tell figures, and no figure is told by both."""
    ours, theirs = ({quantity.value for quantity in text.quantities} for text in (pair.a, pair.b))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _opposed(pair: Pair) -> bool:
    """Whether a word of one text excludes one of the other."""
    return any(
        opposed(pair.a.lemmas[i], pair.b.lemmas[j])
        for i in pair.a.content if i not in pair.to_b
        for j in pair.b.content if j not in pair.to_a
    )  # fmt: skip


def _other_street(pair: Pair) -> bool:
    """Whether each text names a street of its own: "Dock Lane", "Mill Lane"."""
    ours, theirs = _streets(pair.a), _streets(pair.b)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _streets(text: Text) -> set[tuple[str, str]]:
    pairs = pairwise(text.tokens)
    return {(x.norm, y.norm) for x, y in pairs if y.norm in _STREETS and x.text[0].isupper() and y.text[0].isupper()}


def _ahead(text: Text) -> bool:
    """Whether a text tells what is to come."""
    return not _COMING.isdisjoint(text.norms)
