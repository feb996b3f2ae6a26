from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.claims.stories import article, story
from tests.unit.claims.tagging import tag
from tui.claims import Evidence, Store
from tui.claims.anchors import anchor_of
from tui.claims.check import check
from tui.claims.marks import SourceDetails
from tui.story.model import Story

COST = "repairs costing $4.2 million"
CARS = "12,000 cars a day"


def state(store: Store, story_id: str) -> object:
    claims = [
        (claim.id, claim.tags, claim.text, claim.note, claim.status, claim.verdict, claim.checked_by, claim.assigned_to,
         claim.speaker, claim.priority, claim.evidence, claim.anchors, claim.story_name)
        for claim in store.claims()
    ]  # fmt: skip
    marks = (
        store.finding_verdicts(story_id),
        store.pins(story_id),
        store.broken_links(story_id),
        store.checked(story_id),
    )
    return claims, marks, store.source_details(["f" * 64])


ACTIONS: dict[str, Callable[[Store, str, Story], object]] = {
    "tag": lambda store, claim, story: store.add_tags(claim, ["x", "y"]),
    "untag": lambda store, claim, story: store.remove_tags(claim, ["number"]),
    "status": lambda store, claim, story: store.set_status(claim, "done", "false"),
    "note": lambda store, claim, story: store.set_note(claim, "new\nnote"),
    "text": lambda store, claim, story: store.set_text(claim, "other words"),
    "assign": lambda store, claim, story: store.assign(claim, "kim"),
    "speaker": lambda store, claim, story: store.set_speaker(claim, "Ada Quill"),
    "priority": lambda store, claim, story: store.set_priority(claim, "high"),
    "evidence": lambda store, claim, story: store.add_evidence(claim, Evidence(url="https://x.example")),
    "less evidence": lambda store, claim, story: store.remove_evidence(claim, Evidence(url="https://first.example")),
    "reattach": lambda store, claim, story: store.reattach(claim, anchor_of(story.articles[0], 0, 7)),
    "drop": lambda store, claim, story: store.drop(claim),
    "finding": lambda store, claim, story: store.set_finding_verdict(story.id, "f1", "apparent"),
    "pin": lambda store, claim, story: store.pin(story.id, ("a", 0, 1), ("b", 0, 1)),
    "break": lambda store, claim, story: store.break_link(story.id, "l1"),
    "checked": lambda store, claim, story: store.set_checked(story.id, "a1:1"),
    "source": lambda store, claim, story: store.set_source_details(story.id, "f" * 64, SourceDetails(outlet="News")),
    "rename": lambda store, claim, story: store.rename_story(story.id, "another name"),
    "add": lambda store, claim, story: tag(store, story, CARS, "date"),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_can_be_undone_and_done_again(path: Path, store: Store, bridge: Story, action: str) -> None:
    claim = tag(store, bridge, COST, "number", evidence=[Evidence(url="https://first.example")])
    before = state(store, bridge.id)

    ACTIONS[action](store, claim.id, bridge)
    after = state(store, bridge.id)
    undone = store.undo(bridge.id)
    assert undone is not None
    assert undone.done
    assert undone.sentence.startswith("Undone: ")
    assert state(store, bridge.id) == before != after

    redone = store.redo(bridge.id)
    assert redone is not None
    assert redone.done
    assert state(store, bridge.id) == after
    assert check(path).problems == ()


def test_undo_goes_back_to_the_beginning_and_redo_to_the_end_across_restarts(path: Path, bridge: Story) -> None:
    states = []
    with Store(path, editor="mk") as store:
        for number in range(12):
            states.append(state(store, bridge.id))
            if number % 3:
                store.add_tags(store.claims()[-1].id, [f"t{number}"])
            else:
                tag(store, bridge, COST, "number")
        states.append(state(store, bridge.id))
    for expected in reversed(states[:-1]):
        with Store(path, editor="mk") as store:
            store.undo(bridge.id)
            assert state(store, bridge.id) == expected
    with Store(path, editor="mk") as store:
        assert store.undo(bridge.id) is None
        for expected in states[1:]:
            store.redo(bridge.id)
            assert state(store, bridge.id) == expected
        assert store.redo(bridge.id) is None


def test_a_new_action_ends_what_could_be_done_again(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    store.set_note(claim.id, "one")
    store.undo(bridge.id)
    store.set_note(claim.id, "two")

    assert store.redo(bridge.id) is None
    store.undo(bridge.id)
    assert store.claim(claim.id).note == ""


def test_undo_stays_in_its_story_and_with_its_editor(path: Path, store: Store, bridge: Story) -> None:
    other_story = story(article("Another story\n\nWith its own words.", "/other.txt"))
    claim = tag(store, bridge, COST)
    elsewhere = tag(store, other_story, "its own words")
    with Store(path, editor="kim") as kim:
        theirs = tag(kim, bridge, CARS)

        assert store.undo(bridge.id) is not None
        assert {each.id for each in store.claims()} == {elsewhere.id, theirs.id}
        assert store.undo(bridge.id) is None
        assert store.claim(claim.id).dropped


def test_undo_asks_when_someone_else_changed_the_claim_since(path: Path, store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)
    store.set_note(claim.id, "mine")
    with Store(path, editor="kim") as kim:
        kim.set_status(claim.id, "done", "true")

    asked = store.undo(bridge.id)

    assert asked is not None
    assert not asked.done
    assert asked.conflict is not None
    assert asked.conflict.editor == "kim"
    assert asked.sentence == "kim changed “repairs costing $4.2 million” since (status true). Undo all the same?"
    assert store.claim(claim.id).note == "mine"

    forced = store.undo(bridge.id, force=True)
    assert forced is not None
    assert forced.done
    assert (store.claim(claim.id).note, store.claim(claim.id).verdict) == ("", "true")


def test_of_two_conflicting_edits_the_later_is_shown_and_both_are_kept(path: Path, store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)
    with Store(path, editor="kim") as kim:
        store.set_note(claim.id, "mk's")
        kim.set_note(claim.id, "kim's")

    assert store.claim(claim.id).note == "kim's"
    notes = [event.changes["note"][1] for event in store.history(claim.id) if "note" in event.changes]
    assert notes == ["mk's", "kim's"]


def test_what_changes_nothing_leaves_nothing_to_undo(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    store.add_tags(claim.id, ["number"])
    store.set_note(claim.id, "")
    store.set_status(claim.id, "open")

    assert len(store.history(claim.id)) == 1


def test_undo_is_an_event_of_its_own(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)
    store.set_note(claim.id, "one")
    store.undo(bridge.id)
    store.redo(bridge.id)

    assert [event.verb for event in store.history(claim.id)] == ["add", "note", "undo", "redo"]


def test_the_sentence_names_what_was_undone(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    store.add_tags(claim.id, ["conflict"])

    action = store.undo(bridge.id)

    assert action is not None
    assert action.sentence == "Undone: tag conflict on “repairs costing $4.2 million”."
    assert action.claim == claim.id
