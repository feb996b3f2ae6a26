"""What changed since the editor left, in sections: articles, claims, findings, colleagues' work."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.claims.anchors import passage_at
from tui.claims.decisions import LostPin
from tui.claims.model import Claim, Event
from tui.claims.morning import ArticleChange, Departed, Gone, Morning
from tui.compare.model import Comparison, Link
from tui.desk.reading.grouping import FindingGroup, grouped
from tui.desk.reading.links import Place
from tui.desk.views.rows import Row
from tui.story.model import Article


@dataclass(frozen=True, slots=True)
class News:
    """One thing that changed; only what it is about is set.

    `arrived` is the number of an article that is new, `finding` indexes the links of the comparison, of which `also`
    tell the same disagreement; `gone` is a finding that is no longer among them, `departed` an article that is no
    longer in the story, `pin` a pin that stands nowhere now.
    """

    article: ArticleChange | None = None
    arrived: int | None = None
    departed: Departed | None = None
    claim: Claim | None = None
    finding: int | None = None
    also: int = 0
    gone: Gone | None = None
    work: Event | None = None
    pin: LostPin | None = None


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage as it was and as it is, None on the side where it is not; `passage` is where to look now."""

    before: str | None
    after: str | None
    passage: int


def since_rows(
    news: Morning,
    claims: Mapping[str, Claim],
    comparison: Comparison | None,
    verdicts: Mapping[str, str],
    lost: Mapping[str, LostPin],
) -> list[Row[News]]:
    """The rows of the view; by id, `claims` are those there are now, `verdicts` those on findings, `lost` pins."""
    rows: list[Row[News]] = [Row(News(article=change)) for change in news.articles]
    rows += [Row(News(arrived=number)) for number in news.arrived]
    rows += [Row(News(departed=departed)) for departed in news.departed]
    present = [claims[claim.id] for claim in news.claims if claim.id in claims]
    if present:
        rows.append(Row(heading=_claims_heading(present, len(claims))))
        rows += [Row(News(claim=claim)) for claim in sorted(present, key=lambda claim: _ORDER[claim.state])]
    pins = [lost[name] for name in news.pins_lost if name in lost]
    if pins:
        rows.append(Row(heading=f"pins: {len(pins)} lost, their words are gone"))
        rows += [Row(News(pin=pin)) for pin in pins]
    groups = grouped(comparison) if comparison else ()
    new = [found for group in groups if (found := _new_in(group, frozenset(news.findings_new))) is not None]
    waiting = sum(_waits(group, frozenset(news.findings_open), verdicts) for group in groups)
    if new or news.findings_gone:
        rows.append(Row(heading=f"findings: {len(news.findings_gone)} gone, {len(new)} new, {waiting} wait for you"))
        rows += [Row(News(gone=gone)) for gone in news.findings_gone if gone.sentence]
        rows += [Row(found) for found in new]
    if news.work:
        who = ", ".join(dict.fromkeys(event.editor for event in news.work))
        rows.append(Row(heading=f"done by {who}: {len(news.work)}"))
        rows += [Row(News(work=event)) for event in news.work]
    return rows


def _new_in(group: FindingGroup, new: Collection[str]) -> News | None:
    """What is new in a disagreement: the worst of its new findings, and how many more there are."""
    numbers = [number for number, link in zip(group.numbers, group.links, strict=True) if link.id in new]
    return News(finding=numbers[0], also=len(numbers) - 1) if numbers else None


def _waits(group: FindingGroup, seen: Collection[str], verdicts: Mapping[str, str]) -> bool:
    """Whether a disagreement that was seen before has no verdict yet."""
    return group.verdict(verdicts) is None and any(link.id in seen for link in group.links)


_ORDER = {"orphan": 0, "recheck": 1, "moved": 2, "placed": 3}


def _claims_heading(present: Sequence[Claim], total: int) -> str:
    names = {"orphan": "orphan", "recheck": "to recheck", "moved": "moved", "placed": "touched by others"}
    counts = {name: sum(claim.state == state for claim in present) for state, name in names.items()}
    said = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{total} claim{'s' * (total != 1)}: {said}, {total - len(present)} as they were"


def passage_changes(before: str, article: Article) -> list[PassageChange]:
    """The passages of a former text that changed, went or came, in the order of the present text."""
    from tui.story.passages import passages

    old = [before[passage.start : passage.end] for passage in passages(before, article.language)]
    new = [article.quote(number) for number in range(len(article.passages))]
    changes: list[PassageChange] = []
    for name, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            continue
        for step in range(max(i2 - i1, j2 - j1)):
            was = old[i1 + step] if i1 + step < i2 else None
            now = new[j1 + step] if j1 + step < j2 else None
            changes.append(PassageChange(was, now, min(j1 + step, max(j2 - 1, j1), len(new) - 1)))
    return changes


def place_of(
    news: News,
    claim_place: Place | None,
    link: Link | None,
    changes: Sequence[PassageChange],
    articles: Sequence[Article],
) -> Place | None:
    """Where to read about a piece of news: of a pin that is lost, at the end that stands."""
    if news.article is not None:
        return news.article.index, changes[0].passage if changes else 0
    if news.arrived is not None:
        return news.arrived, 0
    if link is not None:
        return link.a.article, link.a.first
    if news.pin is not None:
        return other_end(news.pin, articles) or (news.pin.article, 0)
    return claim_place


def other_end(pin: LostPin, articles: Sequence[Article]) -> Place | None:
    """The passage that a pin stands on where its other one is gone; None where that is gone as well."""
    if pin.other is None:
        return None
    number, (start, _) = pin.other
    return number, passage_at(articles[number], start) or 0
