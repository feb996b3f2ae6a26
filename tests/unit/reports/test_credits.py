"""Outlet and date of an article leave the store with the claims on it."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.claims.folders import tmp_path
from tests.unit.claims.stories import HARBOUR, WIRE, article, story
from tests.unit.claims.tagging import tag
from tests.unit.reports.web_annotation import breaches
from tui.claims import Evidence, Store
from tui.claims.anchors import anchor_of
from tui.claims.check import check
from tui.claims.marks import SourceDetails
from tui.reports.exchange import export_claims, handover, import_claims
from tui.story.model import Story

__all__ = ["tmp_path"]

BRIDGE = article(HARBOUR, outlet="News Ex", published="2026-03-01")
UNKNOWN = article(WIRE, "/wire/bridge.txt", "a2")


@pytest.fixture
def bridge() -> Story:
    return story(BRIDGE, UNKNOWN)


@pytest.fixture
def store(tmp_path: Path, bridge: Story) -> Iterator[Store]:
    with Store(tmp_path / "claims.db", editor="mk") as opened:
        tag(opened, bridge, "repairs costing $4.2 million", "number")
        tag(opened, bridge, "12,000 cars a day", "number")
        tag(opened, bridge, "cost $4.6 million", "number", number=1)
        yield opened


def rows(store: Store) -> list[tuple[str, str]]:
    found = csv.DictReader(io.StringIO(export_claims(store, "csv")))
    return [(row["source"], row["published"]) for row in found]


def test_csv_names_outlet_and_date(store: Store) -> None:
    assert rows(store) == [("News Ex", "2026-03-01"), ("News Ex", "2026-03-01"), ("", "")]


def test_what_the_editor_entered_for_a_source_is_named_too(store: Store, bridge: Story) -> None:
    store.set_source_details(bridge, UNKNOWN.sha256, SourceDetails(outlet="The Wire", published="2026-03-02"))
    assert rows(store)[2] == ("The Wire", "2026-03-02")
    assert "The Wire, 2026-03-02" in " ".join(handover(store)[1].split())
    assert "The Wire, 2026-03-02" in export_claims(store, "markdown").replace("\\", "")


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_every_quote_of_a_report_has_outlet_and_date(store: Store, name: str) -> None:
    text = re.sub(r"\\", "", export_claims(store, name))
    assert text.count("Harbour bridge to reopen on 3 March, News Ex, 2026-03-01") == 2


def test_every_entry_of_the_sheet_names_its_article(store: Store) -> None:
    sheet = " ".join(handover(store)[1].split())
    assert sheet.count("Harbour bridge to reopen on 3 March, News Ex, 2026-03-01") == 2
    assert sheet.count("Bridge back in service") == 1


def test_a_long_headline_is_shortened_where_claims_of_its_article_follow_each_other(tmp_path: Path) -> None:
    headline = "Council votes after a night of argument to reopen the harbour bridge"
    long = article(f"{headline}\n\nIt cost $4.2 million. It carries 12,000 cars a day.\n", outlet="News Ex")
    with Store(tmp_path / "long.db", editor="mk") as opened:
        for words in ("$4.2 million", "12,000 cars", "It cost"):
            tag(opened, story(long), words)
        sheet = " ".join(handover(opened)[1].split())
    assert sheet.count(f"{headline}, News Ex") == 1
    assert sheet.count("Council votes after a night of argument…, News Ex") == 2


def test_a_passage_given_as_evidence_is_named_by_its_source(store: Store) -> None:
    start = HARBOUR.index("12,000")
    claim = store.claims()[2]
    store.add_evidence(claim.id, Evidence(anchor=anchor_of(BRIDGE, start, start + 6)))
    sheet = " ".join(handover(store)[1].split())
    assert "evidence: “12,000”, Harbour bridge to reopen on 3 March, News Ex, 2026-03-01" in sheet


def test_an_annotation_names_the_article_its_quote_is_part_of(store: Store, bridge: Story) -> None:
    store.set_source_details(bridge, UNKNOWN.sha256, SourceDetails(outlet="The Wire"))
    annotations = json.loads(export_claims(store, "annotation"))
    known, entered = (annotations[number]["target"] for number in (0, 2))

    assert [breaches(annotation) for annotation in annotations] == [[], [], []]
    assert known["dcterms:isPartOf"] == {
        "id": known["source"],
        "type": "Text",
        "dcterms:title": "Harbour bridge to reopen on 3 March",
        "dcterms:publisher": {"type": "Organization", "name": "News Ex"},
        "dcterms:issued": "2026-03-01",
    }
    assert entered["dcterms:isPartOf"]["dcterms:publisher"]["name"] == "The Wire"
    assert "dcterms:issued" not in entered["dcterms:isPartOf"]


@pytest.mark.parametrize("name", ["json", "csv"])
def test_outlet_and_date_come_back_with_an_import(store: Store, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"out.{name}"
    file.write_text(export_claims(store, name), encoding="utf-8")
    with Store(tmp_path / "other.db", editor="kim") as other:
        import_claims(other, file)
        assert rows(other) == rows(store)
        assert import_claims(store, file).unchanged == 3
        if name == "json":
            assert export_claims(other) == export_claims(store)


def test_an_export_from_before_they_were_kept_is_taken_in_and_takes_nothing_away(store: Store, tmp_path: Path) -> None:
    document = json.loads(export_claims(store))
    for claim in document["claims"]:
        for anchor in claim["anchors"]:
            del anchor["outlet"], anchor["published"]
    file = tmp_path / "old.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    with Store(tmp_path / "other.db", editor="kim") as other:
        assert import_claims(other, file).added == 3
        assert rows(other) == [("", "")] * 3
    assert import_claims(store, file).unchanged == 3
    assert rows(store)[0] == ("News Ex", "2026-03-01")


def test_a_changed_article_that_no_longer_names_them_loses_neither(store: Store) -> None:
    changed = article(HARBOUR.replace("Officials expect", "City officials expect"))
    store.claims_on([changed])
    assert rows(store)[:2] == [("News Ex", "2026-03-01")] * 2
    assert check(store.path).problems == ()


def test_claims_by_their_place_are_found_through_an_index(store: Store) -> None:
    store.claims_on([article("Something else altogether\n\nNothing of it is left.\n")])
    assert len(store.search("status:orphan")) == 3
    connection = sqlite3.connect(store.path)
    for state in ("orphan", "recheck", "moved"):
        query = f"EXPLAIN QUERY PLAN SELECT number FROM claims WHERE instr(anchors, '\"{state}\"') > 0"
        assert "INDEX claims_" in " ".join(row[3] for row in connection.execute(query))
    connection.close()
