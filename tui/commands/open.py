"""Read articles side by side, with what they share and where they differ marked, and tag claims.

Try:
  copydesk open coverage/                 all articles of a folder, as one story
  copydesk open a.txt b.md --panes 2      two files, two panes whatever the width
  copydesk open https://example.org/story a web address as one of the articles
  cat wire.txt | copydesk open - bbc.txt  standard input as one of the articles
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui.commands.errors import CommandError
from tui.commands.sources import add_source_options, check
from tui.commands.terminal import keyboard_from_terminal
from tui.desk.jobs import Failed, Loaded, Manner
from tui.desk.session import last_sources, remember_sources
from tui.story import stories_in

if TYPE_CHECKING:
    from tui.desk.worker import Worker
    from tui.story.model import Story

READ_SECONDS = 0.4
"""How long the sources may take to be read before the desk opens without them."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operands and options of `copydesk open`."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, a web address, or -")
    add_source_options(parser)
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
    served = bool(os.environ.get("TEXTUAL_DRIVER"))
    if not served and not sys.stdout.isatty():
        raise CommandError("the desk needs a terminal: use `copydesk compare` to print the findings instead")
    from tui.claims import default_store_path
    from tui.desk.worker import Worker

    # Next to nothing of what start-up makes is garbage; the app collects again after its first screen.
    gc.disable()
    store = args.store or default_store_path()
    folders = stories_in(Path(sources[0])) if len(sources) == 1 else []
    worker = Worker()
    manner = Manner(getattr(args, "keep_duplicates", False), getattr(args, "allow_private", False))
    try:
        if not folders:
            worker.load(sources, manner)
        # The slow import goes on while the worker reads.
        from tui.desk.app import run_desk

        story = None if folders else _read(worker, None if "-" in sources else READ_SECONDS)
        if not served:
            keyboard_from_terminal()
        if not folders:
            remember_sources(store, tuple(sources))
        app = run_desk(folders or story, worker, store=store, panes=args.panes)
    finally:
        worker.stop()
    if app.failure:
        raise CommandError(app.failure)
    if app.story is not None and story is None:
        check(app.story)
    return max(app.return_code or 0, 1 if app.story is not None and app.story.problems else 0)


def _read(worker: "Worker", seconds: float | None) -> "Story | None":
    """The story, or None if reading it takes longer than so many seconds.

    Raises:
        CommandError: no article could be read.
    """
    until = None if seconds is None else monotonic() + seconds
    while True:
        answer = worker.next_answer(None if until is None else max(0.0, until - monotonic()))
        if answer is None:
            return None
        if isinstance(answer, Failed):
            raise CommandError(answer.sentence)
        if isinstance(answer, Loaded):
            check(answer.story)
            return answer.story


def resume(words: Sequence[str], store: Path | None) -> int | None:
    """Open the story the desk had open last; None if there is none."""
    parser = argparse.ArgumentParser(prog="copydesk", add_help=False, allow_abbrev=False)
    add_desk_options(parser)
    args = parser.parse_args(list(words), argparse.Namespace(store=store))
    sources = last_sources(store)
    if not sources or not any("://" in source or os.path.exists(source) for source in sources):
        return None
    return open_desk(sources, args)


def _panes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 12:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to 12")
    return int(text)
