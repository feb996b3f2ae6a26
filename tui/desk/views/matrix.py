"""The matrix: a row for each fact, a cell for each article that says how, or whether, it was found to say it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cmp_to_key
from itertools import groupby
from typing import Any

from tui.compare.model import Comparison, Fact, Link
from tui.compare.text.dates import order, time_of
from tui.desk.lines import one_line
from tui.desk.reading.grouping import FindingGroup, group_mark, grouped
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE, CHECK, CONFLICT, ORDER, SAME, mark_of
from tui.desk.record.judging import IGNORE
from tui.desk.views.rows import Row, Sorting
from tui.desk.views.told_times import Told, told_times
from tui.reports.plain import published_time
from tui.story.model import Story

SHORTEST = 25
"""Wordings shorter than so many characters say too little to stand for a fact, if there is a longer one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article has to do with a fact: its passages, and the worst mark of its links there."""

    mark: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A fact, or a difference over what no two articles say alike.

    `name` is the passage that stands for it. `cells` maps an article to its cell; articles in which none was found are
    left out. `origins` is None where it was not counted. `finding` is the worst of the findings on it.
    """

    name: Place
    cells: Mapping[int, Cell]
    origins: int | None
    finding: Link | None

    @property
    def conflicts(self) -> tuple[int, int]:
        """How many articles stand in a conflict here, and how many in a "differs, check"."""
        marks = [cell.mark for cell in self.cells.values()]
        return marks.count(CONFLICT), marks.count(CHECK)

    def passages(self, article: int) -> tuple[int, ...]:
        """The passages of an article in the order to read them in: the one that names the row before the others."""
        own = self.cells[article].passages
        return tuple(sorted(own, key=lambda passage: ((article, passage) != self.name, passage)))


def matrix_rows(
    story: Story, comparison: Comparison, verdicts: Mapping[str, str], sorting: Sorting
) -> list[Row[MatrixLine]]:
    """The rows of the matrix; ignored findings mark nothing."""
    lines = _lines(story, comparison, verdicts)
    if sorting == "time":
        return _by_time(story, lines)
    return [Row(line) for line in sorted(lines, key=_SORTING[sorting])]


_latest: list[tuple[Comparison, Mapping[str, str], tuple[MatrixLine, ...]]] = []


def _lines(story: Story, comparison: Comparison, verdicts: Mapping[str, str]) -> tuple[MatrixLine, ...]:
    """The lines of the matrix, made once for a comparison and the verdicts on it."""
    if not _latest or _latest[0][0] is not comparison or _latest[0][1] != verdicts:
        _latest[:] = [(comparison, dict(verdicts), tuple(_made(story, comparison, verdicts)))]
    return _latest[0][2]


def _made(story: Story, comparison: Comparison, verdicts: Mapping[str, str]) -> list[MatrixLine]:
    findings = [group for group in grouped(comparison) if group.verdict(verdicts) != IGNORE]
    lines = [_fact_line(story, comparison, fact, verdicts) for fact in comparison.facts]
    inside = {number for fact in comparison.facts for number in fact.conflicts}
    lines += [
        _finding_line(group) for group in findings if group.link.tier != "internal" and not inside & {*group.numbers}
    ]
    return lines


def _by_time(story: Story, lines: Iterable[MatrixLine]) -> list[Row[MatrixLine]]:
    """The rows under the days and clock times that their passages tell; those that tell none by publication, last.

    A fact that articles put at different days stands under each. What one article alone tells of a time has a row too.
    """
    told, dated, others = told_times(story), [], []
    for line in lines:
        times = _times(line, told)
        dated += [(when, replace(line, name=place)) for when, place in times]
        others += [] if times else [line]
    covered = {(number, passage) for line in lines for number in line.cells for passage in line.passages(number)}
    for place, when in told.items():
        if place not in covered:
            dated.append((when, MatrixLine(place, {place[0]: Cell(ALONE, (place[1],))}, None, None)))
    dated.sort(key=lambda entry: (entry[0], entry[1].name))
    rows: list[Row[MatrixLine]] = []
    for when, together in groupby(dated, key=lambda entry: entry[0]):
        rows += [Row(heading=str(when)), *(Row(line) for _, line in together)]
    return [*rows, *_by_publication(story, others)]


def _times(line: MatrixLine, told: Mapping[Place, Told]) -> list[tuple[Told, Place]]:
    """The times at which a fact is told to be, one for each day, each with the passage that tells it most exactly."""
    places = [(number, passage) for number in line.cells for passage in line.passages(number)]
    found: dict[tuple[Any, str], tuple[Told, Place]] = {}
    for place in places:
        if when := told.get(place):
            known = found.get((when.first, when.exact))
            if known is None or (known[0].clock < 0 <= when.clock):
                found[when.first, when.exact] = when, place
    with_day = [entry for entry in found.values() if entry[0].exact != "clock"]
    return with_day or list(found.values())


def _by_publication(story: Story, lines: Iterable[MatrixLine]) -> list[Row[MatrixLine]]:
    """The rows under the times at which they were first reported, as far as dates are known; the others last."""
    dated: dict[int, list[MatrixLine]] = {}
    for line in sorted(lines, key=_first):
        known = [number for number in line.cells if time_of(story.articles[number].published) is not None]
        dated.setdefault(min(known, key=_when(story), default=-1), []).append(line)
    unknown = dated.pop(-1, [])
    rows: list[Row[MatrixLine]] = []
    for first in sorted(dated, key=_when(story)):
        article = story.articles[first]
        name = f"{first + 1} {one_line(article.outlet or article.title)}"
        rows.append(Row(heading=f"{published_time(article.published)}  no time told; first in {name}"))
        rows += [Row(line) for line in dated[first]]
    if unknown:
        rows.append(Row(heading="order unknown: none of these articles has a date"))
    return [*rows, *(Row(line) for line in unknown)]


def _when(story: Story) -> Callable[[int], Any]:
    """A key that sorts articles by when they were published, as exactly as that is known."""
    times = [time_of(article.published) for article in story.articles]
    return cmp_to_key(lambda one, other: order(times[one], times[other]) or one - other)


def _fact_line(story: Story, comparison: Comparison, fact: Fact, verdicts: Mapping[str, str]) -> MatrixLine:
    passages = set(fact.passages)
    links = [comparison.links[number] for number in (*fact.links, *fact.conflicts)]
    links = [link for link in links if verdicts.get(link.id) != IGNORE]
    found = sorted((link for link in links if link.relation == "conflict" and mark_of(link)), key=_worst_first)
    by_article: dict[int, list[int]] = {}
    for article, passage in fact.passages:
        by_article.setdefault(article, []).append(passage)
    marks = _worst_marks(links, passages)
    cells = {article: Cell(marks.get(article, SAME), tuple(own)) for article, own in by_article.items()}
    return MatrixLine(_central(story, comparison, fact), cells, fact.origins, found[0] if found else None)


def _finding_line(group: FindingGroup) -> MatrixLine:
    passages: dict[int, set[int]] = {}
    for link in group.links:
        for side in (link.a, link.b):
            passages.setdefault(side.article, set()).update(range(side.first, side.last + 1))
    cells = {article: Cell(group_mark(group), tuple(sorted(own))) for article, own in sorted(passages.items())}
    first = group.link.a
    return MatrixLine((first.article, first.first), cells, None, group.link)


def _worst_marks(links: Iterable[Link], passages: set[Place]) -> dict[int, str]:
    """The worst mark among the links of each article, as far as they stand in these passages."""
    marks: dict[int, int] = {}
    for link in links:
        rank = ORDER.find(mark_of(link) or SAME)
        for side in (link.a, link.b):
            if rank < marks.get(side.article, len(ORDER)) and any(
                (side.article, number) in passages for number in range(side.first, side.last + 1)
            ):
                marks[side.article] = rank
    return {article: ORDER[rank] for article, rank in marks.items()}


def _central(story: Story, comparison: Comparison, fact: Fact) -> Place:
    """The passage that stands for a fact: of the sentences that say enough, the one most surely linked to the others.

    The shortest of those that are linked alike.
    """
    linked: dict[Place, float] = dict.fromkeys(fact.passages, 0.0)
    for link in (comparison.links[number] for number in fact.links):
        for side in (link.a, link.b):
            for place in ((side.article, number) for number in range(side.first, side.last + 1)):
                if place in linked:
                    linked[place] += link.overlap

    def rank(place: Place) -> tuple[bool, float, int, Place]:
        article = story.articles[place[0]]
        length = len(article.quote(place[1]))
        slight = article.passages[place[1]].kind == "heading" or length < SHORTEST
        return slight, -linked[place], length, place

    return min(fact.passages, key=rank)


def _worst_first(link: Link) -> tuple[float, float]:
    return -link.severity, -link.score


def _by_sources(line: MatrixLine) -> tuple[int, int, Place]:
    return -len(line.cells), -(line.origins or 0), _first(line)


def _by_conflicts(line: MatrixLine) -> tuple[int, int, float, Place]:
    conflicts, checks = line.conflicts
    return -conflicts, -checks, -(line.finding.severity if line.finding else 0.0), _first(line)


def _first(line: MatrixLine) -> Place:
    article = min(line.cells)
    return article, line.cells[article].passages[0]


_SORTING = {"sources": _by_sources, "conflicts": _by_conflicts, "order": _first}
