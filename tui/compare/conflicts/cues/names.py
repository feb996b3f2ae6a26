"""Names of people, organisations and places in a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.conflicts.lexicon import is_common, lemma, listed, one_spelling, place, starts_place
from tui.compare.text.tokens import Token

TITLES = frozenset(
    listed(
        "mr mrs ms miss dr sen rep gov gen lt col sgt capt maj prof rev hon president vice minister prime "
        "chancellor king queen prince princess pope judge justice secretary senator governor mayor chief "
        "sir lord lady representative congressman congresswoman attorney general ambassador spokesman "
        "spokeswoman director former foreign defense defence supreme leader sheriff officer detective "
        "commissioner professor republican democrat democratic gop majority minority speaker state "
        "interior finance house senate deputy coach captain colonel lieutenant sergeant major chairman "
        "chairwoman ceo cardinal bishop archbishop"
    )
)
# Titles that also stand before things: "Senate Republican", "State Department".
_LOOSE = frozenset(
    listed(
        "former foreign defense defence supreme republican democrat democratic gop majority minority "
        "state interior finance house senate general deputy vice prime chief"
    )
)
_OFFICES = TITLES - _LOOSE
# What many places and houses are called besides their own name: "Royal Hospital", "General Hospital".
HEADS = frozenset(
    listed(
        "sea ocean lake bay gulf strait channel island islands valley quay pier dock wharf harbour harbor port street "
        "road avenue lane square bridge gate tower wing terminal station airport airfield park garden gardens stadium "
        "arena school academy college university campus library museum gallery theatre theater cinema hotel inn "
        "hospital infirmary clinic hospice church chapel cathedral mosque temple synagogue prison jail barracks beach "
        "tunnel dam canal market mall castle palace mill mine ward forest farm"
    )
)
# Heads that one place may be told by in turn; a head of no group is a kind of its own.
_KINDS = (
    "hospital infirmary clinic hospice",
    "school academy college",
    "street road avenue lane",
    "church chapel cathedral",
    "prison jail",
    "hotel inn",
    "harbour harbor port",
    "airport airfield",
    "theatre theater",
)
_KIND = {head: kind.split()[0] for kind in _KINDS for head in kind.split()}
# What many a place has in its name beside its own: "Ardley General Hospital", "Weston General Infirmary".
_SHARED = frozenset(listed("general royal district county national international memorial high primary grand old new"))
# A title, but for "Leeds General Infirmary".
_GENERAL = "general"
_PARTICLES = frozenset(["de", "da", "di", "al", "el", "bin", "ibn", "van", "von", "der", "den", "la", "le", "du"])
_CALENDAR = frozenset(
    listed(
        "january february march april may june july august september october november december monday "
        "tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov "
        "dec"
    )
)
# Which part of a country is meant, before its name.
_COMPASS = frozenset(listed("n s e w ne nw se sw north south east west northeast northwest southeast southwest")) | {
    f"{side}ern" for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}
_SMALL = frozenset({"of", "for", "and", "the", "on", "in"})
_JOINTS = frozenset({" ", "-", ". ", "'", "’", "\xa0", "\n", ""})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name standing in tokens `first` to `last` (exclusive), without the titles before it.

    `words` are its normalised words. `place` is the kind of place it names ("" if none) and `codes` the
    countries or states it may lie in; `titled` tells that a title stands before it, so it is a person.
    """

    words: tuple[str, ...]
    first: int
    last: int
    start: int
    end: int
    place: str = ""
    codes: frozenset[str] = frozenset()
    titled: bool = False

    @property
    def name(self) -> str:
        """The words as one string."""
        return " ".join(self.words)


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without those that others have as well: "Ardley General Hospital", "Lake Erie"."""
    if len(words) == 1:
        return words
    if words[-1] in HEADS:
        return tuple([word for word in words[:-1] if word not in _SHARED]) or words[:-1]
    return words[1:] if words[0] in HEADS else words


def site(words: tuple[str, ...]) -> str:
    """What kind of place a name tells of: "hospital" for an infirmary as well, "lake"; "" for none."""
    head = next((word for word in (words[-1], words[0]) if word in HEADS), "") if len(words) > 1 else ""
    return _KIND.get(head, head)


def headline_case(tokens: Sequence[Token], gaps: Sequence[str]) -> bool:
    """Whether nearly all longer words are capitalised, so that a capital does not tell a name."""
    if "." in gaps[-1]:
        return False
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) > 2 and len(tokens) < 26 and sum(t.text[0].isupper() for t in long) > 0.75 * len(long)


def mentions(tokens: Sequence[Token], gaps: Sequence[str], *, shouted: bool) -> tuple[Mention, ...]:
    """The names of a text in order; `shouted` where it is in headline case."""
    found: list[Mention] = []
    last = 0
    for at in [at for at, token in enumerate(tokens) if token.text[0].isupper()]:
        if at >= last and _capital(tokens[at]):
            last = _run_end(tokens, gaps, at)
            found.extend(_split(tokens, gaps, at, last, shouted))
    return tuple(found)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.norm not in _CALENDAR and not token.norm.startswith("i'")


def _run_end(tokens: Sequence[Token], gaps: Sequence[str], first: int) -> int:
    at = first + 1
    while at < len(tokens) and gaps[at] in _JOINTS and not _owns(tokens, gaps, at - 1):
        if gaps[at] == ". " and len(tokens[at - 1].text) > 3:
            break
        particle = tokens[at].norm in _PARTICLES and at + 1 < len(tokens) and _capital(tokens[at + 1])
        if not (_capital(tokens[at]) or particle):
            break
        at += 1
    return at


def _owns(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    """Whether a name ends in a possessive that is no part of a place named by it: "Tanner's Lane"."""
    if not tokens[at].text.endswith(("'s", "’s")):
        return False
    if at + 1 == len(tokens) or tokens[at + 1].norm not in HEADS or place(tokens[at].norm):
        return True
    return at + 2 < len(tokens) and gaps[at + 2] in _JOINTS and _capital(tokens[at + 2])


_OPENING_MARKS = frozenset('.?!:"“‘\n•–—')


def starts_sentence(gaps: Sequence[str], at: int) -> bool:
    """Whether a sentence or a quotation begins at token `at`."""
    return at == 0 or not _OPENING_MARKS.isdisjoint(gaps[at]) or gaps[at].endswith(" '")


def _split(tokens: Sequence[Token], gaps: Sequence[str], first: int, last: int, shouted: bool) -> list[Mention]:
    """The mentions in a run of capitalised words."""
    found: list[Mention] = []
    titled = False
    while first < last:
        size = _place_size(tokens, first, last)
        token = tokens[first]
        if size and _stands_alone(tokens, first, first + size, last):
            found.append(_mention(tokens, first, first + size, titled))
            first, titled = first + size, False
        elif _points_into_country(tokens, first, last):
            first, titled = first + 1, False
        elif token.norm in TITLES:
            first, titled = first + 1, titled or token.norm not in _LOOSE
        elif token.stop or _plain(tokens, gaps, first, last, shouted):
            first, titled = first + 1, False
        else:
            end = _office(tokens, first, last) if not shouted else _name_end(tokens, first, last)
            found.append(_mention(tokens, first, end, titled))
            first, titled = end, False
    return found


def _points_into_country(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word only says which part of a country is meant: "SW China", "Northern Iraq"."""
    if first + 1 >= last or tokens[first].norm not in _COMPASS:
        return False
    if not (size := _place_size(tokens, first + 1, last)):
        return False
    known = place(_joined(tokens, first + 1, first + 1 + size))
    return known is not None and known[0] == "country"


def _stands_alone(tokens: Sequence[Token], first: int, end: int, last: int) -> bool:
    """Whether a place is a name of its own in a longer run: "Israeli Prime Minister", "Houston Police"."""
    known = place(_joined(tokens, first, end))
    if end == last or (known and known[0] in {"country", "demonym"}):
        return True
    following = tokens[end].norm
    if following == _GENERAL and end + 1 < last and tokens[end + 1].norm in HEADS:
        return False
    return following in TITLES or following in {"police", "airport", "hospital", "university", "mayor", "county"}


def _joined(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.norm for token in tokens[first:last])


def _place_size(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many words from `first` name a place, the longest name winning."""
    if not starts_place(tokens[first].norm):
        return 0
    return next((n for n in (3, 2, 1) if first + n <= last and place(_joined(tokens, first, first + n))), 0)


def _plain(tokens: Sequence[Token], gaps: Sequence[str], at: int, last: int, shouted: bool) -> bool:
    """Whether the capital of a word only marks the start of a sentence or a headline."""
    if not shouted and not starts_sentence(gaps, at):
        return False
    return tokens[at].text[1:].islower() and is_common(lemma(tokens[at].norm))


def _office(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a run such as "Party Chairman Reince Priebus" reaches an office that a name follows, else its end."""
    return next((at for at in range(first + 1, last - 1) if tokens[at].norm in _OFFICES), last)


def _name_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """In a headline a name ends before the first common word or place."""
    at = first + 1
    while at < last and not is_common(lemma(tokens[at].norm)) and not place(tokens[at].norm):
        at += 1
    return at


def _mention(tokens: Sequence[Token], first: int, last: int, titled: bool) -> Mention:
    while last - first > 1 and tokens[last - 1].norm in TITLES:
        last -= 1
    words = tuple(token.norm for token in tokens[first:last])
    kind, codes = place(" ".join(words)) or ("", frozenset[str]())
    end = tokens[last - 1].end
    if tokens[last - 1].text.endswith(("'s", "’s")):
        end -= 2
    return Mention(words, first, last, tokens[first].start, end, "" if titled else kind, codes, titled)


def initials(words: Sequence[str]) -> str:
    """The first letters of the words of a name: its likely acronym."""
    return "".join(word[0] for word in words if word not in _PARTICLES and word not in {"of", "the", "and"})


def acronyms(tokens: Sequence[Token]) -> frozenset[str]:
    """Acronyms that runs of capitalised words would give, with the small words between them and without."""
    found: set[str] = set()
    run: list[Token] = []
    for token in tokens:
        if token.text[0].isupper() or (run and token.norm in _SMALL):
            run.append(token)
            continue
        _add_acronyms(run, found)
        run = []
    _add_acronyms(run, found)
    return frozenset(found)


def _add_acronyms(run: list[Token], found: set[str]) -> None:
    large = [token for token in run if token.norm not in _SMALL]
    for first in range(len(large) - 1):
        for last in range(first + 2, min(len(large), first + 6) + 1):
            found.add("".join(token.norm[0] for token in large[first:last]))
            inside = run[run.index(large[first]) : run.index(large[last - 1]) + 1]
            found.add("".join(token.norm[0] for token in inside))


def one_place(one: Mention, other: Mention) -> bool:
    """Whether one place lies in the other, or both are names of the same."""
    if not one.codes or not other.codes:
        return False
    kinds = {one.place, other.place}
    if kinds == {"city"}:
        return one.name == other.name or one_spelling(one.name, other.name)
    if kinds == {"state"}:
        return bool(one.codes & other.codes)
    nations = {code[:2] for code in one.codes} & {code[:2] for code in other.codes}
    if kinds == {"city", "state"}:
        return bool(one.codes & other.codes) or nations != {"US"}
    return bool(nations)
