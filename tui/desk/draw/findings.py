"""The findings view: what differs, where, and the editor's verdict; below, both wordings side by side."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.claims.model import Claim
from tui.compare.model import Link, Side
from tui.compare.model import Span as Words
from tui.desk.draw.drawer import labelled
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.marked import in_brackets, marked_lines
from tui.desk.draw.words import address, byline, run_address, sure
from tui.desk.lines import Line, Span, fit, one_line, shorten, width_of
from tui.desk.reading.grouping import INTERNAL, FindingGroup, group_mark
from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.marks import CHECK, CONFLICT, ROLES, TAGGED
from tui.desk.record.judging import NAMES, SIGNS
from tui.desk.views.findings import IGNORED

NARROW = 60
WHERE = 16
_WORDINGS_LEAST = 2
_HERE_AND_THERE = re.compile(r" (?:here|in one), (.*?) (?:there|in the other)\b")
RULE = Span("│", "rule")


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns behind what differs: no wider than what stands in them."""

    where: int
    yours: int


def columns(groups: Iterable[FindingGroup], verdicts: Mapping[str, str], width: int) -> Columns:
    """The columns that these findings need on a screen of that width."""
    if width < NARROW:
        return Columns(12, 2)
    where, yours = len("where"), len("yours")
    for group in groups:
        where = max(where, len(_where(group, WHERE)))
        yours = max(yours, len(_yours(group, verdicts)))
    return Columns(where + 1, yours + 1)


def draw_head(
    counts: Mapping[str, tuple[int, int]], listed: int, filtered: str, widths: Columns, width: int
) -> list[Line]:
    """The title with what there is and how much of it is judged, and the names of the columns."""
    left = [Span(" FINDINGS", "title")]
    left += [Span("  "), *draw_state(counts)]
    if INTERNAL in counts:
        left.append(Span(f"{_count(counts[INTERNAL])} within one article"))
    if IGNORED in counts:
        left.append(Span(f"  ignored {counts[IGNORED][0]}", "dim"))
    total = sum(number for number, _ in counts.values())
    if filtered:
        right = Span(f"{listed} of {total} with “{shorten(filtered, 20)}” ", "strong")
    else:
        said = (Span(f"{total} in all{more} ", "dim") for more in (", worst first", ""))
        right = next((span for span in said if width_of((*left, span)) < width), Span(""))
    where, yours = widths.where, widths.yours
    names = [*cell("   what differs", width - where - yours), *cell("where", where), *cell("yours", yours)]
    return [two_sided(left, [right], width), fit([Span(span.text, "dim") for span in names], width)]


def draw_state(counts: Mapping[str, tuple[int, int]]) -> list[Span]:
    """The counts of conflicts and checks, for the status row."""
    return [
        Span(f"{mark} {_count(counts.get(tier, (0, 0)))}  ", ROLES[mark])
        for tier, mark in (("conflict", CONFLICT), ("check", CHECK))
    ]


def _count(count: tuple[int, int]) -> str:
    total, judged = count
    return f"{total}, {judged} judged" if judged else str(total)


def short_reason(link: Link) -> str:
    """One line that says what differs."""
    reason = _HERE_AND_THERE.sub(r" / \1", one_line(link.reason))
    return reason or " / ".join(filter(None, link.values)) or link.kind


def draw_finding(
    group: FindingGroup, verdicts: Mapping[str, str], tagged: Collection[Place], widths: Columns, width: int
) -> list[Span]:
    """The row of a finding, without the cursor's cell; `tagged` places carry a claim."""
    where, yours = widths.where, widths.yours
    tag = " " if tagged_places(group).isdisjoint(tagged) else TAGGED
    verdict = group.verdict(verdicts)
    role = "dim" if verdict else ""
    return [
        Span(group_mark(group), ROLES[group_mark(group)]),
        Span(tag, ROLES[TAGGED]),
        *cell(short_reason(group.link), width - 3 - where - yours, role),
        *cell(_where(group, where), where),
        *cell(_yours(group, verdicts), yours, "strong"),
    ]


def tagged_places(group: FindingGroup) -> set[Place]:
    """The passages of all who take part in a disagreement."""
    sides = [said.side for said in group.sides]
    return {(side.article, number) for side in sides for number in range(side.first, side.last + 1)}


def _where(group: FindingGroup, width: int) -> str:
    """The places of all sides; where they do not fit, those of the worst pair and how many there are besides."""
    every = " ".join(run_address(said.side) for said in group.sides)
    more = len(group.sides) - 2
    if len(every) < width or not more:
        return every
    return f"{run_address(group.link.a)} {run_address(group.link.b)} +{more}"


def _yours(group: FindingGroup, verdicts: Mapping[str, str]) -> str:
    verdict = group.verdict(verdicts)
    if verdict is not None:
        return f"{SIGNS[verdict]} {NAMES[verdict]}"
    judged = sum(link.id in verdicts for link in group.links)
    return f"  {judged} of {len(group.links)}" if judged else ""


def _start(side: Side) -> str:
    return address((side.article, side.first))


def draw_finding_title(group: FindingGroup, verdicts: Mapping[str, str], number: int, total: int) -> list[Span]:
    """The title of the drawer: which finding of how many, its kind, how sure it is, the verdict."""
    title = [
        Span(f"{group_mark(group)} {number} of {total}", ROLES[group_mark(group)]),
        Span(f"  {group.link.kind}  {sure(group.link.score)}"),
    ]
    verdict = _yours(group, verdicts)
    return [*title, Span(f"  {verdict.strip()}", "strong")] if verdict else title


def draw_finding_details(
    index: LinkIndex, group: FindingGroup, claims: Mapping[Place, Sequence[Claim]], width: int, rows: int
) -> list[Line]:
    """Both wordings with the differing words in brackets, why they differ, and what else bears on it."""
    link = group.link
    bearing = _bearing(index, group, claims, width)
    # The reason is cut only where no row but those of the wordings is left; what else there is takes what it leaves.
    room = max(1, rows - _WORDINGS_LEAST)
    below = labelled("why", group.reason, width, rows=room) if group.reason else []
    if link.downgrade and len(below) < room:
        below += labelled("but", link.downgrade, width, rows=room - len(below))
    wordings = _side_by_side(index, link, width, max(2, rows - len(below) - min(1, len(bearing))))
    return [*wordings, *below, *bearing][:rows]


def _side_by_side(index: LinkIndex, link: Link, width: int, rows: int) -> list[Line]:
    left, right = (width - 1) // 2, width - 1 - (width - 1) // 2
    spans_a, spans_b = [evidence.a for evidence in link.evidence], [evidence.b for evidence in link.evidence]
    role = "differs" if link.tier != "conflict" else "clash"
    columns = (
        _wording(index, link.a, spans_a, role, left, rows),
        _wording(index, link.b, spans_b, role, right, rows),
    )
    height = max(map(len, columns))
    return [
        (*fit(columns[0][row] if row < len(columns[0]) else (), left), RULE,
         *fit(columns[1][row] if row < len(columns[1]) else (), right))
        for row in range(height)
    ]  # fmt: skip


def _wording(index: LinkIndex, side: Side, spans: Sequence[Words], role: str, width: int, rows: int) -> list[Line]:
    article = index.story.articles[side.article]
    start, end = article.passages[side.first].start, article.passages[side.last].end
    head = (Span(f" {run_address(side)} ", "strong"), Span(shorten(byline(article), width - 10), "dim"))
    lines = marked_lines(article.text, start, end, spans, role, width - 2, rows - 1)
    return [head, *((Span(" "), *line) for line in lines)]


def _bearing(index: LinkIndex, group: FindingGroup, claims: Mapping[Place, Sequence[Claim]], width: int) -> list[Line]:
    """The other places of the same difference, what else is linked to its passages, and claims on them."""
    lines: list[Line] = []
    sides = (group.link.a, group.link.b)
    places_here = [(side.article, n) for side in sides for n in range(side.first, side.last + 1)]
    for place in places_here:
        for claim in claims.get(place, ()):
            state = f"{', '.join(claim.tags)}  {claim.verdict or claim.status}"
            note = f"  “{one_line(claim.note)}”" if claim.note else ""
            lines += labelled(f"{TAGGED} {address(place)}", f"{state}{note}", width)
    shown = [(side.article, side.start) for side in sides]
    for also in group.sides:
        if (also.side.article, also.side.start) not in shown:
            said = in_brackets(index.story.articles[also.side.article], also.side, also.spans)
            words = f"{run_address(also.side)}  {said}"
            lines += labelled("also", words, width)
    own = set(group.numbers)
    for place in places_here:
        for other in index.counterparts(place):
            if other.number in own:
                continue
            own.add(other.number)
            far = index.story.articles[other.far.article]
            finding = other.link.relation == "conflict"
            said = other.link.reason if finding else far.text[other.far.start : other.far.end]
            lines += labelled(f"{other.mark} {_start(other.far)}", said, width, "dim")
    return lines
