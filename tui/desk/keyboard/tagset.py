"""The letters of the tag prompt and of the status prompt, and what they stand for."""

from dataclasses import dataclass

from tui.claims.model import Status
from tui.settings.model import DEFAULT_TAGS, Settings, StatusSetting, TagSetting


@dataclass(frozen=True, slots=True)
class Rating:
    """What a letter of the status prompt makes of a claim: its status and, if any, its verdict."""

    letter: str
    name: str
    status: Status
    verdict: str | None


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
"""The ratings every editor has."""

PRIORITIES = {"h": "high", "n": "normal", "l": "low"}
"""How urgent a claim may be, by letter; any other word will do as well."""


@dataclass(frozen=True, slots=True)
class TagSet:
    """The tags and the ratings that have a letter; `own` are the ratings that come from the settings."""

    tags: tuple[TagSetting, ...] = DEFAULT_TAGS
    ratings: tuple[Rating, ...] = RATINGS
    own: tuple[StatusSetting, ...] = ()

    def tag(self, letter: str) -> str:
        """The name of the tag that a letter sets."""
        return next(tag.name for tag in self.tags if tag.letter == letter)

    def rating(self, letter: str) -> Rating:
        """The rating that a letter gives."""
        return next(rating for rating in self.ratings if rating.letter == letter)


def tag_set(settings: Settings) -> TagSet:
    """The tags that the settings name, and their statuses behind those every editor has."""
    own = (Rating(status.letter, status.name, "done", status.name) for status in settings.statuses)
    return TagSet(settings.tags, (*RATINGS, *own), settings.statuses)
