"""`copydesk claims` and the formats of `compare`, as a user meets them."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.surroundings import write_story
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.claims.marks import SourceDetails
from tui.cli import main
from tui.story import load
from tui.story.model import Story

ARTICLES = {
    "a.txt": "Ferry aground\n\nThe ferry Aurora ran aground near Skarn on Monday evening.\n\n"
    "Eleven passengers were injured, the coastguard said.\n",
    "b.txt": "Aurora on the rocks\n\nThe ferry Aurora ran aground near Skarn on Monday evening.\n\n"
    "Seventeen passengers were injured, the coastguard said.\n",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_story(tmp_path / "ferry", ARTICLES)


@pytest.fixture
def story(folder: Path) -> Story:
    return load([str(folder)])


@pytest.fixture
def store(tmp_path: Path, story: Story) -> Path:
    """A store with one verified claim and one open one."""
    path = tmp_path / "store" / "claims.db"
    with Store(path, editor="mk") as claims:
        first = claims.add(story, quote(story, "Eleven passengers"), tags=["number"], note="asked the coastguard")
        claims.set_status(first.id, "done", "verified")
        claims.add(story, quote(story, "on Monday evening"), tags=["date"], assigned_to="kim")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command line; answers with its exit status and what it printed."""
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "config.toml"))

    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            status = int(left.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def quote(story: Story, words: str):  # type: ignore[no-untyped-def]
    article = story.articles[0]
    start = article.text.index(words)
    return anchor_of(article, start, start + len(words))


def claims_of(store: Path) -> list[object]:
    with Store(store, read_only=True) as opened:
        return list(opened.claims())


def test_a_whole_store_is_said_to_be_whole(run: Run, store: Path) -> None:
    status, out, err = run("claims", "check", "--store", store)
    assert (status, err) == (0, "")
    assert "2 claims" in out


def test_damage_is_told_a_line_each_and_fails(run: Run, store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE claims SET note = 'not what was written'")
    connection.close()
    status, out, err = run("claims", "check", "--store", store)
    assert status == 1
    assert not out
    assert "not what its history says" in err
    assert all(line.startswith("copydesk: ") for line in err.splitlines())


def test_a_file_that_is_no_store_fails_the_check_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("nothing of the kind" * 100)
    status, _, err = run("claims", "check", "--store", tmp_path / "notes.db")
    assert status == 1
    assert err.count("\n") == 1


def test_checking_where_there_is_no_store_creates_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_STORE", str(tmp_path / "none.db"))
    assert run("claims", "check")[0] == 0
    assert run("claims", "check", "--store", tmp_path / "none.db")[0] == 1
    assert not (tmp_path / "none.db").exists()


def test_a_backup_can_be_gone_back_to_and_what_was_there_is_kept(
    run: Run, store: Path, story: Story, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    assert run("claims", "backup", copy, "--store", store)[0] == 0
    with Store(store, editor="mk") as claims:
        claims.add(story, quote(story, "near Skarn"), tags=["place"])
    assert len(claims_of(store)) == 3
    status, out, _ = run("claims", "restore", copy, "--store", store)
    assert status == 0
    assert len(claims_of(store)) == 2
    kept = Path(out.split("kept as ")[1].strip())
    assert len(claims_of(kept)) == 3


def test_a_backup_does_not_replace_a_file_without_force(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    status, _, err = run("claims", "backup", tmp_path / "mine.db", "--store", store)
    assert status == 1
    assert "--force" in err
    assert (tmp_path / "mine.db").read_text() == "mine"
    assert run("claims", "backup", tmp_path / "mine.db", "--force", "--store", store)[0] == 0
    assert len(claims_of(tmp_path / "mine.db")) == 2


def test_what_is_no_backup_is_not_restored(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing of the kind" * 100)
    for name in ("notes.txt", "missing.db"):
        status, _, err = run("claims", "restore", tmp_path / name, "--store", store)
        assert status == 1
        assert err.count("\n") == 1
    assert len(claims_of(store)) == 2


def test_purging_a_story_removes_it_and_names_the_backups_that_still_have_it(run: Run, store: Path) -> None:
    status, out, _ = run("claims", "purge", "--story", "ferry", "--store", store)
    assert status == 0
    assert "2 claims" in out
    assert claims_of(store) == []
    assert b"Eleven" not in store.read_bytes()
    assert str(store.parent / "backups") in out


def test_purging_a_story_that_is_not_there_removes_nothing(run: Run, store: Path) -> None:
    status, _, err = run("claims", "purge", "--story", "flood", "--store", store)
    assert status == 1
    assert "flood" in err
    assert len(claims_of(store)) == 2
    assert run("claims", "purge", "--store", store)[0] == 2


def test_a_dry_run_of_purging_only_says_what_would_go(run: Run, store: Path) -> None:
    status, out, _ = run("claims", "purge", "--story", "ferry", "--dry-run", "--store", store)
    assert (status, out) == (0, "would remove ferry: 2 claims, 3 lines of history, 2 texts of articles\n")
    assert len(claims_of(store)) == 2
    assert run("claims", "purge", "--story", "flood", "--dry-run", "--store", store)[0] == 1


@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_what_was_exported_is_imported_into_another_store_and_twice_is_once(
    run: Run, store: Path, tmp_path: Path, suffix: str
) -> None:
    file, other = tmp_path / f"out.{suffix}", tmp_path / "other.db"
    assert run("claims", "export", "--format", suffix, "-o", file, "--store", store)[0] == 0
    assert "2 added" in run("claims", "import", file, "--dry-run", "--store", other)[1]
    assert not other.exists()
    assert "2 added" in run("claims", "import", file, "--store", other)[1]
    assert "0 added, 0 updated, 2 the same" in run("claims", "import", file, "--store", other)[1]
    assert [claim.tags for claim in claims_of(other)] == [("number",), ("date",)]  # type: ignore[attr-defined]


def test_the_format_is_named_where_the_suffix_does_not_tell(run: Run, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "from-kim"
    file.write_text(run("claims", "export", "--store", store)[1], encoding="utf-8")
    status, _, err = run("claims", "import", file, "--store", store)
    assert status == 1
    assert "--format" in err
    assert run("claims", "import", file, "--format", "json", "--store", store)[0] == 0


def test_entries_that_cannot_be_read_are_told_and_the_rest_is_taken_in(run: Run, store: Path, tmp_path: Path) -> None:
    document = json.loads(run("claims", "export", "--store", store)[1])
    document["claims"].append({"id": "nonsense"})
    file, other = tmp_path / "mixed.json", tmp_path / "other.db"
    file.write_text(json.dumps(document), encoding="utf-8")
    status, out, err = run("claims", "import", file, "--store", other)
    assert status == 1
    assert "2 added" in out
    assert len(err.splitlines()) == 1
    assert len(claims_of(other)) == 2


@pytest.mark.parametrize("content", [b"not json", b"[]", b"\xff\xfe\x00", None])
def test_a_file_that_is_no_export_is_one_line(run: Run, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "in.json"
    if content is not None:
        file.write_bytes(content)
    status, out, err = run("claims", "import", file, "--store", tmp_path / "other.db")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_a_handover_is_a_file_to_import_and_a_sheet_to_read(run: Run, store: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "evening.json", tmp_path / "other.db"
    status, out, _ = run("claims", "handover", "-o", file, "--store", store)
    assert status == 0
    assert out.splitlines() == [str(file), str(tmp_path / "evening.txt")]
    sheet = (tmp_path / "evening.txt").read_text(encoding="utf-8")
    assert "CHECKED (1): 1 verified" in sheet
    assert "OPEN (1)" in sheet
    assert "kim: 1 open" in sheet
    assert "2 added" in run("claims", "import", file, "--store", other)[1]


def test_a_handover_replaces_neither_of_its_files_without_force(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "evening.txt").write_text("mine")
    words = ("claims", "handover", "-o", tmp_path / "evening.json", "--store", store)
    assert run(*words)[0] == 1
    assert not (tmp_path / "evening.json").exists()
    assert (tmp_path / "evening.txt").read_text() == "mine"
    assert run(*words, "--force")[0] == 0


def test_every_format_of_claims_can_be_written(run: Run, store: Path) -> None:
    outputs = {name: run("claims", "export", "--format", name, "--store", store)
               for name in ("json", "csv", "markdown", "html", "annotation")}  # fmt: skip
    assert {status for status, _, _ in outputs.values()} == {0}
    assert all("Eleven passengers" in out for _, out, _ in outputs.values())
    assert isinstance(json.loads(outputs["annotation"][1]), list)
    assert outputs["html"][1].lstrip().lower().startswith("<!doctype html>")
    assert run("claims", "export", "--format", "pdf", "--store", store)[0] == 2


def test_a_claim_review_without_a_publisher_names_the_keys_that_are_missing(run: Run, store: Path) -> None:
    status, out, err = run("claims", "export", "--format", "claimreview", "--store", store)
    assert (status, out) == (1, "")
    assert "organisation" in err
    assert "url" in err


def test_a_claim_review_takes_the_publisher_from_the_configuration(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '[publisher]\norganisation = "The Skarn Herald"\nurl = "https://herald.example"\n', encoding="utf-8"
    )
    status, out, _ = run("claims", "export", "--format", "claimreview", "--store", store)
    assert status == 0
    (review,) = json.loads(out)
    assert review["author"]["name"] == "The Skarn Herald"


@pytest.mark.parametrize("text", ["[publisher", "publisher = 3", "[publisher]\nurl = 3", "[publisher]\nratings = 7"])
def test_a_configuration_that_is_wrong_is_one_line(run: Run, store: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    status, _, err = run("claims", "export", "--format", "claimreview", "--store", store)
    assert status == 1
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["text", "json", "markdown", "html", "csv"])
def test_a_comparison_is_written_in_every_format(run: Run, folder: Path, name: str) -> None:
    status, out, err = run("compare", folder, "--format", name)
    assert (status, err) == (0, "")
    assert "Seventeen" in out


def test_the_table_of_a_comparison_has_a_row_a_link(run: Run, folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("compare", folder, "--format", "csv")[1])))
    links = json.loads(run("compare", folder, "--format", "json")[1])["links"]
    assert len(rows) == len(links)
    assert {(row["relation"], row["kind"]) for row in rows} == {(link["relation"], link["kind"]) for link in links}
    assert {"source_a", "start_a", "end_a", "quote_a", "source_b", "quote_b", "reason"} <= rows[0].keys()


@pytest.mark.parametrize(
    ("filters", "quotes"),
    [
        (("--tag", "date"), ["on Monday evening"]),
        (("--status", "verified"), ["Eleven passengers"]),
        (("--status", "open"), ["on Monday evening"]),
        (("--editor", "kim"), ["on Monday evening"]),
        (("--editor", "mk", "--text", "COASTGUARD"), ["Eleven passengers"]),
        (("--text", "nobody said this"), []),
    ],
)
def test_claims_are_listed_by_tag_status_editor_and_text(
    run: Run, store: Path, filters: tuple[str, ...], quotes: list[str]
) -> None:
    status, out, err = run("claims", "list", *filters, "--store", store)
    assert (status, err) == (0, "")
    assert [line.partition("“")[2].partition("”")[0] for line in out.splitlines()] == quotes


def test_claims_are_listed_by_article_and_by_story(run: Run, store: Path, story: Story) -> None:
    for name, value in (("--article", story.articles[0].identity), ("--article", story.articles[0].sha256)):
        assert len(run("claims", "list", name, value, "--store", store)[1].splitlines()) == 2
    assert run("claims", "list", "--article", "elsewhere.txt", "--store", store)[1] == ""
    assert len(run("claims", "list", "--story", story.name, "--store", store)[1].splitlines()) == 2
    assert run("claims", "list", "--story", "elsewhere", "--store", store)[1] == ""


def test_claims_on_a_file_that_is_not_here_any_more_say_so_and_the_check_names_it(
    run: Run, store: Path, folder: Path
) -> None:
    assert "not here" not in run("claims", "check", "--store", store)[1]
    (folder / "a.txt").unlink()
    status, out, _ = run("claims", "list", "--store", store)
    assert status == 0
    assert "verified (no file here)  number" in out
    assert "open (no file here)  date" in out
    status, out, _ = run("claims", "check", "--store", store)
    assert status == 0
    assert f"2 claims are on 1 file that is not here:\n  {folder / 'a.txt'}\n" in out
    (folder / "a.txt").write_text(ARTICLES["a.txt"], encoding="utf-8")
    assert "no file here" not in run("claims", "list", "--store", store)[1]


def test_what_was_entered_about_a_source_reaches_a_comparison_without_the_desk(
    run: Run, folder: Path, story: Story, store: Path
) -> None:
    with Store(store, editor="mk") as claims:
        details = SourceDetails(outlet="The Wire", author="A. Lee", published="2026-03-02")
        claims.set_source_details(story, story.articles[1].sha256, details)

    status, out, _ = run("compare", folder, "--format", "json", "--store", store)
    _, without, _ = run("compare", folder, "--format", "json", "--store", folder.parent / "no.db")

    known = [(article["outlet"], article["author"], article["published"]) for article in json.loads(out)["articles"]]
    assert (status, known) == (0, [(None, None, None), ("The Wire", "A. Lee", "2026-03-02")])
    assert all(article["outlet"] is None for article in json.loads(without)["articles"])
    assert "The Wire" in run("compare", folder, "--store", store)[1]


def test_a_store_that_cannot_be_read_costs_a_comparison_one_line(run: Run, folder: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(4000))

    status, out, err = run("compare", folder, "--store", damaged)

    assert (status, bool(out), len(err.splitlines())) == (0, True, 1)
    assert "what was entered and decided at the desk is left out" in err


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "csv"])
def test_what_another_program_wrote_about_a_source_commands_no_terminal(
    run: Run, folder: Path, story: Story, store: Path, form: str
) -> None:
    with Store(store, editor="mk") as claims:
        claims.set_source_details(story, story.articles[1].sha256, SourceDetails(outlet="The Wire"))
    hostile = "\x1b]52;c;T1dORUQ=\x07\x9b31m\u202eOWNED"
    with closing(sqlite3.connect(store)) as connection, connection:
        value = dict.fromkeys(("outlet", "author", "published", "label"), hostile)
        connection.execute("UPDATE marks SET value = ?", (json.dumps(value),))

    status, out, err = run("compare", folder, "--format", form, "--store", store)

    assert (status, err) == (0, "")
    assert ("OWNED" in out) is (form != "csv")
    assert not set("\x1b\x07\x9b\u202e") & set(out)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_comparing_one_article_says_that_it_needs_two(run: Run, folder: Path, name: str) -> None:
    status, out, err = run("compare", folder / "a.txt", "--format", name)

    assert status == 0
    assert "comparing needs two" in " ".join(out.split())
    assert err == ""
    assert "conflicts: none" not in out.lower()
    assert "Conflicts (0)" not in out
    assert "alone and checkable" in out.lower()


@pytest.mark.parametrize("name", ["json", "csv"])
def test_comparing_one_article_for_other_programs_says_so_beside_the_result(run: Run, folder: Path, name: str) -> None:
    status, _, err = run("compare", folder / "a.txt", "--format", name)
    assert (status, err) == (0, "copydesk: there is one article only: comparing needs two\n")
