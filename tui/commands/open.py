"""Read articles side by side, with what they share and where they differ marked, and tag claims.

Try:
  copydesk open coverage/                 all articles of a folder, as one story
  copydesk open a.txt b.md --panes 2      two files, two panes whatever the width
  cat wire.txt | copydesk open - bbc.txt  standard input as one of the articles
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.errors import CommandError
from tui.commands.sources import NOTHING_READ, report
from tui.commands.terminal import keyboard_from_terminal
from tui.story import stories_in

if TYPE_CHECKING:
    from tui.desk.opening import Opening

READ_SECONDS = 0.4
"""How long the sources may take to be read before the desk opens without them."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operands and options of `copydesk open`."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or - for standard input")
    add_desk_options(parser)


def add_desk_options(parser: argparse.ArgumentParser) -> None:
    """The options that every way to the desk takes."""
    parser.add_argument("--panes", type=_panes, metavar="N", help="show N panes (else as many as fit at 36 columns)")


def run(args: argparse.Namespace) -> int:
    """Open the desk on the sources."""
    return open_desk(args.sources, args)


def open_desk(sources: Sequence[str], args: argparse.Namespace) -> int:
    """Run the desk on the sources until the editor leaves.

    Raises:
        CommandError: there is no terminal, or no article could be read.
    """
    if not sys.stdout.isatty():
        raise CommandError("the desk needs a terminal: use `copydesk compare` to print the findings instead")
    from tui.claims import default_store_path
    from tui.desk.opening import Opening

    store = args.store or default_store_path()
    inner = stories_in(Path(sources[0])) if len(sources) == 1 else []
    opening = None if inner else Opening(sources)
    if opening is not None and opening.wait(None if "-" in sources else READ_SECONDS):
        _check(opening)
    keyboard_from_terminal()
    from tui.desk.app import run_desk
    from tui.desk.session import remember_sources

    if opening is None:
        return run_desk(inner, store=store, panes=args.panes)
    ready = opening.story
    remember_sources(store, opening.sources)
    status = run_desk(ready or opening, store=store, panes=args.panes)
    if ready is None and opening.story is not None:
        _check(opening)
    return max(status, 1 if opening.story is None or opening.story.problems else 0)


def _check(opening: "Opening") -> None:
    """Say what could not be opened; fail if nothing could."""
    if opening.error is not None:
        raise opening.error
    if opening.story is not None:
        report(opening.story)
        if not opening.story.articles:
            raise CommandError(NOTHING_READ)


def resume(words: Sequence[str], store: Path | None) -> int | None:
    """Open the story the desk had open last; None if there is none."""
    from tui.desk.session import last_sources

    parser = argparse.ArgumentParser(prog="copydesk", add_help=False, allow_abbrev=False)
    add_desk_options(parser)
    args = parser.parse_args(list(words), argparse.Namespace(store=store))
    sources = last_sources(store)
    if not sources or not any(os.path.exists(source) for source in sources):
        return None
    return open_desk(sources, args)


def _panes(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 12:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 12")
    return value
