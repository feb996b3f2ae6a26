"""A hostile input on the desk, in a terminal whose every byte is looked at."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings
from tests.unit.story.hostile import FORBIDDEN, Trial

# What the desk itself writes: control sequences, character sets, queries, and of OSC only the pointer's shape.
SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][0AB]|[=>78DMEHc]|[P_][^\x1b]*\x1b\\|\]22;[a-z]*(?:\x1b\\|\x07))"
)
MOVES = {"\b", "\v"}
_KEYS = ("ctrl-e", "pagedown", "tab", *"jGoFqOqgg/a", "enter", "escape", "?", "q")


@dataclass(frozen=True, slots=True)
class Seen:
    """How the desk ended, the last line it left where it never opened, and control characters beyond its own."""

    status: int | None
    said: str
    raw: tuple[str, ...]


def on_the_desk(trial: Trial, folder: Path, size: tuple[int, int] = (100, 30)) -> Seen:
    """Open the trial, walk through it, and leave."""
    path = trial.make(folder)
    environment = surroundings(folder, COPYDESK_STORE=str(folder / ".claims.db"))
    with Terminal([sys.executable, "-P", "-m", "tui", "open", path], size=size, environment=environment) as terminal:
        terminal.wait_until(lambda: terminal.ended or _is_open(terminal), "neither a desk nor an end", 60)
        for key in () if terminal.ended else _KEYS:
            terminal.press(key, quiet=0.05)
        if not terminal.ended:
            terminal.press("q")
        terminal.wait_exit(30)
        written = terminal.received.decode("utf-8", "replace")
        return Seen(terminal.status, _last_line(written), raw_bytes(written))


def raw_bytes(written: str) -> tuple[str, ...]:
    """The control and deceiving characters in what was written that are not the desk's own."""
    return tuple(sorted(set(FORBIDDEN.findall(SEQUENCE.sub("", written))) - MOVES))


def _is_open(terminal: Terminal) -> bool:
    return any("? help" in line for line in terminal.screen)


def _last_line(written: str) -> str:
    lines = [line.strip() for line in SEQUENCE.sub("", written).splitlines() if line.startswith("copydesk: ")]
    return lines[-1] if lines else ""
