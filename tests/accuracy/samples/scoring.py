"""How well a comparison of a sample story meets what is expected of it: pure functions over both."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.accuracy.samples.expected import Expected, Place, place_of
from tests.accuracy.samples.matching import Located, first_shown, joins, locate, proposes, shows
from tui.compare.model import Comparison, Link
from tui.story.model import Story


@dataclass(frozen=True, slots=True)
class Ratio:
    """`hit` out of `total`; adding two pools them."""

    hit: int
    total: int

    @property
    def value(self) -> float:
        """The share, 1.0 where there was nothing to hit."""
        return self.hit / self.total if self.total else 1.0

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(self.hit + other.hit, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one story.

    `links` and `plain_links` are the recall of expected links: all of them, and those not marked `later`;
    `maybe_links` counts also those that the desk only says may be told there.
    `expected_links` is the share of the overlaps found that an expectation names. `conflicts`, `checks` and
    `internal` are the recall of issues by the tier expected: a conflict is met in its own tier only, a check
    in either. `conflicts_anywhere` counts conflicts met in either tier, `kinds` how many met issues were
    given a kind that fits. `precision` is the share of flags of the `conflict` tier that an issue of any
    tier expects, `overstated` the flags of that tier where a check is expected, `check_precision` the share
    in the tier `check`.
    """

    links: Ratio
    plain_links: Ratio
    expected_links: Ratio
    conflicts: Ratio
    conflicts_anywhere: Ratio
    checks: Ratio
    internal: Ratio
    kinds: Ratio
    precision: Ratio
    check_precision: Ratio
    overstated: int
    alone: Ratio
    maybe_links: Ratio
    misses: tuple[str, ...] = ()


def score(story: Story, comparison: Comparison, expected: Expected) -> Scores:
    """All figures of `comparison`, with one line in `misses` for everything that was not as expected."""
    cross = [link for link in comparison.links if link.tier != "internal"]
    links = locate(story, expected.links)
    conflicts = locate(story, expected.conflicts)
    internal = locate(story, expected.internal)
    hard = [link for link in cross if link.tier == "conflict"]
    soft = [link for link in cross if link.tier == "check"]
    linked = [one for one in links if any(joins(link, one) for link in cross)]
    plain = [one for one in links if not one.expectation.later]
    known = (*links, *conflicts, *locate(story, expected.not_conflicts))
    overlaps = [link for link in cross if link.relation == "overlap"]
    named = [link for link in overlaps if any(joins(link, one) for one in known)]
    alone = [place for place in expected.alone if _is_alone(story, comparison, place)]
    own = [link for link in comparison.links if link.tier == "internal"]
    right = [first_shown(link, conflicts) for link in hard]
    return Scores(
        links=Ratio(len(linked), len(links)),
        plain_links=Ratio(sum(one in linked for one in plain), len(plain)),
        expected_links=Ratio(len(named), len(overlaps)),
        conflicts=_met(_of_tier(conflicts, "conflict"), hard),
        conflicts_anywhere=_met(_of_tier(conflicts, "conflict"), [*hard, *soft]),
        checks=_met(_of_tier(conflicts, "check"), [*hard, *soft]),
        internal=_met(internal, own),
        kinds=_kinds(conflicts, [*hard, *soft]),
        precision=Ratio(sum(one is not None for one in right), len(hard)),
        check_precision=Ratio(sum(first_shown(link, conflicts) is not None for link in soft), len(soft)),
        overstated=sum(one is not None and one.expectation.tier == "check" for one in right),
        alone=Ratio(len(alone), len(expected.alone)),
        maybe_links=Ratio(
            sum(one in linked or any(proposes(story, near, one) for near in comparison.nearest) for one in links),
            len(links),
        ),
        misses=tuple(_misses(story, comparison, expected)),
    )


def violations(
    story: Story, comparison: Comparison, expected: Expected, tiers: Sequence[str] = ("conflict",)
) -> list[str]:
    """The flags of these tiers on what is expressly no conflict, one line each."""
    conflicts = locate(story, expected.conflicts)
    return [
        f"no conflict, yet flagged: {describe(story, link)} ({one.expectation.why})"
        for link in comparison.links
        if link.tier in tiers and first_shown(link, conflicts) is None
        for one in locate(story, expected.not_conflicts)
        if shows(link, one)
    ]


def wrong_links(story: Story, comparison: Comparison, expected: Expected) -> list[str]:
    """The overlaps found where none is, one line each."""
    return [
        f"not the same, yet linked: {describe(story, link)}"
        for link in comparison.links
        if link.relation == "overlap" and any(joins(link, one) for one in locate(story, expected.not_links))
    ]


def describe(story: Story, link: Link) -> str:
    """A link in one line: tier, kind, reason, and the words of both sides."""
    quotes = (story.articles[side.article].text[side.start : side.end] for side in (link.a, link.b))
    return f"[{link.tier or link.relation} {link.kind}] {link.reason} | " + " | ".join(
        " ".join(quote.split()) for quote in quotes
    )


def _of_tier(located: Sequence[Located], tier: str) -> list[Located]:
    return [one for one in located if one.expectation.tier == tier]


def _met(located: Sequence[Located], links: Sequence[Link]) -> Ratio:
    issues = {one.expectation.issue for one in located}
    met = {one.expectation.issue for one in located if any(shows(link, one) for link in links)}
    return Ratio(len(met), len(issues))


def _kinds(located: Sequence[Located], links: Sequence[Link]) -> Ratio:
    shown = {(one, link.kind) for one in located for link in links if shows(link, one)}
    met = {one.expectation.issue for one, _ in shown}
    named = {one.expectation.issue for one, kind in shown if kind in one.expectation.kinds}
    return Ratio(len(named), len(met))


def _is_alone(story: Story, comparison: Comparison, place: Place) -> bool:
    index, (start, end) = place_of(story, place)
    profile = next(source for source in comparison.sources if source.article == index)
    passages = story.articles[index].passages
    return any(passages[number].start < end and start < passages[number].end for number in profile.alone)


def _misses(story: Story, comparison: Comparison, expected: Expected) -> list[str]:
    lines = []
    for one in locate(story, expected.links):
        if not any(joins(link, one) for link in comparison.links):
            lines.append(f"no link: {one.expectation.a.quote} | {one.expectation.b.quote}")
    for issues in (locate(story, expected.conflicts), locate(story, expected.internal)):
        for issue in dict.fromkeys(one.expectation.issue for one in issues):
            same = [one for one in issues if one.expectation.issue == issue]
            tiers = {link.tier for one in same for link in comparison.links if link.tier and shows(link, one)}
            if same[0].expectation.tier not in tiers:
                found = f"found as {', '.join(sorted(tiers))}" if tiers else "not found"
                lines.append(f"{same[0].expectation.tier} {issue} {found}: {same[0].expectation.why}")
    conflicts = locate(story, expected.conflicts)
    lines += [
        f"not expected: {describe(story, link)}"
        for link in comparison.links
        if link.tier in ("conflict", "check") and first_shown(link, conflicts) is None
    ]
    lines += [f"linked, not alone: {p.quote}" for p in expected.alone if not _is_alone(story, comparison, p)]
    return lines + wrong_links(story, comparison, expected)
