import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, story
from tests.unit.reports.findings import CUT, bridge, comparison
from tui.compare import compare
from tui.compare.links.runs import LONG
from tui.compare.model import Comparison, Judgement, OverlapKind, Thresholds
from tui.desk.process.surveying import survey_of
from tui.desk.reading.marks import COPIED, mark_of
from tui.reports.claims_report import story_markdown
from tui.reports.comparison_formats import COMPARISON_FORMATS
from tui.reports.comparison_report import alone_section
from tui.reports.judgement import judgement_json
from tui.resources import sample
from tui.story import load

HOSTILE = "Title \x1b[31m[red]</title><script>alert(1)</script> =cmd|' /C calc'!A0 \u202e"
HOSTILE += "\n\n- One sentence *here* <b>bold</b>.\n"


def test_json_has_the_documented_shape() -> None:
    document = json.loads(COMPARISON_FORMATS["json"](bridge(), comparison()))

    assert list(document) == ["version", "thresholds", "articles", "links", "facts", "sources"]
    assert document["thresholds"] == {"overlap": 0.5, "conflict": 0.6}
    first = document["articles"][0]
    assert list(first) == [
        "id", "source", "title", "outlet", "author", "published", "language", "sha256", "text", "passages",
    ]  # fmt: skip
    assert first["text"] == HARBOUR
    assert first["passages"][0] == {"start": 0, "end": 35, "kind": "sentence", "paragraph": 0}
    link = document["links"][0]
    assert link["a"]["article"] == "a1"
    assert link["a"]["passages"] == [1, 1]
    assert HARBOUR[link["a"]["start"] : link["a"]["end"]] == "repairs costing $4.2 million"
    assert set(link) == {
        "id", "a", "b", "relation", "kind", "tier", "score", "overlap", "reason", "evidence",
    }  # fmt: skip
    start, end = link["evidence"][0]["a"]
    assert HARBOUR[start:end] == "$4.2 million"
    assert document["facts"][0] == {
        "id": "f1", "passages": [{"article": "a1", "passage": 1}, {"article": "a2", "passage": 1}],
        "links": [3], "conflicts": [0], "articles": 2, "origins": 1,
    }  # fmt: skip
    assert document["sources"][0] == {"article": "a1", "alone": [2], "cites": ["NBC News"], "reuse": {"a2": 0.31}}


def test_json_holds_every_pair_where_they_were_asked_for() -> None:
    document = json.loads(COMPARISON_FORMATS["json"](bridge(), comparison(pairs=True)))
    assert document["pairs"] == [
        {"a": {"article": "a1", "passage": 1}, "b": {"article": "a2", "passage": 1}, "overlap": 0.8, "conflict": 0.9}
    ]


@pytest.mark.parametrize(
    ("only", "links", "alone"),
    [
        ({"conflict"}, ["l1"], []),
        ({"check"}, ["l2"], []),
        ({"overlap"}, ["l3", "l4"], []),
        ({"alone"}, [], [2]),
        ({"conflict", "overlap"}, ["l1", "l3", "l4"], []),
        ((), ["l1", "l2", "l3", "l4"], [2]),
    ],
)
def test_only_what_is_asked_for_is_there_and_facts_still_point_to_it(
    only: set[str], links: list[str], alone: list[int]
) -> None:
    document = json.loads(COMPARISON_FORMATS["json"](bridge(), comparison(), only=only))

    assert [link["id"] for link in document["links"]] == links
    assert document["sources"][0]["alone"] == alone
    for fact in document["facts"]:
        for index in fact["links"]:
            assert document["links"][index]["relation"] == "overlap"
        for index in fact["conflicts"]:
            assert document["links"][index]["relation"] == "conflict"


def test_text_is_for_eighty_columns_with_the_worst_first() -> None:
    text = COMPARISON_FORMATS["text"](bridge(), comparison())

    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    order = [
        "ARTICLES",
        "CONFLICTS: 1",
        "DIFFERS, CHECK: 1",
        "COPIED, word for word or nearly: 1",
        "THE SAME WORDS IN A ROW: 1, 8 words and up",
        "THE SAME IN OTHER WORDS: 1",
        "ALONE AND CHECKABLE",
    ]
    assert [text.index(title) for title in order] == sorted(text.index(title) for title in order)
    assert "! 1:2  2:2  number, sure 91" in text
    assert "$4.2 million and $4.6 million for the same repairs" in text
    assert "1:2     repairs costing [$4.2 million]" in text
    assert "but: another time" in text
    assert "· 1:3     Officials expect 12,000 cars a day." in text
    assert "cites NBC News" in text


@pytest.mark.parametrize("kind", ["verbatim", "near-verbatim"])
def test_what_the_desk_marks_as_copied_every_report_lists_as_copied(kind: OverlapKind) -> None:
    found = comparison()
    link = replace(found.links[3], kind=kind)
    found = replace(found, links=(*found.links[:3], link))

    assert mark_of(link) == COPIED
    text = COMPARISON_FORMATS["text"](bridge(), found)
    assert "2 copied passages" in text
    assert "COPIED, word for word or nearly: 2" in text
    assert "THE SAME IN OTHER WORDS: none" in text
    assert "## Copied, word for word or nearly (2)" in COMPARISON_FORMATS["markdown"](bridge(), found)
    assert "Copied, word for word or nearly (2)" in re.sub(r"<[^>]+>", "", COMPARISON_FORMATS["html"](bridge(), found))


def test_the_runs_of_the_same_words_that_the_desk_lists_stand_in_the_reports() -> None:
    runs = [run for run in survey_of(bridge()).runs if run.words >= LONG]
    assert runs
    for name in ("text", "markdown"):
        report = " ".join(COMPARISON_FORMATS[name](bridge(), comparison()).split())
        for run in runs:
            assert " ".join(run.text(bridge()).split()) in report


def test_text_of_one_article_alone_says_that_comparing_needs_two() -> None:
    one = story(article(HARBOUR))
    text = COMPARISON_FORMATS["text"](one, Comparison(Thresholds(), (), (), ()))
    assert "comparing needs two" in text
    assert "CONFLICTS" not in text
    assert text.startswith("bridge\n1 article, ")


def test_csv_has_one_row_a_link_with_both_wordings() -> None:
    rows = list(csv.DictReader(io.StringIO(COMPARISON_FORMATS["csv"](bridge(), comparison()))))

    assert list(rows[0]) == [
        "relation", "kind", "tier", "score", "source_a", "start_a", "end_a", "quote_a",
        "source_b", "start_b", "end_b", "quote_b", "reason", "verdict",
    ]  # fmt: skip
    assert {row["verdict"] for row in rows} == {""}
    assert [row["relation"] for row in rows] == ["conflict", "conflict", "overlap", "overlap"]
    assert rows[0]["quote_a"] == "repairs costing $4.2 million"
    assert rows[2]["quote_b"] == CUT
    assert rows[2]["tier"] == ""


def test_every_link_is_the_same_in_csv_as_in_json() -> None:
    found, made = comparison(), bridge()
    rows = csv.DictReader(io.StringIO(COMPARISON_FORMATS["csv"](made, found)))
    document = json.loads(COMPARISON_FORMATS["json"](made, found))
    texts = {each["id"]: each for each in document["articles"]}

    for row, link in zip(rows, document["links"], strict=True):
        assert (row["relation"], row["kind"], row["tier"] or None, row["reason"]) == (
            link["relation"], link["kind"], link["tier"], link["reason"],
        )  # fmt: skip
        assert float(row["score"]) == link["score"]
        for name in ("a", "b"):
            side, of = link[name], texts[link[name]["article"]]
            assert (int(row[f"start_{name}"]), int(row[f"end_{name}"])) == (side["start"], side["end"])
            assert row[f"source_{name}"] == of["source"]
            assert row[f"quote_{name}"] == of["text"][side["start"] : side["end"]]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)


def test_html_is_one_page_that_loads_and_runs_nothing() -> None:
    page = COMPARISON_FORMATS["html"](bridge(), comparison())
    seen = Tags()
    seen.feed(page)

    assert not {"script", "link", "img", "iframe", "object"} & set(seen.names)
    assert "default-src 'none'" in page
    assert "<mark>$4.2 million</mark>" in page


@pytest.mark.parametrize("name", COMPARISON_FORMATS)
def test_hostile_text_does_no_harm_in_any_format(name: str) -> None:
    hostile = story(article(HOSTILE, "/news/\x1b]0;x\x07<i>.txt"), name="<b>\x1b[2J")
    report = COMPARISON_FORMATS[name](hostile, Comparison(Thresholds(), (), (), ()))

    if name != "json":
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", report)
    if name in ("html", "markdown"):
        seen = Tags()
        seen.feed(re.sub(r"\\<[^>]*", "", report) if name == "markdown" else report)
        assert not {"script", "b", "i"} & set(seen.names)


def test_markdown_shows_the_words_that_differ_in_bold() -> None:
    text = COMPARISON_FORMATS["markdown"](bridge(), comparison())
    assert "> repairs costing **\\$4.2 million**" in text
    assert "## Conflicts (1)" in text


def test_a_judgement_is_one_line() -> None:
    line = judgement_json("7", Judgement("none", None, 0.1, 0.0, "", (), ()))
    assert json.loads(line) == {
        "id": "7", "relation": "none", "kind": None, "overlap": 0.1, "conflict": 0.0, "reason": "",
        "evidence": [], "findings": [],
    }  # fmt: skip
    assert "\n" not in line


def test_what_another_article_contradicts_is_not_listed_as_alone() -> None:
    fire = load([str(sample("harbour-fire"))])
    found = compare(fire)
    contradicted = {
        f"{side.article + 1}:{passage + 1}"
        for link in found.links
        if link.relation == "conflict" and link.tier != "internal"
        for side in (link.a, link.b)
        for passage in range(side.first, side.last + 1)
    }
    raw = {f"{source.article + 1}:{at + 1}" for source in found.sources for at in source.alone[: source.checkable]}
    listed = {entry.heading for entry in alone_section(fire, found).entries}
    assert raw & contradicted
    assert listed == raw - contradicted
    text = COMPARISON_FORMATS["text"](fire, found, only={"alone"})
    assert not any(f" {place} " in text for place in raw & contradicted)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_report_of_articles_in_two_languages_says_at_its_head_and_over_what_is_alone_that_they_hardly_meet(
    name: str,
) -> None:
    two = story(article(HARBOUR, language="en"), article(WIRE, "/wire/bridge.txt", "a2", language="de"))
    report = COMPARISON_FORMATS[name](two, comparison())
    head, _, alone = report.partition("Alone and checkable (" if name != "text" else "ALONE AND CHECKABLE")
    assert "1 in German, 1 in English; compared by words, they hardly meet" in head
    assert "1 in German, 1 in English: it may be told in another language" in alone
    assert "in German" not in COMPARISON_FORMATS[name](bridge(), comparison())


def test_what_is_copied_is_listed_by_how_many_words_are_the_same() -> None:
    fire = load([str(sample("harbour-fire"))])
    found = compare(fire)
    text = COMPARISON_FORMATS["text"](fire, found, only={"overlap"})
    part = text.partition("COPIED, word for word or nearly: ")[2].partition("THE SAME WORDS IN A ROW")[0]
    counts = [int(number) for number in re.findall(r"the same: (\d+) word", part)]
    assert "most of the same words first" in part
    assert len(counts) > 2
    assert counts == sorted(counts, reverse=True)
    places = re.findall(r"^= (\S+)  (\S+)  the same", part, re.MULTILINE)
    listed = COMPARISON_FORMATS["markdown"](fire, found, only={"overlap"}).partition("## Copied")[2]
    assert re.findall(r"^### (\S+) / (\S+)", listed.partition("\n## ")[0], re.MULTILINE) == places


def test_the_report_of_a_story_in_two_languages_says_so_at_its_head() -> None:
    two = story(article(HARBOUR, language="en"), article(WIRE, "/wire/bridge.txt", "a2", language="de"))
    head = story_markdown(two, comparison(), []).partition("\n## ")[0]
    assert "0 open. 1 in German, 1 in English; compared by words, they hardly meet" in head
    assert "German" not in story_markdown(bridge(), comparison(), [])
