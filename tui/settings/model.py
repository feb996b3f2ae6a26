"""The settings: one frozen object, with the values that hold where the file says nothing."""

from dataclasses import dataclass, field
from typing import Literal

DrawerSetting = Literal["short", "half", "off"]
DRAWERS: tuple[DrawerSetting, ...] = ("short", "half", "off")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the configuration file gets wrong: the line, None for the whole file, and one sentence."""

    line: int | None
    sentence: str

    def __str__(self) -> str:
        return self.sentence if self.line is None else f"line {self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """How the desk opens; None leaves the choice to it."""

    theme: str | None = None
    panes: int | None = None
    drawer: DrawerSetting = "short"
    lock: bool = True


@dataclass(frozen=True, slots=True)
class KeySetting:
    """The keys wanted for one action of the desk, as written, and the line that says so."""

    action: str
    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TagSetting:
    """A tag and the letter that sets it at once."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class StatusSetting:
    """A verdict of the editor's own: its letter, its name, its place on the scale from 1, worst, to 5."""

    letter: str
    name: str
    rating: int


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """Whether sentences are compared by meaning as well, and with which model."""

    semantic: bool = False
    semantic_model: str | None = None


@dataclass(frozen=True, slots=True)
class PublisherSettings:
    """What exports for the web say about the newsroom; `ratings` puts verdicts on the scale of 1 to 5."""

    organisation: str = ""
    url: str = ""
    ratings: tuple[tuple[str, int], ...] = ()


DEFAULT_TAGS = (
    TagSetting("s", "single-source"),
    TagSetting("n", "number"),
    TagSetting("w", "wire copy"),
    TagSetting("v", "verify first"),
    TagSetting("e", "quote edge"),
    TagSetting("c", "conflict"),
    TagSetting("d", "date"),
    TagSetting("p", "person"),
    TagSetting("l", "place"),
)

STATUS_LETTERS = {
    "v": "verified",
    "d": "disputed",
    "f": "false",
    "t": "true",
    "u": "unsupported",
    "s": "single-source",
    "c": "checking",
    "o": "open",
    "?": "",
}
"""The letters of the status prompt that are taken: "?" shows them all."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings in force, and what was wrong with the file they come from.

    `editor` is None where the login name holds. `given` are the settings that the file itself gave, by
    table and key, `lines` where in the file the simple ones of them stand. `problems` are in the order of the
    file; what has a problem is left at its default.
    """

    editor: str | None = None
    desk: DeskSettings = field(default_factory=DeskSettings)
    keys: tuple[KeySetting, ...] = ()
    tags: tuple[TagSetting, ...] = DEFAULT_TAGS
    statuses: tuple[StatusSetting, ...] = ()
    compare: CompareSettings = field(default_factory=CompareSettings)
    publisher: PublisherSettings = field(default_factory=PublisherSettings)
    given: frozenset[tuple[str, str]] = frozenset()
    lines: tuple[tuple[tuple[str, str], int], ...] = ()
    problems: tuple[Problem, ...] = ()
