"""Findings as the desk lists them: the groups of the comparison, each with its mark."""

from tui.compare.grouping import INTERNAL, FindingGroup, group_of, grouped
from tui.desk.reading.marks import CHECK, CONFLICT

__all__ = ["INTERNAL", "MARK_OF_TIER", "FindingGroup", "group_mark", "group_of", "grouped"]

MARK_OF_TIER = {"conflict": CONFLICT, "check": CHECK, INTERNAL: CHECK}


def group_mark(group: FindingGroup) -> str:
    """The mark a group is listed under."""
    return MARK_OF_TIER[group.link.tier or ""]
