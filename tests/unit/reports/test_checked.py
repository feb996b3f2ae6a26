"""What is checked and what is open, alike in the sheet of a handover and in the reports."""

import re

from tests.unit.claims.stories import HARBOUR, article, story
from tests.unit.claims.tagging import tag
from tui.claims import Store
from tui.claims.standing import doubted_first, is_to_recheck, told_verdicts
from tui.reports.exchange import export_claims, handover

VERDICTS = {
    "repairs costing $4.2 million": "verified",
    "12,000 cars a day": "disputed",
    "the mayor said": "unsupported",
}


def checked(store: Store) -> None:
    """Three claims with their verdicts beside those of the store, of which one is disputed and two are open."""
    for quote, verdict in VERDICTS.items():
        store.set_status(tag(store, story(), quote, "checked").id, "done", verdict)


def test_the_sheet_puts_what_is_disputed_and_unsupported_first_with_the_verdict_in_each_line(store: Store) -> None:
    checked(store)
    sheet = handover(store)[1]
    assert "DONE" not in sheet
    head, *lines = sheet[sheet.index("CHECKED (4)") :].splitlines()
    assert head == "CHECKED (4): 2 disputed, 1 unsupported, 1 verified"
    said = [line.split()[0] for line in lines if " by mk " in line and not line.startswith("-")]
    assert said == ["disputed", "disputed", "unsupported", "verified"]
    assert "OPEN (2)" in sheet


def test_reports_count_as_the_sheet_does(store: Store) -> None:
    checked(store)
    for name in ("markdown", "html"):
        report = export_claims(store, name)
        assert "6 claims, 4 checked (2 disputed, 1 unsupported, 1 verified), 2 open" in report.replace("\\", "")
        assert report.index("Claims checked, not verified") < report.index("Claims verified")
        assert "done" not in report
    assert handover(store)[1].count("\nOPEN (2)") == 1


def test_a_single_source_that_is_being_checked_is_open_everywhere(store: Store) -> None:
    claim = tag(store, story(), "the mayor said")
    store.set_status(claim.id, "checking", "single-source")
    assert "4 claims, 1 checked (1 disputed), 3 open" in export_claims(store, "markdown").replace("\\", "")
    assert "OPEN (3)" in handover(store)[1]


def test_a_claim_to_recheck_is_neither_open_nor_checked(store: Store) -> None:
    checked(store)
    changed = store.claims_on([article(HARBOUR.replace("12,000 cars", "14,000 cars"))])
    waiting = sum(map(is_to_recheck, changed))
    assert waiting >= 2
    sheet, report = handover(store)[1], export_claims(store, "markdown").replace("\\", "")
    sections = re.findall(r"^(TO RECHECK|OPEN|CHECKED)[^(]*\((\d)\)", sheet, re.MULTILINE)
    counts = {name: int(number) for name, number in sections}
    assert (counts["TO RECHECK"], sum(counts.values())) == (waiting, 6)
    assert re.search("^  nobody yet: [12] to recheck$", sheet, re.MULTILINE)
    told = re.search(r"6 claims, (\d) checked \(.*\), (\d) open, (\d) to recheck", report)
    assert told is not None
    assert [int(number) for number in told.groups()] == [counts["CHECKED"], counts.get("OPEN", 0), waiting]


def test_verdicts_of_ones_own_stand_between_those_in_doubt_and_those_verified(store: Store) -> None:
    for quote, verdict in (("the mayor said", "misleading"), ("12,000 cars a day", None), *VERDICTS.items()):
        store.set_status(tag(store, story(), quote).id, "done", verdict)
    claims = [claim for claim in store.claims() if claim.status == "done"]
    order = [claim.verdict for claim in doubted_first(claims)]
    assert order == ["disputed", "disputed", "unsupported", "misleading", None, "verified"]
    assert told_verdicts(claims).endswith("1 unsupported, 1 misleading, 1 without a verdict, 1 verified")
