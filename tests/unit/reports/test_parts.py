"""What reports have in common: wordings with what differs marked, and articles' addresses."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.claims.stories import article
from tests.unit.reports.findings import comparison
from tui.claims import Store
from tui.compare.grouping import grouped
from tui.compare.model import Side
from tui.reports.addresses import address_of, identity_at
from tui.reports.errors import ReportError
from tui.reports.exchange import import_claims
from tui.reports.lines import address, counted, doubts, wording

LONG = " ".join(f"word{number}" for number in range(100))


def shown(text: str, *marked: str) -> str:
    spans = [(text.index(words), text.index(words) + len(words)) for words in marked]
    return wording(article(text), Side(0, 0, 0, 0, len(text)), spans)


def test_words_that_differ_stand_in_brackets_and_neighbours_in_one() -> None:
    assert shown("The bridge cost $4.2 million in all.", "$4.2", "million") == "The bridge cost [$4.2 million] in all."
    assert shown("Nine hurt, two badly.", "two", "Nine") == "[Nine] hurt, [two] badly."


def test_of_long_wordings_the_parts_away_from_what_differs_are_left_out() -> None:
    text = f"{LONG} nine {LONG} two {LONG}"
    line = shown(text, "nine", "two")
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert " word99 [nine] word0 " in line
    between = line[line.index("[nine]") : line.index("[two]")]
    assert " … " in between
    assert len(between) < 130
    assert " word99 [two] word0 " in line
    assert len(line) < 500
    assert shown(LONG).endswith(" …")
    assert shown(LONG).startswith("word0 word1 ")


def test_marks_outside_the_side_are_not_shown() -> None:
    text = "Nine were hurt. Two died."
    assert wording(article(text), Side(0, 0, 0, 0, 15), [(16, 19), (0, 4)]) == "[Nine] were hurt."


def test_a_doubt_is_told_once_and_another_one_of_a_milder_part_with_its_place() -> None:
    found = comparison()
    first = replace(found.links[0], downgrade="an estimate")
    parts = [
        replace(first, id=f"l{at}", severity=severity, downgrade=doubt)
        for at, (severity, doubt) in enumerate([(0.9, "an estimate"), (0.5, "an estimate"), (0.4, "another day")])
    ]
    (group,) = grouped(replace(found, links=tuple(parts)))
    assert doubts(group) == ["an estimate", "1:2 and 2:2: another day"]


def test_a_side_is_named_by_article_and_passages() -> None:
    assert [address(Side(1, 7, last, 0, 1)) for last in (7, 8)] == ["2:8", "2:8-9"]
    assert [counted(1, "claim"), counted(2_000, "claim"), counted(2, "story", "stories")] == [
        "1 claim", "2,000 claims", "2 stories",
    ]  # fmt: skip


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_path_is_found_again_in_its_address(name: str) -> None:
    path = str(Path("/wire", name.replace("/", "_")))
    assert identity_at(address_of(path)) == path


@pytest.mark.parametrize(
    ("identity", "uri"),
    [
        ("https://news.example/a?b=c", "https://news.example/a?b=c"),
        ("sha256:ab12", "urn:sha256:ab12"),
        ("/wire/50% off.txt", "file:///wire/50%25%20off.txt"),
    ],
)
def test_web_addresses_digests_and_paths_become_addresses_and_come_back(identity: str, uri: str) -> None:
    assert address_of(identity) == uri
    assert identity_at(uri) == identity


def test_rows_of_a_sheet_that_mean_nothing_are_left_out_each_with_its_line(tmp_path: Path) -> None:
    sheet = tmp_path / "claims.csv"
    number = "0000000{}-0000-4000-8000-000000000000"
    sheet.write_text(
        "claim_id,status,quote,text_sha256,start,end,created_at\n"
        f"{number.format(1)},perhaps,,,,,\n"
        f"{number.format(2)},open,word,ab,-1,3,\n"
        f"{number.format(3)},open,,,,,yesterday\n"
        f"{number.format(5)},open,word,ab,10,99,2026-03-01T10:00:00+01:00\n"
    )
    with Store(tmp_path / "claims.db", editor="mk") as store:
        merged = import_claims(store, sheet)
        (claim,) = store.claims()
    assert [problem.partition(" was left out: ")[0] for problem in merged.problems] == [f"line {n}" for n in (2, 3, 4)]
    told = "\n".join(merged.problems)
    for words in ("'perhaps' is none of open", "start is no number: '-1'", "created_at is no time: 'yesterday'"):
        assert words in told
    assert (claim.anchors[0].start, claim.anchors[0].end) == (10, 14)
    assert claim.created == "2026-03-01T09:00:00.000000Z"


def test_a_sheet_that_is_no_csv_is_refused_in_one_sentence(tmp_path: Path) -> None:
    sheet = tmp_path / "claims.csv"
    sheet.write_text("claim_id\n" + "x" * 200_000)
    with Store(tmp_path / "claims.db", editor="mk") as store, pytest.raises(ReportError, match="it is not CSV"):
        import_claims(store, sheet)
