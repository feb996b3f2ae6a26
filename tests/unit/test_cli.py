"""The command line as a user meets it: words, exit statuses, one clear line for what failed."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.surroundings import FERRY_STORY, write_story
from tui.cli import main, split_command, take_store


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_story(tmp_path / "ferry")


def run(*words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """`copydesk` in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words], input=stdin, capture_output=True, env={**os.environ, **(env or {})},
        timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "command", "rest"),
    [
        (["compare", "x"], "compare", ["x"]),
        (["a.txt", "compare"], "open", ["a.txt", "compare"]),
        (["open", "compare"], "open", ["compare"]),
        (["--panes", "2", "compare"], "compare", ["--panes", "2"]),
        (["--panes", "2", "a.txt"], "open", ["--panes", "2", "a.txt"]),
        (["-"], "open", ["-"]),
        (["--", "compare"], "open", ["--", "compare"]),
        (["--help"], None, ["--help"]),
        ([], None, []),
    ],
)
def test_the_first_word_is_the_command_if_it_is_one(words: list[str], command: str | None, rest: list[str]) -> None:
    assert split_command(words) == (command, rest)


@pytest.mark.parametrize(
    "words", [["--store", "x", "claims", "list"], ["claims", "list", "--store", "x"], ["claims", "--store=x", "list"]]
)
def test_the_store_may_be_named_anywhere(words: list[str]) -> None:
    assert take_store(words) == (Path("x"), ["claims", "list"])


def test_after_two_dashes_every_word_is_a_source() -> None:
    assert take_store(["--", "--store"]) == (None, ["--", "--store"])


def test_help_and_version_go_to_standard_output() -> None:
    for words in (["--help"], ["--version"], ["compare", "--help"], ["claims", "--help"], ["sample", "--help"]):
        done = run(*words)
        assert done.returncode == 0
        assert b"copydesk" in done.stdout
        assert not done.stderr


def test_nothing_to_resume_prints_the_help_and_fails_as_usage(tmp_path: Path) -> None:
    done = run(env={"COPYDESK_STORE": str(tmp_path / "claims.db")})
    assert done.returncode == 2
    assert b"copydesk sample" in done.stderr


@pytest.mark.parametrize("words", [["compare"], ["claims"], ["claims", "nonsense"], ["compare", "--format", "x", "y"]])
def test_wrong_usage_is_status_two(words: list[str]) -> None:
    assert run(*words).returncode == 2


def test_compare_json_has_the_documented_shape(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(story), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == 1
    assert found["thresholds"] == {"overlap": 0.5, "conflict": 0.6}
    assert [article["id"] for article in found["articles"]] == ["a1", "a2"]
    texts = {article["id"]: article["text"] for article in found["articles"]}
    kinds = {(link["relation"], link["kind"]) for link in found["links"]}
    assert ("conflict", "number") in kinds
    for link in found["links"]:
        for side in ("a", "b"):
            text = texts[link[side]["article"]]
            quote = text[link[side]["start"] : link[side]["end"]]
            assert quote == quote.strip() != ""
    clash = next(link for link in found["links"] if link["relation"] == "conflict")
    spans = [(texts["a1"][e["a"][0] : e["a"][1]], texts["a2"][e["b"][0] : e["b"][1]]) for e in clash["evidence"]]
    assert ("Eleven", "Seventeen") in spans
    assert "pairs" not in found


def test_all_pairs_scores_every_pair_of_sentences(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(story), "--format", "json", "--all-pairs"]) == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert {(pair["a"]["passage"], pair["b"]["passage"]) for pair in pairs} >= {(1, 1), (1, 2), (2, 1), (2, 2)}
    assert all(0 <= pair["overlap"] <= 1 and 0 <= pair["conflict"] <= 1 for pair in pairs)


def test_all_pairs_without_json_is_wrong_usage(story: Path) -> None:
    assert run("compare", str(story), "--all-pairs").returncode == 2


def test_all_pairs_stops_at_two_thousand_passages(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("The mayor spoke here today.\n\n" * 1001)
    done = run("compare", str(tmp_path), "--format", "json", "--all-pairs")
    assert done.returncode == 2
    assert b"2000" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_missing_path_is_one_line_and_the_rest_is_done(story: Path, tmp_path: Path) -> None:
    done = run("compare", str(story), str(tmp_path / "missing.txt"), "--format", "json")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"missing.txt" in done.stderr
    assert len(json.loads(done.stdout)["articles"]) == 2


def test_nothing_readable_is_status_one(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 20)
    for source in ("empty.txt", "image.txt", "."):
        done = run("compare", str(tmp_path / source))
        assert done.returncode == 1
        assert not done.stdout
        assert b"Traceback" not in done.stderr


def test_a_folder_of_stories_names_them(story: Path) -> None:
    done = run("compare", str(story.parent))
    assert done.returncode == 1
    assert b"1 stories" in done.stderr or b"ferry" in done.stderr


def test_one_article_alone_is_fine(story: Path) -> None:
    done = run("compare", str(story / "a.txt"), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["links"] == []


def test_standard_input_is_an_article(story: Path) -> None:
    done = run("compare", "-", str(story / "b.txt"), "--format", "json", stdin=FERRY_STORY["a.txt"].encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["articles"][0]["source"] == "-"


def test_a_report_is_not_written_over_a_file_without_force(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("mine")
    words = ["compare", str(story), "--format", "json", "-o", str(target)]
    done = run(*words)
    assert done.returncode == 1
    assert target.read_text() == "mine"
    assert b"--force" in done.stderr
    assert run(*words, "--force").returncode == 0
    assert json.loads(target.read_text())["version"] == 1


@pytest.mark.parametrize("words", [["open"], []])
def test_the_desk_without_a_terminal_points_to_compare(story: Path, words: list[str]) -> None:
    done = run(*words, str(story))
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"copydesk compare" in done.stderr


def test_without_a_terminal_a_word_that_is_no_file_is_said_to_be_none_first(story: Path) -> None:
    done = run("nosuch")
    assert done.returncode == 1
    assert done.stderr == b"copydesk: nosuch: no such file, folder or command: check the path\n"
    done = run(str(story / "c.txt"), str(story / "a.txt"))
    first, second = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (1, b"")
    assert first.endswith("c.txt: no such file or folder: check the path")
    assert "copydesk compare" in second


def test_a_closed_pipe_ends_silently(story: Path) -> None:
    (story / "long.txt").write_text("Long\n\n" + "The mayor opened the new bridge over the river.\n\n" * 1500)
    script = f"{sys.executable} -m tui compare {story} --format json | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=120, check=False)
    assert done.returncode == 141
    assert not done.stderr


def test_pairs_answers_line_by_line() -> None:
    lines = [
        {"id": 1, "a": "Ten people died in the fire at the mill.", "b": "Twelve people died in the fire at the mill."},
        {"id": "two", "a": "The mayor opened the bridge.", "b": "The mayor opened the bridge."},
        {"id": 3.5, "a": "", "b": "Snow fell in the hills."},
    ]
    done = run("pairs", "-", stdin="\n\n".join(map(json.dumps, lines)).encode())
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, "two", 3.5]
    assert [answer["relation"] for answer in answers] == ["conflict", "overlap", "none"]
    assert answers[2]["overlap"] == answers[2]["conflict"] == 0
    assert all(set(answer) == {*KEYS} for answer in answers)


KEYS = ("id", "relation", "kind", "overlap", "conflict", "reason", "evidence", "findings")


@pytest.mark.parametrize(
    "bad", [b"not json", b"[1, 2]", b'{"a": "x", "b": "y"}', b'{"id": true, "a": "x", "b": "y"}', b"\xff\xfe{}",
            b'{"id": 1, "a": 5, "b": "y"}', b'{"id": 1, "a": "x", "b": "y", "a_date": "soon"}', b"[" * 100_000],
)  # fmt: skip
def test_a_bad_line_keeps_its_place_and_fails_at_the_end(bad: bytes) -> None:
    good = json.dumps({"id": 2, "a": "The mayor spoke.", "b": "The mayor spoke."}).encode()
    done = run("pairs", "-", stdin=bad + b"\n" + good + b"\n")
    assert done.returncode == 1
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["id"] is None
    assert first["line"] == 1
    assert first["error"]
    assert second["id"] == 2
    assert b"line 1" in done.stderr
    assert b"Traceback" not in done.stderr


def test_pairs_of_a_missing_file_is_one_line(tmp_path: Path) -> None:
    done = run("pairs", str(tmp_path / "missing.jsonl"))
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_claims_list_without_a_store_prints_and_creates_nothing(tmp_path: Path) -> None:
    store = tmp_path / "sub" / "claims.db"
    done = run("claims", "list", "--store", str(store))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not store.parent.exists()


def test_claims_are_listed_and_exported(story: Path, tmp_path: Path) -> None:
    from tui.claims import Store
    from tui.claims.anchors import anchor_of
    from tui.story import load

    store = tmp_path / "claims.db"
    opened = load([str(story)])
    with Store(store, editor="mk") as claims:
        start = opened.articles[0].text.index("Eleven")
        claims.add(opened, anchor_of(opened.articles[0], start, start + 26), tags=["number"])
    listed = run("claims", "list", env={"COPYDESK_STORE": str(store)}).stdout.decode()
    assert "number" in listed
    assert "“Eleven passengers were inj" in listed
    exported = json.loads(run("--store", str(store), "claims", "export").stdout)
    assert exported["claims"][0]["tags"] == ["number"]
    assert run("claims", "export", "--story", "other", "--store", str(store)).stdout.count(b"Eleven") == 0
    table = run("claims", "export", "--format", "csv", "--store", str(store)).stdout.decode()
    assert table.startswith("claim_id,story,source,")
    assert "Eleven passengers" in table


def test_a_sample_that_is_not_there_names_those_that_are() -> None:
    done = run("sample", "nonsense")
    assert done.returncode == 1
    assert b"iran-talks" in done.stderr or b"terminal" in done.stderr


def test_a_library_that_is_not_installed_is_named(story: Path, tmp_path: Path) -> None:
    hidden = tmp_path / "sitecustomize.py"
    hidden.write_text("import sys\nsys.modules['rapidfuzz'] = None\n")
    paths = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])
    done = run("compare", str(story), env={"PYTHONPATH": paths})

    assert done.returncode == 1
    assert done.stderr.decode() == "copydesk: rapidfuzz is not installed: `copydesk doctor` says how to add it\n"
