"""Names and places that differ: another surname, another spelling, another place in the same slot."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import JaroWinkler, Levenshtein

from tui.compare.conflicts.cues.names import Mention, initials, one_place, site, starts_sentence, telling
from tui.compare.conflicts.families.patients import HOSPITAL, one_patient
from tui.compare.conflicts.lexicon import is_common, lemma, listed, opposed, spellings
from tui.compare.conflicts.pair import Candidate, Pair, words
from tui.compare.conflicts.reading import Text
from tui.compare.model import ConflictKind

_SHORT_FORMS = frozenset(
    frozenset(pair.split("/"))
    for pair in listed(
        "jim/james bill/william bob/robert mike/michael tom/thomas dick/richard joe/joseph dave/david "
        "steve/steven tony/anthony ed/edward jack/john kate/katherine liz/elizabeth chuck/charles "
        "jeff/jeffrey greg/gregory dan/daniel matt/matthew chris/christopher ben/benjamin sam/samuel "
        "alex/alexander nick/nicholas andy/andrew ken/kenneth ron/ronald don/donald larry/lawrence "
        "jerry/gerald zack/zachary zach/zachary ted/edward ted/theodore bibi/benjamin steve/stephen "
        "jon/jonathan pat/patrick tim/timothy"
    )
)


_NATIONS = frozenset({"country", "demonym"})
# The share of the words around two names that correspond where nothing else says that they stand at one place.
_LEAST_SUPPORT = 0.3
# Two places of one kind in one slot differ as surely as two cities.
SITE = "city"
# Kinds of places that people belong to, and what says that they do.
_HOUSES, _OWNING = frozenset([HOSPITAL, "school", "university", "prison", "hotel"]), frozenset(["from", "of", "at"])
_BELONGING = frozenset(
    listed(
        "pupils students children parents teachers staff nurses doctors patients prisoners inmates guests workers "
        "surgeons professor professors lecturers researchers chaplain spokesman spokeswoman spokesperson"
    )
)
FIRST_NAMES = frozenset[str]().union(*_SHORT_FORMS)
# What joins two countries that have to do with each other.
_WITH = frozenset({"and", "with"})
_HYPHENS = frozenset("-‐‑–—")
_COMPANIES = frozenset(listed("corp corporation inc incorporated co cos company companies ltd limited plc llc group"))
# What two names begin with that is no first name of a person.
_NO_FIRST_NAMES = frozenset(
    listed(
        "storm hurricane typhoon cyclone co county lake mount fort port san santa st saint camp cape lord north south"
    )
)
_ADJECTIVES, _SHORT_ADJECTIVE = ("al", "ic", "ive", "ous", "ary"), 5
_ALIKE = 0.82
# A shorter word of a name does not tell it.
LEAST_LETTERS = 3


def names(pair: Pair) -> list[Candidate]:
    """Differing names in the same slot, variants of one name, and differing places."""
    if not pair.a.mentions or not pair.b.mentions:
        return []
    found = [_variant(pair, *variant) for variant in variants(pair.a, pair.b)]
    lone_a, lone_b = lone(pair.a, pair.b), lone(pair.b, pair.a)
    for one in lone_a:
        for other in lone_b:
            candidate = _slot(pair, one, other, len(lone_a) + len(lone_b) - 2)
            if candidate:
                found.append(candidate)
    return found


def spelt(pair: Pair) -> list[Candidate]:
    """Variants of one name of several words, in texts whose other words are not read; all mild."""
    found = []
    for one in _full_names(pair.a):
        for other in _full_names(pair.b):
            apart = difference(one.words, other.words)
            if apart is None or apart.kind == "place" or apart.mine in pair.b.norms or apart.theirs in pair.a.norms:
                continue
            found.append(replace(_variant(pair, one, other, apart), mild=True))
    return found


def _full_names(text: Text) -> Iterator[Mention]:
    """The names of two and more words; the first word of a sentence may have its capital from there."""
    for mention in () if text.headline else text.mentions:
        skipped = starts_sentence(text.gaps, mention.first)
        if len(mention.words) - skipped > 1 and not mention.place:
            first = mention.first + skipped
            yield replace(mention, words=mention.words[skipped:], first=first, start=text.tokens[first].start)


def lone(text: Text, other: Text) -> list[Mention]:
    """The names of a text that the other lacks."""
    others, words_there = other.mentions, other.norms
    return [m for m in text.mentions if not _known(m, others, words_there) and m.name not in other.acronyms]


def _known(mention: Mention, others: tuple[Mention, ...], words_there: frozenset[str]) -> bool:
    """Whether the other text has this name too: by a word of it, an acronym, or the country it means."""
    if any(word in words_there for word in telling(mention.words) if len(word) >= LEAST_LETTERS):
        return True
    if "".join(mention.words) in words_there:
        return True
    if len(mention.words) > 1 and initials(mention.words) in words_there:
        return True
    if any(alias(mention, other) for other in others):
        return True
    return mention.place in _NATIONS and any(other.place in _NATIONS and one_place(mention, other) for other in others)


def alias(one: Mention, other: Mention) -> bool:
    """Whether two names may be one: an acronym, a shortened form, or forms of one word."""
    return (
        _may_be_one(one.words, other.words) if len(one.name) <= len(other.name) else _may_be_one(other.words, one.words)
    )


@lru_cache(maxsize=1 << 14)
def _may_be_one(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    joined = "".join(short)
    if joined == initials(long) or " ".join(long).startswith(" ".join(short)):
        return True
    if len(short) == 1 and len(joined) <= 5 and len(long) > 1:
        return initials(long).startswith(joined[:-1]) and len(joined) > 2
    return any(
        len(x) > 4 and len(y) > 4 and x[:4] == y[:4] and JaroWinkler.normalized_similarity(x, y) < 0.93
        for x in short
        for y in long
    )


def rival_cue(a: Text, b: Text, one: Mention, other: Mention) -> str | None:
    """What two lone names rest on if they stand at one place, None where they tell nothing of each other."""
    both_places = bool(one.place) and bool(other.place)
    if not both_places and (a.headline or b.headline or bool(one.place) != bool(other.place)):
        return None
    if "demonym" in {one.place, other.place} and one.place != other.place:
        return None
    if one_place(one, other) or alias(one, other):
        return None
    if site(one.words) and site(one.words) == site(other.words):
        return None if _whose(a, one) or _whose(b, other) else SITE
    kind = "place" if both_places else "name"
    return one.place if one.place == other.place and one.place else kind


def _whose(text: Text, mention: Mention) -> bool:
    """Whether a house tells whose somebody is, not where: "pupils from Thornby Academy", "Dr Finch of St Anne's"."""
    at = mention.first - 1
    if at > 0 and text.tokens[at].norm == "the":
        at -= 1
    if at < 1 or site(mention.words) not in _HOUSES or text.tokens[at].norm not in _OWNING:
        return False
    if text.tokens[at].norm == "at":
        return text.tokens[at - 1].norm in _BELONGING
    return text.tokens[at].norm == "from" or "," in text.gaps[at] or text.tokens[at - 1].text[0].isupper()


def _is_party(text: Text, mention: Mention) -> bool:
    """Whether a country stands with another one, "the U.S. and Israel", "U.S.-Iran": as a party, not as a place."""
    return mention.place == "country" and any(
        other.place == "country" and (_beside(text, mention, other) or _beside(text, other, mention))
        for other in text.mentions
    )


def _beside(text: Text, one: Mention, other: Mention) -> bool:
    between = other.first - one.last
    if between == 1:
        return text.tokens[one.last].norm in _WITH
    return between == 0 and text.gaps[other.first].strip() in _HYPHENS


def _slot(pair: Pair, one: Mention, other: Mention, rivals: int) -> Candidate | None:
    """Two names that each stand in one text only, near the same place of it."""
    cue = rival_cue(pair.a, pair.b, one, other)
    run_a, run_b = (one.first, one.last), (other.first, other.last)
    if cue is None:
        return None
    rating = one_patient(pair, run_a, run_b) if cue == SITE and site(one.words) == HOSPITAL else 0.0
    parties = _is_party(pair.a, one) and _is_party(pair.b, other)
    if not rating and pair.slot(run_a, run_b) == 0 and (parties or min(pair.support(run_a, run_b)) < _LEAST_SUPPORT):
        return None
    here, there = (one.start, one.end), (other.start, other.end)
    texts = words(pair.a, here), words(pair.b, there)
    kind: ConflictKind = "place" if (one.place and other.place) or cue != "name" else "name"
    sure = 1.0 if one.place == other.place else 0.6
    return Candidate(kind, cue, 0.8, run_a, run_b, here, there, "", texts, sure, rivals, rating=rating)


def variants(a: Text, b: Text) -> Iterator[tuple[Mention, Mention, "Difference"]]:
    """One name written two ways: another surname after the same first name, or nearly the same spelling."""
    for one in a.mentions:
        for other in b.mentions:
            if one.place or other.place:
                continue
            apart = difference(one.words, other.words)
            if apart is None or apart.mine in b.norms or apart.theirs in a.norms:
                continue
            if apart.kind != "surname" or not (a.headline or b.headline or _of_a_site(a, b, one, other, apart)):
                yield one, other, apart


def _of_a_site(a: Text, b: Text, one: Mention, other: Mention, apart: "Difference") -> bool:
    """Whether two names end in what a place is called: "at Corran Bend", "into the Corran Beck"."""
    if not (is_common(lemma(apart.mine)) or is_common(lemma(apart.theirs))):
        return False
    return any(m.first and text.tokens[m.first - 1].norm == "the" for text, m in ((a, one), (b, other)))


class Difference(NamedTuple):
    """The single word in which two names differ, and how: as two spellings, two surnames or two places."""

    kind: Literal["spelling", "surname", "place"]
    mine: str
    theirs: str


@lru_cache(maxsize=1 << 14)
def difference(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Difference | None:
    """How two names differ that may be one; None where they are the same or two."""
    odd = _odd_words(ours, theirs)
    if odd is None or frozenset(odd) in _SHORT_FORMS or min(map(len, odd)) < 3 or _same_letters(*odd):
        return None
    one, other = odd
    if one.startswith(other) or other.startswith(one):
        return None
    several = len(ours) > 1
    if several and ours[-1] == theirs[-1] and opposed(lemma(one), lemma(other)):
        return Difference("place", one, other)
    if (_near(one, other) and (several or one[0] == other[0])) or (several and _alike(one, other)):
        return Difference("spelling", one, other)
    if len(ours) < 2 or ours[:-1] != theirs[:-1] or {one, other} & _COMPANIES:
        return None
    if ours[0] in _NO_FIRST_NAMES or (is_common(lemma(one)) and is_common(lemma(other))) or _adjective(ours[0]):
        return None
    return None if min(map(len, odd)) > 4 and one[:4] == other[:4] else Difference("surname", one, other)


def _adjective(word: str) -> bool:
    """Whether what two names begin with is a common adjective: "Social Democrats", "Social Doctrine"."""
    return len(word) > _SHORT_ADJECTIVE and word.endswith(_ADJECTIVES) and is_common(lemma(word))


def _odd_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str] | None:
    """The single word in which two names of equal length differ; of names of one word, only where they look alike."""
    if len(ours) != len(theirs):
        last = ours[-1], theirs[-1]
        return last if min(map(len, last)) > 4 and last[0] != last[1] and _near(*last) else None
    if len(ours) == 1:
        (one,), (other,) = ours, theirs
        return (one, other) if one[0] == other[0] and _near(one, other) else None
    odd = [(x, y) for x, y in zip(ours, theirs, strict=True) if x != y]
    return odd[0] if len(odd) == 1 else None


def _near(mine: str, theirs: str) -> bool:
    """Whether two words look like spellings of one name."""
    distance = Levenshtein.distance(mine, theirs)
    return 0 < distance <= (1 if min(len(mine), len(theirs)) < 6 else 2) and mine.rstrip("s") != theirs.rstrip("s")


def _alike(mine: str, theirs: str) -> bool:
    """Whether two longer surnames sound alike, as in Witkoff and Whitkov."""
    if mine.rstrip("s") == theirs.rstrip("s") or min(len(mine), len(theirs)) < 6:
        return False
    if Levenshtein.distance(mine, theirs) > 3:
        return False
    return JaroWinkler.normalized_similarity(mine, theirs) >= _ALIKE


def _variant(pair: Pair, one: Mention, other: Mention, apart: Difference) -> Candidate:
    here, there = (one.start, one.end), (other.start, other.end)
    texts = words(pair.a, here), words(pair.b, there)
    runs = (one.first, one.last), (other.first, other.last)
    if apart.kind == "place":
        return Candidate("place", "place", 0.8, *runs, here, there, "", texts)
    if apart.kind == "spelling":
        reason = f"the name is spelt {texts[0]} and {texts[1]}"
        sure = 1.0 if len(one.words) == len(other.words) > 1 else 0.5
        # Which customs of spelling two newsrooms have is no contradiction; a person's full name is held in `cast`.
        return Candidate("name", "spelling", 0.5, *runs, here, there, reason, texts, sure, mild=True)
    reason = f"{texts[0]} and {texts[1]}: the same first name, another surname"
    return Candidate("name", "surname", 0.8, *runs, here, there, reason, texts)


def variant(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """How two names differ: "spelling" (one word written two ways), "surname", or None where neither."""
    if len(ours) != len(theirs):
        return None
    odd = [(x, y) for x, y in zip(ours, theirs, strict=True) if x != y]
    if len(odd) != 1 or frozenset(odd[0]) in _SHORT_FORMS or _same_letters(*odd[0]):
        return None
    mine, other = odd[0]
    first_shared = len(ours) == 2 and ours[0] == theirs[0]
    same_start = min(len(mine), len(other)) > 3 and mine[0] == other[0]
    if same_start and (_near(mine, other) or (first_shared and _alike(mine, other))):
        return "spelling" if len(ours) > 1 else None
    return "surname" if first_shared and min(len(mine), len(other)) > 2 else None


def _same_letters(mine: str, theirs: str) -> bool:
    """Whether two spellings are two customs of writing one word: accents, "s" or "z", Labor and Labour."""
    if {mine, theirs} <= _COMPANIES:
        return True
    pair = {mine.replace("'", ""), theirs.replace("'", "")}
    return _plain(mine) == _plain(theirs) or _lost(mine, theirs) or any(pair <= group for group in spellings())


def _lost(mine: str, theirs: str) -> bool:
    """Whether letters with accents were lost on the way: España and Espaa."""
    plain = [word.encode("ascii", "ignore").decode() for word in (mine, theirs)]
    return mine != theirs and plain[0] == plain[1]


def _plain(word: str) -> str:
    for pair, vowel in (("oe", "o"), ("ae", "a"), ("ue", "u"), ("ization", "isation"), ("'", "")):
        word = word.replace(pair, vowel)
    word = word.removesuffix("s")
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c))
