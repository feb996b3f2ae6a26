"""Words that tell who somebody is, not what happened: "harbour master Ingrid Solheim", "Ingrid Solheim, a lawyer"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.compare.text.background import background
from tui.compare.text.tokens import Token

# Offices, occupations and kin.
_ROLE_WORDS = """
actor actress admiral adviser advisor advocate agent aide alderman ambassador analyst archbishop assistant
astronomer attorney author banker baron baroness biologist bishop boss brother builder candidate captain cardinal
chair chairman chairwoman chancellor chemist chief clerk coach colonel columnist commander commissioner congressman
congresswoman constable consultant coordinator coroner correspondent councillor councilman councilwoman counsel
count counterpart cousin cyclist daughter dean defender deputy designer detective diplomat director doctor driver
economist editor engineer envoy executive farmer father fellow firefighter fisherman founder friend general
geologist goalkeeper governor grandfather grandmother guard head headmaster headmistress headteacher historian host
hostess husband imam inspector intern investigator journalist judge justice keeper king lawmaker lawyer leader
lecturer legislator librarian lieutenant maid major manager marshal master mayor mechanic member midwife minister
mother mp naturalist negotiator neighbor neighbour nephew niece nominee novelist nurse officer official organiser
organizer owner painter partner pastor patriarch pharmacist photographer physician pilot player poet politician
pollster pope premier president priest prince princess principal producer professor prosecutor psychologist
publisher queen rabbi ranger rector reporter representative researcher resident sailor scholar scientist secretary
senator sergeant sheriff singer sister skipper solicitor son speaker specialist spokesman spokesperson spokeswoman
strategist striker student superintendent surgeon surveyor teacher technician tenant trader trainer treasurer tutor
uncle undersecretary veteran vicar warden watchman widow widower wife winner witness writer
"""
_ROLES = frozenset(form for role in _ROLE_WORDS.split() for form in (role, f"{role}s"))
# What a phrase of an epithet may follow; "to" stands before verbs as well, but for "according to".
_BEFORE_PHRASES = "a an the his her its their our my of by with from for as and or between former then"
_BEFORE = frozenset(_BEFORE_PHRASES.split())
_OPENS, _TURNS = "to", "according"
# "President of the council": what joins an office to its name.
_JOINS = frozenset(["of", "for", "at", "with", "from", "in"])
# Before an office these say that somebody comes to it or holds it, so many words ahead of it at most.
_NEWS_OF_OFFICES = "is was be been are were become becomes became elect elected appoint appointed name named new next"
_NEWS, _NEWS_REACH = frozenset(_NEWS_OF_OFFICES.split()), 4
_POSSESSIVE = ("'s", "’s")
_ARTICLES = frozenset(["a", "an", "the"])
# So many words may stand before a name that tells whose they are, and after it.
_LONGEST, _AFTER = 5, 6
_PARTED = re.compile(r"[,.;:()\[\]“”\"–—\n]")


def is_role(word: str) -> bool:
    """Whether a word is an office, an occupation or kin."""
    return word in _ROLES


def epithets(tokens: Sequence[Token], text: str) -> frozenset[str]:
    """The stems of the words of a passage that tell of names who they are: offices, occupations and kin.

    They stand right before a name, a comma between or not, after a comma behind it, or are joined to it ("a lawyer for
    Corven"). With them the name that the passage begins with, whose capital by itself tells none. Of English texts.
    """
    if not tokens:
        return frozenset()
    found = {0} if _opens(tokens, text) else set()
    roles = [at for at, token in enumerate(tokens) if token.norm in _ROLES]
    parted = [_apart(text, one, two) for one, two in pairwise(tokens)] if roles else []
    for at in roles:
        if at not in found:
            found.update(_before_name(tokens, parted, at) or _behind_name(tokens, parted, at))
            found.update([at] if _joined(tokens, parted, at) else ())
    return frozenset(tokens[at].stem for at in found if not tokens[at].stop)


def _apart(text: str, one: Token, two: Token) -> bool:
    return bool(_PARTED.search(text, one.end, two.start))


def _opens(tokens: Sequence[Token], text: str) -> bool:
    """Whether a passage begins with a name: the news does not know its first word, or it goes on with a name."""
    if not _capital(tokens[0]):
        return False
    return not _ordinary(tokens[0]) or (len(tokens) > 1 and _capital(tokens[1]) and not _apart(text, *tokens[:2]))


def _named(tokens: Sequence[Token], at: int) -> bool:
    return _capital(tokens[at]) and (at > 0 or not _ordinary(tokens[0]))


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and not token.stop and token.norm not in _ROLES


def _ordinary(token: Token) -> bool:
    """Whether the news has a word, and mostly writes it small."""
    known = background()
    return token.stem in known.stems and token.stem not in known.names


def _before_name(tokens: Sequence[Token], parted: Sequence[bool], at: int) -> range:
    """The phrase around an office that a name follows: "the former harbour master Ingrid Solheim", "his son, Olaf"."""
    end = at
    while end < len(tokens) and not _named(tokens, end):
        last = end < len(parted) and parted[end] and not (tokens[end].norm in _ROLES and _named(tokens, end + 1))
        if tokens[end].stop or last or end - at >= _LONGEST:
            return range(0)
        end += 1
    if end == len(tokens):
        return range(0)
    first = at
    while first and not parted[first - 1] and not tokens[first - 1].stop and not _named(tokens, first - 1):
        first -= 1
    return range(first if _begins(tokens, parted, first) and end - first <= _LONGEST else at, end)


def _begins(tokens: Sequence[Token], parted: Sequence[bool], first: int) -> bool:
    """Whether a phrase without a verb can begin there."""
    if first == 0 or parted[first - 1] or tokens[first - 1].text.endswith(_POSSESSIVE):
        return True
    before = tokens[first - 1].norm
    return before in _BEFORE or (before == _OPENS and first > 1 and tokens[first - 2].norm == _TURNS)


def _behind_name(tokens: Sequence[Token], parted: Sequence[bool], at: int) -> range:
    """The phrase up to an office that stands between a name and the next comma: "Ingrid Solheim, the master"."""
    first = at
    while first and not parted[first - 1]:
        first -= 1
    if not first or at - first >= _AFTER or not _named(tokens, first - 1):
        return range(0)
    return range(first, at + 1)


def _joined(tokens: Sequence[Token], parted: Sequence[bool], at: int) -> bool:
    """Whether an office is that of a name, "president of the Corven Bank", and it is no news who has it."""
    if any(token.norm in _NEWS for token in tokens[max(0, at - _NEWS_REACH) : at]):
        return False
    if at + 2 >= len(tokens) or tokens[at + 1].norm not in _JOINS or parted[at] or parted[at + 1]:
        return False
    there = at + 2 + (tokens[at + 2].norm in _ARTICLES)
    return there < len(tokens) and not any(parted[at:there]) and _named(tokens, there)
