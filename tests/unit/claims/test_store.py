import os
import re
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, span, story
from tests.unit.claims.tagging import tag
from tui.claims import Evidence, Store, StoreError, default_editor, default_store_path
from tui.claims.anchors import anchor_of
from tui.claims.marks import SourceDetails
from tui.story.model import Story

COST = "repairs costing $4.2 million"
CARS = "12,000 cars a day"


def test_reading_creates_neither_file_nor_folder(path: Path, store: Store, bridge: Story) -> None:
    assert store.claims() == []
    assert store.claims_on(bridge.articles) == []
    assert store.recent_tags() == []
    assert store.undo(bridge.id) is None
    assert store.changes_since(None).token == 0
    assert not path.parent.exists()


def test_the_first_write_makes_a_store_only_its_owner_can_read(path: Path, store: Store, bridge: Story) -> None:
    tag(store, bridge, COST, "number")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_in_a_folder_set_up_for_sharing_the_group_may_write(tmp_path: Path, bridge: Story) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    os.chmod(folder, 0o2770)

    with Store(folder / "claims.db") as store:
        tag(store, bridge, COST)

    assert stat.S_IMODE((folder / "claims.db").stat().st_mode) == 0o660


def test_a_claim_has_the_words_the_place_and_the_surroundings_of_its_quote(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number", "conflict")

    (anchor,) = claim.anchors
    assert HARBOUR[anchor.start : anchor.end] == anchor.exact == claim.text == COST
    assert HARBOUR.startswith(anchor.prefix, anchor.start - len(anchor.prefix))
    assert HARBOUR.startswith(anchor.suffix, anchor.end)
    assert (anchor.passage, anchor.article) == (1, "https://news.example/bridge")
    assert (claim.tags, claim.status, claim.verdict) == (("number", "conflict"), "open", None)
    assert (claim.story, claim.story_name, claim.author) == (bridge.id, "bridge", "mk")


def test_everything_that_was_done_is_there_after_reopening(path: Path, bridge: Story) -> None:
    with Store(path, editor="mk") as store:
        claim = tag(store, bridge, COST, "number")
        store.add_tags(claim.id, ["conflict", "number"])
        store.set_status(claim.id, "done", "disputed")
        store.set_note(claim.id, "two lines\nof note")
        store.assign(claim.id, "kim")
        store.set_speaker(claim.id, "Ada Quill")
        store.set_priority(claim.id, "high")
        store.set_text(claim.id, "Repairs cost $4.2 million")
        store.add_evidence(
            claim.id, [Evidence(url="https://x.example/1", note="p. 3"), Evidence(url="https://x.example/2")]
        )
        written = store.claim(claim.id)

    with Store(path) as again:
        (read,) = again.claims()

    assert read == written
    assert read.tags == ("number", "conflict")
    assert (read.status, read.verdict, read.checked_by) == ("done", "disputed", "mk")
    assert [item.url for item in read.evidence] == ["https://x.example/1", "https://x.example/2"]
    assert (read.note, read.assigned_to, read.speaker, read.priority) == (
        "two lines\nof note",
        "kim",
        "Ada Quill",
        "high",
    )


def test_a_claim_can_quote_several_articles(store: Store, bridge: Story) -> None:
    first, second = bridge.articles
    anchors = [anchor_of(first, *span(HARBOUR, COST)), anchor_of(second, *span(WIRE, "cost $4.6 million"))]

    claim = store.add(bridge, anchors, tags=["number"])

    assert claim.quote == f"{COST} … cost $4.6 million"
    assert [found.id for found in store.claims_on([second])] == [claim.id]


def test_an_article_with_the_same_content_elsewhere_shows_the_claims(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)

    assert store.claims_on([article(HARBOUR, "/copies/harbour.txt")]) == [claim]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"tag": "number"}, [0, 1]),
        ({"tag": "person"}, [2]),
        ({"status": "done"}, [1]),
        ({"status": "disputed"}, [1]),
        ({"text": "FOUR POINT"}, [0]),
        ({"text": "CARS"}, [1]),
        ({"editor": "kim"}, [2]),
        ({"story": "bridge"}, [0, 1, 2]),
        ({"story": "elsewhere"}, []),
        ({"article": "https://news.example/bridge"}, [0, 1]),
        ({"tag": "number", "status": "open"}, [0]),
        ({"limit": 1, "offset": 1}, [1]),
        ({"dropped": True}, [0, 1, 2, 3]),
    ],
)
def test_claims_are_filtered(store: Store, bridge: Story, conditions: dict[str, str], expected: list[int]) -> None:
    made = [tag(store, bridge, COST, "number"), tag(store, bridge, CARS, "number")]
    made.append(tag(store, bridge, "Mayor Ada Quill", "person", number=1))
    made.append(tag(store, bridge, "3 March", "date"))
    store.set_note(made[0].id, "four point two")
    store.set_status(made[1].id, "done", "disputed")
    store.assign(made[2].id, "kim")
    store.drop(made[3].id)

    assert [claim.id for claim in store.claims(**conditions)] == [made[index].id for index in expected]  # type: ignore[arg-type]


def test_the_tag_given_last_comes_first_whatever_claim_it_was_given_to(store: Store, bridge: Story) -> None:
    first = tag(store, bridge, COST, "number")
    tag(store, bridge, CARS, "date")
    store.add_tags(first.id, ["person"])

    assert store.recent_tags() == ["person", "date", "number"]
    assert store.recent_tags(1) == ["person"]


def test_another_process_sees_what_was_written(path: Path, store: Store, bridge: Story) -> None:
    with Store(path, editor="kim") as other:
        token = other.changes_since(None).token
        assert not other.changes_since(token)

        claim = tag(store, bridge, COST, "number")
        changes = other.changes_since(token)

        assert changes
        assert changes.claims == {claim.id}
        assert [event.editor for event in changes.events] == ["mk"]
        assert not other.changes_since(changes.token)


def test_marks_on_findings_passages_and_sources_are_kept(path: Path, store: Store, bridge: Story) -> None:
    first, second = bridge.articles
    store.set_finding_verdict(bridge.id, "f1", "real")
    store.set_finding_verdict(bridge.id, "f2", "ignore")
    store.set_finding_verdict(bridge.id, "f2", None)
    store.break_link(bridge.id, "l1")
    store.set_checked(bridge.id, "a1:3")
    name = store.pin(bridge.id, (second.sha256, 0, 5), (first.sha256, 0, 9))
    store.set_source_details(bridge.id, first.sha256, SourceDetails(outlet="Harbour News", published="2026-03-01"))
    store.rename_story(bridge.id, "harbour bridge")

    with Store(path) as again:
        assert again.finding_verdicts(bridge.id) == {"f1": "real"}
        assert again.finding_verdicts("another story", ["f1"]) == {"f1": "real"}
        assert again.broken_links(bridge.id) == {"l1"}
        assert again.checked(bridge.id) == {"a1:3"}
        assert [pin.id for pin in again.pins(bridge.id)] == [name]
        assert again.source_details([first.sha256])[first.sha256].outlet == "Harbour News"


def test_the_name_of_a_story_given_before_its_first_claim_stays(store: Store, bridge: Story) -> None:
    store.set_finding_verdict(bridge.id, "f1", "real")
    assert tag(store, bridge, COST).story_name == "bridge"

    store.rename_story(bridge.id, "harbour")
    assert tag(store, bridge, CARS).story_name == "harbour"


def test_what_would_command_a_terminal_is_made_harmless(store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "num\x1b[31mber")
    claim = store.set_note(claim.id, "a\x1b]52;c;aGk=\x07b\r\nc\ud800")

    assert "\x1b" not in claim.note + claim.tags[0]
    assert claim.note.endswith("b\nc\ufffd")


def test_one_store_serves_several_threads(store: Store, bridge: Story) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: tag(store, bridge, COST, f"t{number}"), range(40)))

    assert len({claim.id for claim in store.claims()}) == len(made) == 40


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.claim("none"),
        lambda store: store.add_tags("none", ["x"]),
        lambda store: store.set_status("none", "open"),
    ],
)
def test_a_claim_that_is_not_there_is_named_in_one_sentence(store: Store, bridge: Story, act) -> None:  # type: ignore[no-untyped-def]
    tag(store, bridge, COST)
    with pytest.raises(StoreError, match="there is no claim none in the store"):
        act(store)


def test_an_unknown_status_is_refused(store: Store, bridge: Story) -> None:
    with pytest.raises(StoreError, match="open, checking, done"):
        tag(store, bridge, COST, status="perhaps")


def test_a_read_only_store_refuses_to_write_and_reads_on(path: Path, store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST)
    with Store(path, read_only=True) as reading:
        with pytest.raises(StoreError, match="opened for reading only"):
            reading.set_note(claim.id, "no")
        assert reading.claims() == [claim]


def test_the_history_can_only_be_added_to(path: Path, store: Store, bridge: Story) -> None:
    tag(store, bridge, COST)
    connection = sqlite3.connect(path)
    for statement in ("DELETE FROM events", "UPDATE events SET verb = 'nothing'"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            connection.execute(statement)
    connection.close()


def test_the_history_of_a_claim_tells_who_did_what(path: Path, store: Store, bridge: Story) -> None:
    claim = tag(store, bridge, COST, "number")
    with Store(path, editor="kim") as other:
        other.set_status(claim.id, "done", "true")
    store.undo(bridge.id)

    events = store.history(claim.id)

    assert [(event.editor, event.verb) for event in events] == [("mk", "add"), ("kim", "status")]
    assert events[1].changes["verdict"][1][:2] == ["done", "true"]


def test_the_store_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COPYDESK_STORE", str(tmp_path / "desk.db"))
    assert default_store_path() == tmp_path / "desk.db"
    monkeypatch.delenv("COPYDESK_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store_path() == tmp_path / "copydesk" / "claims.db"


def test_the_editor_is_who_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    assert default_editor() == "ada"
    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert default_editor()


def test_a_store_removed_while_open_begins_anew(path: Path, store: Store, bridge: Story) -> None:
    tag(store, bridge, COST)
    path.unlink()
    assert store.claims() == []
    tag(store, story(), CARS)
    with Store(path) as again:
        assert [claim.text for claim in again.claims()] == [CARS]


def test_no_statement_numbers_its_placeholders_for_python_3_14_takes_no_sequence_for_them(root: Path) -> None:
    numbered = re.compile(r"[=>,( ]\?\d")
    sources = {path.name: path.read_text("utf-8") for path in (root / "tui" / "claims").rglob("*.py")}

    assert not [name for name, source in sources.items() if numbered.search(source)]
