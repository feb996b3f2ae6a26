"""The marks that stand beside a passage, worst first, readable without colour."""

from collections.abc import Iterable

from tui.compare.model import Link

CONFLICT, CHECK, COPIED, SAME, ALONE, TAGGED, CHECKED, UPDATED = "!", "?", "=", "≈", "·", "◆", "✓", "~"
LOUD = {CONFLICT, CHECK}
ORDER = CONFLICT + CHECK + COPIED + SAME + ALONE
ROLES = {
    CONFLICT: "conflict", CHECK: "check", COPIED: "copied", SAME: "same", ALONE: "alone", TAGGED: "tagged",
    CHECKED: "tagged", UPDATED: "message",
}  # fmt: skip
WORDS = {
    CONFLICT: "conflict", CHECK: "differs, check", COPIED: "copied", SAME: "same in other words",
    ALONE: "alone and checkable", TAGGED: "tagged",
    CHECKED: "checked", UPDATED: "new or changed since last time, or a claim to recheck",
}  # fmt: skip


def mark_of(link: Link) -> str:
    """The mark of a link; "" for an `internal` finding, which stands in the check list instead."""
    if link.relation == "conflict":
        return {"conflict": CONFLICT, "check": CHECK}.get(link.tier or "", "")
    return COPIED if link.copied else SAME


def sort_marks(marks: Iterable[str]) -> str:
    """Each mark once, worst first."""
    present = set(marks)
    return "".join(mark for mark in ORDER if mark in present)
