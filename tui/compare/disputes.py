"""Conflicts as links: what the conflict engine finds, in places of the articles' texts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from tui.compare.conflicts import FrameFinding, Text, across_framed, between, framed, promising, read, trusted, within
from tui.compare.conflicts.comparing import ALL
from tui.compare.conflicts.gravity import severity
from tui.compare.conflicts.outlook import Cover
from tui.compare.conflicts.runs import Bests, Split, bests, splits
from tui.compare.conflicts.screening import Families
from tui.compare.conflicts.sheets import Sheet, sheet_of
from tui.compare.identity import link_id
from tui.compare.links.linking import Cell, Reading, Scores, side
from tui.compare.model import Evidence, Finding, Link, Span
from tui.compare.settling import Passages, settled
from tui.compare.text.dates import time_of
from tui.compare.text.partners import Partners
from tui.compare.text.words import Pairings, align_rows
from tui.story.model import Article

# Passage pairs that an editor would less likely call the same are not held against each other word by word.
LEAST_SAME = 0.2
# They score at least this share of the best pair of one of their passages.
NEAR_BEST = 0.8
# Nor with more passages than this that are liker: only in text that says one thing over and over are there so many.
# In 46 real stories, 2,636 pairs held, none was beyond the fourth of both its passages.
MOST_HELD = 12
# Passages that are less alike may have been passed over by the first look at all pairs: their overlap counts as none.
SCORED = 0.1


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage as it is held against those of other articles.

    `norms` are its words; `reach` are all words that one of them may be paired with, None where that is not known.
    """

    text: Text
    sheet: Sheet
    norms: tuple[str, ...]
    reach: frozenset[str] | None


def cover_of(one: Statement, other: Statement, partners: Partners | None) -> Cover:
    """At most how much of two statements corresponds."""
    if partners is None or one.reach is None or other.reach is None:
        return Cover(1.0, 1.0)
    ours, theirs = one.sheet, other.sheet
    a, b = ours.within(other.reach), theirs.within(one.reach)
    if not (ours.ambiguous or theirs.ambiguous) and one.text.language == other.text.language:
        # Words are paired one by one, and content words with content words alone.
        a = b = a if a < b else b
    return Cover(a / (ours.size or 1), b / (theirs.size or 1), one.reach, other.reach, partners)


class Opened:
    """An article ready to be held against others: its passages as statements, and its phrase frames."""

    def __init__(self, reading: Reading, partners: Partners | None) -> None:
        """`partners` are those of all articles it is compared with."""
        self.reading = reading
        self.framed = framed(reading.article)
        self.partners = partners
        self._joined: dict[tuple[int, int], Statement] = {}
        self.single = [self._read(index, index) for index in range(len(reading.article.passages))]
        self.rows = [statement.text.row for statement in self.single]

    def statement(self, first: int, last: int) -> Statement:
        """The passages `first` to `last`, inclusive, read as one."""
        if first == last:
            return self.single[first]
        found = self._joined.get((first, last))
        if found is None:
            found = self._joined[first, last] = self._read(first, last)
        return found

    def _read(self, first: int, last: int) -> Statement:
        text = _text(self.reading.article, first, last)
        if first < last:
            text.apart()
        norms = text.words
        parts = self.single[first : last + 1] if first < last else []
        if parts and norms == tuple(chain.from_iterable(part.norms for part in parts)):
            reaches = [part.reach for part in parts if part.reach is not None]
            reach = frozenset[str]().union(*reaches) if len(reaches) == len(parts) else None
        else:
            reach = self.partners.of(text.tokens) if self.partners else None
        return Statement(text, sheet_of(text), norms, reach)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two articles that are held against each other, with the pairings of their passages' words.

    Without `screened` every pair is read word by word.
    """

    one: Opened
    other: Opened
    pairings: Pairings
    screened: bool = True

    @property
    def a(self) -> Reading:
        """The first article."""
        return self.one.reading

    @property
    def b(self) -> Reading:
        """The second article."""
        return self.other.reading


def sides_of(one: Opened, other: Opened, *, screened: bool) -> Sides:
    """Two articles, ready to be held against each other."""
    return Sides(one, other, Pairings(one.rows, other.rows), screened)


def conflict_links(sides: Sides, cells: Mapping[Cell, Scores], bar: float, pinned: Sequence[Split] = ()) -> list[Link]:
    """What contradicts between two articles: in aligned passages, between phrase frames, and where `pinned`."""
    found: list[Link] = []
    same = {cell: scores.same for cell, scores in cells.items()}
    best = bests(same)
    held = worth_holding(same, best)
    ours, theirs = sides.one.single, sides.other.single
    for i, j in held:
        overlap = cells[i, j].overlap
        asked = _asked(sides, ours[i], theirs[j], overlap)
        if asked:
            found += _held(sides, Split((i, i), (j, j)), overlap, asked)
    for split in splits(same, held, best):
        overlap = max(cells[i, j].overlap for i in split.a for j in split.b)
        asked = _asked(sides, sides.one.statement(*split.a), sides.other.statement(*split.b), overlap)
        if asked:
            found += _held(sides, split, overlap, asked)
    for frame in across_framed((sides.one.framed, sides.other.framed)):
        found.append(_frame_link((sides.a, sides.b), frame, cells))
    found += chain.from_iterable(_pinned(sides, split) for split in pinned)
    a, b = (Passages(one.reading.article, one.framed.reading.texts) for one in (sides.one, sides.other))
    return _distinct(link for link in found if link.score >= bar and not settled(link, a, b))


def _asked(sides: Sides, one: Statement, other: Statement, overlap: float) -> Families:
    """The families that may find a difference between two statements."""
    if one.norms == other.norms:
        return ()
    if not sides.screened:
        return ALL
    return promising(one.sheet, other.sheet, cover_of(one, other, sides.one.partners), overlap)


def _held(sides: Sides, split: Split, overlap: float, asked: Families) -> Iterator[Link]:
    """What differs between two short runs of passages, read word by word."""
    one, other = sides.one.statement(*split.a), sides.other.statement(*split.b)
    (i, last_a), (j, last_b) = split
    single = i == last_a and j == last_b
    pairing = sides.pairings.of(i, j) if single else align_rows(one.text.row, other.text.row)
    for finding in between(one.text, other.text, pairing, overlap, asked):
        finding = replace(finding, severity=severity(finding, one.text, other.text))
        yield _link(sides.a, sides.b, split, finding, overlap)


def _pinned(sides: Sides, split: Split) -> Iterator[Link]:
    """What differs between two runs of passages that an editor has pinned as the same."""
    one, other = sides.one.statement(*split.a), sides.other.statement(*split.b)
    for finding in trusted(one.text, other.text, align_rows(one.text.row, other.text.row)):
        weighed = replace(finding, severity=severity(finding, one.text, other.text))
        yield _link(sides.a, sides.b, split, weighed, 1.0)


def worth_holding(same: Mapping[Cell, float], best: Bests | None = None) -> dict[Cell, float]:
    """The passage pairs that are alike enough and, for one of their passages, near its best; see `bests`."""
    best_a, best_b = best or bests(same)
    near = {
        (i, j): score
        for (i, j), score in same.items()
        if score >= LEAST_SAME and score >= NEAR_BEST * min(best_a[i], best_b[j])
    }
    return near if len(near) <= MOST_HELD else _foremost(near)


def _foremost(near: Mapping[Cell, float]) -> dict[Cell, float]:
    """Of each passage's pairs the `MOST_HELD` likest, whichever article is told first."""
    totals_a, totals_b = Counter(i for i, _ in near), Counter(j for _, j in near)
    if all(min(totals_a[i], totals_b[j]) <= MOST_HELD for i, j in near):
        return dict(near)
    counts: Counter[tuple[str, int]] = Counter()
    kept = set()
    for i, j in sorted(near, key=lambda cell: (-near[cell], abs(cell[0] - cell[1]), sum(cell))):
        counts["a", i] += 1
        counts["b", j] += 1
        if min(counts["a", i], counts["b", j]) <= MOST_HELD:
            kept.add((i, j))
    return {cell: score for cell, score in near.items() if cell in kept}


def internal_links(reading: Reading, bar: float) -> list[Link]:
    """Where an article's headline and its own text differ."""
    frames = within(reading.article, 0)
    return _distinct(_frame_link((reading,), frame, {}) for frame in frames if frame.finding.score >= bar)


def _text(article: Article, first: int, last: int) -> Text:
    return read(
        article.text[article.passages[first].start : article.passages[last].end],
        article.language,
        time_of(article.published),
    )


def _frame_link(readings: Sequence[Reading], frame: FrameFinding, cells: Mapping[Cell, Scores]) -> Link:
    (x, i), (y, j) = frame.a, frame.b
    scores = cells.get((i, j))
    texts = _text(readings[x].article, i, i), _text(readings[y].article, j, j)
    finding = replace(frame.finding, severity=severity(frame.finding, *texts))
    overlap = scores.overlap if scores and scores.same >= SCORED else 0.0
    return _link(readings[x], readings[y], Split((i, i), (j, j)), finding, overlap)


def _link(a: Reading, b: Reading, split: Split, finding: Finding, overlap: float) -> Link:
    span_a, span_b = _span(a.article, split.a), _span(b.article, split.b)
    start_a, start_b = span_a[0], span_b[0]
    evidence = tuple(Evidence(_moved(e.a, start_a), _moved(e.b, start_b)) for e in finding.evidence)
    return Link(
        id=link_id(
            a.article,
            b.article,
            _hull([e.a for e in evidence], span_a),
            _hull([e.b for e in evidence], span_b),
            finding.kind,
        ),
        a=side(a, span_a),
        b=side(b, span_b),
        relation="conflict",
        kind=finding.kind,
        tier=finding.tier,
        score=finding.score,
        overlap=overlap,
        reason=finding.reason,
        evidence=evidence,
        severity=finding.severity,
        values=finding.values,
        downgrade=finding.downgrade,
    )


def _span(article: Article, run: tuple[int, int]) -> Span:
    return article.passages[run[0]].start, article.passages[run[1]].end


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _hull(spans: Sequence[Span], whole: Span) -> Span:
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else whole


def _distinct(links: Iterable[Link]) -> list[Link]:
    """Links in order of severity, without those that say the same as a weightier one."""
    kept: list[Link] = []
    # What is the same stands in a passage of the first article that both take in.
    beside: defaultdict[int, list[Link]] = defaultdict(list)
    for link in sorted(links, key=_weightiest_first):
        passages = range(link.a.first, link.a.last + 1)
        if not any(_same(link, other) for at in passages for other in beside[at]):
            kept.append(link)
            for at in passages:
                beside[at].append(link)
    return sorted(kept, key=lambda link: (link.a.start, link.b.start, link.kind))


def _weightiest_first(link: Link) -> tuple[bool, float, float, int, int, str]:
    """Of links as weighty the shortest comes first, then the first in both texts, whichever of them is told first."""
    passages = link.a.last - link.a.first + link.b.last - link.b.first
    return link.tier == "check", -link.severity, -link.score, passages, link.a.start + link.b.start, link.id


def _same(one: Link, two: Link) -> bool:
    """Whether two findings have one cause: the same words of both articles, or the same speakers or values."""
    if one.id == two.id or _meet(one.evidence, two.evidence):
        return True
    near = (
        one.a.first <= two.a.last
        and two.a.first <= one.a.last
        and one.b.first <= two.b.last
        and two.b.first <= one.b.last
    )
    return near and one.kind == two.kind and (one.kind == "attribution" or one.values == two.values)


def _meet(ours: Sequence[Evidence], theirs: Sequence[Evidence]) -> bool:
    """Whether some evidence of two findings shares words in both articles."""
    return any(_share(one.a, two.a) and _share(one.b, two.b) for one in ours for two in theirs)


def _share(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]
