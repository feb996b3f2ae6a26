"""Which newsroom a cited name stands for inside one story: "the AP", "Associated Press" and "The Times" are resolved.

A short name is read as an editor reads it: it is the article's own paper, else the one that the article names in
full, else the only one that the other articles name or that published one of them. Where that leaves two, the
name stays as it is written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tui.compare.sources.agencies import agency_of
from tui.compare.text.origins import OUTLET_ENDS, Origin, origins
from tui.compare.text.stopwords import STOPWORDS
from tui.story.model import Article

_KNOWN = {
    "abc": "ABC News",
    "afp": "Agence France-Presse",
    "al jazeera english": "Al Jazeera",
    "ap": "Associated Press",
    "ap news": "Associated Press",
    "atlantic": "The Atlantic",
    "bbc news": "BBC",
    "bloomberg news": "Bloomberg",
    "cbs": "CBS News",
    "cnn news": "CNN",
    "fox": "Fox News",
    "fox news channel": "Fox News",
    "foxnewscom": "Fox News",
    "ft": "Financial Times",
    "hill": "The Hill",
    "hpo": "Huffington Post",
    "huffington post": "Huffington Post",
    "huffpost": "Huffington Post",
    "nbc": "NBC News",
    "nyt": "New York Times",
    "reuters news": "Reuters",
    "sky": "Sky News",
    "spiegel": "Spiegel",
    "time magazine": "TIME",
    "united press international": "UPI",
    "wapo": "Washington Post",
    "wsj": "Wall Street Journal",
}
# Newsrooms that are named after somebody, so that whoever bears the name may be meant.
_SURNAMES = frozenset({"bloomberg", "forbes", "fox"})
_ENDS = frozenset(OUTLET_ENDS.casefold().split("|")) | {"free", "register"}
# What may stand before a short name without being part of the full one.
_NO_PART = STOPWORDS["en"] | {"according", "citing"}
# So many characters the words before a short name take at most.
_LONGEST = 4 * 42
# Notes on the section of an outlet, as archives add them.
_NOTE = re.compile(r" \((?:online|online news|news|opinion)\)$", re.IGNORECASE)


class Newsrooms:
    """The newsrooms that the articles of a story name."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Keeps the articles; they are searched when a short name is asked for."""
        self._articles = articles
        self._found: dict[tuple[int, str], str] = {}
        self._wires: dict[int, tuple[int, Origin] | None] = {}

    def cited_in(self, article: int, text: str) -> tuple[Origin, ...]:
        """`origins` of a passage of article number `article`, outlets by the names they have in the story.

        A person whom a newsroom shares its name with is no outlet and is left out, and so is the newsroom that
        published the article: what was said to the Post itself is no other's story in the Post.
        """
        found = []
        published = self.published(article)
        own = plain(published)
        for origin in origins(text, published):
            if origin.kind == "outlet":
                name = self.name(article, origin.name)
                if name and plain(name) != own:
                    found.append(replace(origin, name=name))
            else:
                found.append(origin)
        return tuple(found)

    def wire(self, article: int) -> tuple[int, Origin] | None:
        """The agency whose copy the article is, by its dateline or byline, and the passage that tells so."""
        if article not in self._wires:
            self._wires[article] = self._wire(article)
        return self._wires[article]

    def _wire(self, article: int) -> tuple[int, Origin] | None:
        found = agency_of(self._articles[article])
        if found is None:
            return None
        passage, written, span = found
        name = known(written)
        return None if plain(name) == plain(self.published(article)) else (passage, Origin(name, "outlet", False, span))

    def name(self, article: int, written: str) -> str:
        """The newsroom that `written` stands for in that article; "" where a person of that name is meant."""
        key = (article, plain(written))
        if key not in self._found:
            self._found[key] = self._resolved(article, written)
        return self._found[key]

    def published(self, article: int) -> str:
        """The newsroom that published the article; "" where that is unknown."""
        outlet = self._articles[article].outlet
        return _without_note(outlet) if outlet else ""

    def _resolved(self, article: int, written: str) -> str:
        short = plain(written)
        if short in _SURNAMES and bears_name(self._articles[article].text, written):
            return ""
        if not _ENDS.issuperset(short.split()) or short in _KNOWN:
            return known(written)
        own = self.published(article)
        if plain(own).endswith(f" {short}"):
            return own
        others = [number for number in range(len(self._articles)) if number != article]
        for numbers in ([article], others):
            full = {plain(name): name for number in numbers for name in self._in_full(number, short)}
            if full:
                return min(full.values()) if len(full) == 1 else written
        return written

    def _in_full(self, article: int, short: str) -> Iterator[str]:
        """The full names that end in `short` and that the article names or was published by."""
        own = self.published(article)
        if plain(own).endswith(f" {short}"):
            yield own
        yield from in_full(self._articles[article].text, short)


@lru_cache(maxsize=1 << 10)
def _without_note(outlet: str) -> str:
    return known(_NOTE.sub("", outlet))


@lru_cache(maxsize=1 << 12)
def plain(name: str) -> str:
    """A newsroom's name as names are compared."""
    return " ".join(name.casefold().replace("-", " ").replace(".", "").split()).removeprefix("the ")


def known(name: str) -> str:
    """The name in full where it is a known short form, else as it is."""
    return _KNOWN.get(plain(name), name)


@lru_cache(maxsize=256)
def in_full(text: str, short: str) -> tuple[str, ...]:
    """The names in a text that end in `short` and say more, such as "New York Times" for "times"."""
    end = " ".join(word.capitalize() for word in short.split())
    found: dict[str, str] = {}
    pattern = re.compile(rf"\b((?:(?:[A-Z][\w&’'-]{{0,40}}|St\.|U\.S\.|L\.A\.) ){{1,4}}){end}\b")
    # Each article of a heap is asked for each short name of the others: nearly all have none, others one or two.
    for match in _before(text, end, pattern) if end.replace(" ", "").isalnum() else pattern.finditer(text):
        words = match[1].split()
        while words and words[0].casefold() in _NO_PART:
            del words[0]
        # A name after a possessive is another one: "President Obama’s Times interview".
        if words and not any(re.search(r"[’']s?$", word) for word in words):
            name = " ".join([*words, end])
            found.setdefault(plain(name), name)
    return tuple(found.values())


def _before(text: str, end: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What `finditer` gives of a pattern for up to four words and `end`, looked for before each `end` alone."""
    reached = at = 0
    while (at := text.find(f" {end}", at) + 1) > 0:
        for start in range(max(reached, at - _LONGEST), at):
            if text[start].isupper() and (match := pattern.match(text, start)):
                yield match
                reached = match.end()
                break


@lru_cache(maxsize=256)
def bears_name(text: str, name: str) -> bool:
    """Whether a text names a person so: by a first name, or by "Mr." or "Ms."."""
    pattern = rf"\b(?P<first>[A-Z][a-z]+|Mrs?\.|Ms\.)(?: [A-Z]\.)? {re.escape(name)}\b(?! (?:News|Business|Radio|TV))"
    return any(match["first"].casefold() not in _NO_PART for match in re.finditer(pattern, text))
