"""What is in no link has a likeliest place in another article, or none."""

import pytest

from tests.unit.compare.builders import FIRE, story, text
from tui import resources
from tui.compare import compare
from tui.compare.engine import compare_story
from tui.compare.links.linking import LINK_BAR
from tui.compare.model import Comparison, Thresholds
from tui.compare.nearest import LIKELY
from tui.story import load

SIXTH, SEVENTH = (4, 7), (1, 20)


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare(load([resources.sample("iran-talks")]))


def test_a_passage_that_may_be_told_elsewhere_has_the_place_where_it_is(compared: Comparison) -> None:
    told = {one.passage: one for one in compared.nearest}
    assert told[SIXTH].other == SEVENTH
    assert all(LIKELY <= one.chance <= LINK_BAR for one in compared.nearest)
    assert list(told) == sorted(told)


def test_what_is_linked_has_none_and_each_is_of_another_article(compared: Comparison) -> None:
    overlaps = [link for link in compared.links if link.relation == "overlap"]
    linked = {
        (side.article, passage)
        for link in overlaps
        for side in (link.a, link.b)
        for passage in range(side.first, side.last + 1)
    }
    assert linked.isdisjoint(one.passage for one in compared.nearest)
    assert all(one.passage[0] != one.other[0] for one in compared.nearest)


def test_of_articles_on_other_things_nothing_is_near() -> None:
    other = "Tulips want sun. A heron was seen on the weir. Nobody has painted the gate since spring."
    assert compare(story(text(FIRE), other)).nearest == ()


def test_what_an_editor_said_is_not_the_same_is_not_proposed() -> None:
    made = story(text(FIRE), text(FIRE))
    first = compare_story(made, Thresholds())
    parted = {
        ((0, i), (1, j))
        for link in first.links
        for i in range(link.a.first, link.a.last + 1)
        for j in range(link.b.first, link.b.last + 1)
    }
    broken = frozenset(link.id for link in first.links)
    proposed = compare_story(made, Thresholds(), broken=broken).nearest
    assert parted
    assert parted.isdisjoint((one.passage, one.other) for one in proposed)
    assert parted.isdisjoint((one.other, one.passage) for one in proposed)
