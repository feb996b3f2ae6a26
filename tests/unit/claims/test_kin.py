"""A story that gains or loses an article gets another id, and is the same story to the editor."""

from dataclasses import replace
from pathlib import Path

from tests.unit.claims.stories import HARBOUR, WIRE, article, story
from tests.unit.claims.tagging import tag
from tui.claims import Store
from tui.claims.marks import SourceDetails
from tui.story.model import Story

CARS = "12,000 cars a day"
LATE = article("The bridge opened late.\n", "/late/third.txt", "a3")
A = (article(HARBOUR).sha256, 37, 130)
B = (article(WIRE).sha256, 35, 109)


def longer(bridge: Story) -> Story:
    return story(*bridge.articles, LATE)


def test_undo_goes_on_where_an_article_was_added_or_closed(store: Store, bridge: Story) -> None:
    first = tag(store, bridge, CARS, "number")
    second = tag(store, longer(bridge), "3 March", "date")
    assert first.story != second.story

    assert store.undo(bridge) is not None
    assert [claim.id for claim in store.claims()] == [first.id]
    assert store.undo(longer(bridge)) is not None
    assert store.claims() == []
    assert store.undo(bridge) is None
    for _ in range(2):
        assert store.redo(longer(bridge)) is not None
    assert {claim.id for claim in store.claims()} == {first.id, second.id}


def test_a_new_action_ends_what_could_be_redone_there_as_well(store: Store, bridge: Story) -> None:
    tag(store, bridge, CARS, "number")
    store.undo(bridge)
    tag(store, longer(bridge), "3 March", "date")
    assert store.redo(bridge) is None


def test_another_story_with_one_article_in_common_keeps_its_own_undo(store: Store, bridge: Story) -> None:
    other = story(bridge.articles[0], LATE)
    tag(store, other, CARS, "number")
    assert store.undo(bridge) is None
    assert len(store.claims()) == 1


def test_what_was_decided_on_contents_can_be_taken_back_in_the_longer_story(store: Store, bridge: Story) -> None:
    store.set_finding_verdict(bridge, "f1", "real")
    store.pin(bridge, A, B)
    store.break_link(bridge, "l1")
    store.set_checked(bridge, "passage:1")
    more = longer(bridge)
    assert store.checked(more) == {"passage:1"}

    store.set_finding_verdict(more, "f1", None)
    store.pin(more, A, B, pinned=False)
    store.break_link(more, "l1", broken=False)
    store.set_checked(more, "passage:1", checked=False)

    for each in (bridge, more):
        assert store.finding_verdicts(each.id, ["f1"]) == {}
        assert store.checked(each) == set()
    assert (store.pins(), store.broken_links()) == ([], set())
    for _ in range(4):
        store.undo(more)
    assert store.finding_verdicts(more.id, ["f1"]) == {"f1": "real"}
    assert (len(store.pins()), store.broken_links(), store.checked(bridge)) == (1, {"l1"}, {"passage:1"})


def test_what_was_entered_for_a_source_holds_for_its_next_version(store: Store, bridge: Story) -> None:
    store.keep_version(bridge.articles[0])
    store.set_source_details(bridge, bridge.articles[0].sha256, SourceDetails(outlet="Herald", label="HER"))
    updated = article(HARBOUR.replace("12,000", "14,000"))

    found = store.details_of([updated, bridge.articles[1]])
    assert found == {updated.sha256: SourceDetails(outlet="Herald", label="HER")}

    store.keep_version(updated)
    store.set_source_details(bridge, updated.sha256, SourceDetails(outlet="The Herald"))
    assert store.details_of([updated])[updated.sha256].outlet == "The Herald"
    assert store.details_of(bridge.articles)[bridge.articles[0].sha256].outlet == "Herald"


def test_the_text_before_a_change_is_the_one_last_looked_at(store: Store, bridge: Story) -> None:
    texts = [HARBOUR, HARBOUR.replace("12,000", "13,000"), HARBOUR.replace("12,000", "14,000")]
    first, second, third = (article(text) for text in texts)
    assert store.former_text(bridge, first) is None
    store.look(replace(bridge, articles=(first,)))
    store.keep_version(second)
    store.keep_version(third)

    assert store.former_text(bridge, third) == texts[0]
    store.look(replace(bridge, articles=(third,)))
    assert store.former_text(bridge, third) == texts[1]
    assert store.former_text(bridge, first) == texts[2]


def test_findings_that_are_gone_are_told_in_the_words_they_had(store: Store, bridge: Story) -> None:
    tag(store, bridge, CARS, "number")
    store.look(bridge, {"f1": "4.2 and 4.6 million for one repair", "f2": "3 March / next month"})
    news = store.since_last_look(bridge, {"f2": "", "f3": ""})
    assert news is not None
    assert [(gone.id, gone.sentence) for gone in news.findings_gone] == [("f1", "4.2 and 4.6 million for one repair")]
    assert news.findings_new == ("f3",)


def test_a_story_that_gained_an_article_has_its_news_since_the_last_look(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, CARS, "number")
    store.look(bridge, {"f1": "a difference"})
    with Store(store.path, editor="kim") as kim:
        kim.set_note(claim.id, "called them")
    news = store.since_last_look(longer(bridge), {"f1": "", "f2": ""})
    assert news is not None
    assert news.arrived == (2,)
    assert [event.verb for event in news.work] == ["note"]
    assert news.findings_new == ("f2",)
    store.look(longer(bridge))
    assert not store.since_last_look(longer(bridge))


def test_a_finding_that_only_got_another_id_is_neither_gone_nor_new(store: Store, bridge: Story) -> None:
    tag(store, bridge, CARS, "number")
    store.look(bridge, {"old": "1:2 2:2  4.2 and 4.6 million", "gone": "1:1 2:1  3 March / April"})
    news = store.since_last_look(bridge, {"moved": "1:3 2:2  4.2 and 4.6 million", "new": "1:3 2:3  12 / 14"})
    assert news is not None
    assert [gone.id for gone in news.findings_gone] == ["gone"]
    assert (news.findings_new, news.findings_open) == (("new",), ("moved",))


def in_folder(folder: Path, *names: str) -> Story:
    """A story of these files of a folder, which are written where they are not there."""
    for name in names:
        (folder / name).write_text(f"What {name} says\n", encoding="utf-8")
    articles = [article((folder / name).read_text("utf-8"), str(folder / name), name) for name in names]
    return story(*articles)


def test_a_story_with_most_of_the_same_articles_is_the_same(store: Store, tmp_path: Path) -> None:
    first = in_folder(tmp_path, "a", "b", "c")
    store.set_checked(first, "passage:1")
    assert store.checked(in_folder(tmp_path, "a", "b", "d")) == {"passage:1"}
    assert store.checked(in_folder(tmp_path, "a", "d", "e")) == set()


def test_a_folder_is_the_same_story_when_the_rest_of_its_files_were_taken_away(store: Store, tmp_path: Path) -> None:
    first = in_folder(tmp_path, "a", "b")
    store.set_checked(first, "passage:1")
    assert store.checked(in_folder(tmp_path, "a", "c")) == set()
    (tmp_path / "b").unlink()
    assert store.checked(in_folder(tmp_path, "a", "c")) == {"passage:1"}
