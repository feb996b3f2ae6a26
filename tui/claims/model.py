"""Claims, their anchors, and what the store tells about its own history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["open", "checking", "done"]
AnchorState = Literal["placed", "moved", "recheck", "orphan"]

STATUSES: tuple[Status, ...] = ("open", "checking", "done")
VERDICTS = ("true", "verified", "false", "disputed", "unsupported", "single-source")
"""The verdicts every editor has; settings name more."""
WORST_FIRST: tuple[AnchorState, ...] = ("orphan", "recheck", "moved")


class StoreError(Exception):
    """Something the store could not do; the message is one sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in an article: the selectors of the W3C Web Annotation Data Model.

    `exact`, `prefix` and `suffix` are a TextQuoteSelector, `start` and `end` a TextPositionSelector in code
    points, end exclusive. `article` is what stays the same when the article comes back changed (its URL,
    else its absolute path, else "sha256:" and the digest), `sha256` the version the position counts in,
    `passage` the index of the first passage touched. `former` is the wording as it was tagged, where the
    article's wording has changed since. `outlet` and `published` are what was known of the article's publication
    when it was tagged, None where nothing was.
    """

    article: str
    sha256: str
    title: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    passage: int | None = None
    state: AnchorState = "placed"
    former: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for or against a claim: a web address, or a passage of an article, with a note."""

    url: str | None = None
    anchor: Anchor | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One or more anchored quotes, and what the editors decided about them.

    `id` is a UUID. `text` is the claim in plain words, the quotes themselves unless someone rewrote it.
    `verdict` is None until there is one. Times are ISO 8601 in UTC. `dropped` claims are deleted but kept,
    so that dropping can be undone and travels to colleagues.
    """

    id: str
    story: str
    story_name: str
    anchors: tuple[Anchor, ...]
    text: str
    speaker: str | None
    tags: tuple[str, ...]
    status: Status
    verdict: str | None
    priority: str | None
    assigned_to: str | None
    note: str
    evidence: tuple[Evidence, ...]
    author: str
    created: str
    updated: str
    checked_by: str | None
    checked_at: str | None
    dropped: bool

    @property
    def state(self) -> AnchorState:
        """How well the quotes are placed in today's articles: the worst of the anchors' states."""
        states = {anchor.state for anchor in self.anchors}
        return next((state for state in WORST_FIRST if state in states), "placed")

    @property
    def quote(self) -> str:
        """The quoted words; several quotes are parted by " … "."""
        return " … ".join(anchor.exact for anchor in self.anchors)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: the SHA-256 of its raw bytes, its identity, title and text."""

    sha256: str
    article: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: who did what to which subject, and what changed by it.

    `kind` is what the subject is ("claim", "finding", "pin", "break", "checked", "source", "story").
    `changes` maps a field to its value before and after. `action` groups the events of one action.
    `automatic` events (re-anchoring) are not undone by `undo`.
    """

    number: int
    id: str
    action: str
    story: str
    kind: str
    subject: str
    verb: str
    changes: Mapping[str, tuple[Any, Any]]
    editor: str
    at: str
    reverts: str | None = None
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What an undo or redo did, in one sentence, or why it asks first.

    `done` is False when someone else changed the same claim since: then nothing was changed, `conflict` is
    their latest event, and calling again with `force=True` goes ahead.
    """

    sentence: str
    done: bool
    claims: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    conflict: Event | None = None

    @property
    def claim(self) -> str | None:
        """The claim it was about, where it was about one."""
        return self.claims[0] if self.claims else None


@dataclass(frozen=True, slots=True)
class Changes:
    """What was written to the store since a token was taken; false where nothing was.

    Unpacks as `token, events`.
    """

    token: int
    events: tuple[Event, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.events)

    def __iter__(self) -> Any:
        return iter((self.token, self.events))

    @property
    def claims(self) -> frozenset[str]:
        """The ids of the claims that were touched."""
        return frozenset(event.subject for event in self.events if event.kind == "claim")
