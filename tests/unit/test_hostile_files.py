"""Hostile stores, configurations, files of claims and names: one clear line each, nothing commands the terminal."""

import csv
import io
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.story.hostile import FORBIDDEN
from tui.claims import Store
from tui.cli import main

HOSTILE = "x\x1b]52;c;aGk=\x07\x1b[2J\u202e\n[bold]\x9b31m"
Make = Callable[[Path], Path]


def file_of(content: bytes | str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "hostile"
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return path

    return make


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def loop(folder: Path) -> Path:
    (folder / "loop").symlink_to(folder / "loop")
    return folder / "loop"


def foreign(folder: Path) -> Path:
    with sqlite3.connect(folder / "foreign") as connection:
        connection.execute("CREATE TABLE claims (id)")
    connection.close()
    return folder / "foreign"


ODD: list[tuple[str, Make]] = [
    ("random bytes", file_of(bytes(range(256)) * 40)), ("a pipe", pipe),
    ("/dev/zero", lambda folder: Path("/dev/zero")),
    ("a link to itself", loop), ("a file that is a folder", lambda folder: folder),
    ("a name that is too long", lambda folder: folder / ("x" * 400)),
]  # fmt: skip
STORES: list[tuple[str, Make]] = [
    *(each for each in ODD if "folder" not in each[0] and "too long" not in each[0]),
    ("a header and nothing behind it", file_of(b"SQLite format 3\0" + bytes(2_000))), ("of another program", foreign),
]  # fmt: skip
CONFIGURATIONS: list[tuple[str, Make]] = [
    *(each for each in ODD if "too long" not in each[0]),
    ("2 MB", file_of("#x\n" * 700_000)), ("nested 30,000 deep", file_of("a = " + "[" * 30_000)),
    ("a key of 20,000 parts", file_of("a" + ".a" * 20_000 + " = 1")),
    ("escape sequences", file_of(f'[desk]\ntheme = "{HOSTILE}"')),
    ("escaped escape sequences", file_of('["e\\u001b[2J"]\nx = 1\n[keys]\n"\\u001b" = ["a"]\n[tags]\n"\\u001b" = 1')),
    ("values of other kinds", file_of("editor = 3\ndesk = [1]\nkeys = 'x'\ntags = 1979-05-27\npublisher = [[[]]]")),
    ("a number of 5,000 digits", file_of("[desk]\npanes = " + "9" * 5_000)),
    ("a NUL", file_of("[desk]\npanes = 2\0\n")),
]  # fmt: skip
ROW = {
    "claim_id": "6f1c2c4e-3d0a-4d7e-9a58-0c4f6d1b2a3e",
    "quote": HOSTILE,
    "text": "=cmd|' /C calc'!A0",
    "tags": HOSTILE,
}


def table() -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(ROW))
    writer.writeheader()
    writer.writerow(ROW)
    return written.getvalue()


IMPORTS: list[tuple[str, Make]] = [
    *ODD,
    ("nothing", file_of("")), ("nested 100,000 deep", file_of("[" * 100_000)),
    ("a number of 5,000 digits", file_of("9" * 5_000)),
    ("values of other kinds", file_of(json.dumps({"version": 1, "claims": [1, None, {"id": []}, {"id": HOSTILE}]}))),
    ("a version to come", file_of(json.dumps({"version": 99, "claims": []}))),
    ("not UTF-8", file_of(b'{"version": "\xff"}')),
    ("escape sequences in its keys", file_of(json.dumps({HOSTILE: HOSTILE, "version": HOSTILE}))),
]  # fmt: skip


def said(capfd: pytest.CaptureFixture[str]) -> str:
    """What was printed, which must hold nothing that commands the terminal."""
    told = capfd.readouterr()
    assert not FORBIDDEN.search(told.out + told.err)
    assert "Traceback" not in told.err
    assert "error of its own" not in told.err
    return told.err


def cases(found: list[tuple[str, Make]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in found])


@cases(STORES)
def test_a_hostile_store_is_told_in_one_line_and_left_as_it_is(
    make: Make, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = make(tmp_path)
    for words in (["claims", "list"], ["claims", "check"], ["claims", "export"]):
        assert main([*words, "--store", str(store)]) == 1
        assert said(capfd).count("\n") == 1
    for words in (["doctor"], ["claims", "backup", str(tmp_path / "copy.db")]):
        assert main([*words, "--store", str(store)]) == 1
        said(capfd)


@cases(STORES)
def test_a_hostile_backup_is_not_restored(make: Make, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "restore", str(make(tmp_path)), "--store", str(tmp_path / "claims.db")]) == 1
    assert said(capfd).count("\n") == 1
    assert not (tmp_path / "claims.db").exists()


@cases(CONFIGURATIONS)
def test_a_hostile_configuration_costs_only_its_settings(
    make: Make, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CONFIG", str(make(tmp_path)))

    assert main(["config", "show"]) == 1
    assert said(capfd)
    assert main(["claims", "list", "--store", str(tmp_path / "claims.db")]) == 0
    said(capfd)


@pytest.mark.parametrize("kind", ["json", "csv"])
@cases(IMPORTS)
def test_a_hostile_import_is_refused_in_one_line(
    make: Make, kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    status = main(["claims", "import", str(make(tmp_path)), "--format", kind, "--store", str(tmp_path / "claims.db")])

    assert status in (0, 1)
    assert bool(said(capfd)) == (status == 1)


def test_hostile_claims_are_taken_in_harmlessly(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "claims.csv").write_text(table(), newline="")
    store = tmp_path / "claims.db"
    main(["claims", "import", str(tmp_path / "claims.csv"), "--store", str(store)])
    said(capfd)
    for words in (
        ["list"],
        *(["export", "--format", each] for each in ("json", "csv", "markdown", "html", "annotation")),
    ):
        assert main(["claims", *words, "--store", str(store)]) == 0
        said(capfd)


def test_hostile_words_that_stand_in_the_store_itself_are_shown_harmlessly(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from tui.claims.anchors import anchor_of
    from tui.story import load

    story = load([root / "seeds" / "harbour-fire"])
    path = tmp_path / "claims.db"
    with Store(path, editor="mk") as store:
        store.add(story, [anchor_of(story.articles[0], 0, 20)], tags=["number"], note="seen")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET text = ?, note = ?, author = ?", (HOSTILE,) * 3)
        connection.execute("UPDATE stories SET name = ?", (HOSTILE,))
    connection.close()
    for words in (["list"], *(["export", "--format", each] for each in ("csv", "markdown", "html"))):
        main(["claims", *words, "--store", str(path)])
        said(capfd)


@pytest.mark.parametrize(
    "words",
    [
        ["claims", "list", "--store", f"{HOSTILE}/x"], ["claims", "check", "--store", HOSTILE],
        ["claims", "import", HOSTILE],
        ["claims", "restore", HOSTILE], ["claims", "purge", "--story", HOSTILE], ["claims", "backup", HOSTILE],
        ["claims", "handover", "-o", f"{HOSTILE}/y"], ["compare", HOSTILE], ["compare", "a.txt", "-o", f"{HOSTILE}/y"],
        ["pairs", HOSTILE], ["fetch", HOSTILE, "-o", "."], ["fetch", f"http://{HOSTILE}", "-o", "."],
        ["fetch", "--urls", HOSTILE, "-o", "."], ["fetch", "--list", HOSTILE], [HOSTILE], ["sample", HOSTILE],
        ["serve", HOSTILE],
    ],
)  # fmt: skip
def test_a_hostile_name_is_repeated_harmlessly(
    words: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_STORE", str(tmp_path / "claims.db"))
    Path("a.txt").write_text("Fares rise\n\nThe council agreed on 3 May that all fares rise.\n")

    assert main(words) in (0, 1)
    said(capfd)


@pytest.mark.parametrize(
    "words",
    [
        ["--" + HOSTILE], ["-" + HOSTILE], ["compare", "a", "--format", HOSTILE],
        ["compare", "a", "--min-overlap", HOSTILE],
        ["open", "a", "--panes", HOSTILE], ["serve", "a", "--port", HOSTILE], ["config", HOSTILE], ["doctor", HOSTILE],
        ["claims", HOSTILE],
    ],
)  # fmt: skip
def test_hostile_usage_is_repeated_harmlessly(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert ended.value.code == 2
    assert said(capfd)
