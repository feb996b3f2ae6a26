"""A phrase frame, and the article it is taken from."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from tui.compare.conflicts.cues.names import TITLES, Mention
from tui.compare.conflicts.lexicon import is_common, lemma
from tui.compare.conflicts.reading import Text, read
from tui.compare.model import Span
from tui.compare.text.dates import time_of
from tui.story.model import Article

FrameKind = Literal[
    "place", "ordinal", "quote", "stance", "state", "accord", "trend", "level", "name", "age", "toll", "figure", "hour",
    "site", "open", "cause", "season", "tally", "office",
]  # fmt: skip

# Code points; what is longer is no sentence but a table or a list run together, and would only cost time.
LONGEST_PASSAGE = 3000


@dataclass(frozen=True, slots=True)
class Frame:
    """One small statement: of `topic`, `value` is said, in a passage that names `actors`.

    `span` are code points into the passage. Of a figure, an hour or what is open or shut, `actors` are the words of
    the clause. `note` tells more about it: whether an event is "held" or
    "to come", or the qualifier of a count. `codes` are those of a place.
    """

    kind: FrameKind
    topic: str
    value: str
    actors: frozenset[str]
    passage: int
    span: Span
    note: str = ""
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Reading:
    """An article with its passages read; equal to itself alone.

    Not slotted: what it learns of its actors is cached on it.
    """

    article: Article

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The passages in order."""
        published = time_of(self.article.published)
        return tuple(
            read(self.article.quote(at), self.article.language, published) for at in range(len(self.article.passages))
        )

    @cached_property
    def asked(self) -> dict[object, bool]:
        """What was asked of all passages before, and the answers."""
        return {}

    @cached_property
    def spoken(self) -> tuple[int, ...]:
        """Indexes of the passages that are the newsroom's text: no boilerplate, nothing too long for a sentence."""
        return tuple(
            at
            for at, p in enumerate(self.article.passages)
            if p.kind != "boilerplate" and p.end - p.start <= LONGEST_PASSAGE
        )

    @cached_property
    def nations(self) -> dict[str, str]:
        """The country of each person called, say, "Israeli Prime Minister" before or after the name."""
        found: dict[str, str] = {}
        for text in self.texts:
            for one, other in pairwise(text.mentions):
                for place, person in ((one, other), (other, one)):
                    code = min(place.codes, default="")[:2]
                    if place.place in {"country", "demonym"} and not person.place and _apposed(text, place, person):
                        found.setdefault(person.words[-1], code)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """All names of the article that are no places, in full."""
        return frozenset(m.name for text in self.texts for m in text.mentions if not m.place)

    @cached_property
    def people(self) -> frozenset[str]:
        """Surnames of those the article names with a title, or in full with an uncommon last word."""
        return frozenset(
            mention.words[-1]
            for text in self.texts
            for mention in text.mentions
            if not mention.place and _personal(mention)
        )

    @cached_property
    def actors(self) -> tuple[frozenset[str], ...]:
        """Whom each passage names: surnames, and codes of countries that capitals may stand for."""
        return tuple(frozenset(self._actors(text)) for text in self.texts)

    def _actors(self, text: Text) -> set[str]:
        found = set()
        for mention in text.mentions:
            found.update(actor_names(mention.words, mention.codes))
            if not mention.place and mention.words[-1] in self.nations:
                found.add(self.nations[mention.words[-1]][:2])
        return found

    def around(self, passage: int, back: int = 1) -> frozenset[str]:
        """Whom a passage and the `back` passages before it in the same run of text name."""
        return frozenset().union(*self.actors[max(0, passage - back) : passage + 1])


@dataclass(frozen=True, eq=False)
class Framed:
    """An article with its phrase frames; `kinds` holds those of each kind, in order."""

    reading: Reading
    frames: tuple[Frame, ...]

    @cached_property
    def kinds(self) -> dict[FrameKind, list[Frame]]:
        """The frames of each kind."""
        found: dict[FrameKind, list[Frame]] = {}
        for frame in self.frames:
            found.setdefault(frame.kind, []).append(frame)
        return found

    @cached_property
    def topics(self) -> dict[tuple[FrameKind, str], list[Frame]]:
        """The frames of each kind on each topic."""
        found: dict[tuple[FrameKind, str], list[Frame]] = {}
        for frame in self.frames:
            found.setdefault((frame.kind, frame.topic), []).append(frame)
        return found


def actor_names(words: tuple[str, ...], codes: frozenset[str]) -> set[str]:
    """A name as an actor: the country for a place in one country, else the last word."""
    nations = {code[:2] for code in codes}
    return nations if len(nations) == 1 else {words[-1]}


def _apposed(text: Text, place: Mention, person: Mention) -> bool:
    """Whether only titles stand between: "Israeli Prime Minister Netanyahu", "Araghchi, Iran’s foreign minister"."""
    if place.last <= person.first:
        between = text.tokens[place.last : person.first]
        marks = text.text[place.end : person.start]
        return 0 < len(between) <= 3 and person.titled and not set(marks) & set(",.;:")
    between = text.tokens[person.last : place.first]
    return not between and text.gaps[place.first] == ", " and is_title(text, place.last)


def is_title(text: Text, at: int) -> bool:
    """Whether a title such as "minister" stands among the two words from token `at`."""
    return any(token.norm in TITLES for token in text.tokens[at : at + 2])


def _personal(mention: Mention) -> bool:
    last = mention.words[-1]
    if "'" in last and not last.startswith(("o'", "d'")):
        return False
    return mention.titled or (len(mention.words) in {2, 3} and not is_common(lemma(last)))


@lru_cache(maxsize=32)
def reading_of(article: Article) -> Reading:
    """The reading of an article; the same object for the same article."""
    return Reading(article)
