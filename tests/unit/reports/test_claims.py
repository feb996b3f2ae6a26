import json
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, article, story
from tests.unit.claims.tagging import tag
from tests.unit.reports.findings import comparison
from tests.unit.reports.taking import take
from tests.unit.reports.web_annotation import breaches
from tui.claims import Store
from tui.claims.check import check
from tui.reports.annotation import claims_annotation
from tui.reports.claims_report import story_html, story_markdown
from tui.reports.errors import ReportError
from tui.reports.exchange import export_claims, handover, import_claims, sheet_path
from tui.reports.formats import CLAIM_FORMATS
from tui.reports.publisher import Publisher

DESK = Publisher("Harbour Desk", "https://desk.example/checks/")


def test_json_round_trips_without_loss(store: Store, other: Store, tmp_path: Path) -> None:
    store.set_finding_verdict(story().id, "f1", "real")
    text = export_claims(store)

    merged = take(other, text, "json", tmp_path)

    assert (merged.added, merged.marks, merged.problems) == (3, 1, ())
    assert other.claims() == store.claims()
    assert export_claims(other) == text
    assert check(other.path).problems == ()


@pytest.mark.parametrize("name", ["json", "csv"])
def test_importing_twice_is_the_same_as_once(store: Store, other: Store, tmp_path: Path, name: str) -> None:
    text = export_claims(store, name)
    take(other, text, name, tmp_path)
    once = other.claims()

    again = take(other, text, name, tmp_path)

    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    assert other.claims() == once
    assert again.sentence == "0 added, 0 updated, 3 the same"


def test_a_dry_run_tells_and_changes_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    text = export_claims(store)
    assert take(other, text, "json", tmp_path, dry_run=True).added == 3
    assert not other.path.exists()
    token = store.changes_since(None).token
    assert take(store, text, "json", tmp_path, dry_run=True).unchanged == 3
    assert store.changes_since(None).token == token


def test_changes_of_two_editors_to_different_fields_both_survive(store: Store, other: Store, tmp_path: Path) -> None:
    take(other, export_claims(store), "json", tmp_path)
    claim = store.claims()[1]
    other.set_note(claim.id, "kim called")
    store.set_status(claim.id, "checking")

    take(store, export_claims(other), "json", tmp_path)
    take(other, export_claims(store), "json", tmp_path)

    assert store.claims() == other.claims()
    merged = store.claim(claim.id)
    assert (merged.note, merged.status) == ("kim called", "checking")


def test_a_newer_edit_is_never_overwritten(store: Store, other: Store, tmp_path: Path) -> None:
    take(other, export_claims(store), "json", tmp_path)
    claim = store.claims()[1]
    other.set_note(claim.id, "older")
    store.set_note(claim.id, "newer")

    merged = take(store, export_claims(other), "json", tmp_path)

    assert (merged.updated, merged.older) == (0, 1)
    assert merged.sentence == "0 added, 0 updated, 2 the same, 1 newer here and kept"
    assert store.claim(claim.id).note == "newer"


def test_a_dropped_claim_travels_with_a_handover(store: Store, other: Store, tmp_path: Path) -> None:
    take(other, handover(store)[0], "json", tmp_path)
    store.drop(store.claims()[0].id)

    take(other, handover(store)[0], "json", tmp_path)

    assert len(other.claims()) == 2


def test_an_import_can_be_undone(store: Store, other: Store, tmp_path: Path) -> None:
    take(other, export_claims(store), "json", tmp_path)
    undone = other.undo(story().id)
    assert undone is not None
    assert undone.done
    assert other.claims() == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("json", "{", "it is not JSON"),
        ("json", "[" * 100_000, "it is not JSON"),
        ("json", '{"format": "recipes"}', "it is no file of claims"),
        ("json", "[1]", "it is no file of claims"),
        ("json", "7", "it is no file of claims"),
        ("json", '{"format": "copydesk-claims", "version": 99}', "written by a newer copydesk"),
        ("csv", "", "it has no column claim_id"),
        ("csv", "a,b\n1,2\n", "it has no column claim_id"),
        ("txt", "x", "say which with --format"),
    ],
)
def test_what_is_no_file_of_claims_is_refused_in_one_sentence(
    other: Store, tmp_path: Path, name: str, text: str, message: str
) -> None:
    with pytest.raises(ReportError, match=message):
        take(other, text, name, tmp_path)
    assert not other.path.exists()


def test_a_missing_file_is_named(other: Store, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"none\.json cannot be read: No such file"):
        import_claims(other, tmp_path / "none.json")


def test_entries_that_cannot_be_read_are_left_out_and_named(store: Store, other: Store, tmp_path: Path) -> None:
    document = json.loads(export_claims(store))
    document["claims"][0]["status"] = "perhaps"
    del document["claims"][1]["anchors"]

    merged = take(other, json.dumps(document), "json", tmp_path)

    assert merged.added == 1
    assert merged.problems == (
        "claims 1 was left out: the status 'perhaps' is unknown",
        "claims 2 was left out: 'anchors' is missing",
    )


def test_every_annotation_keeps_to_the_model(store: Store) -> None:
    annotations = json.loads(export_claims(store, "annotation"))

    assert [breaches(annotation) for annotation in annotations] == [[], [], []]
    cost = annotations[0]
    assert [target["source"] for target in cost["target"]] == ["https://news.example/bridge", "file:///wire/bridge.txt"]
    quote, position = cost["target"][0]["selector"]
    assert HARBOUR[position["start"] : position["end"]] == quote["exact"]
    assert {"type": "TextualBody", "value": "disputed", "purpose": "assessing"} in cost["body"]


def test_a_conflict_between_two_claims_becomes_an_annotation_that_links_them(tmp_path: Path) -> None:
    bridge = story()
    with Store(tmp_path / "claims.db", editor="mk") as store:
        first = tag(store, bridge, "repairs costing $4.2 million")
        second = tag(store, bridge, "cost $4.6 million", number=1)
        annotations = json.loads(claims_annotation(store.claims(), story=bridge, comparison=comparison()))

    link = annotations[-1]
    assert breaches(link) == []
    assert link["motivation"] == "linking"
    assert link["target"] == f"urn:uuid:{first.id}"
    assert link["body"][0]["source"] == f"urn:uuid:{second.id}"
    assert link["body"][1]["value"] == "conflicts-with"


def test_the_example_annotations_keep_to_the_model_as_we_read_it() -> None:
    folder = Path(__file__).resolve().parents[4] / "shared" / "data" / "exchange_examples"
    if not folder.is_dir():
        pytest.skip("the examples of ../shared/data are not here")
    for name in ("annotation.jsonld", "link.jsonld"):
        assert breaches(json.loads((folder / name).read_text("utf-8"))) == []


def test_claimreview_has_only_claims_with_a_verdict(store: Store) -> None:
    (review,) = json.loads(export_claims(store, "claimreview", publisher=DESK))

    assert (review["@type"], review["@context"]) == ("ClaimReview", "https://schema.org")
    assert review["author"] == {"@type": "Organization", "name": "Harbour Desk", "url": "https://desk.example/checks/"}
    assert review["reviewRating"]["ratingValue"] == 3
    assert review["reviewRating"]["alternateName"] == "Disputed"
    assert review["itemReviewed"]["author"]["name"] == "Ada Quill"
    assert review["url"].startswith("https://desk.example/checks/")


@pytest.mark.parametrize(
    ("publisher", "keys"),
    [
        (None, r"\[publisher\] organisation and \[publisher\] url"),
        (Publisher(organisation="Harbour Desk"), r"\[publisher\] url"),
    ],
)
def test_claimreview_without_a_publisher_names_the_missing_keys(
    store: Store, publisher: Publisher | None, keys: str
) -> None:
    with pytest.raises(ReportError, match=keys):
        export_claims(store, "claimreview", publisher=publisher)


def test_a_verdict_without_a_rating_is_named(store: Store) -> None:
    store.set_status(store.claims()[1].id, "done", "misleading")
    with pytest.raises(ReportError, match="no rating from 1 to 5 for misleading"):
        export_claims(store, "claimreview", publisher=DESK)
    rated = Publisher(DESK.organisation, DESK.url, (("misleading", 2),))
    assert len(json.loads(export_claims(store, "claimreview", publisher=rated))) == 2


@pytest.mark.parametrize("write", [story_markdown, story_html])
def test_the_report_of_a_story_has_all_its_parts(store: Store, write) -> None:  # type: ignore[no-untyped-def]
    report = write(story(), comparison(), store.claims())
    for part in ("Sources (2)", "Conflicts (1)", "Differs, check (1)", "Alone and checkable (1)",
                 "Several articles, one origin (1)",
                 "Claims on a single source (1)", "Claims verified (0)", "Claims open (2)",
                 "Claims checked, not verified (1)"):  # fmt: skip
        assert part in report
    for words in ("repairs costing", "12,000 cars a day", "Ada Quill", "kim", "https://council.example/minutes"):
        assert words in report
    assert "<script>alert" not in report


@pytest.mark.parametrize("name", [name for name in CLAIM_FORMATS if name != "claimreview"])
def test_every_format_can_be_written_of_no_claims(name: str) -> None:
    assert CLAIM_FORMATS[name]([])


def test_a_handover_is_an_importable_file_and_a_sheet(store: Store, other: Store, tmp_path: Path) -> None:
    parcel, sheet = handover(store)

    assert max(map(len, sheet.splitlines())) <= 80
    for words in (
        "HANDOVER by mk",
        "OPEN (2)",
        "CHECKED (1): 1 disputed\n",
        "disputed by mk",
        "for kim",
        "kim: 1 open",
        "nobody yet: 1 open",
    ):
        assert words in sheet
    merged = take(other, parcel, "json", tmp_path)
    assert (merged.added, merged.versions) == (3, 2)
    assert other.version(story().articles[0].sha256) == HARBOUR
    assert check(other.path).unverified == 0
    assert sheet_path(Path("out/night.json")) == Path("out/night.txt")


def test_paths_in_an_import_are_words_and_never_followed(store: Store, other: Store, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("12,000 cars a day")
    document = json.loads(export_claims(store))
    for claim in document["claims"]:
        for anchor in claim["anchors"]:
            anchor["article"] = f"{tmp_path}/../../{secret}"
    take(other, json.dumps(document), "json", tmp_path)

    assert check(other.path).versions == 0
    assert "secret" in export_claims(other, "annotation")


def test_the_sheet_of_a_handover_tells_speaker_priority_and_own_wording(store: Store) -> None:
    claim = store.claims()[0]
    store.set_speaker(claim.id, "Ada Quill")
    store.set_priority(claim.id, "before noon")
    store.set_text(claim.id, "Repairs were dear")
    sheet = handover(store)[1]
    for line in ("  says: Repairs were dear", "  said by: Ada Quill", "  priority: before noon"):
        assert line in sheet.splitlines()
    store.set_text(claim.id, claim.quote)
    assert "says:" not in handover(store)[1]


def test_the_counts_over_a_report_are_those_of_its_sections(tmp_path: Path) -> None:
    with Store(tmp_path / "changed.db", editor="mk") as opened:
        tag(opened, story(), "repairs costing $4.2 million", "number")
        report = CLAIM_FORMATS["markdown"](opened.claims())
        assert "1 claim, 0 checked, 1 open\n" in report
        opened.claims_on([article(HARBOUR.replace("$4.2", "$4.9"))])
        report = CLAIM_FORMATS["markdown"](opened.claims())
    assert "1 claim, 0 checked, 0 open, 1 to recheck\n" in report
    assert "## Claims to recheck (1)" in report
    assert "## Claims open (0)" in report
