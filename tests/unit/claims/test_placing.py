from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, span, story
from tests.unit.claims.tagging import tag
from tui.claims import Claim, Store, StoreError
from tui.claims.anchors import anchor_of
from tui.claims.check import check
from tui.story.model import Article, Story

COST = "repairs costing $4.2 million"
CARS = "12,000 cars a day"
UPDATED = "Correction: a word was changed.\n\n" + HARBOUR.replace("$4.2 million", "$4.9 million")


def on(store: Store, *articles: Article) -> Claim:
    (claim,) = store.claims_on(articles)
    return claim


@pytest.fixture
def verified(store: Store, bridge: Story) -> Claim:
    return store.set_status(tag(store, bridge, COST, "number").id, "done", "verified")


def test_a_changed_figure_ends_the_verdict_and_both_wordings_are_shown(store: Store, verified: Claim) -> None:
    claim = on(store, article(UPDATED))

    assert (claim.state, claim.status, claim.verdict, claim.checked_by) == ("recheck", "open", None, None)
    (anchor,) = claim.anchors
    assert (anchor.former, anchor.exact) == (COST, "repairs costing $4.9 million")
    assert UPDATED[anchor.start : anchor.end] == anchor.exact
    assert anchor.sha256 == article(UPDATED).sha256


def test_the_old_verdict_stays_in_the_history(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])

    event = store.history(verified.id)[-1]

    assert (event.verb, event.automatic) == ("recheck", True)
    before, after = event.changes["verdict"]
    assert before[:3] == ["done", "verified", "mk"]
    assert after == ["open", None, None, None]


def test_a_claim_moves_once_and_not_again_with_every_reading(path: Path, store: Store, verified: Claim) -> None:
    for _ in range(3):
        store.claims_on([article(UPDATED)])
    with Store(path, editor="kim") as other:
        other.claims_on([article(UPDATED)])

    assert [event.verb for event in store.history(verified.id)] == ["add", "status", "recheck"]
    assert check(path).problems == ()


def test_other_words_of_the_same_meaning_keep_the_verdict(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, "The harbour bridge will reopen on 3 March after repairs")
    store.set_status(claim.id, "done", "true")
    now = HARBOUR.replace("will reopen on 3 March", "is to reopen on 3 March")

    claim = on(store, article(now))

    assert (claim.state, claim.verdict) == ("moved", "true")
    assert claim.anchors[0].former == "The harbour bridge will reopen on 3 March after repairs"


def test_a_quote_in_another_passage_has_moved_and_typography_is_no_change(store: Store, bridge: Story) -> None:
    tag(store, bridge, CARS)
    assert on(store, article(HARBOUR.replace(" ", "\u00a0"))).state == "placed"
    assert on(store, article("One more line.\n\n" + HARBOUR)).state == "moved"


def test_a_quote_that_is_gone_waits_in_the_queue_with_its_verdict(store: Store, verified: Claim) -> None:
    gone = article("Harbour bridge to reopen on 3 March\n\nNothing else is known.\n")

    claim = on(store, gone)

    assert (claim.state, claim.verdict) == ("orphan", "verified")
    assert claim.anchors[0].exact == COST
    assert [event.verb for event in store.history(claim.id)][-1] == "orphan"
    with pytest.raises(StoreError, match="reattach it, or drop the claim"):
        store.keep_as_is(claim.id)


def test_an_orphan_comes_back_when_its_words_do(store: Store, verified: Claim) -> None:
    store.claims_on([article("Harbour bridge to reopen on 3 March\n\nNothing else is known.\n")])
    again = article(HARBOUR + "\nCorrected.\n")

    claim = on(store, again)

    assert (claim.state, claim.verdict) == ("placed", "verified")


def test_an_orphan_is_placed_again_in_the_store_when_the_article_returns_as_it_was(
    store: Store, verified: Claim
) -> None:
    gone = article("Harbour bridge to reopen on 3 March\n\nNothing else is known.\n")
    for _ in range(2):
        assert on(store, gone).state == "orphan"
        assert on(store, article(HARBOUR)).anchors == verified.anchors
        assert store.claim(verified.id).anchors == verified.anchors
    assert store.claim(verified.id).verdict == "verified"


def test_an_orphan_can_be_reattached_by_hand_and_that_undone(store: Store, verified: Claim, bridge: Story) -> None:
    gone = article("Harbour bridge to reopen on 3 March\n\nThe work was dear, the mayor said.\n")
    store.claims_on([gone])

    store.reattach(verified.id, anchor_of(gone, *span(gone.text, "The work was dear")))

    assert on(store, gone).state == "placed"
    undone = store.undo(bridge.id)
    assert undone is not None
    assert undone.done
    assert on(store, gone).state in ("orphan", "placed")
    assert store.claim(verified.id).anchors[0].state == "orphan"


def test_keeping_it_as_is_brings_the_verdict_back_for_the_new_words(
    store: Store, verified: Claim, bridge: Story
) -> None:
    store.claims_on([article(UPDATED)])

    kept = store.keep_as_is(verified.id)

    assert (kept.state, kept.verdict, kept.checked_by) == ("placed", "verified", "mk")
    assert kept.anchors[0].former is None
    undone = store.undo(bridge.id)
    assert undone is not None
    assert on(store, article(UPDATED)).state == "recheck"


def test_a_verdict_given_after_the_change_is_not_touched_by_keeping(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])
    store.set_status(verified.id, "done", "false")
    assert store.keep_as_is(verified.id).verdict == "false"


def test_an_article_that_returns_to_its_earlier_text_has_its_words_and_verdict_again(
    path: Path, store: Store, verified: Claim
) -> None:
    store.claims_on([article(UPDATED)])

    claim = on(store, article(HARBOUR))

    assert claim.anchors == verified.anchors
    assert (claim.state, claim.status, claim.verdict, claim.checked_by) == ("placed", "done", "verified", "mk")
    assert claim.checked_at == verified.checked_at
    assert store.claim(claim.id) == claim
    assert check(path).problems == ()


def test_an_article_that_returns_is_written_down_once_and_may_change_again(store: Store, verified: Claim) -> None:
    for _ in range(2):
        store.claims_on([article(UPDATED)])
        store.claims_on([article(HARBOUR)])
        store.claims_on([article(HARBOUR)])

    verbs = [event.verb for event in store.history(verified.id)]
    assert verbs == ["add", "status", *(2 * ["recheck", "place", "restore"])]
    assert on(store, article(UPDATED)).state == "recheck"


def test_a_verdict_that_stands_again_can_be_undone(store: Store, verified: Claim, bridge: Story) -> None:
    store.claims_on([article(UPDATED)])
    store.claims_on([article(HARBOUR)])

    undone = store.undo(bridge)

    assert undone is not None
    assert undone.sentence == "Undone: restore verified on “repairs costing $4.2 million”."
    claim = on(store, article(HARBOUR))
    assert (claim.status, claim.verdict, claim.anchors) == ("open", None, verified.anchors)
    redone = store.redo(bridge)
    assert redone is not None
    assert store.claim(verified.id).verdict == "verified"


def test_a_verdict_given_on_the_new_words_is_not_replaced_when_the_old_return(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])
    store.set_status(verified.id, "checking")
    claim = on(store, article(HARBOUR))
    assert (claim.state, claim.status, claim.verdict) == ("placed", "checking", None)


def test_words_that_were_kept_are_the_ones_checked_when_the_old_return(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])
    store.keep_as_is(verified.id)

    returned = on(store, article(HARBOUR))
    assert (returned.state, returned.verdict) == ("recheck", None)
    assert (returned.anchors[0].former, returned.anchors[0].exact) == ("repairs costing $4.9 million", COST)

    again = on(store, article(UPDATED))
    assert (again.state, again.verdict) == ("placed", "verified")


def test_a_verdict_given_on_the_new_words_ends_when_the_old_return(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])
    store.set_status(verified.id, "done", "false")

    claim = on(store, article(HARBOUR))

    assert (claim.state, claim.status, claim.verdict) == ("recheck", "open", None)
    assert (claim.anchors[0].former, claim.anchors[0].exact) == ("repairs costing $4.9 million", COST)
    again = on(store, article(UPDATED))
    assert (again.state, again.verdict, again.anchors[0].former) == ("placed", "false", None)


def test_a_returned_claim_without_a_verdict_is_no_longer_to_be_rechecked(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)
    store.claims_on([article(UPDATED)])
    store.claims_on([article(HARBOUR)])
    assert store.claim(claim.id).anchors == claim.anchors
    assert [event.verb for event in store.history(claim.id)] == ["add", "recheck", "place"]


def test_words_that_return_are_no_longer_to_be_rechecked(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])
    claim = on(store, article(HARBOUR + "\nThe correction was withdrawn.\n"))
    assert (claim.state, claim.anchors[0].former, claim.anchors[0].exact) == ("moved", None, COST)
    assert (claim.status, claim.verdict) == ("done", "verified")


def test_every_version_that_was_tagged_or_moved_to_is_kept(store: Store, verified: Claim) -> None:
    store.claims_on([article(UPDATED)])
    kept = store.versions("https://news.example/bridge")
    assert [store.version(sha256) for sha256, _ in kept] == [HARBOUR, UPDATED]
    assert store.keep_version(article(UPDATED)) is False


def test_a_read_only_store_shows_the_new_place_without_writing_it(path: Path, store: Store, verified: Claim) -> None:
    with Store(path, read_only=True) as reading:
        assert on(reading, article(UPDATED)).state == "recheck"
    assert [event.verb for event in store.history(verified.id)] == ["add", "status"]


def test_only_the_quote_in_the_changed_article_moves(store: Store, bridge: Story) -> None:
    first, second = bridge.articles
    anchors = [anchor_of(first, *span(HARBOUR, COST)), anchor_of(second, *span(WIRE, "cost $4.6 million"))]
    claim = store.add(bridge, anchors)
    changed = replace(article(UPDATED), id="a1")

    claim = on(store, changed, second)

    assert [anchor.state for anchor in claim.anchors] == ["recheck", "placed"]
    assert claim.state == "recheck"


def test_old_versions_are_pruned_but_not_those_with_claims_or_the_latest(path: Path, store: Store) -> None:
    import sqlite3

    from tui.claims.versions import prune

    bridge = story()
    tag(store, bridge, COST)
    middle, last = article(HARBOUR + "1"), article(HARBOUR + "2")
    store.keep_version(middle)
    store.keep_version(last)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE versions SET last_seen = '2020-01-01T00:00:00.000000Z'")

    assert prune(connection) == 1

    connection.close()
    kept = [sha256 for sha256, _ in store.versions("https://news.example/bridge")]
    assert kept == [bridge.articles[0].sha256, last.sha256]
