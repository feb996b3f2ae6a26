"""A claim on one row of the drawer: its mark and tags, how it stands, who said it, how urgent it is, its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.draw.words import in_quotes
from tui.desk.lines import Line, Span, one_line, shorten
from tui.desk.reading.marks import TAGGED

# The first screen is drawn without what only claims need.
if TYPE_CHECKING:
    from tui.claims.model import Claim

MARKS = {"orphan": "x", "recheck": "~", "moved": ">", "placed": TAGGED}
ROLES = {"orphan": "conflict", "recheck": "check", "moved": "changed", "placed": "tagged"}
TO_SETTLE = ("orphan", "recheck")
"""States in which a claim waits for its editor, whatever its verdict is."""


def state_of(claim: Claim) -> str:
    """The verdict or the status; what the article's change asks for goes before them."""
    if claim.state in TO_SETTLE:
        return claim.state.upper() if claim.verdict is None else f"{claim.verdict}?"
    return claim.verdict or claim.status


def claim_line(claim: Claim) -> Line:
    """The row; what a change of the article asks for stands first, and what changed behind it."""
    settle = claim.state in TO_SETTLE
    asked = f"{claim.state.upper()}  " if settle else ""
    facts = (
        _changed(claim) if settle else "",
        f"said by {one_line(claim.speaker)}" if claim.speaker else "",
        f"priority {one_line(claim.priority)}" if claim.priority else "",
        one_line(claim.author),
        in_quotes(one_line(claim.note)) if claim.note else "",
    )
    return (
        Span(f" {MARKS[claim.state] if settle else TAGGED} ", ROLES[claim.state] if settle else "tagged"),
        Span(asked, "check"),
        Span(f"{one_line(', '.join(claim.tags)) or 'no tag'}  "),
        Span(one_line(claim.verdict or claim.status), "strong"),
        Span("".join(f"  {fact}" for fact in facts if fact), "dim"),
    )


def _changed(claim: Claim) -> str:
    """The figures and names that changed in the first quote that did."""
    from tui.claims.wording import changed_facts

    anchor = next((anchor for anchor in claim.anchors if anchor.state == "recheck" and anchor.former), None)
    was, now = changed_facts(anchor) if anchor else ("", "")
    told = [f"{name} {shorten(one_line(words), 24)}" for name, words in (("was", was), ("now", now)) if words]
    return ", ".join(told)
