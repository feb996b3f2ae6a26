"""What the desk asks of its worker process, and what comes back; each message bears its job's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.compare.model import Comparison, PinnedPair
    from tui.desk.views.survey import Survey
    from tui.story.model import Article, Story


@dataclass(frozen=True, slots=True)
class Manner:
    """How sources are to be read: an article again that was there before, addresses on this machine too."""

    keep_duplicates: bool = False
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class LoadJob:
    """Read these sources into a story."""

    number: int
    sources: tuple[str, ...]
    manner: Manner = Manner()


@dataclass(frozen=True, slots=True)
class GatherJob:
    """Make a story of the `kept` articles of one that is open, and of what is in more sources."""

    number: int
    story: Story
    kept: tuple[Article, ...]
    sources: tuple[str, ...] = ()
    manner: Manner = Manner()


@dataclass(frozen=True, slots=True)
class ReadAgainJob:
    """Read the files of a story again, and what is new in `folders` but for what was `left_out`.

    With `web` its web addresses are fetched again too.
    """

    number: int
    story: Story
    folders: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    web: bool = False
    manner: Manner = Manner()


@dataclass(frozen=True, slots=True)
class Meant:
    """Sentences are to be compared by meaning as well, with the model of this folder or the installed one."""

    folder: str | None = None


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compare the articles of this story, as an editor's decisions want it."""

    number: int
    story: Story
    pins: tuple[PinnedPair, ...] = ()
    broken: frozenset[str] = frozenset()
    meant: Meant | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """So many articles read, or pairs of articles compared; `total` is 0 where it is not known."""

    number: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """The story has been read."""

    number: int
    story: Story


@dataclass(frozen=True, slots=True)
class Compared:
    """The story has been compared; `notice` says what was asked for and could not be done, "" if nothing."""

    number: int
    comparison: Comparison
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What else was found in the articles of the story that was compared."""

    number: int
    survey: Survey


@dataclass(frozen=True, slots=True)
class Failed:
    """The job could not be done, for the reason in `sentence`."""

    number: int
    sentence: str


Job = LoadJob | GatherJob | ReadAgainJob | CompareJob
Answer = Progress | Loaded | Compared | Surveyed | Failed
"""What the worker sends back."""
