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

from tui.commands.errors import CommandError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operands and options of `copydesk open`."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, a folder, or - for standard input"
    )
    add_desk_options(parser)


def add_desk_options(parser: argparse.ArgumentParser) -> None:
    """The options that every way to the desk takes."""
    parser.add_argument(
        "--panes", type=_panes, metavar="N", help="show N panes (else as many as fit at 36 columns)"
    )


def run(args: argparse.Namespace) -> int:
    """Open the desk on the sources."""
    return open_desk(args.sources, args)


def open_desk(sources: Sequence[str], args: argparse.Namespace) -> int:
    """Check that there is a terminal and something to read, then run the desk until the editor leaves.

    Raises:
        CommandError: no terminal, or no article could be found.
    """
    if not sys.stdout.isatty():
        raise CommandError("the desk needs a terminal: use `copydesk compare` to print the findings instead")
    from tui.commands.sources import open_story
    from tui.commands.terminal import keyboard_from_terminal

    story, status = open_story(sources)
    keyboard_from_terminal()
    from tui.desk.app import run_desk

    return max(status, run_desk(story, tuple(sources), store=args.store, panes=getattr(args, "panes", None)))


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
