"""The letters of the tag prompt and of the status prompt, and what they stand for."""

from dataclasses import dataclass

from tui.claims.model import Status


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and the letter that sets it at once."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Rating:
    """What a letter of the status prompt makes of a claim: its status and, if any, its verdict."""

    letter: str
    name: str
    status: Status
    verdict: str | None


TAGS: tuple[Tag, ...] = (
    Tag("s", "single-source"),
    Tag("n", "number"),
    Tag("w", "wire copy"),
    Tag("v", "verify first"),
    Tag("e", "quote edge"),
    Tag("c", "conflict"),
    Tag("d", "date"),
    Tag("p", "person"),
    Tag("l", "place"),
)

RATINGS: tuple[Rating, ...] = (
    Rating("v", "verified", "done", "verified"),
    Rating("d", "disputed", "done", "disputed"),
    Rating("f", "false", "done", "false"),
    Rating("t", "true", "done", "true"),
    Rating("u", "unsupported", "done", "unsupported"),
    Rating("s", "single-source", "checking", "single-source"),
    Rating("c", "checking", "checking", None),
    Rating("o", "open", "open", None),
)
