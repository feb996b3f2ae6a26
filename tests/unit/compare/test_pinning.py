"""What an editor pinned or broke is respected by every comparison."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.compare.builders import FIRE, STRIKE, story, text
from tui.compare import compare
from tui.compare.between import Memory
from tui.compare.engine import compare_story
from tui.compare.model import Comparison, Link, PinnedPair, Thresholds
from tui.story.model import Story

PLAIN = Thresholds()
HEAD = "Talks resume after the weekend with a mediator whom both sides trust."
TAIL = "Residents are invited to a public meeting in the Guildhall on Thursday evening."
COUNTS = (
    "Seven people were injured when fire tore through a cold store in the harbour. The quay was closed.",
    "Nine people were injured when fire tore through a cold store in the harbour. The quay was closed.",
)


def pin(made: Story, i: int, j: int, a: int = 0, b: int = 1) -> PinnedPair:
    """A pin on passage `i` of article `a` and passage `j` of article `b`."""
    ends = []
    for article, passage in ((made.articles[a], i), (made.articles[b], j)):
        found = article.passages[passage]
        ends.append((article.sha256, (found.start, found.end)))
    return PinnedPair(*ends)


def pinned(comparison: Comparison) -> list[Link]:
    return [link for link in comparison.links if link.pinned]


def test_two_passages_that_share_nothing_are_linked_once_they_are_pinned() -> None:
    made = story(text(FIRE), text(STRIKE))
    assert compare(made).links == ()
    found = compare(made, pins=[pin(made, 1, 2)])
    (link,) = found.links
    assert (link.a.first, link.a.last, link.b.first, link.b.last) == (1, 1, 2, 2)
    assert (link.relation, link.reason, link.score, link.overlap) == ("overlap", "pinned by hand", 1.0, 1.0)
    assert link.pinned
    assert [fact.passages for fact in found.facts] == [((0, 1), (1, 2))]
    assert 1 not in found.sources[0].alone
    assert 2 not in found.sources[1].alone


def test_a_pin_says_the_same_whichever_side_was_pinned_first() -> None:
    made = story(text(FIRE), text(STRIKE))
    there = pin(made, 1, 2)
    assert compare(made, pins=[there]) == compare(made, pins=[PinnedPair(there.b, there.a)])


def test_pinned_passages_are_read_for_differences() -> None:
    made = story("The union has 120 members in the north.", "Its 340 members in the north walked out.")
    assert all(link.relation == "overlap" for link in compare(made).links)
    found = compare(made, pins=[pin(made, 0, 0)])
    assert [link.kind for link in found.links if link.relation == "conflict"] == ["number"]


WORDED_APART = {
    "people": (
        "Wardens knocked at every door, and 520 people were told to leave their homes.",
        "The fire forced the evacuation of 250 people.",
        "number",
    ),
    "suspects": (
        "Three men were held in Varn.",
        "Officers said five suspects were in custody.",
        "number",
    ),
    "a day": ("The mill will shut on 3 May, its owner said.", "Work at the plant ends on 13 May.", "date"),
}
AGREED = {
    "a rough figure": (
        "Wardens knocked at every door, and 520 people were told to leave their homes.",
        "The fire, on Monday night, forced some 500 to flee.",
    ),
    "other things": ("The mill has 300 workers.", "Work at the plant ends on 13 May."),
    "another size": ("The mill has 300 workers.", "Two chimneys of the plant are to come down."),
}


@pytest.mark.parametrize("name", WORDED_APART)
def test_what_differs_in_pinned_passages_is_to_be_checked_however_they_are_worded(name: str) -> None:
    one, other, kind = WORDED_APART[name]
    made = story(one, other)
    assert compare(made).links == ()
    found = compare(made, pins=[pin(made, 0, 0)])
    conflicts = [(link.kind, link.tier) for link in found.links if link.relation == "conflict"]
    assert conflicts == [(kind, "check")]


@pytest.mark.parametrize("name", AGREED)
def test_pinned_passages_that_agree_are_not_flagged(name: str) -> None:
    made = story(*AGREED[name])
    found = compare(made, pins=[pin(made, 0, 0)])
    assert [link.relation for link in found.links] == ["overlap"]


def test_a_pin_takes_the_place_of_the_overlap_that_was_found_there() -> None:
    made = story(*COUNTS)
    assert len([link for link in compare(made).links if link.relation == "overlap"]) == 1
    found = compare(made, pins=[pin(made, 0, 0), pin(made, 1, 1)])
    spans = [(link.a.first, link.b.first) for link in found.links if link.relation == "overlap" and link.pinned]
    assert spans == [(0, 0), (1, 1)]


def test_pins_on_texts_that_are_not_there_or_past_their_end_change_nothing() -> None:
    made = story(text(FIRE), text(STRIKE))
    known = pin(made, 1, 2)
    strange = [
        PinnedPair(("0" * 64, (0, 5)), known.b),
        PinnedPair((known.a[0], (100_000, 100_005)), known.b),
        PinnedPair((known.a[0], (5, 5)), known.b),
        PinnedPair((known.a[0], (-3, 4)), known.b),
        PinnedPair(known.a, known.a),
    ]
    assert compare(made, pins=strange) == compare(made)


def test_a_broken_link_goes_with_what_was_found_between_its_passages() -> None:
    made = story(*COUNTS)
    before = compare(made)
    overlap = next(link for link in before.links if link.relation == "overlap")
    assert any(link.relation == "conflict" for link in before.links)
    after = compare(made, broken={overlap.id})
    assert after.links == ()
    assert after.facts == ()
    assert 0 in after.sources[0].alone


def test_breaking_a_finding_leaves_what_was_found_elsewhere() -> None:
    made = story(*(f"{one} {HEAD} {TAIL}" for one in COUNTS))
    before = compare(made)
    finding = next(link for link in before.links if link.relation == "conflict")
    after = compare(made, broken={finding.id})
    assert finding.id not in {link.id for link in after.links}
    assert set(after.links) < set(before.links)
    assert any(link.relation == "overlap" for link in after.links)


def test_a_pin_outlives_a_link_that_was_broken_at_the_same_place() -> None:
    made = story(*COUNTS)
    broken = {link.id for link in compare(made).links}
    found = compare(made, pins=[pin(made, 0, 0)], broken=broken)
    assert [link.pinned for link in found.links if link.relation == "overlap"] == [True]
    assert any(link.relation == "conflict" for link in found.links)


sentences = st.lists(st.sampled_from((*FIRE, *STRIKE)), min_size=2, max_size=6, unique=True)


@given(sentences, sentences, st.data())
@settings(max_examples=20)
def test_the_verdicts_of_an_editor_hold_however_often_it_is_compared(
    a: list[str], b: list[str], data: st.DataObject
) -> None:
    assume(a != b)
    made = story(text(a), text(b), HEAD)
    known = compare(made).links
    broken = {link.id for link in known if data.draw(st.booleans())}
    places = st.tuples(st.integers(0, len(a) - 1), st.integers(0, len(b) - 1))
    pins = [pin(made, i, j) for i, j in data.draw(st.lists(places, max_size=3))]
    memory = Memory()
    compare_story(made, PLAIN, memory=memory)
    found = compare_story(made, PLAIN, memory=memory, pins=pins, broken=broken)
    assert found == compare_story(made, PLAIN, pins=pins, broken=broken)
    assert len(pinned(found)) == len(set(pins))
    cover = [(link.a.first, link.b.first) for link in pinned(found)]
    assert all((link.a.first, link.b.first) in cover for link in found.links if link.id in broken)
    assert compare_story(made, PLAIN, memory=memory) == compare_story(made, PLAIN)
