"""Articles piped into the desk: what they do not say of themselves is asked for at the keyboard."""

import shlex
import sys
from pathlib import Path

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings
from tui.claims import Store

FIRST = "Fares rise\n\nThe council of the island agreed on Monday that all fares rise.\n"
SECOND = "---\noutlet: Gazette\n---\nFares to rise\n\nAll fares rise in May, the council of the island agreed.\n"


def test_outlet_and_date_of_piped_articles_are_asked_for_once(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(f"{FIRST}\n---\n{SECOND}")
    command = f"{shlex.quote(sys.executable)} -m tui open - < {shlex.quote(str(tmp_path / 'wire.txt'))}"
    environment = surroundings(tmp_path)
    with Terminal(["/bin/sh", "-c", command], size=(100, 30), environment=environment) as terminal:
        terminal.wait_for("outlet of article 1")
        terminal.type_keys([*"Island Wire", "enter"])
        terminal.wait_for("date of publication of article 1")
        terminal.type_keys([*"soon", "enter"])
        terminal.wait_for("no date is like that")
        terminal.type_keys(["ctrl-u", *"3 March 2026", "enter"])
        terminal.wait_for("date of publication of article 2")
        terminal.press("enter")
        terminal.wait_for("? help")
        assert any("Island Wire" in line for line in terminal.screen)
        terminal.press("q")
        terminal.wait_exit()
    with Terminal(["/bin/sh", "-c", command], size=(100, 30), environment=environment) as terminal:
        terminal.wait_for("date of publication of article 2")
        terminal.press("escape")
        terminal.wait_for("? help")
        terminal.press("q")
        terminal.wait_exit()
        # What was piped cannot be read a second time.
        assert b"where you left" not in terminal.received

    with Store(tmp_path / "claims.db", editor="mk") as store:
        assert store.claims() == []
