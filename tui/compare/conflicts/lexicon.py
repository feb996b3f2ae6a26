"""The word lists of the conflict engine, read from the package's data folder when first needed."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path

from tui.compare.text.irregular import irregular
from tui.compare.text.tokens import stem_of

_DATA = Path(__file__).resolve().parent / "data"


# Antonyms that say little in running text: a speech "here" is no contradiction to one "there".
_MUTED_WORDS = "here there thing day night come go take give bring elect appoint on off open inform formal"
_MUTED = frozenset(_MUTED_WORDS.split())


# The kinds of places; of a name of several kinds, the first is taken.
_RANK = ("country", "demonym", "state", "city")

# A list of opposites has at most so many groups.
_MOST_SIDES = 4


def listed(words: str) -> list[str]:
    """The words of a list written as one string."""
    return words.split()


def _lines(name: str) -> list[str]:
    return [
        line for line in (_DATA / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]


def rows_of(name: str) -> list[str]:
    """The lines of a list in the data folder, remarks aside."""
    return _lines(name)


@lru_cache(maxsize=1)
def common_stems() -> frozenset[str]:
    """Stems of common English words that are written without a capital."""
    return frozenset(_lines("words.txt"))


def is_common(stem: str) -> bool:
    """Whether a stem is that of a common word, written the American or the British way."""
    known = common_stems()
    return stem in known or ("our" in stem and stem.replace("our", "or") in known)


@lru_cache(maxsize=1)
def _places() -> dict[str, list[tuple[str, str]]]:
    """Each place name, case-folded, with its kinds and, for each, the codes of the countries it may lie in."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in _lines("places.tsv"):
        kind, name, codes = line.split("\t")
        found.setdefault(name, []).append((kind, codes))
    return found


@lru_cache(maxsize=1 << 15)
def place(name: str) -> tuple[str, frozenset[str]] | None:
    """Kind ("country", "demonym", "state", "city") and codes of a place, None where unknown."""
    known = _places().get(name)
    if known is None:
        return None
    kinds = {kind for kind, _ in known}
    return min(kinds, key=_RANK.index), frozenset(code for _, codes in known for code in codes.split())


@lru_cache(maxsize=1)
def _place_starts() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _places())


def starts_place(word: str) -> bool:
    """Whether the name of a place begins with a word, case-folded."""
    return word in _place_starts()


@lru_cache(maxsize=1)
def _opposites() -> dict[str, set[tuple[int, int]]]:
    """Each lemma with the (line, side) of the lists it stands in."""
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, line in enumerate(_lines("opposites.txt")):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                found[lemma(word)].add((number, side))
    number = -1
    for line in _lines("antonyms.tsv"):
        one, _, other = line.partition("\t")
        if one not in _MUTED and other not in _MUTED:
            found[one].add((number, 0))
            found[other].add((number, 1))
            number -= 1
    return dict(found)


@lru_cache(maxsize=1 << 15)
def opposed(one: str, other: str) -> bool:
    """Whether two lemmas exclude each other; never where they also stand on one side of a list."""
    lists = _opposites()
    mine, theirs = lists.get(one), lists.get(other)
    if not mine or not theirs or mine & theirs:
        return False
    return any(line == there and side != other_side for line, side in mine for there, other_side in theirs)


def opposite_lists(word: str) -> AbstractSet[tuple[int, int]]:
    """The lists of opposites a lemma stands in: the number of each, and the side. Opposed lemmas share a number."""
    return _opposites().get(word) or frozenset()


@lru_cache(maxsize=1)
def _sides() -> dict[tuple[int, int], list[str]]:
    """The lemmas on each side of the lists of opposites."""
    found: dict[tuple[int, int], list[str]] = {}
    for word, sides in _opposites().items():
        for side in sides:
            found.setdefault(side, []).append(word)
    return found


@lru_cache(maxsize=1 << 13)
def opposites_of(word: str) -> frozenset[str]:
    """The lemmas that a lemma and they exclude each other, as `opposed` tells of two."""
    facing = ((line, other) for line, side in opposite_lists(word) for other in range(_MOST_SIDES) if other != side)
    return frozenset(other for side in facing for other in _sides().get(side, ()) if opposed(word, other))


def with_opposite() -> AbstractSet[str]:
    """The lemmas that stand in any list of opposites."""
    return _opposites().keys()


@lru_cache(maxsize=1 << 15)
def lemma(norm: str, language: str = "en") -> str:
    """The stem of a normalised word, irregular English forms led back to their base."""
    if language == "en":
        base = irregular().get(norm)
        if base is not None:
            return base
        singular = norm.removesuffix("men") + "man"
        if norm.endswith("men") and is_common(stem_of(singular)):
            return stem_of(singular)
    return stem_of(norm, language)


@lru_cache(maxsize=1)
def _classes() -> dict[str, dict[str, str]]:
    """For each family of classes ("event", "stance" …) the class of each lemma."""
    found: dict[str, dict[str, str]] = {}
    for line in _lines("classes.txt"):
        name, words = line.split(":", 1)
        family, kind = name.split(".")
        forms = words.split() if family in {"state", "open"} else [lemma(word) for word in words.split()]
        found.setdefault(family, {}).update(dict.fromkeys(forms, kind))
    return found


def classes_of(family: str, words: Iterable[str]) -> frozenset[str]:
    """The classes of those of the lemmas that have one in a family."""
    known = _classes()[family]
    return frozenset([known[word] for word in words if word in known])


def class_of(family: str, word: str) -> str:
    """The class of a lemma (for the families "state" and "open" of a word as written), "" if it has none."""
    return _classes()[family].get(word, "")


@lru_cache(maxsize=1)
def spellings() -> tuple[frozenset[str], ...]:
    """Groups of words that are customs of writing one name."""
    return tuple(frozenset(line.split()) for line in _lines("spellings.txt"))


@lru_cache(maxsize=1 << 15)
def one_spelling(one: str, other: str) -> bool:
    """Whether two words are customs of writing one name: Bombay and Mumbai."""
    return any({one, other} <= group for group in spellings())
