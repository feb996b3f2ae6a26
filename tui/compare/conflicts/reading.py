"""One stretch of text with all that the conflict families read from it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from weakref import WeakValueDictionary

from tui.compare.conflicts.cues.calendar import Moment, moments, moments_in_figures
from tui.compare.conflicts.cues.certainty import Hedge, hedges
from tui.compare.conflicts.cues.names import Mention, acronyms, headline_case, mentions
from tui.compare.conflicts.cues.polarity import Negation, negations
from tui.compare.conflicts.cues.quantities import Quantity, quantities
from tui.compare.conflicts.cues.speech import Quote, Saying, quotes, sayings, with_plain_marks
from tui.compare.conflicts.cues.tolls import noughts
from tui.compare.conflicts.lexicon import lemma
from tui.compare.lazy import lazy
from tui.compare.text.dates import day_of
from tui.compare.text.tokens import Token, tokenise, words_in
from tui.compare.text.words import Row


@dataclass(frozen=True, eq=False)
class Text:
    """A stretch of text and, worked out when first asked for, its words and cues.

    Not slotted: the cues are cached on the instance, since most pairs need only a few of them. Two texts are equal
    where they are one object, as `read` gives for the same arguments: what is known of a text is found again fast.
    `published` is the publication date, or date and time, of the article it stands in, None where unknown;
    `day` is its day.
    """

    text: str
    language: str = "en"
    published: date | None = None
    day: date | None = None

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """The words of the text, as `tui.compare.text.tokens.tokenise` gives them."""
        return tokenise(self.text, self.language)

    def apart(self) -> None:
        """Finds the words without keeping them for others: a text of several passages is asked for by one alone."""
        self.__dict__.setdefault("tokens", words_in(self.text, self.language))

    @property
    def english(self) -> bool:
        """Whether the text is known to be English, and its words are read as such."""
        return self.language == "en"

    @lazy
    def row(self) -> Row:
        """The words as their alignment needs them."""
        return Row(self.tokens)

    @lazy
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple([token.norm for token in self.tokens])

    @lazy
    def norms(self) -> frozenset[str]:
        """The distinct words of the text."""
        return frozenset(self.words)

    @lazy
    def gaps(self) -> tuple[str, ...]:
        """What stands before each token, and last what stands after all of them."""
        text, found, at = self.text, [], 0
        for token in self.tokens:
            found.append(text[at : token.start])
            at = token.end
        return (*found, text[at:])

    @lazy
    def lemmas(self) -> tuple[str, ...]:
        """The lemma of each token."""
        if self.english:
            return tuple(map(lemma, self.words))
        return tuple([lemma(word, self.language) for word in self.words])

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the text in order, clock times and dates in figures left to the calendar."""
        if not self.english:
            # Imported when first needed: most texts are English.
            from tui.compare.conflicts.cues.figures import figures

            return figures(self.text, self.tokens, self.gaps)
        taken: list[Moment | Quantity] = [
            moment for moment in self.moments if moment.kind == "time" or self._in_figures(moment)
        ]
        none = noughts(self.tokens, self.gaps)
        taken.extend(none)
        found = _written(self)
        if not taken:
            return found
        kept = [q for q in found if not any(t.first < q.last and q.first < t.last for t in taken)]
        return tuple(sorted((*kept, *none), key=lambda quantity: quantity.first))

    def _in_figures(self, moment: Moment) -> bool:
        return moment.kind == "date" and all(t.text.isdecimal() for t in self.tokens[moment.first : moment.last])

    @lazy
    def moments(self) -> tuple[Moment, ...]:
        """The dates, weekdays, years and clock times of the text in order; where it is not English, in figures only."""
        if not self.english:
            return moments_in_figures(self.tokens, self.gaps)
        return moments(self.text, self.tokens, self.gaps, self.day)

    @lazy
    def mentions(self) -> tuple[Mention, ...]:
        """The names and places of the text in order."""
        return mentions(self.tokens, self.gaps, shouted=self.headline)

    @lazy
    def acronyms(self) -> frozenset[str]:
        """Acronyms that the capitalised words of the text would give."""
        return acronyms(self.tokens)

    @lazy
    def headline(self) -> bool:
        """Whether the text is in headline case, so that capitals do not tell names."""
        return headline_case(self.tokens, self.gaps)

    @lazy
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations of the text in order."""
        return quotes(self.text if self.english else with_plain_marks(self.text), self.tokens)

    @lazy
    def sayings(self) -> tuple[Saying, ...]:
        """The named speakers of the text with their verbs; of English texts alone."""
        if not self.english:
            return ()
        return sayings(self.tokens, self.gaps, self.lemmas, self.mentions, self.quotes)

    @lazy
    def negations(self) -> tuple[Negation, ...]:
        """The negations of the text in order; of English texts alone."""
        if not self.english:
            return ()
        return negations(self.tokens, self.gaps, self.lemmas)

    @lazy
    def denied(self) -> frozenset[int]:
        """The tokens that some negation turns round."""
        return frozenset(at for negation in self.negations for at in negation.scope)

    @lazy
    def denied_lemmas(self) -> frozenset[str]:
        """Their lemmas."""
        return frozenset(self.lemmas[at] for at in self.denied)

    @lazy
    def hedges(self) -> tuple[Hedge, ...]:
        """The words of certainty of the text in order; of English texts alone."""
        if not self.english:
            return ()
        return hedges(self.tokens, self.gaps)

    @lazy
    def content(self) -> tuple[int, ...]:
        """Indexes of the tokens that are no function words."""
        return tuple([at for at, token in enumerate(self.tokens) if not token.stop])

    @lazy
    def contents(self) -> frozenset[int]:
        """The same indexes as a set."""
        return frozenset(self.content)


# The quantities of texts, and of how many they are kept.
_QUANTITIES: dict[str, tuple[Quantity, ...]] = {}
_KEPT = 1 << 12


def _written(text: Text) -> tuple[Quantity, ...]:
    """All quantities of an English text, whichever day it was published: found once for all texts of these words."""
    known = _QUANTITIES.get(text.text)
    if known is None:
        if len(_QUANTITIES) >= _KEPT:
            _QUANTITIES.clear()
        known = _QUANTITIES[text.text] = quantities(text.text, text.tokens, text.gaps)
    return known


def read(text: str, language: str = "en", published: date | None = None) -> Text:
    """The analysis of `text`; the same object for the same arguments. `published` may be a date-time."""
    return _read(text, language, published, day_of(published))


# Texts take some thirty kilobytes each: beyond the last ones, those alone are kept that somebody holds.
_ALIVE: "WeakValueDictionary[tuple[str, str, date | None, date | None], Text]" = WeakValueDictionary()


# One moment may fall on two days in two zones, and the two compare equal: the day is part of what is asked for.
@lru_cache(maxsize=1 << 10)
def _read(text: str, language: str, published: date | None, day: date | None) -> Text:
    key = text, language, published, day
    found = _ALIVE.get(key)
    if found is None:
        found = _ALIVE[key] = Text(text, language, published, day)
    return found
