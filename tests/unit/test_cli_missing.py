"""What `copydesk claims list` and `check` say of claims that are not there, or not where they were."""

from pathlib import Path

import pytest

from tests.unit.claims.stories import HARBOUR, article, story
from tests.unit.claims.tagging import tag
from tui.claims import Store
from tui.cli import main


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with three claims, of which one is an orphan and one is to be rechecked."""
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "config.toml"))
    path = tmp_path / "claims.db"
    bridge = story()
    with Store(path, editor="mk") as claims:
        tag(claims, bridge, "repairs costing $4.2 million", "number")
        tag(claims, bridge, "“We did not cut corners,” Mayor Ada Quill told reporters.", "person")
        tag(claims, bridge, "Officials expect 12,000 cars a day.", "number")
        changed = HARBOUR.replace("$4.2", "$4.9").replace(
            "“We did not cut corners,” Mayor Ada Quill told reporters.", ""
        )
        claims.claims_on([article(changed)])
    return path


def listed(capsys: pytest.CaptureFixture[str], store: Path, *words: str) -> tuple[int, int, str]:
    """The exit status, how many claims were listed, and what was said on standard error."""
    status = main(["claims", "list", *words, "--store", str(store)])
    printed = capsys.readouterr()
    return status, len(printed.out.splitlines()), printed.err


def test_a_check_counts_the_claims_that_the_editor_has_to_settle(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims", "check", "--store", str(store)]) == 0
    assert "is whole: 3 claims, 1 orphan, 1 to recheck, " in capsys.readouterr().out


@pytest.mark.parametrize(("state", "count"), [("orphan", 1), ("recheck", 1)])
def test_claims_are_listed_by_how_well_they_are_placed(
    store: Path, state: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(capsys, store, "--status", state) == (0, count, "")


def test_a_status_there_is_not_is_wrong_usage_and_all_there_are_are_named(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = '[[statuses]]\nletter = "l"\nname = "legal"\nrating = 2\n'
    (tmp_path / "config.toml").write_text(own, encoding="utf-8")
    status, count, told = listed(capsys, store, "--status", "bogus")
    assert (status, count, told.count("\n")) == (2, 0, 1)
    assert all(name in told for name in ("bogus", "open", "checking", "done", "verified", "orphan", "legal"))
    assert listed(capsys, store, "--status", "legal")[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--tag", "nope"), "no claim has the tag “nope”"),
        (("--tag", "number", "--story", "nope"), "no claim is of a story “nope”"),
        (("--article", "nope.txt"), "no claim is on the article “nope.txt”"),
        (("--editor", "kim"), "no claim was tagged by “kim” or is theirs to check"),
        (("--status", "done"), "no claim has the status “done”"),
        (("--tag", "person", "--status", "recheck"), "no claim meets all of these conditions at once"),
    ],
)
def test_what_no_claim_answers_to_is_named_in_one_line(
    store: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(capsys, store, *words) == (0, 0, f"copydesk: {told}\n")


def test_without_a_store_nothing_is_said_and_nothing_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "none" / "claims.db"
    assert listed(capsys, store, "--status", "bogus", "--tag", "nope") == (0, 0, "")
    assert not store.parent.exists()


def test_check_and_doctor_count_the_claims_that_are_listed_and_those_dropped_beside_them(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(store, editor="mk") as claims:
        claims.drop(claims.claims()[0].id)
    assert listed(capsys, store)[:2] == (0, 2)
    assert main(["claims", "check", "--store", str(store)]) == 0
    assert "is whole: 2 claims, " in (told := capsys.readouterr().out)
    assert ", 1 more dropped or undone, " in told
    main(["doctor", "--store", str(store)])
    assert "whole: 2 claims, 1 more dropped or undone, " in " ".join(capsys.readouterr().out.split())
