"""What is asked on a terminal before something is removed for good."""

import sys
from pathlib import Path

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.story import load


def _store(folder: Path) -> Path:
    article = folder / "ferry.txt"
    article.write_text("The ferry Aurora ran aground near Skarn on Monday evening.\n", encoding="utf-8")
    story = load([str(article)])
    path = folder / "claims.db"
    with Store(path, editor="mk") as store:
        store.add(story, anchor_of(story.articles[0], 0, 9), tags=["number"])
    return path


def _purge(folder: Path, store: Path, answer: str, *more: str) -> int | None:
    with Store(store, read_only=True) as opened:
        name = opened.claims()[0].story_name
    command: list[str | Path] = [sys.executable, "-m", "tui", "claims", "purge", "--story", name, "--store", store]
    with Terminal([*command, *more], size=(200, 24), environment=surroundings(folder)) as terminal:
        if answer:
            terminal.wait_for("[y/N]")
            assert any("1 claim, 1 line of history, 1 text of articles" in row for row in terminal.screen)
            terminal.send(answer)
        terminal.wait_exit()
        return terminal.status


def _claims(store: Path) -> int:
    with Store(store, read_only=True) as opened:
        return len(opened.claims())


def test_on_a_terminal_purging_says_what_goes_and_asks_first(tmp_path: Path) -> None:
    store = _store(tmp_path)
    assert _purge(tmp_path, store, "\r") == 1
    assert _claims(store) == 1
    assert _purge(tmp_path, store, "\x04") == 1
    assert _claims(store) == 1
    assert _purge(tmp_path, store, "y\r") == 0
    assert _claims(store) == 0


def test_yes_said_beforehand_is_not_asked_for(tmp_path: Path) -> None:
    store = _store(tmp_path)
    assert _purge(tmp_path, store, "", "--yes") == 0
    assert _claims(store) == 0
