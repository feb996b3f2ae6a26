"""A phrase frame, and the article it is taken from."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tui.compare.conflicts.lexicon import lemma
from tui.compare.conflicts.reading import Text, read
from tui.compare.dates import day_of
from tui.compare.model import Span
from tui.story.model import Article

FrameKind = Literal["place", "ordinal", "quote", "stance", "state", "accord", "trend", "level"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One small statement: of `topic`, `value` is said, in a passage that names `actors`.

    `span` are code points into the passage. `note` tells more about it: whether an event is "held" or
    "to come", or the qualifier of a count. `codes` are those of a place.
    """

    kind: FrameKind
    topic: str
    value: str
    actors: frozenset[str]
    article: int
    passage: int
    span: Span
    note: str = ""
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """An article with its passages read. Not slotted: what it learns of its actors is cached on it."""

    article: Article
    index: int

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The passages in order."""
        published = day_of(self.article.published)
        return tuple(
            read(self.article.quote(at), self.article.language, published)
            for at in range(len(self.article.passages))
        )

    @cached_property
    def spoken(self) -> tuple[int, ...]:
        """Indexes of the passages that are the newsroom's text, no boilerplate."""
        return tuple(at for at, p in enumerate(self.article.passages) if p.kind != "boilerplate")

    @cached_property
    def nations(self) -> dict[str, str]:
        """The country of each person whom the article calls, say, "Israeli Prime Minister" before the name."""
        found: dict[str, str] = {}
        for text in self.texts:
            for place, person in zip(text.mentions, text.mentions[1:], strict=False):
                titled = person.titled and place.place in {"country", "demonym"} and len(place.codes) == 1
                if titled and all(lemma(t.norm) for t in text.tokens[place.last : person.first]):
                    near = person.first - place.last <= 4 and text.text[place.end : person.start].strip(" '’")
                    if near and not set(near) & set(",.;:"):
                        found.setdefault(person.words[-1], next(iter(place.codes)))
        return found

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


def actor_names(words: tuple[str, ...], codes: frozenset[str]) -> set[str]:
    """A name as an actor: the country for a place in one country, else the last word."""
    nations = {code[:2] for code in codes}
    return nations if len(nations) == 1 else {words[-1]}
