"""What may keep copydesk from working here: the installation, the terminal, the store, the settings.

Each line says what is, or what to do. Exit status 1 if something is broken.

Try:
  copydesk doctor
  copydesk doctor --store team.db   look at another store
"""

import argparse
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tui.commands.health.finding import Finding, broken

_MARKS = {"fine": "  ", "note": "- ", "broken": "! "}
_COMMAND = re.compile("`[^`]+`")
# Stands for a space in a command while lines are broken; no sentence has it, since control characters are taken out.
_KEPT = "\x1f"


def configure(parser: argparse.ArgumentParser) -> None:
    """There is nothing to add."""


def run(args: argparse.Namespace) -> int:
    """Look at everything and say what was found; 1 if something is broken."""
    status = 0
    for title, examination in _examinations(args.store):
        print(title, flush=True)
        for finding in _survived(examination):
            status = max(status, int(finding.level == "broken"))
            print(_fitted(_MARKS[finding.level], finding.sentence).encode(_encoding(), "replace").decode(_encoding()))
    print("something is broken: see the lines with !" if status else "nothing is broken")
    return status


def _examinations(store: Path | None) -> Iterator[tuple[str, Callable[[], Iterable[Finding]]]]:
    # Each is imported when its turn has come, so that what is missing for one does not keep the others.
    def installation() -> Iterable[Finding]:
        from tui.commands.health.installation import installation

        return installation()

    def terminal() -> Iterable[Finding]:
        from tui.commands.health.terminal import terminal

        return terminal()

    def claims() -> Iterable[Finding]:
        from tui.claims.paths import default_store_path
        from tui.commands.health.store import store as examined

        return examined(store or default_store_path())

    def settings() -> Iterable[Finding]:
        from tui.commands.health.settings import settings

        return settings()

    yield from (("copydesk", installation), ("terminal", terminal), ("store", claims), ("settings", settings))


def _survived(examination: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """The findings; an examination that breaks off is a finding too."""
    try:
        yield from examination()
    except ImportError as error:
        yield broken(f"a part of it is missing ({error.name or 'unknown'}): install copydesk again")
    except OSError as error:
        yield broken(f"cannot be looked at: {error.strerror or error}")


def _fitted(mark: str, sentence: str) -> str:
    """A line, broken at spaces on a terminal; a command in it stays in one piece, so that it can be copied."""
    if not sys.stdout.isatty():
        return f"  {mark}{sentence}"
    width = shutil.get_terminal_size().columns
    whole = _COMMAND.sub(lambda command: command.group().replace(" ", _KEPT), sentence)
    return textwrap.fill(
        whole, width, initial_indent=f"  {mark}", subsequent_indent="    ",
        break_long_words=False, break_on_hyphens=False,
    ).replace(_KEPT, " ")  # fmt: skip


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"
