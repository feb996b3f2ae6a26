"""Which findings of a comparison a report shows, and in which order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tui.compare.grouping import INTERNAL, FindingGroup, grouped
from tui.compare.links.differences import Differences
from tui.compare.links.differences import differences as word_differences
from tui.compare.links.runs import LONG, SharedRun
from tui.compare.model import Comparison, Link, Source
from tui.story.model import Story

ONE_ARTICLE = "There is one article only: comparing needs two, so nothing was looked for between articles."
"""What a report says instead of that there are no conflicts."""
REAL, APPARENT, IGNORE = "real", "apparent", "ignore"
SET_ASIDE = (APPARENT, IGNORE)
"""Verdicts of an editor on a finding, of which these two say that it is no contradiction."""


def selected(comparison: Comparison, only: Collection[str]) -> Comparison:
    """The comparison with only the findings named ("check" covers differences inside one article too).

    Nothing named means everything. The indexes that facts hold follow the links that are left.
    """
    if not only:
        return comparison
    left = _with_links(comparison, [index for index, link in enumerate(comparison.links) if family(link) in only])
    sources = left.sources if "alone" in only else (replace(source, alone=()) for source in left.sources)
    return replace(left, sources=tuple(sources))


def without_ignored(comparison: Comparison, verdicts: Mapping[str, str]) -> Comparison:
    """The comparison without the findings that an editor ignores."""
    kept = [index for index, link in enumerate(comparison.links) if verdicts.get(link.id) != IGNORE]
    return comparison if len(kept) == len(comparison.links) else _with_links(comparison, kept)


def _with_links(comparison: Comparison, kept: Sequence[int]) -> Comparison:
    places = {old: new for new, old in enumerate(kept)}
    facts = [
        replace(
            fact,
            links=tuple(places[index] for index in fact.links if index in places),
            conflicts=tuple(places[index] for index in fact.conflicts if index in places),
        )
        for fact in comparison.facts
    ]
    return replace(
        comparison,
        links=tuple(comparison.links[index] for index in kept),
        facts=tuple(fact for fact in facts if fact.links or fact.conflicts),
    )


def uncontradicted(comparison: Comparison) -> Comparison:
    """The comparison with nothing among what is alone that another article contradicts: it is told there, otherwise."""
    told = {
        (side.article, passage)
        for link in comparison.links
        if link.relation == "conflict" and link.tier != INTERNAL
        for side in (link.a, link.b)
        for passage in range(side.first, side.last + 1)
    }
    return replace(comparison, sources=tuple(_without(source, told) for source in comparison.sources))


def _without(source: Source, told: Collection[tuple[int, int]]) -> Source:
    alone = [passage for passage in source.alone if (source.article, passage) not in told]
    checkable = sum((source.article, passage) not in told for passage in source.alone[: source.checkable])
    return replace(source, alone=tuple(alone), checkable=checkable)


def family(link: Link) -> str:
    """What a link is listed under: "overlap", "conflict" or "check"."""
    if link.relation == "overlap":
        return "overlap"
    return "conflict" if link.tier == "conflict" else "check"


def differences(comparison: Comparison, tier: str) -> list[FindingGroup]:
    """The findings of a tier as the desk counts them, one however many articles take part in it, worst first."""
    return [group for group in grouped(comparison) if group.link.tier == tier]


def inside(comparison: Comparison) -> list[FindingGroup]:
    """The differences inside one article, worst first."""
    return differences(comparison, INTERNAL)


def standing(comparison: Comparison, verdicts: Mapping[str, str]) -> list[FindingGroup]:
    """The conflicts, and whatever else an editor has judged real; none that were judged to be none."""
    kept = [group for group in grouped(comparison) if group.verdict(verdicts) not in SET_ASIDE]
    return [group for group in kept if group.link.tier == "conflict" or group.verdict(verdicts) == REAL]


def to_check(comparison: Comparison, verdicts: Mapping[str, str]) -> list[FindingGroup]:
    """What differs and waits for an editor's verdict, what differs inside one article last."""
    return [
        group
        for group in grouped(comparison)
        if group.link.tier != "conflict" and group.verdict(verdicts) not in (REAL, *SET_ASIDE)
    ]


def only_apparent(comparison: Comparison, verdicts: Mapping[str, str]) -> list[FindingGroup]:
    """What an editor has judged to contradict in appearance only; what is ignored is in no report."""
    return [group for group in grouped(comparison) if group.verdict(verdicts) == APPARENT]


def copied(story: Story, comparison: Comparison) -> list[Link]:
    """What has its wording in common, word for word or nearly so, most of the same words first."""
    found = [link for link in comparison.links if link.copied]
    return sorted(found, key=lambda link: -_shared(story, link).words_shared)


def long_runs(story: Story) -> list[SharedRun]:
    """The runs of the same words that are worth a line, longest first."""
    # Imported when first needed: reports of claims go without the engine.
    from tui.compare.links.same_words import shared_runs

    return [run for run in shared_runs(story.articles) if run.words >= LONG]


def words_shared(story: Story, link: Link) -> str:
    """How many words both sides of a link have in common, and how many of them in a row."""
    return _shared(story, link).counted


def _shared(story: Story, link: Link) -> Differences:
    a, b = (story.articles[side.article].text[side.start : side.end] for side in (link.a, link.b))
    return word_differences(a, b, story.articles[link.a.article].language)


def reworded(comparison: Comparison) -> list[Link]:
    """What is said in other words, surest first."""
    found = [link for link in comparison.links if link.relation == "overlap" and not link.copied]
    return sorted(found, key=lambda link: -link.score)
