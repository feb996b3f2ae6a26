"""Opening the sources a command was given, with one line on standard error for each that failed."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.commands.errors import CommandError
from tui.story import load, stories_in
from tui.story.model import Story
from tui.story.sanitise import sanitise_line

NOTHING_READ = "no article could be read: name files (.txt, .md, .html), web addresses, or a folder that holds some"


def add_source_options(parser: argparse.ArgumentParser) -> None:
    """The options of every command that opens sources."""
    parser.add_argument("--keep-duplicates", action="store_true", help="open an article again that was there before")
    parser.add_argument(
        "--allow-private", action="store_true", help="let web addresses lead to this machine and its network"
    )


def open_story(sources: Sequence[str], args: argparse.Namespace | None = None) -> tuple[Story, int]:
    """The story made of `sources`, and the exit status so far: 1 if any source could not be opened.

    `args` carries what `add_source_options` added.

    Raises:
        CommandError: not one article could be read.
    """
    if len(sources) == 1 and (inner := stories_in(Path(sources[0]))):
        raise CommandError(_which_of(sources[0], inner))
    story = load(
        sources,
        keep_duplicates=getattr(args, "keep_duplicates", False),
        allow_private=getattr(args, "allow_private", False),
    )
    check(story)
    return story, 1 if story.problems else 0


def check(story: Story) -> None:
    """Say on standard error what could not be opened, or deserves a look, a line each.

    Raises:
        CommandError: nothing could be.
    """
    for problem in (*story.problems, *story.notes):
        print(f"copydesk: {sanitise_line(f'{problem.source}: {problem.message}')}", file=sys.stderr)
    if not story.articles:
        raise CommandError(NOTHING_READ)


def tell_missing(sources: Sequence[str]) -> bool:
    """Say on standard error which paths lead nowhere, a line each; whether all the sources are such."""
    missing = [source for source in sources if source != "-" and "://" not in source and not os.path.exists(source)]
    for source in missing:
        # A single word may have been meant for a command.
        or_command = ", folder or command" if source.replace("-", "").isalpha() else " or folder"
        print(f"copydesk: {sanitise_line(f'{source}: no such file{or_command}: check the path')}", file=sys.stderr)
    return bool(missing) and len(missing) == len(sources)


def _which_of(source: str, folders: Sequence[Path]) -> str:
    names = ", ".join(sanitise_line(folder.name) for folder in folders[:5])
    more = f" and {len(folders) - 5} more" if len(folders) > 5 else ""
    return f"{sanitise_line(source)} holds {len(folders)} stories, name one of them: {names}{more}"
