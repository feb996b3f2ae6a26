"""`copydesk open --plain`: the reading as lines, on any terminal and in a pipe."""

import argparse
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.errors import CommandError
from tui.commands.meaning import meant
from tui.commands.sources import open_story
from tui.commands.terminal import keyboard_from_terminal
from tui.desk.session import remember_sources
from tui.story.sanitise import sanitise

if TYPE_CHECKING:
    from tui.desk.plain import PlainReader
    from tui.desk.process.worker import Worker

CANNOT_BE_DRAWN_ON = ("dumb", "unknown", "")
"""What TERM is where no cursor can be moved."""


def wants_plain(args: argparse.Namespace) -> bool:
    """Whether to read in lines: asked for, or all that the terminal can do, which is then said."""
    if args.plain:
        return True
    terminal = os.environ.get("TERM", "")
    if terminal not in CANNOT_BE_DRAWN_ON or os.environ.get("TEXTUAL_DRIVER") or not sys.stdout.isatty():
        return False
    print(f"this terminal cannot be drawn on (TERM is {terminal or 'not set'}): reading in lines, as with --plain")
    return True


def read_plain(sources: Sequence[str], args: argparse.Namespace) -> int:
    """Read the sources in lines until the editor leaves; the exit status.

    Raises:
        CommandError: no article could be read, or there is no keyboard.
    """
    from tui.claims import Store, default_store_path
    from tui.desk.keyboard.tagset import tag_set
    from tui.desk.plain import PlainReader
    from tui.desk.process.worker import Worker
    from tui.settings import load_settings, login_name

    story, status = open_story(sources, args)
    if "-" in sources:
        keyboard_from_terminal()
    settings = load_settings()
    store: Path = args.store or default_store_path()
    remember_sources(store, tuple(sources))
    worker = Worker()
    worker.meant = meant(args)
    try:
        with Store(store, editor=settings.editor or login_name()) as claims:
            reader = PlainReader(story, claims, tag_set(settings), lambda: _take_comparison(reader, worker, None))
            _compare(reader, worker)
            _converse(reader, worker)
    finally:
        worker.stop()
    return status


def _converse(reader: "PlainReader", worker: "Worker") -> None:
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    asked = sys.stdin.isatty()
    if not asked:
        # Commands from a file or a pipe get the same answers every time.
        reader.need_comparison()
    _print(reader.greeting())
    while not reader.ended:
        if not reader.compared:
            _take_comparison(reader, worker, 0.0)
        print("> " if asked else "", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            break
        _print(reader.answer(line))


def _compare(reader: "PlainReader", worker: "Worker") -> None:
    """Have the story compared as the editor's decisions want it."""
    decisions = reader.deciding.decisions
    worker.compare(reader.reading.story, decisions.pins, decisions.broken)


def _take_comparison(reader: "PlainReader", worker: "Worker", seconds: float | None) -> None:
    """Take what the worker has found; wait for it so long, for ever where None."""
    from tui.desk.process.jobs import Compared, Failed

    if seconds is None and sys.stdin.isatty():
        print("comparing", flush=True)
    while (answer := worker.next_answer(seconds)) is not None:
        if isinstance(answer, Failed):
            raise CommandError(answer.sentence)
        if isinstance(answer, Compared) and reader.deciding.heed(answer.comparison):
            _compare(reader, worker)
        elif isinstance(answer, Compared):
            if answer.notice:
                print(f"copydesk: {answer.notice}", file=sys.stderr)
            print(reader.use(answer.comparison), flush=True)
            return


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(sanitise(line))
    sys.stdout.flush()
