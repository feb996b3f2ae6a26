"""The plain-text sheet of a handover: what is open, what is checked, who does what."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.claims.model import Claim, Evidence
from tui.claims.standing import doubted_first, is_checked, is_to_recheck, told_verdicts
from tui.claims.wording import NOT_IN_QUOTE, as_tagged, unsaid
from tui.compare.grouping import grouped
from tui.compare.model import Comparison, Side
from tui.reports.credits import source
from tui.reports.lines import address, counted
from tui.reports.plain import cut, local_time, one_line, wrapped
from tui.story.model import Story

_WIDTH = 80
_HEADLINE = 40
_JUDGED = {"ignore": "ignored"}


def handover_sheet(claims: Sequence[Claim], editor: str, findings: Sequence[str] = ()) -> str:
    """The sheet as text of at most 80 columns, story by story; `editor` is who hands over.

    `findings` are lines on what was found between the articles of the one story it is about.
    """
    lines = [f"HANDOVER by {one_line(editor)}", ""]
    if not claims:
        lines.append("No claims.")
    for story, name in dict.fromkeys((claim.story, claim.story_name) for claim in claims):
        lines += _story(one_line(name), [claim for claim in claims if claim.story == story])
    lines += findings
    return "\n".join(lines).rstrip() + "\n"


def _story(name: str, claims: list[Claim]) -> list[str]:
    look = [claim for claim in claims if is_to_recheck(claim)]
    rest = [claim for claim in claims if claim not in look]
    checked = doubted_first(filter(is_checked, rest))
    lines = [f"{name}: {len(claims)} claim{'s' if len(claims) != 1 else ''}", "=" * min(_WIDTH, len(name) + 12)]
    lines += _section("TO RECHECK: the article's words changed, or are gone", look, _placed)
    lines += _section("OPEN", [claim for claim in rest if claim not in checked], _open)
    lines += _section("CHECKED", checked, _checked, one_line(told_verdicts(checked)))
    lines += _who(claims)
    return [*lines, ""]


def _section(title: str, claims: Iterable[Claim], state: Callable[[Claim], str], counts: str = "") -> list[str]:
    entries = list(claims)
    if not entries:
        return []
    lines = ["", *wrapped(f"{title} ({len(entries)}){f': {counts}' if counts else ''}", "", "  ", _WIDTH)]
    before = ""
    for claim in entries:
        lines += _quotes(claim)
        sources = _joined(source(anchor) for anchor in claim.anchors)
        # A long headline is read once, above the claims that follow on the same article; each entry names it.
        short = _joined(source(anchor, _HEADLINE) for anchor in claim.anchors)
        told = "" if len(claim.anchors) > 1 else f"; {short if sources == before else sources}"
        lines += wrapped(f"{state(claim)}{told}", "  ", "  ", _WIDTH)
        before = sources
        lines += _in_words(claim)
        if claim.tags:
            lines += wrapped(f"tags: {', '.join(one_line(tag) for tag in claim.tags)}", "  ", "  ", _WIDTH)
        for note in claim.note.splitlines():
            lines += wrapped(f"note: {one_line(note)}", "  ", "        ", _WIDTH)
        for item in claim.evidence:
            lines += wrapped(f"evidence: {one_line(_shown(item))}", "  ", "    ", _WIDTH)
    return lines


def _quotes(claim: Claim) -> list[str]:
    """The words of a claim; where it has several quotes, each with the article it is from."""
    if len(claim.anchors) < 2:
        return wrapped(f"“{one_line(claim.quote)}”", "- ", "  ", _WIDTH)
    lines: list[str] = []
    for anchor in claim.anchors:
        said = f"“{one_line(anchor.exact)}” {source(anchor, _HEADLINE)}"
        lines += wrapped(said, "  " if lines else "- ", "  ", _WIDTH)
    return lines


def findings_lines(story: Story, comparison: Comparison, verdicts: Mapping[str, str]) -> list[str]:
    """The findings an editor judged, and how many wait to be judged; `verdicts` are by the id of a finding."""
    groups = grouped(comparison)
    judged = [(group, verdict) for group in groups if (verdict := group.verdict(verdicts)) is not None]
    waiting = [group.link.tier for group in groups if group.verdict(verdicts) is None]
    lines = [f"FINDINGS JUDGED ({len(judged)})"] if judged else []
    for group, verdict in judged:
        where = "; ".join(_side(story, said.side) for said in group.sides)
        lines += wrapped(f"{_JUDGED.get(verdict, verdict)}: {one_line(group.reason)}; {where}", "- ", "  ", _WIDTH)
    if waiting:
        conflicts = counted(waiting.count("conflict"), "conflict")
        lines += [*[""] * bool(lines), f"NOT JUDGED: {conflicts}, {len(waiting) - waiting.count('conflict')} to check"]
    return lines


def _side(story: Story, side: Side) -> str:
    article = story.articles[side.article]
    return f"{cut(article.label or article.outlet or article.title, _HEADLINE)} {address(side)}"


def _in_words(claim: Claim) -> list[str]:
    """The claim in other words than the quote's, who said it, and how urgent it is."""
    facts = (
        ("says", claim.text if claim.text not in (claim.quote, as_tagged(claim)) else ""),
        (NOT_IN_QUOTE, ", ".join(unsaid(claim))),
        ("said by", claim.speaker),
        ("priority", claim.priority),
    )
    return [
        line for name, value in facts if value for line in wrapped(f"{name}: {one_line(value)}", "  ", "    ", _WIDTH)
    ]


def _shown(item: Evidence) -> str:
    return item.url or (f"“{item.anchor.exact}”, {source(item.anchor)}" if item.anchor else item.note)


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(part for part in dict.fromkeys(parts) if part)


def _placed(claim: Claim) -> str:
    before = [anchor.former for anchor in claim.anchors if anchor.former]
    was = f", was “{one_line(before[0])}”" if before else ""
    return f"{'gone from the article' if claim.state == 'orphan' else 'recheck'}{was}; {_assigned(claim)}"


def _open(claim: Claim) -> str:
    return f"{claim.verdict or claim.status}; {_assigned(claim)}"


def _checked(claim: Claim) -> str:
    when = f" {local_time(claim.checked_at)}" if claim.checked_at else ""
    who = f" by {one_line(claim.checked_by)}{when}" if claim.checked_by else ""
    return f"{one_line(claim.verdict or claim.status)}{who}"


def _assigned(claim: Claim) -> str:
    who = f"for {one_line(claim.assigned_to)}" if claim.assigned_to else "for nobody yet"
    return f"{who}, tagged by {one_line(claim.author)}"


def _who(claims: Iterable[Claim]) -> list[str]:
    waiting: dict[str, Counter[str]] = {}
    for claim in claims:
        what = "to recheck" if is_to_recheck(claim) else "" if is_checked(claim) else "open"
        if what:
            waiting.setdefault(one_line(claim.assigned_to or "nobody yet"), Counter())[what] += 1
    lines = [
        f"  {name}: {', '.join(f'{counts[what]} {what}' for what in ('open', 'to recheck') if counts[what])}"
        for name, counts in sorted(waiting.items())
    ]
    return ["", "WHO DOES WHAT", *lines] if lines else []
