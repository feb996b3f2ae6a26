"""`copydesk claims export` of a claim that says what its quote does not."""

import json
from pathlib import Path

import pytest

from tests.surroundings import write_story
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.cli import main
from tui.story import load

TEXT = "Ferry aground\n\nSome 350 people were told to leave their homes, the council said.\n"
QUOTE = "350 people were told to leave their homes"


def exported(capsys: pytest.CaptureFixture[str], store: Path, name: str) -> tuple[str, str]:
    """What an export of that format prints, on standard output and on standard error."""
    assert main(["claims", "export", "--format", name, "--store", str(store)]) == 0
    out, err = capsys.readouterr()
    return out, err


def test_an_export_tells_of_a_claim_with_a_verdict_that_says_a_figure_its_quote_has_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = load([str(write_story(tmp_path / "ferry", {"a.txt": TEXT}))])
    store = tmp_path / "claims.db"
    with Store(store, editor="mk") as claims:
        start = story.articles[0].text.index(QUOTE)
        anchor = anchor_of(story.articles[0], start, start + len(QUOTE))
        claim = claims.add(story, anchor, text="Villagers counted: 430 left their homes")
        claims.add(story, anchor, text="Nobody was told to leave")
        assert exported(capsys, store, "json")[1] == ""
        claims.set_status(claim.id, "done", "verified")
    for name in ("json", "csv", "html", "markdown"):
        out, err = exported(capsys, store, name)
        assert ("430" in out, "350" in out) == (True, True)
        assert err.count("\n") == 1
        assert "the verified claim “Villagers counted: 430 left their homes” says what its quote does not: 430" in err
    assert json.loads(exported(capsys, store, "json")[0])["claims"][0]["text"].endswith("their homes")
