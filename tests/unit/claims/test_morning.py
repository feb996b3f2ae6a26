from dataclasses import replace
from pathlib import Path

from tests.unit.claims.stories import HARBOUR, WIRE, article, story
from tests.unit.claims.tagging import tag
from tui.claims import Store
from tui.story.model import Story

CARS = "12,000 cars a day"
UPDATED = HARBOUR.replace("12,000", "14,000").replace("Officials", "The city's officials") + "A new line.\n"


def with_first(bridge: Story, text: str) -> Story:
    return replace(bridge, articles=(article(text), bridge.articles[1]))


def test_the_first_look_at_a_story_has_nothing_before_it(path: Path, store: Store, bridge: Story) -> None:
    assert store.since_last_look(bridge) is None
    assert not path.exists()


def test_nothing_changed_since_a_look(store: Store, bridge: Story) -> None:
    tag(store, bridge, CARS)
    store.look(bridge, ["f1"])
    store.add_tags(store.claims()[0].id, ["own work is no news"])

    morning = store.since_last_look(bridge, ["f1"])

    assert morning is not None
    assert not morning
    assert morning.findings_open == ("f1",)


def test_a_changed_article_and_its_claims_are_news(store: Store, bridge: Story) -> None:
    claim = store.set_status(tag(store, bridge, CARS).id, "done", "verified")
    tag(store, bridge, "Mayor Ada Quill", number=1)
    store.look(bridge)

    morning = store.since_last_look(with_first(bridge, UPDATED))

    assert morning
    (change,) = morning.articles
    assert (change.index, change.changed, change.gone, change.new) == (0, 1, 0, 1)
    assert [(found.id, found.state, found.verdict) for found in morning.claims] == [(claim.id, "recheck", None)]


def test_colleagues_work_and_findings_are_news(path: Path, store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, CARS)
    store.look(bridge, ["f1", "f2", "f3"])
    with Store(path, editor="kim") as kim:
        kim.set_note(claim.id, "called them")
        kim.set_finding_verdict(bridge.id, "f3", "real")

    morning = store.since_last_look(bridge, ["f2", "f3", "f4"])

    assert morning
    assert [(event.editor, event.verb) for event in morning.work] == [("kim", "note"), ("kim", "judge")]
    assert [found.id for found in morning.claims] == [claim.id]
    assert ([gone.id for gone in morning.findings_gone], morning.findings_new, morning.findings_open) == (
        ["f1"],
        ("f4",),
        ("f2",),
    )


def test_each_editor_has_a_look_of_their_own(path: Path, store: Store, bridge: Story) -> None:
    store.look(bridge)
    with Store(path, editor="kim") as kim:
        assert kim.since_last_look(bridge) is None


def test_a_look_is_nothing_to_undo_and_keeps_the_texts(store: Store, bridge: Story) -> None:
    store.look(bridge)
    assert store.undo(bridge.id) is None
    assert store.version(bridge.articles[1].sha256) == WIRE


def test_an_article_that_joined_is_news(store: Store, bridge: Story) -> None:
    store.look(bridge)
    third = article("A third voice\n\nIt says more.\n", "/third.txt", "a3")
    morning = store.since_last_look(replace(story(), articles=(*bridge.articles, third)))
    assert morning
    assert morning.arrived == (2,)


def test_a_finding_whose_sides_changed_places_is_the_same(store: Store, bridge: Story) -> None:
    store.look(bridge, {"f1": "1:3 2:2  $4.2 million and $4.6 million for the same repairs"})
    swapped = {"f2": "1:2 3:3  $4.6 million and $4.2 million for the same repairs"}
    morning = store.since_last_look(bridge, swapped)
    assert morning is not None
    assert not morning
    assert morning.findings_open == ("f2",)


def test_an_article_that_left_is_news_with_the_claims_on_it(store: Store, bridge: Story) -> None:
    tag(store, bridge, "Mayor Ada Quill", number=1)
    store.look(bridge)
    morning = store.since_last_look(replace(bridge, articles=bridge.articles[:1]))
    assert morning
    (departed,) = morning.departed
    assert (departed.article, departed.title) == ("/wire/bridge.txt", "Bridge back in service next month")
    assert (departed.claims, departed.gone) == (1, True)
