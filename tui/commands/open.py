"""Read articles side by side, with what they share and where they differ marked, and tag claims.

Try:
  copydesk open coverage/                 all articles of a folder
  copydesk open a.txt b.md --panes 2      two files, two panes at any width
  copydesk open coverage/ --plain         in lines, for screen readers
  copydesk open a.txt https://example.org/story
  cat wire.txt | copydesk open - bbc.txt  standard input as an article
"""

import argparse
import gc
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.errors import CommandError
from tui.commands.meaning import add_meaning_option, meant
from tui.commands.parsing import Parser
from tui.commands.plain import read_plain, wants_plain
from tui.commands.sources import add_source_options, check, tell_missing
from tui.commands.terminal import keyboard_from_terminal
from tui.desk.process.jobs import Failed, Loaded, Manner
from tui.desk.session import last_closed, last_sources, remember_sources
from tui.story import stories_in

if TYPE_CHECKING:
    from tui.desk.app import DeskApp
    from tui.desk.first import Opening
    from tui.desk.process.worker import Worker
    from tui.story.model import Story

READ_SECONDS = 0.4
"""How long the sources may take to be read, once the desk could open, before it opens without them."""
_LOOK_SECONDS = 0.05


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operands and options of `copydesk open`."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, a web address, or -")
    add_source_options(parser)
    add_desk_options(parser)


def add_desk_options(parser: argparse.ArgumentParser) -> None:
    """The options that every way to the desk takes."""
    parser.add_argument("--panes", type=_panes, metavar="N", help="show N panes (else as many as fit at 36 columns)")
    add_meaning_option(parser)
    named = "ansi (the colours of the terminal), dark, light or colour-blind"
    parser.add_argument("--plain", action="store_true", help="read in lines: for screen readers and simple terminals")
    parser.add_argument("--theme", type=_theme, metavar="NAME", help=named)


def run(args: argparse.Namespace) -> int:
    """Open the desk on the sources."""
    return open_desk(args.sources, args)


def open_desk(sources: Sequence[str], args: argparse.Namespace, closed: Sequence[str] = ()) -> int:
    """Run the desk on the sources until the editor leaves; `closed` articles of them are left out.

    Raises:
        CommandError: there is no terminal, or no article could be read.
    """
    if wants_plain(args):
        return read_plain(sources, args)
    served = bool(os.environ.get("TEXTUAL_DRIVER"))
    if not served and not sys.stdout.isatty():
        return _refuse(sources)
    from tui.desk.process.worker import Worker

    # Next to nothing of what start-up makes is garbage; the app collects again after its first screen.
    gc.disable()
    folders = stories_in(Path(sources[0])) if len(sources) == 1 else []
    manner = Manner(getattr(args, "keep_duplicates", False), getattr(args, "allow_private", False))
    worker = Worker()
    opening: Opening | None = None
    try:
        if not folders:
            worker.load(sources, manner)
            # All that follows is imported while the worker reads.
            opening = _open_first(worker, args, served)
        worker.meant = meant(args)
        from tui.claims import default_store_path
        from tui.desk.app import run_desk

        story = opening.story(None if "-" in sources else READ_SECONDS) if opening else None
        if not served:
            keyboard_from_terminal()
        store = args.store or default_store_path()
        if not folders:
            remember_sources(store, tuple(sources), tuple(closed))
        first = opening.screen if opening else None
        app = run_desk(
            folders or story,
            worker,
            store=store,
            panes=args.panes,
            theme=args.theme,
            first_screen=first,
            sources=() if folders else sources,
            closed=closed,
        )
    finally:
        worker.stop()
        if opening:
            opening.close()
    return _ended(app, story, args.store)


def _tell_the_way_back(app: "DeskApp", store: Path | None) -> None:
    """Say how to open the story again, where it can be: whoever took the panes for a list has left by mistake."""
    if app.failure or app.return_code or app.story is None:
        return
    again = f"copydesk --store {shlex.quote(str(store))}" if store else "copydesk"
    if last_sources(store) and again.isprintable():
        print(f"copydesk: the story is kept; `{again}` opens it where you left")


def _refuse(sources: Sequence[str]) -> int:
    """Say what keeps the desk from opening where standard output is no terminal; the exit status."""
    if tell_missing(sources):
        return 1
    raise CommandError("the desk needs a terminal: use `copydesk compare` to print the findings instead")


def _ended(app: "DeskApp", story: "Story | None", store: Path | None) -> int:
    """The exit status of a desk that has ended; `story` is what was read before it opened."""
    if not os.environ.get("TEXTUAL_DRIVER"):
        _tell_the_way_back(app, store)
    if app.failure:
        raise CommandError(app.failure)
    if app.story is not None and story is None:
        check(app.story)
    return max(app.return_code or 0, 1 if app.story is not None and app.story.problems else 0)


def _open_first(worker: "Worker", args: argparse.Namespace, served: bool) -> "Opening":
    """The reading of the sources, which shows the first screen of the story as soon as it is there."""
    from tui.desk.first import Opening, Wishes
    from tui.desk.themes import theme_or_default
    from tui.settings import load_settings, login_name
    from tui.settings.paths import default_store_path

    settings = load_settings()
    theme = theme_or_default(args.theme or settings.desk.theme)
    panes, editor = args.panes or settings.desk.panes, settings.editor or login_name()
    wishes = Wishes(panes, settings.desk, theme, editor, args.store or default_store_path())
    return Opening(lambda given_up: _read(worker, given_up, served), wishes)


def _read(worker: "Worker", given_up: Callable[[], bool], served: bool) -> "Story | None":
    """The story, or None if it has not been read when it is given up.

    Raises:
        CommandError: no article could be read, or there is no keyboard.
    """
    while True:
        answer = worker.next_answer(_LOOK_SECONDS)
        if answer is None and given_up():
            return None
        if isinstance(answer, Failed):
            raise CommandError(answer.sentence)
        if isinstance(answer, Loaded):
            check(answer.story)
            if not served:
                keyboard_from_terminal()
            return answer.story


def resume(words: Sequence[str], store: Path | None) -> int | None:
    """Open the story the desk had open last; None if there is none."""
    parser = Parser(prog="copydesk", add_help=False, allow_abbrev=False)
    add_desk_options(parser)
    args = parser.parse_args(list(words), argparse.Namespace(store=store))
    sources = last_sources(store)
    if not sources or not any("://" in source or os.path.exists(source) for source in sources):
        return None
    return open_desk(sources, args, last_closed(store))


def _theme(text: str) -> str:
    from tui.desk.themes import ThemeError, load_theme

    try:
        return load_theme(text).name
    except ThemeError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _panes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 12:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to 12")
    return int(text)
