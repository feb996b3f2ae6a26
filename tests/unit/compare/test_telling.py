"""Passage pairs that are left out before links are made are those that no step after it would take."""

from tui.compare.conflicts.runs import LEAST_HALF
from tui.compare.disputes import LEAST_SAME, SCORED
from tui.compare.links.linking import LINK_BAR, SHARED_OVERLAP, TELLING, TELLING_OVERLAP
from tui.compare.links.merging import BRIDGE, GROWTH


def test_no_bar_of_a_later_step_lies_below_those_of_what_is_left_out() -> None:
    assert min(LINK_BAR, BRIDGE, GROWTH, LEAST_HALF, LEAST_SAME, SCORED) > TELLING
    assert SHARED_OVERLAP > TELLING_OVERLAP
