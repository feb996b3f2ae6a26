import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.claims.stories import HARBOUR, article, story
from tests.unit.claims.tagging import tag
from tests.unit.reports.findings import comparison
from tests.unit.reports.web_annotation import breaches
from tui.claims import Store
from tui.claims.check import check
from tui.reports.annotation import claims_annotation
from tui.reports.claims_csv import COLUMNS
from tui.reports.claims_report import story_html, story_markdown
from tui.reports.csv_cells import guarded, unguarded
from tui.reports.errors import ReportError
from tui.reports.exchange import export_claims, handover, import_claims, sheet_path
from tui.reports.formats import CLAIM_FORMATS
from tui.reports.publisher import Publisher
from tui.story import sanitise

DESK = Publisher("Harbour Desk", "https://desk.example/checks/")


def take(store: Store, text: str, name: str, tmp_path: Path, *, dry_run: bool = False):  # type: ignore[no-untyped-def]
    path = tmp_path / f"in.{name}"
    path.write_text(text, "utf-8")
    return import_claims(store, path, dry_run=dry_run)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "other" / "claims.db", editor="kim") as opened:
        yield opened


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


def test_csv_has_the_agreed_columns_and_guards_formulas(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(export_claims(store, "csv"))))

    assert tuple(rows[0]) == COLUMNS
    cost, cars, quoted = rows
    assert (cost["quote"], cost["start"], cost["verdict"], cost["tags"]) == (
        "repairs costing $4.2 million", "85", "disputed", "number;conflict",
    )  # fmt: skip
    assert (cars["verdict"], cars["speaker"], cars["conflicts_with"]) == ("", "", "")
    assert quoted["tags"] == "'=SUM(A1)"
    assert quoted["evidence_note"].startswith("'=HYPERLINK")


def test_csv_columns_are_those_of_the_example() -> None:
    example = Path(__file__).resolve().parents[4] / "shared" / "data" / "exchange_examples" / "claims.csv"
    if not example.is_file():
        pytest.skip("the examples of ../shared/data are not here")
    assert tuple(example.read_text("utf-8").splitlines()[0].split(",")) == COLUMNS


def test_the_example_csv_can_be_imported(other: Store) -> None:
    example = Path(__file__).resolve().parents[4] / "shared" / "data" / "exchange_examples" / "claims.csv"
    if not example.is_file():
        pytest.skip("the examples of ../shared/data are not here")
    assert import_claims(other, example).added == 1
    (claim,) = other.claims()
    assert (claim.id, claim.tags, claim.priority, claim.story_name) == ("c1", ("number", "conflict"), "high", "bridge")
    assert claim.anchors[0].exact == "repairs costing $4.2 million"
    assert import_claims(other, example).unchanged == 1


def test_what_was_changed_in_a_spreadsheet_comes_back(store: Store, tmp_path: Path) -> None:
    text = export_claims(store, "csv").replace(",open,", ",checking,").replace("single-source", "single-source;called")

    merged = take(store, text, "csv", tmp_path)

    assert (merged.updated, merged.unchanged) == (2, 1)
    assert store.claims()[1].tags == ("single-source", "called")
    assert store.claims()[1].status == "checking"
    assert take(store, text, "csv", tmp_path).updated == 0


def test_a_verdict_of_a_sheet_that_is_not_known_is_told_and_not_taken_over(
    store: Store, other: Store, tmp_path: Path
) -> None:
    before = store.claims()
    text = export_claims(store, "csv").replace(",done,disputed,", ",done,nonsense,").replace("Ada Quill,", "A. Quill,")

    merged = take(store, text, "csv", tmp_path)

    (problem,) = merged.partly
    assert merged.problems == ()
    assert merged.sentence.endswith("; 1 without the verdict given there")
    assert "left out" not in merged.sentence
    assert problem.startswith("line 2: the verdict 'nonsense' was not taken over: it is none of true, verified, ")
    claim = store.claim(before[0].id)
    assert (claim.verdict, claim.checked_at, claim.speaker) == ("disputed", before[0].checked_at, "A. Quill")
    take(other, text, "csv", tmp_path)
    new = other.claim(claim.id)
    assert (new.status, new.verdict, new.checked_by) == ("open", None, None)


def test_a_sheet_may_hold_the_verdicts_of_the_settings_in_any_case(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(export_claims(store, "csv").replace(",done,disputed,", ",done,Misleading ,"), "utf-8")

    merged = import_claims(store, path, verdicts=["misleading"])

    assert (merged.updated, merged.problems) == (1, ())
    assert store.claims()[0].verdict == "misleading"


def test_a_row_whose_claim_id_is_none_is_left_out_and_named(other: Store, tmp_path: Path) -> None:
    rows = "claim_id,quote,status\nno identifier,Ten cars,open\nnew-1,Six cars,perhaps\n,,\n"

    merged = take(other, rows, "csv", tmp_path)

    assert merged.problems == (
        "line 2 was left out: the claim_id 'no identifier' has spaces: a claim's id is one word",
        "line 3 was left out: the status 'perhaps' is none of open, checking, done, true, verified, false, disputed, "
        "unsupported, single-source",
    )
    assert other.claims() == []


def test_a_new_row_joins_the_story_of_that_name(store: Store, tmp_path: Path) -> None:
    header, row, *_ = export_claims(store, "csv").splitlines()
    take(store, f"{header}\nnew-1{row[36:]}\n", "csv", tmp_path)

    assert store.claim("new-1").story == story().id
    assert store.claim("new-1") in store.claims_on(story().articles)


def test_a_spreadsheet_leaves_what_it_cannot_hold(store: Store, tmp_path: Path) -> None:
    before = store.claims()
    take(store, export_claims(store, "csv").replace("Ada Quill", "A. Quill"), "csv", tmp_path)
    after = store.claims()[0]

    assert after.speaker == "A. Quill"
    assert (after.anchors, after.evidence, after.story) == (before[0].anchors, before[0].evidence, before[0].story)


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_reads_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(cell) == sanitise(text)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("json", "{", "it is not JSON"),
        ("json", "[" * 100_000, "it is not JSON"),
        ("json", '{"format": "recipes"}', "it is no file of claims"),
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
                 "Claims with another status (1)"):  # fmt: skip
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
        "DONE (1)",
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
        assert "1 claim, 0 done, 1 open\n" in report
        opened.claims_on([article(HARBOUR.replace("$4.2", "$4.9"))])
        report = CLAIM_FORMATS["markdown"](opened.claims())
    assert "1 claim, 0 done, 0 open, 1 to recheck\n" in report
    assert "## Claims to recheck (1)" in report
    assert "## Claims open (0)" in report


def test_a_verdict_may_stand_in_the_column_of_the_status(store: Store, other: Store, tmp_path: Path) -> None:
    text = export_claims(store, "csv").replace(",open,,", ",Verified,,", 1)

    assert take(store, text, "csv", tmp_path).problems == ()
    take(other, text, "csv", tmp_path)
    for each in (store, other):
        assert [(claim.status, claim.verdict) for claim in each.claims()] == [
            ("done", "disputed"), ("done", "verified"), ("open", None),
        ]  # fmt: skip


def test_a_row_with_two_verdicts_is_left_out_and_named(store: Store, tmp_path: Path) -> None:
    merged = take(store, export_claims(store, "csv").replace(",done,disputed,", ",true,disputed,"), "csv", tmp_path)

    assert merged.problems == (
        "line 2 was left out: the status 'true' and the verdict 'disputed' are two verdicts: leave one of them",
    )
    assert store.claims()[0].verdict == "disputed"


def test_a_claim_to_recheck_is_told_in_a_last_column_that_is_there_only_then(store: Store, tmp_path: Path) -> None:
    store.claims_on([article(HARBOUR.replace("$4.2", "$4.9")), story().articles[1]])
    text = export_claims(store, "csv")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert tuple(rows[0]) == (*COLUMNS, "place")
    assert [row["place"] for row in rows] == ["recheck", "", ""]
    assert take(store, text, "csv", tmp_path).unchanged == 3


def test_the_name_of_a_place_in_the_column_of_the_status_leaves_the_status(store: Store, tmp_path: Path) -> None:
    text = export_claims(store, "csv").replace(",done,disputed,", ",recheck,,").replace("Ada Quill,", "A. Quill,")

    assert take(store, text, "csv", tmp_path).problems == ()
    claim = store.claims()[0]
    assert (claim.status, claim.verdict, claim.speaker) == ("done", "disputed", "A. Quill")
