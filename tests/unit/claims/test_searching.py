"""A filter over the claims of all stories, answered in SQL, lists what the words mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.claims.stories import HARBOUR, article, story
from tests.unit.claims.tagging import tag
from tui.claims import Store
from tui.desk.views.claims import fields_of, matches
from tui.story.model import Story


@pytest.fixture
def filled(store: Store, bridge: Story) -> Store:
    """Five claims of two editors in two stories."""
    cost = tag(store, bridge, "repairs costing $4.2 million", "number", "Ärger", note="ask city hall")
    store.set_status(cost.id, "done", "disputed")
    tag(store, bridge, "12,000 cars a day", "number", "single-source", assigned_to="kim")
    dropped = tag(store, bridge, "3 March", "date")
    store.drop(dropped.id)
    other = story(article(HARBOUR.replace("bridge", "tunnel"), "/wire/tunnel.txt"), name="Tunnel Opening")
    tag(store, other, "The harbour tunnel", "place")
    with Store(store.path, editor="kim") as kim:
        kim.set_status(tag(kim, other, "Mayor Ada Quill", "person").id, "checking")
    return store


@pytest.mark.parametrize(
    ("wanted", "quotes"),
    [
        ("story:tunnel", ["The harbour tunnel", "Mayor Ada Quill"]),
        ("story:bridge tag:num", ["repairs costing $4.2 million", "12,000 cars a day"]),
        ("story: tag:ärger", ["repairs costing $4.2 million"]),
        ("story: status:disputed", ["repairs costing $4.2 million"]),
        ("story: status:check", ["Mayor Ada Quill"]),
        ("story: editor:kim", ["12,000 cars a day", "Mayor Ada Quill"]),
        ("story: CITY hall", ["repairs costing $4.2 million"]),
        ("story: single", ["12,000 cars a day"]),
        ("story: article:tunnel", ["The harbour tunnel", "Mayor Ada Quill"]),
        ("story:nowhere", []),
        ("story: tag:date", []),
    ],
)
def test_each_word_is_looked_for_where_it_says(filled: Store, wanted: str, quotes: list[str]) -> None:
    assert [claim.quote for claim in filled.search(wanted)] == quotes


PARTS = st.sampled_from(
    ["story:", "story:t", "tag:n", "tag:", "status:o", "editor:k", "kim", "4", "harbour", "ÄR", "%"]
)


@given(st.lists(PARTS, max_size=4).map(" ".join))
@settings(max_examples=80)
def test_sql_lists_nothing_less_than_reading_every_claim_would(wanted: str) -> None:
    store = FILLED[0]
    found = [claim.id for claim in store.search(wanted)]
    assert {claim.id for claim in store.claims() if matches(fields_of(claim, ()), wanted)} <= set(found)


FILLED: list[Store] = []


@pytest.fixture(autouse=True)
def _one_store_for_all_examples(filled: Store) -> None:
    FILLED[:] = [filled]
