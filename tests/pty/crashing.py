"""The real desk on a terminal, ended at some moment while its editor tags: what its screen said must be kept.

    python -m tests.pty.crashing [ROUNDS]

prints how many actions were acknowledged and how many of them were lost, for each way to end it.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.pty.story import sentence
from tests.pty.terminal import Terminal
from tui.claims import Store
from tui.claims.check import check

PASSAGES = 400
SIZE = (110, 24)
LATEST = 0.15
"""Seconds after the last key in which the end comes; an action is on the screen well before."""

End = Callable[[Terminal], None]


def kill(terminal: Terminal) -> None:
    """End the desk as the kernel does: nothing of it runs any more."""
    os.kill(terminal.pid, signal.SIGKILL)


def hang_up(terminal: Terminal) -> None:
    """End it as a terminal window that is closed does."""
    os.kill(terminal.pid, signal.SIGHUP)


def drop_line(terminal: Terminal) -> None:
    """End it as a connection that breaks does: the line is gone, and what was under way on it."""
    terminal.hang_up()


@dataclass(frozen=True)
class Action:
    """Something typed, the tag it is about, and what the screen says once it is in the store."""

    verb: str
    tag: str
    keys: str
    sentence: str


@dataclass
class Crashing:
    """One store that many desks write to, each of them ended at some moment.

    `acknowledged` are the actions that a screen said were saved.
    """

    root: Path
    folder: Path
    seed: int
    acknowledged: list[Action] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = self.folder / "store" / "claims.db"
        self.story = self.folder / "long.txt"
        chance = random.Random(7)
        self.story.write_text("\n\n".join(sentence(chance) for _ in range(PASSAGES)) + "\n", encoding="utf-8")
        self.chance = random.Random(self.seed)

    def round(self, end: End) -> None:
        """Open a desk, tag passages and take some of it back; end it during the last action, or soon after."""
        environment = {"PYTHONPATH": str(self.root), "HOME": str(self.folder), "COPYDESK_STORE": str(self.store)}
        command: list[str | Path] = [sys.executable, "-m", "tui", "open", self.story]
        with Terminal(command, size=SIZE, environment=environment) as terminal:
            terminal.wait_for("? help")
            actions = [action for _ in range(self.chance.randint(1, 3)) for action in self.actions()]
            for action in actions[:-1]:
                terminal.send(action.keys)
                terminal.wait_for(action.sentence)
                self.acknowledged.append(action)
            last = actions[-1]
            terminal.send(last.keys)
            terminal.watch(self.chance.uniform(0, LATEST))
            seen = shows(terminal, last)
            end(terminal)
            # What the desk had sent before its end is on its way to the editor all the same.
            while not seen and end is kill and terminal.read(0.05):
                seen = shows(terminal, last)
            if seen:
                self.acknowledged.append(last)

    def actions(self) -> list[Action]:
        """Tag a passage by a name that occurs once; of some, take it back again."""
        tag = "".join(self.chance.choices("abcdefghijklmnopqrstuvwxyz", k=12))
        passage = self.chance.randint(1, PASSAGES - 1)
        tagged = Action("tag", tag, f":1:{passage}\rt/{tag}\r", f"{tag}, saved")
        return [tagged, Action("undo", tag, "u", f"Undone: tag {tag}")][: self.chance.choice((1, 1, 2))]

    def lost(self) -> list[Action]:
        """What was acknowledged and is not in the history of the store, which has to be whole."""
        problems = check(self.store).problems
        assert problems == (), problems
        done: dict[str, set[str]] = defaultdict(set)
        with Store(self.store, read_only=True) as store:
            for claim in store.claims(dropped=True):
                own: dict[str, list[str]] = {}
                for event in store.history(claim.id):
                    names = [name.removeprefix("tag:") for name in event.changes if name.startswith("tag:")]
                    own.setdefault(event.action, names)
                    if event.reverts:
                        done["undo"].update(own.get(event.reverts, ()))
                    else:
                        done["tag"].update(names)
        return [action for action in self.acknowledged if action.tag not in done[action.verb]]


def shows(terminal: Terminal, action: Action) -> bool:
    """Whether the screen says that an action is done."""
    return any(action.sentence in line for line in terminal.screen)


def main() -> None:
    """Run the loop for each way to end the desk."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    root = Path(__file__).resolve().parents[2]
    for number, end in enumerate((kill, hang_up, drop_line)):
        with tempfile.TemporaryDirectory() as folder:
            crashing = Crashing(root, Path(folder), seed=number)
            for _ in range(rounds):
                crashing.round(end)
            lost = crashing.lost()
            print(
                f"{end.__name__}: {rounds} ends, {len(crashing.acknowledged)} acknowledged, {len(lost)} lost",
                flush=True,
            )


if __name__ == "__main__":
    main()
