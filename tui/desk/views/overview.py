"""The overview: each article in figures, whom they cite, what they copied, and what is left to settle."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.compare.checks.remark import CheckKind, Remark
from tui.compare.links.runs import LONG, SharedRun
from tui.compare.model import Comparison
from tui.desk.keyboard.actions import ALONE, FINDINGS, WORDS
from tui.desk.keyboard.keys import key_for
from tui.desk.reading.grouping import INTERNAL, FindingGroup, grouped
from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.marks import CHECK, CONFLICT
from tui.desk.record.judging import IGNORE
from tui.desk.views.alone import AloneItem, alone_items
from tui.desk.views.citing import origin_groups, unnamed_in
from tui.desk.views.rows import Row
from tui.desk.views.same_words import who_was_first
from tui.desk.views.survey import Cited, Survey
from tui.story.language_names import languages_hardly_meet
from tui.story.model import Story
from tui.story.places import place_at

RUNS_SHOWN = 3
CHECK_NAMES: Mapping[CheckKind, str] = {
    "name": "names", "weekday": "weekdays", "hole": "holes", "headline": "headline", "sum": "sums",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in figures: words, whom it cites, the largest share copied and where that stands,
    what is alone (checkable, all), and the findings that touch it by tier.
    """

    number: int
    words: int
    cites: tuple[str, ...]
    unnamed: int
    copied: tuple[float, int] | None
    alone: tuple[int, int]
    conflicts: int
    checks: int


@dataclass(frozen=True, slots=True)
class SettleLine:
    """One line of what is to settle: a label, what it says, and where Enter leads: a view, or a place.

    `places` are all the passages it is about, `more` what is to be said of each.
    """

    label: str
    text: str
    view: str = ""
    places: tuple[Place, ...] = ()
    more: tuple[str, ...] = ()


OverviewItem = ArticleLine | Cited | SharedRun | SettleLine


def overview_rows(
    index: LinkIndex, comparison: Comparison, survey: Survey, verdicts: Mapping[str, str]
) -> list[Row[OverviewItem]]:
    """The rows of the overview, section by section."""
    story = index.story
    articles, cited = story.articles, survey.cited
    alone = [alone_items(index, number) for number in range(len(articles))]
    rows: list[Row[OverviewItem]] = [Row(line) for line in _article_lines(comparison, survey, verdicts, alone)]
    rows.append(Row(heading=_origins_heading(survey, len(articles))))
    rows += [Row(one) for one in cited]
    runs = [run for run in survey.runs if run.words >= LONG]
    if runs:
        rows.append(Row(heading=_runs_heading(story, runs)))
        rows += [Row(run) for run in runs[:RUNS_SHOWN]]
        if len(runs) > RUNS_SHOWN:
            rows.append(
                Row(
                    SettleLine(
                        "more", f"{len(runs) - RUNS_SHOWN} more of them: {key_for('view.words')} shows all", WORDS
                    )
                )
            )
    rows.append(Row(heading="to settle before it runs"))
    rows += [Row(line) for line in _to_settle(story, comparison, survey, verdicts, alone)]
    return rows


def _article_lines(
    comparison: Comparison,
    survey: Survey,
    verdicts: Mapping[str, str],
    alone: Sequence[Sequence[AloneItem]],
) -> list[ArticleLine]:
    touched: defaultdict[tuple[int, str], int] = defaultdict(int)
    for group in _open_groups(comparison, verdicts):
        for article in {side.article for link in group.links for side in (link.a, link.b)}:
            touched[article, group.link.tier or ""] += 1
    return [
        ArticleLine(
            number=source.article,
            words=survey.words[source.article],
            cites=source.cites,
            unnamed=unnamed_in(survey.cited, source.article),
            copied=max(((share, other) for other, share in source.reuse if share >= 0.005), default=None),
            alone=(len(alone[source.article]), len(source.alone)),
            conflicts=touched[source.article, "conflict"],
            checks=touched[source.article, "check"],
        )
        for source in comparison.sources
    ]


def _open_groups(comparison: Comparison, verdicts: Mapping[str, str]) -> list[FindingGroup]:
    return [group for group in grouped(comparison) if group.verdict(verdicts) != IGNORE]


def _origins_heading(survey: Survey, articles: int) -> str:
    groups = origin_groups(survey, articles)
    joined = [(numbers, reasons) for numbers, reasons in groups if len(numbers) > 1]
    count = f"{len(groups)} origin{'s' * (len(groups) != 1)}"
    heading = f"{articles} articles, {count}" if articles > 1 else "whom it cites"
    if joined:
        # One reason each, so that the line has room for all groups.
        one = [f"{_and(numbers)} are one where {_all(numbers)} {reasons[0]}" for numbers, reasons in joined]
        heading += f": {'; '.join(one)}"
    return heading


def _all(numbers: Sequence[int]) -> str:
    return "both" if len(numbers) == 2 else "some"


def _and(numbers: Sequence[int]) -> str:
    *first, last = (str(number + 1) for number in numbers)
    return f"{', '.join(first)} and {last}"


def _runs_heading(story: Story, runs: Sequence[SharedRun]) -> str:
    involved = sorted({article for run in runs for article, _ in run.spans})
    told = {who_was_first(story, [article for article, _ in run.spans]) for run in runs}
    first = who_was_first(story, involved)
    if any(one.startswith("first:") for one in told):
        first = told.pop() if len(told) == 1 else f"who was first: {key_for('view.words')} tells it of each"
    return f"same words, {LONG} and up; {first}"


def _to_settle(
    story: Story,
    comparison: Comparison,
    survey: Survey,
    verdicts: Mapping[str, str],
    alone: Sequence[Sequence[AloneItem]],
) -> list[SettleLine]:
    lines = [SettleLine("findings", _findings_text(comparison, verdicts), FINDINGS)]
    count = sum(map(len, alone))
    single = sum(item.source is not None for items in alone for item in items)
    text = f"· {count} alone and checkable" + (f", {single} of them single-source" if single else "")
    lines.append(SettleLine("alone", text, ALONE))
    if languages := languages_hardly_meet(story.articles):
        places = tuple((number, 0) for number in range(len(story.articles)))
        lines.append(SettleLine("languages", languages, places=places))
    lines += _remarks(story, survey)
    lines += _unknown(story)
    return lines


def _findings_text(comparison: Comparison, verdicts: Mapping[str, str]) -> str:
    parts = []
    for tier, mark in (("conflict", f"{CONFLICT} "), ("check", f"{CHECK} "), (INTERNAL, "")):
        groups = [group for group in _open_groups(comparison, verdicts) if group.link.tier == tier]
        if groups or tier != INTERNAL:
            judged = sum(group.verdict(verdicts) is not None for group in groups)
            where = " within one article" if tier == INTERNAL else ""
            parts.append(f"{mark}{len(groups)}{where}" + (f", {judged} judged" if judged else ""))
    return "   ".join(parts)


def _remarks(story: Story, survey: Survey) -> list[SettleLine]:
    """The check lists of all articles, one line a kind."""
    found: defaultdict[CheckKind, list[tuple[Place, Remark]]] = defaultdict(list)
    for number, article in enumerate(story.articles):
        for remark in survey.remarks[number]:
            found[remark.kind].append(((number, place_at(article, remark.span[0])), remark))
    return [
        SettleLine(
            name,
            _remark_text(kind, found[kind]),
            places=tuple(place for place, _ in found[kind]),
            more=tuple(remark.message for _, remark in found[kind]),
        )
        for kind, name in CHECK_NAMES.items()
        if found[kind]
    ]


def _remark_text(kind: CheckKind, remarks: Sequence[tuple[Place, Remark]]) -> str:
    places = [f"{place[0] + 1}:{place[1] + 1}" for place, _ in remarks]
    if kind == "weekday":
        return f"no date to hang them on: {' '.join(places)}"
    return "  ".join(f"{place} {remark.message}" for place, (_, remark) in zip(places, remarks, strict=True))


def _unknown(story: Story) -> list[SettleLine]:
    parts = []
    concerned: set[int] = set()
    for name in ("outlet", "author", "published"):
        lacking = [number for number, article in enumerate(story.articles) if not getattr(article, name)]
        if lacking:
            concerned.update(lacking)
            whose = "all" if len(lacking) == len(story.articles) else " ".join(str(n + 1) for n in lacking)
            parts.append(f"{'date' if name == 'published' else name} of {whose}")
    places = tuple((number, 0) for number in sorted(concerned))
    return [SettleLine("unknown", ", ".join(parts), places=places)] if parts else []
