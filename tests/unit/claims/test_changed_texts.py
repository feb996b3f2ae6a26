"""What a change of an article does to a claim, case by case: the verdict, the place, the queue, the undo."""

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, span, story
from tests.unit.claims.tagging import tag
from tui.claims import Claim, Store
from tui.claims.anchors import anchor_of
from tui.claims.reanchoring import place
from tui.story.model import Story

COST = "repairs costing $4.2 million"
DEARER = HARBOUR.replace("$4.2 million", "$4.9 million")
GONE = "Harbour bridge to reopen on 3 March\n\nNothing else is known.\n"


def claim_on(store: Store, text: str) -> Claim:
    (claim,) = store.claims_on([article(text)])
    return claim


def test_work_that_was_done_without_a_verdict_is_open_again_when_the_figure_changes(
    store: Store, bridge: Story
) -> None:
    store.set_status(tag(store, bridge, COST).id, "done")
    assert claim_on(store, DEARER).status == "open"


def test_a_verdict_on_work_still_going_on_ends_when_the_figure_changes(store: Store, bridge: Story) -> None:
    store.set_status(tag(store, bridge, COST).id, "checking", "disputed")
    claim = claim_on(store, DEARER)
    assert (claim.status, claim.verdict) == ("open", None)


def test_work_under_way_without_a_verdict_goes_on_when_the_figure_changes(store: Store, bridge: Story) -> None:
    store.set_status(tag(store, bridge, COST).id, "checking")
    claim = claim_on(store, DEARER)
    assert (claim.state, claim.status) == ("recheck", "checking")
    assert "verdict" not in store.history(claim.id)[-1].changes


def test_an_orphan_shows_at_its_place_in_the_version_that_had_it(store: Store, bridge: Story) -> None:
    tag(store, bridge, COST)
    assert claim_on(store, GONE).state == "orphan"

    claim = claim_on(store, HARBOUR)

    assert claim.state == "placed"
    assert HARBOUR[claim.anchors[0].start : claim.anchors[0].end] == COST
    assert store.claim(claim.id) == claim


def test_an_orphan_of_changed_words_is_still_to_be_rechecked_where_it_stood(store: Store, bridge: Story) -> None:
    tag(store, bridge, COST)
    assert claim_on(store, DEARER).state == "recheck"
    assert claim_on(store, GONE).state == "orphan"

    assert claim_on(store, DEARER).state == "recheck"


def test_a_quote_without_a_passage_has_moved_when_it_stands_further_up(store: Store) -> None:
    tagged = article("One line more than there will be.\n\n" + HARBOUR)
    start, end = span(tagged.text, COST)
    across = anchor_of(tagged, start - 60, end)
    store.add(story(tagged), across)

    assert claim_on(store, HARBOUR).state == "moved"


def test_re_anchoring_is_no_reason_to_ask_before_a_note_is_undone(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)
    store.set_note(claim.id, "call the mayor")
    assert claim_on(store, "One line more.\n\n" + HARBOUR).state == "moved"

    undone = store.undo(bridge.id)

    assert undone is not None
    assert undone.done
    assert store.claim(claim.id).note == ""


def test_a_change_of_another_claim_is_no_reason_to_ask(store: Store, bridge: Story) -> None:
    first, second = tag(store, bridge, COST), tag(store, bridge, "12,000 cars a day")
    store.set_note(first.id, "mine")
    with Store(store.path, editor="kim") as kim:
        kim.set_note(second.id, "kim's")

    undone = store.undo(bridge.id)

    assert undone is not None
    assert undone.done


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("reopen on 3 March after", "reopen on 3 March"),
        ("not reopen on 3 March after", "not reopen on 3 March"),
        ("reopen on 3 March only after", "reopen on 3 March only"),
    ],
)
def test_words_put_in_beside_a_quote_belong_to_it(added: str, expected: str) -> None:
    tagged = article(HARBOUR)
    line = HARBOUR.index("The harbour bridge")
    start = HARBOUR.index("reopen on 3 March", line)
    anchor = anchor_of(tagged, start, start + len("reopen on 3 March"))
    below = HARBOUR[start:].replace("reopen on 3 March after", added, 1)
    text = "An editor's note above.\n\n" + HARBOUR[:start] + below

    found = place(anchor, text, HARBOUR)

    assert found is not None
    assert text[found.start : found.end] == expected


def test_of_two_equal_quotes_in_equal_surroundings_the_one_nearest_the_old_place_is_taken() -> None:
    line = "Officials expect 12,000 cars a day on the bridge.\n\n"
    text = line * 4
    start = text.index("12,000", 2 * len(line))
    anchor = anchor_of(article(text), start, start + len("12,000 cars"))
    above = "A new first line.\n\n"

    found = place(anchor, above + text, text)

    assert found is not None
    assert found.start == start + len(above)


def test_a_short_quote_with_one_changed_word_is_vouched_for_by_its_surroundings_alone() -> None:
    start, end = span(WIRE, "two council members")
    anchor = anchor_of(article(WIRE), start, end)

    replaced = WIRE.replace("two council members", "three city officials")
    shortened = WIRE.replace("two council members", "officials")

    found = place(anchor, replaced, WIRE)
    assert found is not None
    assert replaced[found.start : found.end] == "three city officials"
    assert place(anchor, shortened, WIRE) is None


def test_a_quote_taken_out_is_not_found_in_what_resembles_it_elsewhere() -> None:
    start, end = span(HARBOUR, "repairs costing $4.2 million")
    anchor = anchor_of(article(HARBOUR), start, end)
    text = HARBOUR.replace("repairs costing $4.2 million", "that") + "\nPaint costing $1.2 million was spared.\n"

    assert place(anchor, text, HARBOUR) is None


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    text = "The fine is 10 pounds.\n"
    anchor = anchor_of(article(text), *span(text, "10"))
    for now in ("The fine is 100 pounds.\n", "The fine is 10.5 pounds.\n", "The fine is 1,10 pounds.\n"):
        found = place(anchor, now, text)
        assert found is None or now[found.start : found.end] != "10"
