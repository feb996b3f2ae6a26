"""Claims as a sheet of CSV: out to a spreadsheet, and back."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.claims.stories import HARBOUR, article, story
from tests.unit.reports.taking import take
from tui.claims import Store
from tui.reports.claims_csv import COLUMNS
from tui.reports.csv_cells import guarded, unguarded
from tui.reports.exchange import export_claims, import_claims
from tui.story import sanitise


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


def test_a_claim_on_no_article_is_a_row_without_quote_and_place_and_comes_back(other: Store, tmp_path: Path) -> None:
    take(other, "claim_id,claim_text\nnew-1,Six cars burned\n", "csv", tmp_path)
    (row,) = csv.DictReader(io.StringIO(export_claims(other, "csv")))

    assert (row["claim_text"], row["status"], row["story"]) == ("Six cars burned", "open", "imported")
    assert not any(row[name] for name in ("source", "article_title", "url", "published", "quote", "start", "end"))
    assert take(other, export_claims(other, "csv"), "csv", tmp_path).unchanged == 1


def test_empty_parts_and_repetitions_of_a_list_in_a_cell_are_nothing(other: Store, tmp_path: Path) -> None:
    rows = "claim_id,claim_text,tags,evidence_url\nnew-1,Six cars,a; ;b;;a ,https://one.example; ;\n"
    take(other, rows, "csv", tmp_path)
    (claim,) = other.claims()

    assert claim.tags == ("a", "b")
    assert [item.url for item in claim.evidence] == ["https://one.example"]
