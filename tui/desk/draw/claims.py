"""The claims view: a row a claim; below, the one under the cursor with its words, notes and history."""

from collections.abc import Sequence
from typing import Any

from tui.claims.codec import anchors_of
from tui.claims.describe import deed
from tui.claims.kin import file_gone
from tui.claims.model import Anchor, Claim, Event
from tui.claims.standing import is_checked, is_to_recheck
from tui.claims.wording import NOT_IN_QUOTE, as_tagged, unsaid
from tui.desk.draw.claim_line import MARKS, ROLES, state_of
from tui.desk.draw.drawer import labelled
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.times import when
from tui.desk.draw.wordings import old_and_new
from tui.desk.draw.words import address, counted, in_quotes
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, fit, one_line, shorten
from tui.desk.reading.links import Place

NARROW = 60
WHERE, WHEN, WHO = 8, 11, 8


def draw_head(counts: Sequence[Span], wanted: str, width: int) -> list[Line]:
    """The title with the counts, and the names of the columns."""
    left = [Span(" CLAIMS", "title"), Span("  "), *counts]
    right = [Span("" if wanted else f"{key_for('list.filter')} filters ", "dim")]
    return [two_sided(left, right, width), fit([Span(span.text, "dim") for span in _names(width)], width)]


def draw_counts(claims: Sequence[Claim], every: Sequence[Claim], wanted: str) -> list[Span]:
    """How many claims are listed of how many, are open, checked, to recheck and have lost their quote.

    What a filter hides of those that ask for a decision is told all the same.
    """
    total = f"{len(claims)} of " if wanted and every else ""
    filtered = f" with “{shorten(one_line(wanted), 20)}”" if wanted else ""
    spans = [Span(f"{total}{counted(len(every or claims), 'claim')}{filtered}")]
    kept = [claim for claim in claims if not is_to_recheck(claim)]
    checked = sum(map(is_checked, kept))
    spans.append(Span("" if wanted or not claims else f", {len(kept) - checked} open, {checked} checked"))
    for state, word in (("recheck", "to recheck"), ("orphan", "orphan")):
        number = sum(claim.state == state for claim in claims)
        if number:
            spans.append(Span(f"  {MARKS[state]} {number} {word}", ROLES[state]))
    return [*spans, *draw_hidden(claims, every)]


def draw_hidden(claims: Sequence[Claim], every: Sequence[Claim]) -> list[Span]:
    """The claims to decide on that are not among those listed."""
    listed = {claim.id for claim in claims}
    hidden = [claim.state for claim in every if claim.id not in listed]
    spans = [
        Span(f"  {MARKS[state]} {hidden.count(state)} {word}", ROLES[state])
        for state, word in (("recheck", "to recheck"), ("orphan", "orphan"))
        if state in hidden
    ]
    return [*spans, Span(" hidden")] if spans else []


def _names(width: int) -> Line:
    tags, state, quote = _columns(width)
    line = [*cell("   where", 3 + WHERE), *cell("words", quote), *cell("tags", tags), *cell("status", state)]
    return (*line, *cell("by/for", WHO), *cell("updated", WHEN)) if width >= NARROW else tuple(line)


def _columns(width: int) -> tuple[int, int, int]:
    """The widths of tags, state and quote."""
    tags, state = (15, 12) if width >= NARROW else (10, 10)
    others = 3 + WHERE + tags + state + (WHO + WHEN if width >= NARROW else 0)
    return tags, state, max(4, width - others)


def draw_claim(claim: Claim, place: Place | None, width: int) -> list[Span]:
    """The row of a claim, without the cursor's cell."""
    tags, state, quote = _columns(width)
    more = f" +{len(claim.anchors) - 1}" if len(claim.anchors) > 1 else ""
    spans = [
        Span(f"{MARKS[claim.state]} ", ROLES[claim.state]),
        *cell(f"{address(place) if place else '-'}{more}", WHERE),
        *cell(one_line(claim.quote), quote),
        *cell(one_line(", ".join(claim.tags)), tags),
        *cell(one_line(state_of(claim)), state, "strong"),
    ]
    if width < NARROW:
        return spans
    who = f"for {claim.assigned_to}" if claim.assigned_to else claim.author
    return [*spans, *cell(one_line(who), WHO), *cell(when(claim.updated), WHEN, "dim")]


def draw_claim_title(claim: Claim, place: Place | None, number: int, total: int) -> list[Span]:
    """The title of the drawer."""
    return [
        Span(f"{MARKS[claim.state]} {number} of {total}", ROLES[claim.state]),
        Span(f"  {address(place) if place else 'not in an open article'}"),
        Span(f"  {one_line(state_of(claim))}", "strong"),
        Span(f"  {one_line(', '.join(claim.tags))}"),
        Span(f"  priority {one_line(claim.priority)}" if claim.priority else "", "dim"),
    ]


def draw_claim_details(
    claim: Claim, places: Sequence[Place | None], before: str | None, width: int, rows: int
) -> list[Line]:
    """Words old and new, note, evidence, and who did what.

    `places` are those of its quotes, one each; `before` is a verdict that has ended.
    """
    below: list[Line] = []
    for label, text in _facts(claim, before):
        below += labelled(label, text, width, rows=3 if label == "note" else 1)
    changed = next((anchor for anchor in claim.anchors if anchor.former), None)
    room = max(2, rows - len(below))
    words = _wordings(claim, changed, width, room) if changed else _quotes(claim, places, width, room)
    return [*words, *below]


def _facts(claim: Claim, before: str | None) -> list[tuple[str, str]]:
    who = f"tagged by {one_line(claim.author)} {when(claim.created)}"
    checked = f", checked by {one_line(claim.checked_by)} {when(claim.checked_at or '')}" if claim.checked_by else ""
    assigned = f", for {one_line(claim.assigned_to)}" if claim.assigned_to else ""
    facts = [
        ("was", f"{before}: that ended when the words changed" if before else ""),
        ("says", claim.text if claim.text not in (claim.quote, as_tagged(claim)) else ""),
        ("but", f"{NOT_IN_QUOTE}: {', '.join(beyond)}" if (beyond := unsaid(claim)) else ""),
        ("who", f"said by {claim.speaker}" if claim.speaker else ""),
        ("note", claim.note),
        *(("evid.", item.url or (in_quotes(item.anchor.exact) if item.anchor else "")) for item in claim.evidence),
        ("by", f"{who}{checked}{assigned}"),
    ]
    return [(label, text) for label, text in facts if text]


def _quotes(claim: Claim, places: Sequence[Place | None], width: int, rows: int) -> list[Line]:
    lines: list[Line] = []
    each = max(1, rows // max(1, len(claim.anchors)))
    for anchor, place in zip(claim.anchors, places, strict=True):
        told = address(place) if place is not None and len(places) > 1 else "quote"
        label = "gone" if anchor.state == "orphan" else told
        lines += labelled(label, in_quotes(anchor.exact), width, "strong", rows=min(4, each))
    if any(anchor.state == "orphan" for anchor in claim.anchors):
        lost = next(anchor for anchor in claim.anchors if anchor.state == "orphan")
        why = "its file is no longer there" if file_gone(lost.article) else "its present text has no such words"
        lines += labelled("in", f"{lost.title}: {why}", width, rows=2)
    return lines


def _wordings(claim: Claim, anchor: Anchor, width: int, rows: int) -> list[Line]:
    return old_and_new(anchor.former or "", anchor.exact, "was", "now", width, max(1, rows // 2))


def draw_history(events: Sequence[Event], width: int, rows: int) -> list[Line]:
    """What was done to a claim, the latest first."""
    lines: list[Line] = []
    for event in reversed(events):
        by = "copydesk" if event.automatic else one_line(event.editor)
        line = (
            Span(f" {when(event.at):<{WHEN}}", "dim"),
            Span(f"{shorten(by, 10):<11}"),
            Span(shorten(_deed(event), max(1, width - WHEN - 13))),
        )
        lines.append(line)
    if len(lines) > rows:
        more = len(lines) - rows + 1
        lines[rows - 1 :] = [(Span(f" {counted(more, 'earlier line')}: {key_for('drawer.cycle')} makes room", "dim"),)]
    return lines


def _deed(event: Event) -> str:
    words = one_line(deed(event))
    if event.verb in ("undo", "redo"):
        words = f"{event.verb}: {', '.join(_changed(event))}"
    note = event.changes.get("note", (None, None))[1]
    if event.verb == "note":
        return f"note {in_quotes(one_line(str(note)))}" if note else "note removed"
    if event.verb == "assign":
        return f"assigned to {event.changes['assigned_to'][1] or 'nobody'}"
    if event.verb in ("speaker", "priority", "text"):
        after = event.changes.get(event.verb, (None, None))[1]
        return one_line(f"{_SAID_AS[event.verb]} {after or 'none'}")
    if event.verb == "evidence":
        return f"evidence {', '.join(_evidence(name, *values) for name, values in event.changes.items())}"
    before, after = event.changes.get("verdict", (None, None))
    if event.automatic and before and before != after:
        return f"{words}: the words changed, {before[1] or before[0]} ended"
    said = event.changes.get("text")
    if said and event.verb in ("keep", "reattach"):
        new, old = (in_quotes(shorten(one_line(text), 34)) for text in reversed(said))
        return f"{words}: says {new}, not {old}"
    return f"{words}: the words are again as they were" if event.verb == "restore" else words


def _evidence(name: str, before: Any, after: Any) -> str:
    """A piece of evidence that came or went: its address, or its words."""
    value = after or before or {}
    anchor = value.get("anchor")
    words = in_quotes(anchors_of([anchor])[0].exact) if anchor else value.get("url") or value.get("note") or ""
    return one_line(f"{words or name.partition(':')[2]}{'' if after else ' taken away'}")


_SAID_AS = {"speaker": "said by", "priority": "priority", "text": "in other words:"}
_CALLED = {"verdict": "status", "assigned_to": "who checks it"}
"""What the desk calls what the store keeps under another name."""


def _changed(event: Event) -> list[str]:
    names = [_CALLED.get(name, name.replace("tag:", "tag ").partition(":")[0]) for name in event.changes]
    return [one_line(name) for name in names]
