"""What one text holds that a difference could rest on, noted once however many texts it is held against."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakValueDictionary

from tui.compare.conflicts.cues.certainty import POSSIBLE
from tui.compare.conflicts.families.caveats import may_reserve
from tui.compare.conflicts.families.denied import denied_outright, past, weighty
from tui.compare.conflicts.families.lists import listings
from tui.compare.conflicts.families.names import LEAST_LETTERS
from tui.compare.conflicts.families.numbers import parts
from tui.compare.conflicts.families.polarity import CARRIERS, Denial, Opposable, denials, denied_places, opposable
from tui.compare.conflicts.families.positions import told_positions
from tui.compare.conflicts.families.reversals import deeds
from tui.compare.conflicts.kinds import Group, groups_of
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import calamities, figures, plain
from tui.compare.lazy import lazy
from tui.compare.text.stopwords import STOPWORDS
from tui.compare.text.tokens import Token

Words = frozenset[str]

ANY, FIGURES, COUNTED, MOMENTS, PEOPLE, PLACES, NEGATED, OPPOSED, SAYINGS, DOUBTED = (1 << bit for bit in range(10))
QUOTED, RESERVED, DONE, KINDS, POSITIONS = (1 << bit for bit in range(10, 15))


class Quoted(NamedTuple):
    """A quotation: the stems of its words, of its content words, and each of them once."""

    words: tuple[str, ...]
    content: tuple[str, ...]
    stems: Words


class Sheet:
    """Notes of one text; each is made when first asked for."""

    def __init__(self, text: Text) -> None:
        """Notes of `text`."""
        self.text = text
        self.size = len(text.content)

    @lazy
    def rest(self) -> tuple[int, ...]:
        """The content words that tell no figure and no date."""
        return plain(self.text)

    @lazy
    def plain(self) -> int:
        """How many they are."""
        return len(self.rest)

    @lazy
    def norms(self) -> tuple[str, ...]:
        """All words in order."""
        return self.text.words

    @lazy
    def words(self) -> tuple[str, ...]:
        """The content words in order."""
        norms = self.norms
        return tuple([norms[at] for at in self.text.content])

    @lazy
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for at, norm in enumerate(self.norms):
            found.setdefault(norm, []).append(at)
        return found

    def standing(self, words: Words) -> Iterator[int]:
        """Where any of `words` stands."""
        for word in words & self.places.keys():
            yield from self.places[word]

    @lazy
    def holds(self) -> int:
        """One bit for each kind of thing that stands there."""
        text = self.text
        there = (
            (FIGURES, text.quantities), (MOMENTS, text.moments), (PEOPLE, self.people), (NEGATED, self.carriers),
            (OPPOSED, self.opposable.words), (SAYINGS, text.sayings), (DOUBTED, self.doubted),
            (QUOTED, text.quotes), (RESERVED, may_reserve(text)), (COUNTED, _counted(text)),
            (PLACES, any(mention.place for mention in text.mentions)), (DONE, deeds(text)),
            (KINDS, self.kinds), (POSITIONS, told_positions(text)),
        )  # fmt: skip
        return ANY | sum(bit for bit, found in there if found)

    @lazy
    def people(self) -> tuple[tuple[str, ...], ...]:
        """The words of each name that is no place."""
        return tuple(dict.fromkeys([mention.words for mention in self.text.mentions if not mention.place]))

    @lazy
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The words of each name, as often as it stands there."""
        norms = self.norms
        return tuple([norms[mention.first : mention.last] for mention in self.text.mentions])

    @lazy
    def marks(self) -> tuple[tuple[str, ...], ...]:
        """The words of each name by which it would be known elsewhere."""
        return tuple(
            [tuple([word for word in mention.telling if len(word) >= LEAST_LETTERS]) for mention in self.text.mentions]
        )

    @lazy
    def sites(self) -> Words:
        """What kinds of places the names tell of."""
        return frozenset([mention.site for mention in self.text.mentions if mention.site])

    @lazy
    def opposable(self) -> Opposable:
        """The words that have an opposite."""
        return opposable(self.text)

    @lazy
    def figures(self) -> tuple[tuple[str, ...], ...]:
        """The words of each figure and date."""
        return tuple(self.norms[first:last] for first, last in figures(self.text))

    @lazy
    def kinds(self) -> frozenset[Group]:
        """The kinds of things of which one may exclude another."""
        return groups_of(self.text.lemmas)

    @lazy
    def calamities(self) -> Words:
        """The kinds of calamity that are told of."""
        return calamities(self.text)

    @lazy
    def carriers(self) -> Words:
        """The words that carry a negation."""
        text = self.text
        return frozenset(text.tokens[at].norm for n in text.negations for at in n.scope[:CARRIERS])

    @lazy
    def denials(self) -> tuple[Denial, ...]:
        """What is denied, and by which words."""
        return denials(self.text)

    @lazy
    def asserted(self) -> Words:
        """The lemmas of all words but those that something denies."""
        text, closed = self.text, denied_places(self.text)
        standing = frozenset([word for at, word in enumerate(text.lemmas) if at not in closed])
        return standing - text.denied_lemmas

    @lazy
    def denied_clauses(self) -> tuple[tuple[Words, Words], ...]:
        """Of each clause that is denied outright what the negation turns round, as lemmas, and the `weighty` words."""
        text, norms, found = self.text, self.norms, []
        for denial in self.denials:
            if denial.carriers and denied_outright(text, denial.at, strong=denial.strong):
                words = frozenset([norms[at] for at in weighty(text, denial.at)])
                if len(words) > 1:
                    found.append((frozenset([text.lemmas[at] for at in denial.carriers]), words))
        return tuple(found)

    @lazy
    def doubted_clauses(self) -> tuple[tuple[str, ...], ...]:
        """The words of each clause that may have been."""
        text, norms = self.text, self.norms
        clauses = (weighty(text, h.at) for h in text.hedges if h.level == POSSIBLE and past(text, h.at))
        return tuple([tuple([norms[at] for at in words]) for words in clauses if len(words) > 1])

    @lazy
    def doubted(self) -> Words:
        """The words that are held only possible."""
        text = self.text
        return frozenset(text.tokens[at].norm for h in text.hedges if h.level == POSSIBLE for at in h.scope)

    @lazy
    def quoted(self) -> tuple[Quoted, ...]:
        """The words of each quotation."""
        return tuple(_quoted(self.text.tokens[quote.first : quote.last]) for quote in self.text.quotes)

    @lazy
    def ambiguous(self) -> bool:
        """Whether a content word is a function word in other places: the country, "US", and "us"."""
        small = STOPWORDS.get(self.text.language, frozenset())
        return any(word in small for word in self.words)

    def within(self, reach: Words) -> int:
        """How many content words are among those of `reach`."""
        found = len(self._distinct & reach)
        return found + sum(map(reach.__contains__, self._repeated)) if self._repeated else found

    @lazy
    def _distinct(self) -> Words:
        return frozenset(self.words)

    @lazy
    def _repeated(self) -> list[str]:
        """The content words that have stood there before."""
        if len(self._distinct) == self.size:
            return []
        return [word for at, word in enumerate(self.words) if word in self.words[:at]]


def _quoted(tokens: Sequence[Token]) -> Quoted:
    words = tuple(token.stem for token in tokens)
    return Quoted(words, tuple(token.stem for token in tokens if not token.stop), frozenset(words))


def _counted(text: Text) -> bool:
    """Whether things are listed by name, or told as parts of a total."""
    return any(True for _ in listings(text)) or any(True for _ in parts(text))


_ALIVE: "WeakValueDictionary[Text, Sheet]" = WeakValueDictionary()


@lru_cache(maxsize=1 << 10)
def sheet_of(text: Text) -> Sheet:
    """The sheet of a text; the same object for the same text, as long as somebody holds it."""
    found = _ALIVE.get(text)
    if found is None:
        found = _ALIVE[text] = Sheet(text)
    return found
