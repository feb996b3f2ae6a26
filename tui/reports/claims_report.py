"""Claims as a report to read: Markdown or HTML, with the findings of their story where they are at hand."""

from collections.abc import Iterable, Mapping, Sequence

from tui.claims.model import Anchor, Claim, Evidence
from tui.claims.standing import doubted_first, is_checked, is_to_recheck, told_verdicts
from tui.claims.wording import NOT_IN_QUOTE, unsaid
from tui.compare.model import Comparison
from tui.reports.comparison_report import (
    alone_section,
    differences_section,
    one_origin_section,
    sources_section,
)
from tui.reports.credits import source
from tui.reports.document import Document, Entry, Quote, Section, markdown, page
from tui.reports.lines import counted
from tui.reports.plain import cut, local_time, published_time
from tui.reports.publisher import Publisher
from tui.reports.selection import only_apparent, standing, to_check
from tui.story.language_names import languages_hardly_meet
from tui.story.model import Story

SINGLE_SOURCE = "single-source"


def claims_markdown(claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
    """The claims as Markdown."""
    return markdown(claims_report(claims))


def claims_html(claims: Sequence[Claim], *, publisher: Publisher | None = None) -> str:
    """The claims as one HTML page without scripts or outside resources."""
    return page(claims_report(claims))


def story_markdown(
    story: Story, comparison: Comparison, claims: Sequence[Claim], verdicts: Mapping[str, str] | None = None
) -> str:
    """The report of a story as Markdown: sources, conflicts, what to check, alone, single-source, checked, open."""
    return markdown(claims_report(claims, story, comparison, verdicts))


def story_html(
    story: Story, comparison: Comparison, claims: Sequence[Claim], verdicts: Mapping[str, str] | None = None
) -> str:
    """The report of a story as one HTML page."""
    return page(claims_report(claims, story, comparison, verdicts))


def claims_report(
    claims: Sequence[Claim],
    story: Story | None = None,
    comparison: Comparison | None = None,
    verdicts: Mapping[str, str] | None = None,
) -> Document:
    """The report; without a comparison it knows of sources only what the claims' anchors tell.

    `verdicts` are what an editor judged findings to be, by the id of the link: "real", "apparent" or "ignore".
    """
    sections: list[Section] = []
    if story is not None and comparison is not None:
        sections += [
            sources_section(story, comparison),
            *_findings(story, comparison, verdicts or {}),
            alone_section(story, comparison),
            one_origin_section(story, comparison),
        ]
    else:
        sections.append(_anchored_sources(claims))
    sections += _claim_sections(claims)
    names = list(dict.fromkeys(claim.story_name for claim in claims))
    title = story.name if story else ", ".join(names) or "Claims"
    languages = languages_hardly_meet(story.articles) if story else ""
    summary = ". ".join(filter(None, (_summary(claims), languages)))
    return Document(title, summary, tuple(sections))


def _summary(claims: Sequence[Claim]) -> str:
    """How many claims there are, each counted once, in the section that says how it stands."""
    kept = [claim for claim in claims if not is_to_recheck(claim)]
    checked, recheck = list(filter(is_checked, kept)), len(claims) - len(kept)
    verdicts = f" ({told_verdicts(checked)})" if checked else ""
    told = f"{counted(len(claims), 'claim')}, {len(checked)} checked{verdicts}, {len(kept) - len(checked)} open"
    return f"{told}, {recheck} to recheck" if recheck else told


def _findings(story: Story, comparison: Comparison, verdicts: Mapping[str, str]) -> list[Section]:
    """What stands as a conflict, what still waits for a verdict, and what was judged to be none in truth."""
    apparent = only_apparent(comparison, verdicts)
    return [
        differences_section("Conflicts", story, standing(comparison, verdicts), verdicts),
        differences_section("Differs, check", story, to_check(comparison, verdicts), verdicts),
        *([differences_section("Judged only apparent", story, apparent, verdicts)] if apparent else []),
    ]


def _claim_sections(claims: Sequence[Claim]) -> list[Section]:
    def section(title: str, chosen: Iterable[Claim]) -> Section:
        return Section(title, tuple(_entry(claim) for claim in chosen))

    recheck = [claim for claim in claims if is_to_recheck(claim)]
    rest = [claim for claim in claims if not is_to_recheck(claim)]
    checked = doubted_first(filter(is_checked, rest))
    verified = [claim for claim in checked if claim.verdict in ("true", "verified")]
    judged = [claim for claim in checked if claim.verdict and claim not in verified]
    sections = [
        section("Claims to recheck", recheck),
        section("Claims on a single source", [claim for claim in claims if SINGLE_SOURCE in claim.tags]),
        section("Claims checked, not verified", judged),
        section("Claims verified", verified),
        section("Claims checked, no verdict given", [claim for claim in checked if not claim.verdict]),
        section("Claims open", [claim for claim in rest if claim not in checked]),
    ]
    always = ("Claims verified", "Claims open")
    return [each for each in sections if each.entries or each.title in always]


def _anchored_sources(claims: Iterable[Claim]) -> Section:
    found = {anchor.article: anchor for claim in claims for anchor in claim.anchors}
    return Section(
        "Sources",
        tuple(_source(anchor) for anchor in found.values()),
    )


def _source(anchor: Anchor) -> Entry:
    facts = (
        ("source", anchor.article),
        ("outlet", anchor.outlet or ""),
        ("published", published_time(anchor.published)),
    )
    return Entry(anchor.title or anchor.article, (), tuple((name, value) for name, value in facts if value))


def _entry(claim: Claim) -> Entry:
    quotes = tuple(
        Quote(anchor.exact, source(anchor), anchor.article if "://" in anchor.article else "")
        for anchor in claim.anchors
    )
    before = "; ".join(f"“{anchor.former}”" for anchor in claim.anchors if anchor.former)
    checked = f"{claim.checked_by or ''} {local_time(claim.checked_at)}".strip()
    facts = [
        ("status", claim.verdict or claim.status),
        ("place", claim.state if claim.state != "placed" else ""),
        ("was", before),
        (NOT_IN_QUOTE, ", ".join(unsaid(claim))),
        ("tags", ", ".join(claim.tags)),
        ("speaker", claim.speaker),
        ("priority", claim.priority),
        ("assigned to", claim.assigned_to),
        ("checked", checked),
        ("note", claim.note),
        ("evidence", "\n".join(_evidence(item) for item in claim.evidence)),
        ("tagged", f"{claim.author} {local_time(claim.created)}"),
    ]
    return Entry(cut(claim.text, 100), quotes, tuple((name, value) for name, value in facts if value))


def _evidence(item: Evidence) -> str:
    where = item.url or (f"“{item.anchor.exact}”, {source(item.anchor)}" if item.anchor else "")
    return f"{where} ({item.note})" if where and item.note else where or item.note
