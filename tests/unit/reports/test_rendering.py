"""Reports of claims as they are read: Markdown, one page of HTML, and the sheet of a handover."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, span, story
from tests.unit.claims.tagging import tag
from tui.claims import Evidence, Store
from tui.claims.anchors import anchor_of
from tui.reports.csv_cells import guarded
from tui.reports.document import MARK_CLOSE, MARK_OPEN, Document, Entry, Quote, Section, markdown, page
from tui.reports.exchange import export_claims, handover

COST = "repairs costing $4.2 million"
REPORT = Document(
    "The bridge",
    "2 claims",
    (
        Section("Open", (), "Nobody was asked."),
        Section(
            "Done",
            (
                Entry(
                    "How much",
                    (
                        Quote(f"It cost {MARK_OPEN}$4{MARK_CLOSE}.", "Post", "https://news.example/a b"),
                        Quote("It did not.", "Wire", "file:///wire.txt"),
                    ),
                    (("note", "one\n\ntwo"),),
                ),
            ),
        ),
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "claims.db", editor="mk") as opened:
        yield opened


def test_markdown_has_sections_with_counts_notes_marks_and_facts() -> None:
    assert markdown(REPORT) == (
        "# The bridge\n\n2 claims\n\n## Open (0)\n\nNobody was asked.\n\nNone.\n\n## Done (1)\n\n### How much\n\n"
        "> It cost **\\$4**.\n>\n> — [Post](<https://news.example/a%20b>)\n\n"
        "> It did not.\n>\n> — [Wire](<file:///wire.txt>)\n\n- note: one<br>two\n"
    )


def test_a_page_has_the_same_and_links_only_what_is_on_the_web() -> None:
    html = page(REPORT)
    assert '<section id="s1">\n<h2>Open (0)</h2>\n<p>Nobody was asked.</p>\n<p>None.</p>\n</section>' in html
    assert "<blockquote>It cost <mark>$4</mark>.\n<footer>" in html
    assert '<a href="https://news.example/a b" rel="noreferrer">Post</a>' in html
    assert "<blockquote>It did not.\n<footer>Wire</footer></blockquote>" in html
    assert "<dl><dt>note</dt><dd>one\n\ntwo</dd></dl>" in html
    assert html.count("None.") == html.count("<p>Nobody was asked.</p>") == 1
    assert '<li><a href="#s2">Done</a> (1)</li>' in html
    plain = page(Document("t", "s", (Section("Done", (Entry("x", (Quote("y", "z", "http://a.example"),)),)),)))
    assert '<a href="http://a.example" rel="noreferrer">z</a>' in plain
    assert plain.count("<p>") == 1


def test_an_entry_of_a_claim_tells_all_that_is_known_of_it(store: Store) -> None:
    bridge = story(article(HARBOUR, outlet="Harbour Post"), article(WIRE, "/wire/bridge.txt", "a2"))
    claim = tag(store, bridge, COST, "number", "cost", speaker="Ada Quill")
    members = anchor_of(bridge.articles[1], *span(WIRE, "two council members"))
    store.set_priority(claim.id, "high")
    store.assign(claim.id, "kim")
    store.set_note(claim.id, "call again")
    evidence = [Evidence(url="https://a.example", note="p 3"), Evidence(anchor=members), Evidence(note="seen")]
    store.add_evidence(claim.id, evidence)
    store.set_status(claim.id, "done", "disputed")
    (_, *entries) = export_claims(store, "markdown").replace("\\", "").split("\n## Claims checked, not verified (1)")
    facts = dict(line[2:].split(": ", 1) for line in entries[0].splitlines() if line.startswith("- "))

    assert list(facts) == [
        "status", "tags", "speaker", "priority", "assigned to", "checked", "note", "evidence", "tagged",
    ]  # fmt: skip
    assert (facts["status"], facts["tags"], facts["speaker"]) == ("disputed", "number, cost", "Ada Quill")
    assert (facts["priority"], facts["assigned to"], facts["note"]) == ("high", "kim", "call again")
    assert facts["checked"].startswith("mk 20")
    assert facts["evidence"].split("<br>") == [
        "https://a.example (p 3)", "“two council members”, Bridge back in service next month", "seen",
    ]  # fmt: skip


def test_a_claim_is_open_checked_or_verified_by_its_verdict_and_its_status(store: Store) -> None:
    for quote, status, verdict in (
        (COST, "open", None),
        ("12,000 cars a day", "done", None),
        ("the mayor said", "done", "verified"),
    ):
        store.set_status(tag(store, story(), quote).id, status, verdict)  # type: ignore[arg-type]
    report = export_claims(store, "markdown").replace("\\", "")

    for title, quote in (
        ("Claims open (1)", COST), ("Claims checked, no verdict given (1)", "12,000 cars a day"),
        ("Claims verified (1)", "the mayor said"),
    ):  # fmt: skip
        assert f"> {quote}" in report.partition(f"## {title}")[2].partition("\n## ")[0]
    assert "- status: open\n" in report
    assert "- status: done\n" in report
    assert "- status: verified\n" in report
    assert "- place:" not in report
    assert "- source: https://news.example/bridge" in report.partition("## Sources (1)")[2]


def test_a_claim_whose_words_changed_tells_where_it_stands_and_what_it_was(store: Store) -> None:
    tag(store, story(), COST)
    store.claims_on([article(HARBOUR.replace("$4.2", "$4.9"))])
    report = export_claims(store, "markdown").replace("\\", "")
    assert "- place: recheck\n- was: “repairs costing $4.2 million”" in report


@pytest.mark.parametrize(
    ("details", "told"),
    [
        ({"outlet": "Post", "published": "2026-03-01"}, "Harbour bridge to reopen on 3 March, Post, 2026-03-01"),
        ({"published": "2026-03-01"}, "Harbour bridge to reopen on 3 March, 2026-03-01"),
        ({}, "Harbour bridge to reopen on 3 March"),
    ],
)
def test_a_source_is_named_by_what_is_known_of_it(store: Store, details: dict[str, str], told: str) -> None:
    tag(store, story(article(HARBOUR, **details)), COST)
    assert f"> — [{told}](<https://news.example/bridge>)" in export_claims(store, "markdown").replace("\\", "")


def test_the_time_of_an_article_is_told_as_it_is_here(store: Store) -> None:
    moment = "2026-03-01T08:30:00+00:00"
    tag(store, story(article(HARBOUR, outlet="Post", published=moment)), COST)
    here = datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    assert f", Post, {here}](" in export_claims(store, "markdown").replace("\\", "")


def test_a_source_without_title_outlet_and_date_is_named_by_where_it_is_from(store: Store) -> None:
    tag(store, story(article("\n" + HARBOUR, "/wire/untitled.txt")), COST)
    assert "> — /wire/untitled.txt" in export_claims(store, "markdown").replace("\\", "")
    tag(store, story(article("\n" + WIRE, "/wire/other.txt", outlet="The Wire")), "cost $4.6 million")
    assert "> — The Wire\n" in export_claims(store, "markdown").replace("\\", "")


def test_a_handover_of_one_claim_is_of_one_claim(store: Store) -> None:
    claim = tag(store, story(), COST, "number")
    store.add_evidence(claim.id, [Evidence(url="https://a.example", note="p. 3"), Evidence(note="seen by kim")])
    lines = handover(store)[1].splitlines()
    assert lines[2] == "bridge: 1 claim"
    assert "  evidence: https://a.example" in lines
    assert "  evidence: seen by kim" in lines
    assert "  tags: number" in lines
    assert any(line.startswith("  open; for nobody yet, tagged by mk; ") for line in lines)
    store.set_status(tag(store, story(), "12,000 cars a day").id, "checking", "disputed")
    lines = handover(store)[1].splitlines()
    assert lines[2] == "bridge: 2 claims"
    assert any(line.startswith("  disputed; for nobody yet") for line in lines)


@pytest.mark.parametrize("sign", [*"=+-@|%＝＋－＠", "\t", " =", "'=", "\u00a0+"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(sign: str) -> None:
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"
