"""Who did it to whom, told the other way round: "Leeds beat York" and "York beat Leeds"."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

# Deeds that two parties do not do to each other in one affair; what one may well return (accuse, attack) is not here.
_DEEDS = (
    listed("beat defeat rout thrash outplay"),
    listed("outnumber"),
    listed("overtake outpace outsell outrank"),
    listed("acquire buy purchase"),
    listed("succeed replace supplant oust"),
    listed("invade annex occupy"),
)
_DEED_OF = {lemma(word): number for number, verbs in enumerate(_DEEDS) for word in verbs}
_LOSING = lemma("lose")
_BE = frozenset(listed("is are was were be been being"))
_BREAKS = frozenset(listed("who which that and but while when after before because as if whether said says"))
# Content words on either side of the verb that may say who.
_PARTY = 3
# How far before the verb its "was" may stand, and its "by" after it.
_AUXILIARY, _AGENT = 3, 5
_RATING = 0.85


class Deed(NamedTuple):
    """A deed at token `at`: which it is, and the tokens of those who did it and of those it was done to."""

    at: int
    kind: int
    doers: tuple[int, ...]
    others: tuple[int, ...]


def reversals(pair: Pair) -> list[Candidate]:
    """The same deed between the same two parties, with the parties changed about."""
    ours, theirs = deeds(pair.a), deeds(pair.b)
    for one in ours:
        for other in theirs:
            if turned := turned_about(pair.a, pair.b, one, other):
                return [_candidate(pair, *turned)]
    return []


def told_alike(pair: Pair, i: int, j: int) -> bool:
    """Whether two verbs tell of one deed from its two sides: "Leeds beat York", "York lost to Leeds"."""
    return any(
        one.at == i and other.at == j and one.kind == other.kind
        and bool(_words(pair.a, one.doers).keys() & _words(pair.b, other.doers).keys())
        and bool(_words(pair.a, one.others).keys() & _words(pair.b, other.others).keys())
        for one in deeds(pair.a)
        for other in deeds(pair.b)
    )  # fmt: skip


@noted
def deeds(text: Text) -> tuple[Deed, ...]:
    """The deeds a text tells of, those aside that it denies; worked out once for each text."""
    return tuple(_deeds(text))


def _deeds(text: Text) -> Iterator[Deed]:
    telling = [at for at, word in enumerate(text.lemmas) if word in _DEED_OF or word == _LOSING]
    if not telling:
        return
    denied = {at for negation in text.negations if negation.strong for at in negation.scope}
    for at in telling:
        word = text.lemmas[at]
        lost = word == _LOSING and _next_word(text, at + 1) == "to"
        kind = 0 if lost else _DEED_OF.get(word)
        if kind is None or at in denied:
            continue
        before, after = _party(text, at, -1), _party(text, at, 1)
        if before and after:
            yield Deed(at, kind, after, before) if lost or _passive(text, at) else Deed(at, kind, before, after)


def _next_word(text: Text, at: int) -> str:
    """The word at a token or, where a score stands there, the one behind it: "lost 3-1 to"."""
    while at < len(text.tokens) and text.tokens[at].norm[0].isdigit():
        at += 1
    return text.tokens[at].norm if at < len(text.tokens) else ""


def _party(text: Text, at: int, step: int) -> tuple[int, ...]:
    """The content words before or after a verb in its clause."""
    found: list[int] = []
    near = at + step
    while 0 <= near < len(text.tokens) and len(found) < _PARTY:
        gap = text.gaps[near + 1] if step < 0 else text.gaps[near]
        if gap.strip(" -\xa0'’") or text.tokens[near].norm in _BREAKS:
            break
        if not text.tokens[near].stop and not text.tokens[near].norm[0].isdigit():
            found.append(near)
        near += step
    return tuple(found)


def _passive(text: Text, at: int) -> bool:
    """Whether a verb is passive: "was beaten", "beaten 3-1 by"."""
    before = {token.norm for token in text.tokens[max(0, at - _AUXILIARY) : at]}
    after = [token.norm for token in text.tokens[at + 1 : at + 1 + _AGENT]]
    return "by" in after and (not _BE.isdisjoint(before) or after[0] == "by" or text.tokens[at].norm.endswith("en"))


def turned_about(a: Text, b: Text, one: Deed, other: Deed) -> tuple[Run, Run] | None:
    """Where two texts tell of one deed, its two parties changed about; None where they do not."""
    if one.kind != other.kind:
        return None
    doers, others = _words(a, one.doers), _words(a, one.others)
    there_doers, there_others = _words(b, other.doers), _words(b, other.others)
    doer = (doers.keys() & there_others.keys()) - there_doers.keys() - others.keys()
    done_to = (others.keys() & there_doers.keys()) - there_others.keys() - doers.keys()
    if not doer or not done_to:
        return None
    first, second = min(doer), min(done_to)
    return _run(one.at, doers[first], others[second]), _run(other.at, there_others[first], there_doers[second])


def _candidate(pair: Pair, run_a: Run, run_b: Run) -> Candidate:
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    return Candidate(
        "name", "name", 0.9, run_a, run_b, here, there,
        f"“{texts[0]}” in one, “{texts[1]}” in the other: the two have changed places", texts, rating=_RATING,
    )  # fmt: skip


def _words(text: Text, places: tuple[int, ...]) -> dict[str, int]:
    return {text.lemmas[at]: at for at in places}


def _run(*places: int) -> Run:
    return min(places), max(places) + 1
