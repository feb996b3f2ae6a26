"""What a claim says beside what its quotes say."""

import pytest

from tests.unit.claims.stories import HARBOUR, article, span
from tests.unit.claims.tagging import tag
from tui.claims import Claim, Store
from tui.claims.anchors import anchor_of
from tui.claims.wording import unsaid
from tui.story.model import Article, Story

COST = "repairs costing $4.2 million"
NEW = "repairs costing $4.9 million"
UPDATED = article(HARBOUR.replace("$4.2 million", "$4.9 million"))


def kept_on(store: Store, claim: Claim, changed: Article) -> Claim:
    """The claim once its editor has kept it on a changed article."""
    store.claims_on([changed])
    return store.keep_as_is(claim.id)


def test_a_claim_that_is_its_quote_says_what_the_quote_says_once_it_is_kept(store: Store, bridge: Story) -> None:
    claim = store.set_status(tag(store, bridge, COST, "number").id, "done", "verified")

    kept = kept_on(store, claim, UPDATED)

    assert (kept.text, kept.quote, kept.verdict) == (NEW, NEW, "verified")
    assert store.history(claim.id)[-1].changes["text"] == (COST, NEW)
    store.undo(bridge)
    assert store.claim(claim.id).text == COST
    store.redo(bridge)
    assert store.claim(claim.id).text == NEW


def test_it_follows_its_quote_through_several_versions_and_back(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    for changed, said in ((UPDATED, NEW), (article(HARBOUR), COST), (UPDATED, NEW)):
        assert kept_on(store, claim, changed).text == said


def test_it_follows_where_the_verdict_was_given_anew_before_the_next_change(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    store.claims_on([UPDATED])
    store.set_status(claim.id, "done", "verified")
    again = article(HARBOUR.replace("$4.2 million", "$5.1 million"))
    assert kept_on(store, claim, again).text == "repairs costing $5.1 million"


def test_a_claim_that_is_reattached_says_what_stands_there(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    gone = article(HARBOUR.replace(COST, "a long quarrel"))
    store.claims_on([gone])
    there = anchor_of(gone, *span(gone.text, "12,000 cars a day"))
    assert store.reattach(claim.id, there).text == "12,000 cars a day"


def test_a_claim_in_other_words_keeps_them(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    store.set_text(claim.id, "The repairs cost $4.2 million")
    kept = kept_on(store, claim, UPDATED)
    assert (kept.text, kept.quote) == ("The repairs cost $4.2 million", NEW)
    assert unsaid(kept) == ("$4.2",)


@pytest.mark.parametrize(
    ("text", "speaker", "found"),
    [
        ("The bridge takes 12,000 cars a day", None, ()),
        ("Each day 12000 cars drive there", None, ()),
        ("Some 14,000 cars a day in May", None, ("14,000", "May")),
        ("Traffic: not 12,000 cars a day", None, ("not",)),
        ("The bridge takes 12,000 cars a day, Ada Quill says", None, ("Ada", "Quill")),
        ("The bridge takes 12,000 cars a day, Ada Quill says", "Ada Quill", ()),
    ],
)
def test_what_a_claim_says_beyond_its_quote_is_found(
    store: Store, bridge: Story, text: str, speaker: str | None, found: tuple[str, ...]
) -> None:
    claim = tag(store, bridge, "12,000 cars a day")
    assert unsaid(claim) == ()
    store.set_text(claim.id, text)
    assert unsaid(store.set_speaker(claim.id, speaker)) == found


def test_nothing_is_said_beyond_the_quote_while_its_former_words_are_told_beside_it(
    store: Store, bridge: Story
) -> None:
    tag(store, bridge, COST, "number")
    (claim,) = store.claims_on([UPDATED])
    assert claim.state == "recheck"
    assert unsaid(claim) == ()
