"""The desk on hostile articles: every byte that reaches the terminal is looked at."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings
from tests.unit.story.hostile import SENTENCE
from tests.unit.story.hostile_desk import SEQUENCE, raw_bytes
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.story import load

PAYLOADS = [
    "\x1b]52;c;T1dORUQ=\x07", "\x1b]0;OWNED\x1b\\", "\x1b[31mOWNED", "\x9b31mOWNED", "\x9d0;OWNED\x9c",
    "\x1b[?1049lOWNED", "\x1bcOWNED", "\x1bP$qOWNED\x1b\\", "OWNED\u202eDENWO", "\u2066OWNED\u2069", "\u200bOWNED",
    "OWNED\x7f\x0e",
]  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for number, payload in enumerate(PAYLOADS):
        (folder / f"{number}.txt").write_text(
            f"Title {payload}\n\n{payload} {SENTENCE}\n\n{SENTENCE}{payload}[/] [b]x\n"
        )
    (folder / "OWNED\x1b]52;c;T1dORUQ=\x07.txt").write_text(f"{SENTENCE}\n")
    entries = [{"file": f"{n}.txt", "title": f"{p}", "source": p, "author": p} for n, p in enumerate(PAYLOADS[:6])]
    (folder / "meta.json").write_text(json.dumps({"articles": [*entries, {"file": PAYLOADS[0]}]}))
    return folder


def test_nothing_hostile_is_written_to_the_terminal(tmp_path: Path, story: Path) -> None:
    environment = surroundings(tmp_path)
    command = [sys.executable, "-m", "tui", str(story), "--panes", "3"]
    with Terminal(command, environment=environment, size=(120, 40)) as terminal:
        terminal.wait_for("OWNED")
        for key in ("down", "down", "tab", "ctrl-e", "pagedown", "tab", "down", "right", "?"):
            terminal.press(key)
        terminal.press("escape")
        terminal.type_keys(["t", *"x\x1b[200~\x1b]52;c;T1dORUQ=\x07[bold]\x1b[201~"])
        terminal.settle()
        terminal.press("escape")
        terminal.press("q")
        terminal.settle()
        written = terminal.received.decode("utf-8")

    assert "OWNED" in written
    assert "T1dORUQ" not in "".join(match.group() for match in SEQUENCE.finditer(written))
    assert raw_bytes(written) == ()


def test_hostile_words_in_the_store_are_not_written_to_the_terminal(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    seeds = root / "seeds" / "harbour-fire"
    story = load([seeds])
    with Store(path, editor="kim") as store:
        for passage in story.articles[0].passages[:6]:
            store.add(story, [anchor_of(story.articles[0], passage.start, passage.end)], tags=["number"], note="seen")
    with closing(sqlite3.connect(path)) as connection, connection:
        hostile = "".join(PAYLOADS)
        connection.execute("UPDATE claims SET text = ?, note = ?, author = ?, speaker = ?", (hostile,) * 4)
        connection.execute("UPDATE claims SET tags = ?, assigned_to = ?", (json.dumps([hostile]), hostile))
        connection.execute("UPDATE stories SET name = ?", (hostile,))
    environment = surroundings(tmp_path, COPYDESK_STORE=str(path))
    with Terminal([sys.executable, "-m", "tui", str(seeds)], environment=environment, size=(120, 40)) as terminal:
        terminal.wait_for("? help")
        for key in ("j", "j", "o", "C", "j", "j", "j", "g", "h", "q", "D", "O", "q", "a"):
            terminal.press(key)
        terminal.press("escape")
        terminal.settle()
        written = terminal.received.decode("utf-8")

    assert "OWNED" in written
    assert "T1dORUQ" not in "".join(match.group() for match in SEQUENCE.finditer(written))
    assert raw_bytes(written) == ()


def test_a_program_among_the_articles_is_never_run(
    tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w').close()\nraise SystemExit\n"
    for name in ("queue", "pickle", "json", "tui", "sitecustomize"):
        (story / f"{name}.py").write_text(trap)
    monkeypatch.chdir(story)
    command = [sys.executable, "-P", "-m", "tui", "."]
    environment = surroundings(tmp_path)
    with Terminal(command, environment=environment, size=(120, 40)) as terminal:
        terminal.wait_for("? help")
        terminal.press("q")
        terminal.wait_exit()

    assert not (tmp_path / "sprung").exists()
