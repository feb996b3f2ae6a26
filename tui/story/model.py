"""What a story is made of: articles, and the passages each is cut into."""

from dataclasses import dataclass
from typing import Literal

PassageKind = Literal["sentence", "item", "heading", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item, heading or boilerplate line of an article.

    `start` and `end` are code points into `Article.text`, end exclusive; `paragraph` counts from 0.
    The passages of an article are in order, never overlap, and cover all of its text but white space.
    """

    start: int
    end: int
    kind: PassageKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """One source's text, sanitised, with what is known of its publication.

    `id` is "a1", "a2" … in the order of the story. `source` is the path or URL as the user gave it
    ("-" for standard input). `published` and `updated` are ISO 8601 (a date, or a date and time),
    None where unknown: they are never guessed. `language` is an ISO 639-1 code, "und" where unknown.
    `sha256` is of the raw bytes. `path` is the absolute path of the file the text came from. `warnings` are
    doubts about how it was read, each one clear sentence. `label` is what an editor calls it for short.
    """

    id: str
    source: str
    text: str
    passages: tuple[Passage, ...]
    title: str
    sha256: str
    language: str = "en"
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    path: str | None = None
    warnings: tuple[str, ...] = ()
    label: str | None = None

    def quote(self, index: int) -> str:
        """The words of the passage at `index`."""
        passage = self.passages[index]
        return self.text[passage.start : passage.end]

    @property
    def from_web(self) -> bool:
        """Whether it was opened from a web address."""
        return self.path is None and self.source.lower().startswith(("http://", "https://"))

    @property
    def identity(self) -> str:
        """What stays the same when the article comes back changed: its URL, its path, else its content."""
        return self.url or self.path or (self.source if self.source != "-" else f"sha256:{self.sha256}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A source, or a part of one, that could not be read.

    `source` names it; `message` is one clear sentence that does not repeat the name.
    """

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same event, opened together.

    `id` is made from the articles' identities, whatever their order; `name` is for people.
    `problems` tells what was asked for and could not be opened; `notes` what was opened, or left out as a
    duplicate, and deserves a look.
    """

    id: str
    name: str
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
