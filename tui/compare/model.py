"""What a comparison finds: links between passages, facts made of links, and a profile of each source."""

from dataclasses import dataclass
from typing import Literal

OverlapKind = Literal["verbatim", "near-verbatim", "paraphrase"]
ConflictKind = Literal[
    "number", "date", "name", "place", "attribution", "negation", "antonym", "modality", "quote", "caveat"
]
Relation = Literal["overlap", "conflict"]
Tier = Literal["conflict", "check", "internal"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that carry a link, one span on each side; an empty span marks where words are missing."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between two stretches of text.

    The spans of `evidence` count code points from the start of the two texts that were judged.
    `score` is the confidence (0 to 1) that it is what `tier` says; `severity` (0 to 1) orders findings.
    `values` are the normalised values that differ; `downgrade` says why it is milder than it looks.
    """

    kind: ConflictKind
    tier: Tier
    score: float
    severity: float
    reason: str
    evidence: tuple[Evidence, ...]
    values: tuple[str, str] = ("", "")
    downgrade: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two short texts have to do with each other.

    `overlap` is the probability that both speak of the same event or fact, `conflict` the confidence
    that they contradict each other; both are there whatever the `relation`. `findings` holds every
    difference, worst first. Spans count code points into the two texts.
    """

    relation: Literal["overlap", "conflict", "none"]
    kind: OverlapKind | ConflictKind | None
    overlap: float
    conflict: float
    reason: str
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a link: the passages `first` to `last` (inclusive) of article number `article`.

    `article` is the index into `Story.articles`; `start` and `end` are the trimmed span inside those
    passages, code points into the article's text.
    """

    article: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """An aligned pair of short runs of passages of two articles, with a relation.

    Sides stand in article order. `tier` is None for overlaps; only an `internal` finding has both sides
    in one article. `score` is the confidence in the relation, `overlap` the probability that both sides
    speak of the same fact. Spans of `evidence` are code points into the articles' texts. `id` is made
    from the articles' contents, the spans and the kind, and so survives re-comparison. `pinned` links
    were made by an editor.
    """

    id: str
    a: Side
    b: Side
    relation: Relation
    kind: OverlapKind | ConflictKind
    tier: Tier | None
    score: float
    overlap: float
    reason: str
    evidence: tuple[Evidence, ...]
    severity: float = 0.0
    values: tuple[str, str] = ("", "")
    downgrade: str = ""
    pinned: bool = False

    @property
    def copied(self) -> bool:
        """Whether both sides have the wording itself in common, word for word or nearly so."""
        return self.relation == "overlap" and self.kind != "paraphrase"


@dataclass(frozen=True, slots=True)
class PinnedPair:
    """Two stretches that an editor says speak of the same: SHA-256 of the article and span, each."""

    a: tuple[str, Span]
    b: tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Fact:
    """A cluster of linked passages across articles.

    `passages` are pairs of article index and passage index; `links` and `conflicts` index
    `Comparison.links`. `origins` counts articles whose wording is near-verbatim, or who cite the same
    source for it, once.
    """

    id: str
    passages: tuple[tuple[int, int], ...]
    links: tuple[int, ...]
    conflicts: tuple[int, ...]
    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class Source:
    """What one article has to itself and what it shares.

    `alone`: passages in no overlap link, most checkable first; the first `checkable` of them hold something
    to check, a figure, a name, a quote or a date. `cites`: whom it cites, by name.
    `reuse` maps an article's index to the share of this article's word tokens that stand in runs of at
    least five equal words there.
    """

    article: int
    alone: tuple[int, ...]
    cites: tuple[str, ...]
    reuse: tuple[tuple[int, float], ...]
    checkable: int = 0


@dataclass(frozen=True, slots=True)
class Nearest:
    """Where a passage that is in no overlap link may be told for all that, by article and passage.

    `chance`: how likely an editor would call the two the same; never more than a link has to have.
    """

    passage: tuple[int, int]
    other: tuple[int, int]
    chance: float


@dataclass(frozen=True, slots=True)
class Pair:
    """The two scores of one passage of one article against one passage of another, by index."""

    a: tuple[int, int]
    b: tuple[int, int]
    overlap: float
    conflict: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The lowest scores shown: links below `overlap`, findings below `conflict`, are left out."""

    overlap: float = 0.5
    conflict: float = 0.6


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found between the articles of a story, in the order of the articles and their text.

    `broken` counts the links that were found and left out because an editor says that they are wrong.
    """

    thresholds: Thresholds
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    pairs: tuple[Pair, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    broken: int = 0
